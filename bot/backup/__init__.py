"""Backup, restore, and the move from SQLite to PostgreSQL.

These are commands for the operator. They work on rows of any table: all tables are kept except those declared
otherwise.
"""
