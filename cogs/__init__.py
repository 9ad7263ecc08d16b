"""The face to Discord: one cog a theme, each command a defer, one call of a service, and an answer."""
