"""Revision 0010 adds what names of different scripts are compared by, and the languages that somebody wants to see."""

from typing import Any

from tests.unit.archive.released.r0003 import PERSON

ROWS: dict[str, list[dict[str, Any]]] = {
    "preferences": [{"owner": f"{PERSON}0", "zone": "Asia/Tokyo", "language": "fr", "languages": "en ru"}]
}
