"""Articles that newsrooms send in: the HTTP endpoint and its sources. docs/receiving.md says how to use it."""
