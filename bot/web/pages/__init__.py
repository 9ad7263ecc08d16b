"""Articles out of pages, pasted texts and uploads. Pure."""
