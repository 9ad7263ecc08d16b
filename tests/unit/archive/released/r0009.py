"""Revision 0009 adds when people last looked at the news."""

from datetime import UTC, datetime
from typing import Any

ROWS: dict[str, list[dict[str, Any]]] = {
    "looks": [{"owner": "u42", "server": "g7", "looked_at": datetime(2026, 3, 9, 12, 0, tzinfo=UTC)}]
}
