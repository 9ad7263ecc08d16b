"""Identifies entries across polls, and detects edits and gaps.

The guid comes first, then the link, then the content. A guid (or link) shared by several entries of one document
identifies none of them, so these fall through to the next rule; with the same link they are one entry listed twice, of
which the first counts. A known link with a new guid is a new item: live pages are announced that way, again and again.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.domain.feed import Entry, FeedDocument

_TRACKING = re.compile(
    r"utm_\w+|at_\w+|mc_[ce]id|[fgy]clid|fbclid|igshid|cmpid?|ns_\w+|ocid|smid|partner|rss", re.IGNORECASE
)
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_WHOLE = 400_000  # characters of text compared to detect an edit


@dataclass(frozen=True, slots=True)
class IdentifiedEntry:
    """An entry with its identity within the feed, and a fingerprint that changes with each edit (both short ASCII)."""

    identity: str
    fingerprint: str
    entry: Entry


def identify_entries(document: FeedDocument) -> tuple[IdentifiedEntry, ...]:
    """The entries of ``document`` in its order, each identity once."""
    found: dict[str, Entry] = {}
    _identify(document.entries, _RULES, found)
    named = {id(entry): identity for identity, entry in found.items()}
    return tuple(
        IdentifiedEntry(named[id(entry)], fingerprint(entry), entry) for entry in document.entries if id(entry) in named
    )


def fingerprint(entry: Entry) -> str:
    """A hash of the words in title, summary and content, without addresses, dates, markup and white space."""
    from bot.web.feeds.plain_text import plain_text  # noqa: PLC0415 - loads lxml, which only parsing needs

    content = plain_text(entry.content, markup=entry.media_type == "text/html", limit=_WHOLE)
    return _digest(*(" ".join((text or "").split()) for text in (entry.title, entry.summary, content)))


def without_tracking(link: str) -> str:
    """``link`` without scheme, ``www.`` and tracking parameters."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    query = parts.query
    if query:
        pairs = parse_qsl(query, keep_blank_values=True)
        query = urlencode([(name, value) for name, value in pairs if not _TRACKING.fullmatch(name)])
    fragment = "" if _TRACKING.match(parts.fragment) else parts.fragment
    bare = parts._replace(scheme="", netloc=parts.netloc.lower(), query=query, fragment=fragment).geturl()
    return bare.removeprefix("//").removeprefix("www.")


def _by_guid(entry: Entry) -> str | None:
    # sites move to https from one day to the next; a permalink that did is the same item
    return f"guid:{_digest(_SCHEME.sub('', entry.guid, count=1))}" if entry.guid else None


def _by_link(entry: Entry) -> str | None:
    return f"link:{_digest(without_tracking(entry.link))}" if entry.link else None


def _by_words(entry: Entry) -> str | None:
    return f"text:{fingerprint(entry)}"


_RULES = (_by_guid, _by_link, _by_words)


def _identify(
    entries: Iterable[Entry], rules: tuple[Callable[[Entry], str | None], ...], found: dict[str, Entry]
) -> None:
    """Add ``entries`` to ``found`` by the first of ``rules``; entries that it does not distinguish use the next one."""
    rule, *others = rules
    alike: defaultdict[str | None, list[Entry]] = defaultdict(list)
    for entry in entries:
        alike[rule(entry)].append(entry)
    left = alike.pop(None, [])
    for identity, group in alike.items():
        assert identity is not None  # noqa: S101 - popped above
        if not others or len(group) == 1 or (rule is _by_guid and _are_one(group)):
            found.setdefault(identity, group[0])
        else:
            left += group
    if left:
        _identify(left, tuple(others), found)


def _are_one(group: list[Entry]) -> bool:
    return len({_by_link(entry) or _by_words(entry) for entry in group}) == 1


def _digest(*parts: str) -> str:
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:32]
