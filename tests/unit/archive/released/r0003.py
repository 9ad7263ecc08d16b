"""Revision 0003 adds asking: a watch with an alert, settings, and what statements are searched by, of one text yet."""

from typing import Any

from tests.unit.archive.released.r0001 import AT, PUBLIC
from tests.unit.archive.released.r0002 import LATER, SERVER

PERSON = "discord:5"

_MINUTE = 29_540_730  # of AT, since 1970
_LAST = (1 << 32) - 1


def _document(words: str) -> dict[str, str]:
    """A document as each database held it."""
    tokens = words.split()
    placed = " ".join(f"'{token}':{place}" for place, token in enumerate(tokens, 1))
    return {"sqlite": words, "postgresql": placed}


ROWS: dict[str, list[dict[str, Any]]] = {
    "watches": [
        {
            "id": 1,
            "owner": PERSON,
            "number": 1,
            "speaker": "Solheim",
            "topic": "",
            "channel": "dm:5",
            "server": None,
            "place": None,
            "created_at": AT,
            "paused": None,
        }
    ],
    "alerts": [
        {
            "channel": "dm:5",
            "story_id": 6,
            "owner": PERSON,
            "watch_id": 1,
            "article_id": PUBLIC,
            "matched_at": AT,
            "due_at": LATER,
            "post": None,
        }
    ],
    "watch_queue": [{"item_id": 31}],
    "preferences": [
        {"owner": PERSON, "zone": "Europe/Oslo", "quiet": None, "attitudes": None, "style": None, "labels": None},
        {"owner": SERVER, "zone": None, "quiet": "22:00-07:00", "attitudes": False, "style": "full", "labels": True},
    ],
    "said": [
        {
            "key": (_MINUTE << 32) + _LAST - 12,
            "statement_id": 12,
            "document": _document("that the strait stays open @asays @all @cnorway @ningrid @nsolheim @s5"),
        },
        {
            "key": (_MINUTE << 32) + _LAST - 13,
            "statement_id": 13,
            "document": _document("we have asked for nothing else @asays @all @cnorway @ningrid @nsolheim @s5"),
        },
    ],
    "indexed_texts": [{"text_id": 4, "version": 1, "digest": "0" * 64}],
    "voices": [{"spelling_id": 5, "sound": "ingrid solheim", "surname": "solheim", "statements": 2}],
    "voice_words": [{"word": "ingrid", "spelling_id": 5}, {"word": "solheim", "spelling_id": 5}],
    "offices": [{"spelling_id": 5, "country": "Norway", "role": "Foreign Minister", "statements": 2}],
    "searches": [{"id": "s" * 20, "question": '{"who": "Solheim"}', "asked_at": AT}],
}
