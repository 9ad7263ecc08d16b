"""Backup, restore, and the move from SQLite to PostgreSQL.

These are commands for the operator. They work on rows of any table: all tables are kept except those declared
otherwise. The job queue is not kept: jobs only trigger work that the archive records as due, and the scheduler queues
them again (:mod:`bot.jobs.scheduler`).
"""
