"""Revision 0004 adds processes: one that was at work, what it held, and when Discord might be met."""

from typing import Any

from tests.unit.archive.released.r0001 import AT

ROWS: dict[str, list[dict[str, Any]]] = {
    "processes": [{"executor": "e1", "roles": "gateway,work", "beats": 7, "started_at": AT, "beat_at": AT}],
    "leases": [{"name": "sender", "holder": "e1"}],
    "identifies": [{"bucket": 0, "free_at": AT}],
}
