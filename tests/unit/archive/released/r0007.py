"""Revision 0007 adds the stories that somebody has taken apart."""

from typing import Any

from tests.unit.archive.released.r0001 import AT, PUBLIC

ROWS: dict[str, list[dict[str, Any]]] = {
    "story_splits": [{"owner": "discord:guild:6", "article_id": PUBLIC, "split_at": AT}]
}
