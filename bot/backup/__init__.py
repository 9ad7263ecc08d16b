"""Keeping an archive: one file of it all, back from that file, and from SQLite to PostgreSQL.

These are the operator's commands. They work on rows and know no table by name: all are kept but those whose
declaration says why not. The record of jobs is not kept either: a job only orders what is due to be looked at, what is
due stands in the archive, and the sweep orders it anew (:mod:`bot.jobs.scheduler`).
"""
