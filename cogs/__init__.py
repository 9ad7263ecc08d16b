"""What the bot listens to beside commands: messages to it, and restored permissions."""
