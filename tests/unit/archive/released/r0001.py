"""Revision 0001: what was read. A public article, the same text on a second page, and a text that a person pasted."""

import hashlib
from datetime import UTC, datetime
from typing import Any

SAID = (
    "Foreign Minister Ingrid Solheim said on Monday that the strait stays open. "
    "“We have asked for nothing else,” Solheim told reporters."
)
PASTED = "“The lamps are lit,” I. Solheim wrote."
AT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

_QUOTED = [[SAID.index("“"), SAID.index("”") + 1]]
_REPORTED = [[SAID.index("that the strait"), SAID.index(". ")]]


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _ident(url: str, text: str) -> str:
    return _sha256(f"{url}\n{_sha256(text)}")[:20]


PUBLIC = _ident("https://strait.example/open", SAID)
AGAIN = _ident("https://other.example/7", SAID)
PRIVATE = _ident("", PASTED)

_PLAIN = {
    "source_start": None,
    "source_end": None,
    "cue_start": None,
    "cue_end": None,
    "relayed_by": None,
    "negated": False,
    "conditional": False,
}

ROWS: dict[str, list[dict[str, Any]]] = {
    "texts": [
        {"id": 4, "sha256": _sha256(SAID), "text": SAID},
        {"id": 9, "sha256": _sha256(PASTED), "text": PASTED},
    ],
    "articles": [
        {
            "id": PUBLIC,
            "text_id": 4,
            "url": "https://strait.example/open",
            "title": "The strait stays open",
            "outlet": "The Strait",
            "outlet_domain": "strait.example",
            "outlet_country": "Norway",
            "outlet_state": "state-funded",
            "byline": "Kari Nes",
            "published_at": AT,
            "language": "en",
            "first_read_at": AT,
        },
        {
            "id": AGAIN,
            "text_id": 4,
            "url": "https://other.example/7",
            "title": None,
            "outlet": None,
            "outlet_domain": None,
            "outlet_country": None,
            "outlet_state": None,
            "byline": None,
            "published_at": None,
            "language": None,
            "first_read_at": AT.replace(microsecond=123456),
        },
        {
            "id": PRIVATE,
            "text_id": 9,
            "url": None,
            "title": "Lamps",
            "outlet": None,
            "outlet_domain": None,
            "outlet_country": None,
            "outlet_state": None,
            "byline": None,
            "published_at": None,
            "language": "en",
            "first_read_at": AT,
        },
    ],
    "article_owners": [{"article_id": PRIVATE, "owner": "discord:5"}],
    "analyses": [
        {
            "text_id": 4,
            "engine": "tagger-1+rules-1",
            "language": "en",
            "unread": None,
            "summary": [[0, SAID.index(". ") + 1]],
            "analysed_at": AT,
        },
        {
            "text_id": 9,
            "engine": "tagger-1+rules-1",
            "language": "en",
            "unread": None,
            "summary": [],
            "analysed_at": AT,
        },
    ],
    "statements": [
        {
            **_PLAIN,
            "id": 12,
            "text_id": 4,
            "position": 0,
            "content": _REPORTED,
            "source_start": 0,
            "source_end": 31,
            "kind": "indirect",
            "act": "says",
            "speaker": "Ingrid Solheim",
            "role": "Foreign Minister",
            "country": "Norway",
            "confidence": 0.1 + 0.7,
        },
        {
            **_PLAIN,
            "id": 13,
            "text_id": 4,
            "position": 1,
            "content": _QUOTED,
            "kind": "direct",
            "act": "says",
            "speaker": "Ingrid Solheim",
            "role": "Foreign Minister",
            "country": "Norway",
            "confidence": 0.97,
        },
        {
            **_PLAIN,
            "id": 20,
            "text_id": 9,
            "position": 0,
            "content": [[0, PASTED.index("”") + 1]],
            "kind": "direct",
            "act": "says",
            "speaker": "I. Solheim",
            "role": None,
            "country": None,
            "confidence": 0.6,
        },
    ],
    "people": [
        {"id": 2, "name": "Ingrid Solheim", "folded": "ingrid solheim"},
        {"id": 3, "name": "I. Solheim", "folded": "i solheim"},
    ],
    "spellings": [
        {"id": 5, "person_id": 2, "name": "Ingrid Solheim", "folded": "ingrid solheim"},
        {"id": 6, "person_id": 3, "name": "I. Solheim", "folded": "i solheim"},
    ],
    "statement_speakers": [
        {"statement_id": 12, "spelling_id": 5},
        {"statement_id": 13, "spelling_id": 5},
        {"statement_id": 20, "spelling_id": 6},
    ],
}
