"""The archive: articles, analyses, statements and people, stored with SQLAlchemy Core on SQLite or PostgreSQL."""
