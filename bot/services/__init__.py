"""The services behind the commands, for any user interface; callers name the owner, errors carry a message."""
