"""Seen from outside: whether the bot lives and is ready, its measurements, and what they mean in sentences."""
