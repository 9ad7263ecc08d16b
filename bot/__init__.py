"""Attaché: a press attaché for Discord servers. The core, without Discord; its faces are ``cogs`` and ``bot.cli``."""

__version__ = "0.1.0"
