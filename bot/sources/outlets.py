"""Who publishes under a web address, from a table of our own (``outlets.tsv``, which names its sources)."""

from functools import cache
from importlib.resources import files

from yarl import URL

from bot.domain.article import Outlet

_LONGEST_NAME = 60  # characters
_ADDRESS_MARKS = frozenset(".:@/")  # an address is no name
_HONORARY = ("www.", "m.", "amp.", "mobile.")


def find_outlet(url: str | None, site_name: str | None = None) -> Outlet | None:
    """The outlet behind ``url``: by the table, by subdomain up to domain; else the site under its own name.

    ``site_name`` is what the page calls its site. It is believed only where it resembles the host, because a page can
    call itself anything. None without an address.
    """
    host = find_host(url)
    if not host:
        return None
    outlets = _load_outlets()
    labels = host.split(".")
    for i in range(len(labels) - 1):
        if outlet := outlets.get(".".join(labels[i:])):
            return outlet
    believed = site_name and _resembles(site_name, host) and site_name not in {known.name for known in outlets.values()}
    return Outlet(site_name.strip() if site_name and believed else host, host)


def find_named_outlet(url: str | None, said: str | None, *, site: str | None = None) -> Outlet | None:
    """The outlet behind ``url``, where whoever sent the article says that it is ``said``; else as :func:`find_outlet`.

    What was sent has no page to resemble, so that its sender is believed: but for an address that the table knows, and
    with the label of the outlet that goes by that name. Without a name, None or the site under its own.
    """
    found = find_outlet(url, site)
    if not said or (found and found in _load_outlets().values()):
        return found
    known = next((outlet for outlet in _load_outlets().values() if outlet.name.casefold() == said.casefold()), None)
    if known and not found:
        return known
    label = known.state if known else None
    return Outlet(said, found.domain if found else None, state=label)


def find_host(url: str | None) -> str:
    """The host of ``url`` without "www." and its like, "" if there is none."""
    try:
        host = (URL(url or "").raw_host or "").lower().rstrip(".")
    except ValueError:
        return ""
    for prefix in _HONORARY:
        host = host.removeprefix(prefix)
    return host


@cache
def _load_outlets() -> dict[str, Outlet]:
    lines = files(__package__).joinpath("outlets.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {domain: Outlet(name, domain, country or None, state or None) for domain, name, country, state in rows}


def _resembles(name: str, host: str) -> bool:
    """Whether the name and one of the host's labels hold one another ("The Daily Quill", daily-quill.example)."""
    if len(name) > _LONGEST_NAME or not _ADDRESS_MARKS.isdisjoint(name):
        return False
    plain = "".join(filter(str.isalnum, name)).casefold().removeprefix("the")
    labels = [label.replace("-", "").removeprefix("the") for label in host.split(".")[:-1]]
    return len(plain) > 2 and any(len(label) > 2 and (label in plain or plain in label) for label in labels)
