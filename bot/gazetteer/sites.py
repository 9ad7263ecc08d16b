"""The host and the site of a web address. A site is a registrable domain: the part that one registrant controls.

Registrable domains come from the Public Suffix List (publicsuffix.org) in the copy that ``tld`` ships; nothing is
fetched. Its private section counts too, so two blogs of one host ("a.github.io", "b.github.io") are two sites.
``platforms.tsv`` adds what it lacks: "a.substack.com" is a site, and "medium.com/@a" a publisher on one.
"""

from functools import cache, lru_cache

from tld import get_fld
from yarl import URL

from bot.data_files import read_rows

_HONORARY = ("www.", "m.", "amp.", "mobile.")


def find_host(url: str | None) -> str:
    """The host of ``url`` without "www." and similar prefixes, "" if there is none; never less than the site."""
    host = _raw_host(url)
    site = _find_site(host)
    for prefix in _HONORARY:
        if host != site:
            host = host.removeprefix(prefix)
    return host


def find_site(url: str | None) -> str:
    """The registrable domain of ``url``, or the whole host if it has none; "" without a host."""
    return _find_site(_raw_host(url))


def find_publisher(url: str | None) -> str:
    """The site of ``url``, and on a platform where people publish under paths also the path that is one person's."""
    site, host = find_site(url), _raw_host(url)
    _, paths = _load_platforms()
    before = paths.get(host.removeprefix("www."), paths.get(site))
    if before is None:
        return site
    parts = [part for part in URL(url or "").path.casefold().split("/") if part]
    if parts and parts[0] in before:
        del parts[0]
    return f"{site}/{parts[0] if parts else ''}"


def find_origin(url: str | None) -> str | None:
    """Scheme, host and port of ``url`` as the address of its front page; None if it is not an http(s) address."""
    try:
        parsed = URL(url or "")
        return f"{parsed.origin()}/" if parsed.scheme in {"http", "https"} else None
    except ValueError:
        return None


def _raw_host(url: str | None) -> str:
    try:
        return (URL(url or "").raw_host or "").lower().rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=4_096)
def _find_site(host: str) -> str:
    labels = host.split(".")
    if len(labels) < 2 or ":" in host or labels[-1].isdigit():
        return host
    site = get_fld(f"https://{host}/", fail_silently=True, search_private=True) or ".".join(labels[-2:])
    hosts, _ = _load_platforms()
    own = labels[: -len(site.split("."))]
    return f"{own[-1]}.{site}" if site in hosts and own and f"{own[-1]}." not in _HONORARY else site


@cache
def _load_platforms() -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """The domains whose hosts are a publisher's each; and of those whose paths are, what may stand before the path."""
    rows = read_rows(__package__, "platforms.tsv", header=True)
    paths = {domain: frozenset(before.split()) for domain, own, before in rows if own == "path"}
    return frozenset(domain for domain, own, _ in rows if own == "host"), paths
