"""Revision 0008 adds what a process works on."""

from typing import Any

ROWS: dict[str, list[dict[str, Any]]] = {"claims": [{"kind": "item", "subject": "1", "executor": "e1"}]}
