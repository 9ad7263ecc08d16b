"""Revision 0011 adds how posts look and who is told: follow-ups, a role, a forum tag, pictures."""

from typing import Any

from tests.unit.archive.released.r0001 import AT, PUBLIC
from tests.unit.archive.released.r0002 import LATER, POST

SERVER = "discord:guild:11"
_POST = {
    **POST,
    "owner": SERVER,
    "channel": "91",
    "subject": PUBLIC,
    "follow_up": None,
    "tag": None,
    "follow_up_at": None,
}

ROWS: dict[str, list[dict[str, Any]]] = {
    "subscriptions": [
        {
            "id": 110,
            "feed_id": 3,
            "owner": SERVER,
            "number": 1,
            "channel": "91",
            "by": "discord:5",
            "since": AT,
            "filter": "",
            "delivery": "each",
            "edits": False,
            "paused": False,
            "follow_ups": "thread",
            "role": "4242",
            "tag": "Straits",
            "pictures": True,
        }
    ],
    "fates": [
        {"item_id": 30, "subscription_id": 110, "fate": "posted", "post": "b" * 20, "decided_at": AT},
        {"item_id": 31, "subscription_id": 110, "fate": "followup", "post": None, "decided_at": AT},
    ],
    "posts": [
        {
            **_POST,
            "number": 110,
            "key": "b" * 20,
            "series": "b" * 20,
            "kind": "item",
            "state": "sent",
            "message": "9110",
            "sent_at": AT,
            "tag": "Straits",
            "follow_up_at": LATER,
        },
        {
            **_POST,
            "number": 111,
            "key": "c" * 20,
            "series": "b" * 20,
            "part": 29,
            "kind": "followup",
            "state": "sent",
            "message": "9111",
            "sent_at": AT,
            "follow_up": "thread",
        },
    ],
    "schedules": [
        {
            "id": 110,
            "owner": SERVER,
            "number": 1,
            "channel": "91",
            "time": "08:00",
            "zone": "Europe/Oslo",
            "days": "12345",
            "topic": "",
            "silent": False,
            "paused": True,
            "created_at": AT,
            "role": "4242",
            "tag": "Straits",
        }
    ],
}
