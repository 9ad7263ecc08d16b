"""Articles that newsrooms push: the HTTP endpoint and its sources. docs/receiving.md describes how to use it."""
