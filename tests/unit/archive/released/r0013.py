"""Revision 0013 adds the role that a post mentions (NULL in the posts before it)."""

from typing import Any

from tests.unit.archive.released.r0001 import AT, PUBLIC
from tests.unit.archive.released.r0002 import POST
from tests.unit.archive.released.r0011 import SERVER

ROWS: dict[str, list[dict[str, Any]]] = {
    "posts": [
        {
            **POST,
            "number": 130,
            "key": "d" * 20,
            "series": "d" * 20,
            "kind": "item",
            "owner": SERVER,
            "channel": "91",
            "subject": PUBLIC,
            "state": "sent",
            "message": "9130",
            "sent_at": AT,
            "follow_up": None,
            "tag": None,
            "follow_up_at": None,
            "stories": None,
            "mentioned": "4242",
        }
    ]
}
