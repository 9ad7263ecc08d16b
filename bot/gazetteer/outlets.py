"""Who published something: an outlet is believed only where the bytes came from its own site.

| what claims an outlet | what it is worth |
|---|---|
| the address that a page was fetched from, after redirects | decides: the table's outlet, else the site itself |
| a page's canonical address | kept on the same host only; otherwise the address fetched |
| a page's own name (``og:site_name``, JSON-LD) | shown if it resembles the site's label and claims no known outlet |
| a page's headline, byline, date | believed: they are told as that outlet's words |
| text that a feed carries, linking to the same outlet | that outlet's, at the link |
| text that a feed carries, linking elsewhere or nowhere | the feed's outlet, at the front page of the feed's site |
| ``<source>``, author, title of a feed | never an outlet; a title that claims a known one is shown with the host |
| copies at caches and archives (AMP, archive.org) | the cache's or archive's, which the bytes came from |
| hosts that look like others (punycode, subdomains) | their own: labels are compared as sent, names after folding |
| an unknown outlet's copy of a known outlet's article | never a reason to hold that article back |
| an article sent with a source's token | as the sender says, for the owners of that source only |

"Came from" is the last address of the redirects. Two addresses are of one outlet where the table says so, or, where it
knows neither, where they share a registrable domain, or a publisher's part of a platform's (``platforms.tsv``). The
table is our own (``outlets.tsv``, which names its sources).
"""

import re
import unicodedata
from collections.abc import Collection
from functools import cache

from bot.data_files import read_rows
from bot.domain.article import Outlet
from bot.domain.feed import Entry
from bot.domain.folding import normalise
from bot.gazetteer.sites import find_host, find_origin, find_publisher, find_site

_LONGEST_NAME = 60  # characters
_LONGEST_TITLE = 500  # of a feed's title
_MOST_WORDS = 8  # of an outlet's name
_ADDRESS_MARKS = frozenset(".:@/")  # an address is not a name
# Letters and digits that resemble a Latin letter: the common part of Unicode's confusables (UTS 39), in lower case.
_ALIKE = str.maketrans("авекмнорстухіјѕԁһԛԝєαβεικνορτυχɑɡ01iı", "abekmhopctyxljsdhqweabelkvoptuxagolll")
_WORD = re.compile(r"\w+")


def find_outlet(url: str | None, site_name: str | None = None) -> Outlet | None:
    """The outlet of ``url`` from the table, else the site, named ``site_name`` if that resembles the domain."""
    host = find_host(url)
    if not host:
        return None
    if known := find_known(url):
        return known
    believed = site_name and _resembles(site_name, find_site(url)) and not _find_claimed(site_name)
    return Outlet(site_name.strip() if site_name and believed else host, host)


def find_known(url: str | None) -> Outlet | None:
    """The outlet in the table for the host of ``url`` or a domain above it."""
    labels = find_host(url).split(".")
    outlets = _load_outlets()
    return next((found for i in range(len(labels) - 1) if (found := outlets.get(".".join(labels[i:])))), None)


def is_outlet(name: str) -> bool:
    """Whether ``name`` is that of an outlet in the table which speaks for no state."""
    return name[:1].isupper() and _fold(name) in _load_independent()


def names_outlet(name: str) -> bool:
    """Whether ``name`` is that of an outlet in the table."""
    return name[:1].isupper() and _fold(name) in _load_names()[0]


def known_domains() -> Collection[str]:
    """The domains in the table."""
    return _load_outlets().keys()


def is_same_outlet(url: str | None, other: str | None) -> bool:
    """Whether content from one address may speak for the other."""
    known, other_known = find_known(url), find_known(other)
    if known or other_known:
        return bool(known and other_known and known.name == other_known.name)
    return bool(find_site(url)) and find_publisher(url) == find_publisher(other)


