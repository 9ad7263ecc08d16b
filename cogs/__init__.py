"""What the bot answers on Discord: the commands of the table, messages to it, and restored permissions."""
