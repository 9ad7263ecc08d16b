"""The web: fetches addresses safely and politely; parses pages, pasted texts, uploads and feeds."""