def credit(entry: Entry, *, source: str | None, site: str | None) -> tuple[str | None, Outlet | None]:
    """The address and outlet of what ``entry`` itself carries; see the table above.

    ``source`` is the feed's address, for entries without an origin; None for a pushed article. ``site`` is what the
    feed or source calls itself.
    """
    if source is None:
        return entry.link, _find_sent(entry, site)
    origin = entry.origin or find_origin(source)
    url = entry.link if is_same_outlet(entry.link, origin) else origin
    return url, find_outlet(url, site)


def name_feed(title: str | None, url: str) -> str | None:
    """The display name of the feed at ``url``: its own title, with the host if it claims another outlet's name."""
    if not title:
        return None
    known = find_known(url)
    others = _find_claimed(title) - {known.name if known else ""}
    return f"{title} ({find_host(url)})" if others else title


def _find_sent(entry: Entry, site: str | None) -> Outlet | None:
    """As the sender says, except for an address in the table; with the label of the outlet of that name."""
    known = find_known(entry.link)
    if known or not entry.outlet:
        return known or find_outlet(entry.link, site)
    found = find_outlet(entry.link)
    said = _fold(entry.outlet)
    same = next((outlet for outlet in _load_outlets().values() if _fold(outlet.name) == said), None)
    if same and not found:
        return same
    return Outlet(entry.outlet, found.domain if found else None, state=same.state if same else None)


@cache
def _load_outlets() -> dict[str, Outlet]:
    rows = read_rows(__package__, "outlets.tsv", header=True)
    return {domain: Outlet(name, domain, country or None, state or None) for domain, name, country, state in rows}


def _resembles(name: str, site: str) -> bool:
    """Whether the name contains the site's own label or the reverse ("The Daily Quill", daily-quill.example)."""
    if len(name) > _LONGEST_NAME or not _ADDRESS_MARKS.isdisjoint(name):
        return False
    plain = "".join(filter(str.isalnum, name)).casefold().removeprefix("the")
    label = site.partition(".")[0].replace("-", "").removeprefix("the")
    return len(plain) > 2 and len(label) > 2 and (label in plain or plain in label)


def _find_claimed(name: str) -> set[str]:
    """The names of the table's outlets that ``name`` is or contains as whole words, in any spelling.

    A single word within a name counts if it is also the outlet's domain: "reuters" names one outlet, "times" does not.
    """
    whole, within = _load_names()
    words = _fold(name)
    parts = {words[i:j] for i in range(len(words)) for j in range(i + 1, min(len(words), i + _MOST_WORDS) + 1)}
    return whole.get(words, set()).union(*(within.get(part, ()) for part in parts))


@cache
def _load_independent() -> frozenset[tuple[str, ...]]:
    """The folded names of outlets that are neither a government's nor state media, also "UNN" for "UNN News"."""
    independent = [one.name for one in _load_outlets().values() if one.state in (None, "public broadcaster")]
    short = (name.removesuffix(" News") for name in independent)
    return frozenset(_fold(name) for name in (*independent, *(name for name in short if name.isupper())))


@cache
def _load_names() -> tuple[dict[tuple[str, ...], set[str]], dict[tuple[str, ...], set[str]]]:
    """The outlets' folded names: as a whole name, and within one."""
    whole: dict[tuple[str, ...], set[str]] = {}
    within: dict[tuple[str, ...], set[str]] = {}
    for domain, outlet in _load_outlets().items():
        words, label = _fold(outlet.name), _fold(find_site(f"https://{domain}/").partition(".")[0])
        whole.setdefault(words, set()).add(outlet.name)
        forms = {words, ("".join(words),)} if len(words) > 1 else set()
        for form in forms | ({label} if label == words[:1] else set()):
            within.setdefault(form, set()).add(outlet.name)
    return whole, within


def _fold(name: str) -> tuple[str, ...]:
    """The words of a name by appearance: without case, accents, articles, and with look-alike letters as Latin ones."""
    plain = normalise("NFKD", name[:_LONGEST_TITLE]).casefold().translate(_ALIKE)
    bare = "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return tuple(word for word in _WORD.findall(bare) if word != "the")
