"""The host and the site of a web address. A site is a registrable domain: the part that one registrant controls.

Registrable domains come from the Public Suffix List (publicsuffix.org) in the copy that ``tld`` ships; nothing is
fetched. Its private section counts too, so two blogs of one host ("a.github.io", "b.github.io") are two sites.
"""

from functools import lru_cache

from tld import get_fld
from yarl import URL

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
    """The registrable domain of ``url``; the whole host if it has none (an IP address, a public suffix), "" without a
    host.

    Under a suffix that is not in the list, such as "example", it is the last two labels.
    """
    return _find_site(_raw_host(url))


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
    known = get_fld(f"https://{host}/", fail_silently=True, search_private=True)
    return known or ".".join(labels[-2:])
