"""Revision 0005 adds the language that somebody has set."""

from typing import Any

ROWS: dict[str, list[dict[str, Any]]] = {
    "preferences": [
        {
            "owner": "discord:6",
            "zone": None,
            "quiet": None,
            "attitudes": None,
            "style": None,
            "labels": None,
            "language": "ar",
        }
    ]
}
