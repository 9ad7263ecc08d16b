"""Discord commands: one cog per topic; each command defers, calls one service and answers."""
