"""Monitoring: health, readiness and metrics of the bot, and a diagnosis in sentences."""
