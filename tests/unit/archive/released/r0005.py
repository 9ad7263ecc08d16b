"""Revision 0005, of release 0.1.0, adds the language that somebody has set; a source's token, a search, a card."""

from typing import Any

from tests.unit.archive.released.r0001 import AT
from tests.unit.archive.released.r0002 import FEED, LATER, POST

TOKEN = "attache_0aVq7L0m3Kx9c2Rr5Tt8Yy1Zz4Bb6Dd-Ee_Ff"  # noqa: S105 - invented
OTHER = "discord:guild:2"
SEARCH = "6f0e1d2c3b4a59687f6e"

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
    ],
    "feeds": [
        {
            **FEED,
            "id": 5,
            "url": "push:0f1e2d3c4b5a6978",
            "kind": "push",
            "title": "Quill",
            "token_sha256": "1fe899d73d0bcec8450d46fa0925aedc6cf786d571fe2b118a273ffd9a066571",
            "interval": 0.0,
            "health": "new",
        }
    ],
    "subscriptions": [
        {
            "id": 3,
            "feed_id": 5,
            "owner": OTHER,
            "number": 1,
            "channel": "79",
            "by": "discord:6",
            "since": AT,
            "filter": "",
            "delivery": "each",
            "edits": False,
            "paused": False,
            "broken": None,
        }
    ],
    "searches": [
        {
            "id": SEARCH,
            "question": '{"about": "strait", "acts": ["accuses", "agrees", "announces", "asks", "condemns", "confirms",'
            ' "demands", "denies", "discusses", "pledges", "praises", "proposes", "reiterates", "rejects", "says",'
            ' "thanks", "threatens", "urges", "warns"], "countries": ["Norway"],'
            ' "since": "2026-03-01T00:00:00+00:00", "until": null, "who": "Solheim"}',
            "asked_at": AT,
        }
    ],
    "posts": [
        {
            **POST,
            "number": 52,
            "owner": OTHER,
            "channel": "79",
            "key": "3" * 20,
            "series": "digest:1:2026-03-03",
            "kind": "digest",
            "subject": "2:2026-03-03",
            "created_at": LATER,
            "card": '{"version":1,"header":"### Digest","blocks":["a"],"columns":[],"footer":"","menu":null,'
            '"buttons":[{"label":"Why this?","press":["why","33333333333333333333",0,"",false],"url":null}],'
            '"tone":"neutral"}',
            "state": "waiting",
        }
    ],
}
