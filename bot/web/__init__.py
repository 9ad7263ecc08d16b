"""Sources: addresses fetched politely and safely; pages, pasted texts and uploads parsed into articles."""
