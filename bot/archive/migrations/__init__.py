"""The archive's forms, one revision a file; ``alembic revision --autogenerate -m "…"`` drafts the next."""
