"""Who an entry is from one poll to the next, whether it was edited, and whether anything may have been missed.

A guid comes first, then the link, then what the entry says. A guid (or link) that several entries of one document share
is no identity of either, so these go on to the next rule; shared with the same link it is one entry written twice, of
which the first counts. A link under a new guid is a new item: live pages are announced so, again and again.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit

from bot.domain.feed import Entry, FeedDocument

_TRACKING = re.compile(
    r"utm_\w+|at_\w+|mc_[ce]id|[fgy]clid|fbclid|igshid|cmpid?|ns_\w+|ocid|smid|partner|rss", re.IGNORECASE
)
_SCHEME = re.compile(r"https?://(?:www\.)?", re.IGNORECASE)
_WHOLE = 400_000  # characters of text that an edit is looked for in


@dataclass(frozen=True, slots=True)
class IdentifiedEntry:
    """An entry with what it is recognised by within its feed, and what changes when it is edited (both short ASCII)."""

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
    """Changes when a reader would see a change: other words in title, summary or content, wherever the markup goes.

    Addresses, tracking parameters, dates, markup and white space do not count.
    """
    from bot.web.feeds.plain_text import plain_text  # noqa: PLC0415 - lxml is for who parses, not for who files

    content = plain_text(entry.content, markup=entry.media_type == "text/html", limit=_WHOLE)
    return _digest(*(" ".join((text or "").split()) for text in (entry.title, entry.summary, content)))


def snapshot_gap(known: Collection[str], document: FeedDocument) -> bool:
    """Whether items may have come and gone between two polls: nothing of the last snapshot is left in this one.

    ``known`` holds the identities of the last snapshot. A feed that was empty, or is, shows no loss.
    """
    identified = identify_entries(document)
    return bool(known) and bool(identified) and not any(item.identity in known for item in identified)


def without_tracking(link: str) -> str:
    """``link`` without scheme, ``www.``, and the parameters that say only where a reader came from."""
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
    # Sites move to https in a night; a permanent link that did is the same item.
    return f"guid:{_digest(_SCHEME.sub('', entry.guid, count=1))}" if entry.guid else None


def _by_link(entry: Entry) -> str | None:
    return f"link:{_digest(without_tracking(entry.link))}" if entry.link else None


def _by_words(entry: Entry) -> str | None:
    return f"text:{fingerprint(entry)}"


_RULES = (_by_guid, _by_link, _by_words)


def _identify(
    entries: Iterable[Entry], rules: tuple[Callable[[Entry], str | None], ...], found: dict[str, Entry]
) -> None:
    """Put ``entries`` into ``found`` by the first of ``rules``; those that it does not tell apart, by the next."""
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
