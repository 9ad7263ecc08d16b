"""Cards for Discord, one kind of answer a module. Pure."""
