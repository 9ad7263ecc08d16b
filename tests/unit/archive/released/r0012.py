"""Revision 0012 adds the pages of channels, and the articles of a digest's post (NULL in the posts before it)."""

from datetime import UTC, datetime
from typing import Any

ROWS: dict[str, list[dict[str, Any]]] = {
    "channel_pages": [
        {
            "channel": "c8",
            "owner": "g7",
            "token": "kx" * 21 + "k",
            "name": "Harbour news",
            "by": "u42",
            "created_at": datetime(2026, 3, 10, 9, 0, tzinfo=UTC),
        }
    ]
}
