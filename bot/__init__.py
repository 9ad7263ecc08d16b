"""Attaché: a press attaché for Discord servers. The core, without Discord; ``cogs`` and ``bot.cli`` use it."""

__version__ = "0.1.0"
