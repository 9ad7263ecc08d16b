"""Values and pure rules: what an article, an attribution and a digest are. Imports nothing of the other rooms."""
