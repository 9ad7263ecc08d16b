"""Backup, restore, and the move from SQLite to PostgreSQL, for the operator; all tables by default."""
