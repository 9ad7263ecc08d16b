"""Validates a pushed article: parses a request body into an entry, or raises one sentence that says what is wrong."""

import hashlib
import json
import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime, timedelta
from typing import Any, Final, NoReturn

from bot.domain.feed import Entry, FeedDocument
from bot.domain.text import normalise_text
from bot.errors import UsageError
from bot.web.address_guard import parse_address
from bot.web.feeds.identity import IdentifiedEntry, identify_entries
from bot.web.pages.plaintext import FEWEST_CHARACTERS, parse_text

MAX_TITLE: Final = 500  # characters
MAX_OUTLET: Final = 100  # characters

_FIELDS: Final = ("title", "url", "outlet", "published_at", "text", "html")
_LOOSELY: Final = 4  # maximum length before cleaning, as a multiple of the limit
_AHEAD: Final = timedelta(days=1)  # clocks are wrong by hours, not by days
# characters that no text column can store; other control characters are left to the page parser
_UNSTORABLE: Final = re.compile(r"[\x00\ud800-\udfff]")


def identify_article(body: bytes, now: datetime, *, allow: AbstractSet[str] = frozenset()) -> IdentifiedEntry:
    """The entry of :func:`parse_article` with its identity. Runs in a worker process."""
    entry = parse_article(body, now, allow=allow)
    return identify_entries(FeedDocument(None, None, (entry,)))[0]


def parse_article(body: bytes, now: datetime, *, allow: AbstractSet[str] = frozenset()) -> Entry:
    """Parse a JSON object with "text" or "html", and optionally "title", "url", "outlet", "published_at".

    The entry's content is the normalised text, or the unchanged HTML. Without an address its guid is the content's
    SHA-256, so that the same article sent twice is one. ``allow`` lists private hosts that addresses may use. Raises
    ``UsageError`` or another ``AttacheError`` that says what is wrong.
    """
    fields = _parse_object(body)
    if unknown := sorted(fields.keys() - set(_FIELDS)):
        raise UsageError(f"There is no field {_quote(unknown[0])}.", f"The fields are {', '.join(_FIELDS)}.")
    text, html = _get_text(fields, "text"), _get_text(fields, "html")
    if (text is None) == (html is None):
        raise UsageError("An article comes either as text or as html.", 'Give one of "text" and "html".')
    title = _get_line(fields, "title", MAX_TITLE)
    if text is not None:
        article = parse_text(text)
        content, media_type = article.text, "text/plain"
        title = title or article.title
    else:
        content, media_type = _parse_html(html or ""), "text/html"
    url = _get_text(fields, "url")
    return Entry(
        guid=None if url else f"sha256:{hashlib.sha256(content.encode()).hexdigest()}",
        link=str(parse_address(url, allow=allow)) if url else None,
        title=title,
        content=content,
        media_type=media_type,
        outlet=_get_line(fields, "outlet", MAX_OUTLET),
        published_at=_parse_time(_get_text(fields, "published_at"), now),
    )


def _parse_object(body: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(body.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise UsageError("The body is not UTF-8.", "Send JSON in UTF-8.") from None
    except RecursionError:
        raise UsageError("The body is nested too deeply.", "Send one flat JSON object.") from None
    except ValueError as error:
        place = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise UsageError(f"The body is not JSON{place}.", "Send one JSON object.") from None
    if not isinstance(found, dict):
        raise UsageError("The body is not a JSON object.", f"Send one with the fields {', '.join(_FIELDS)}.")
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _get_text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise UsageError(f'The field "{name}" is not a string.', "Put its value in quotation marks, or leave it out.")
    return value


def _get_line(fields: Mapping[str, Any], name: str, limit: int) -> str | None:
    """The field as one line; None if it is absent or blank."""
    text = _get_text(fields, name) or ""
    if len(text) > limit * _LOOSELY:  # before any other processing
        raise _too_long(name, len(text), limit)
    line = " ".join(normalise_text(text).split())
    if len(line) > limit:
        raise _too_long(name, len(line), limit)
    return line or None


def _too_long(name: str, length: int, limit: int) -> UsageError:
    return UsageError(f'The field "{name}" has {length:,} characters; the limit is {limit}.', "Shorten it.")


def _parse_html(html: str) -> str:
    if sum(map(str.isalnum, html)) < FEWEST_CHARACTERS:
        raise UsageError("This html is too short to hold an article.", "Send the whole article.")
    return _UNSTORABLE.sub("\ufffd", html)


def _parse_time(text: str | None, now: datetime) -> datetime | None:
    if not text:
        return None
    try:
        time = datetime.fromisoformat(text)
        aware = time.astimezone(UTC) if time.tzinfo else None
    except (ValueError, OverflowError):
        raise UsageError(
            'The field "published_at" is not a time.', "Give it in ISO 8601, such as 2026-03-01T08:30:00+01:00."
        ) from None
    if aware is None:
        raise UsageError(
            'The field "published_at" names no time zone.', "Add it, such as Z or +01:00 at the end of the time."
        )
    if aware > now + _AHEAD:
        raise UsageError('The field "published_at" is more than a day ahead.', "Send the article when it is published.")
    return aware


def _quote(name: str) -> str:
    short = name if len(name) <= 40 else f"{name[:39]}…"
    return json.dumps(short)
