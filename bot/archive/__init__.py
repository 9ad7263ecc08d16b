"""The store of everything read: articles, analyses, statements, people; SQLAlchemy Core on SQLite."""
