"""The address guard: addresses come from strangers, so each is checked before a socket is opened to it.

There are two checks, and no connection is opened without them. :func:`parse_address` checks the written address,
including IP literals in every spelling (aiohttp connects to those without a resolver). :class:`GuardedResolver` checks
every IP that a name resolves to at connection time, and aiohttp connects to exactly those, so that changing a DNS
answer between check and use has no effect. yarl parses addresses, as in aiohttp, so that both checks and the socket see
the same host.
"""

import asyncio
import re
import socket
from collections.abc import Set as AbstractSet
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from ipaddress import AddressValueError, IPv4Address, IPv6Address, ip_address, ip_network
from typing import Any

from aiohttp.abc import AbstractResolver, ResolveResult
from aiohttp.resolver import ThreadedResolver
from yarl import URL

from bot.errors import AddressRefusedError, UsageError
from bot.i18n.messages import Translatable, translatable

MAX_ADDRESS = 2_000  # characters; browsers and servers have similar limits

_NAMES_AT_ONCE = 256  # a slow name server may leave each lookup, and its thread, waiting for half a minute
_DEFAULT_PORTS = frozenset({80, 443})
_FIRST_FREE_PORT = 1024  # lower ports belong to mail, shells and directories, never to news sites
_HOST = re.compile(r"(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")

_GLOBAL_V6 = ip_network("2000::/3")  # the only range assigned to ordinary hosts (IANA IPv6 address space)
# Never contacted, though the registries list some as public: relays into other networks, a cloud metadata service; for
# IPv6 protocol assignments, documentation, Teredo, 6to4. Listed here because Python versions disagree about them.
_RESERVED = tuple(
    map(
        ip_network,
        (
            *("0.0.0.0/8", "100.64.0.0/10", "168.63.129.16/32", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15"),
            *("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"),
        ),
    )
)
_NAT64 = ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are the IPv4 address that is meant


def parse_address(address: str, *, allow: AbstractSet[str] = frozenset()) -> URL:
    """Normalise and check an address: no fragment, IPv4 in dotted decimals, no trailing dot in the host.

    ``allow`` holds hosts ("intranet.example") and hosts with ports ("127.0.0.1:8080") exempt from the guard. Raises
    ``UsageError`` for an invalid web address, ``AddressRefusedError`` for one that may not be contacted.
    """
    if len(address) > MAX_ADDRESS:
        raise UsageError(translatable("sources-too-long", limit=MAX_ADDRESS))
    url = _parse_url(address.strip())
    host, port = _find_host(url), url.port or 0
    url = url.with_host(host).with_fragment(None)
    if is_exempt(host, port, allow):
        return url
    if ip := _parse_ip(host):
        check_ip(ip, url)
    if port not in _DEFAULT_PORTS and port < _FIRST_FREE_PORT:
        raise AddressRefusedError(translatable("sources-port", port=str(port)), resource=str(url))
    return url


def check_ip(ip: IPv4Address | IPv6Address, resource: object) -> None:
    """Accept a public IP. Raises ``AddressRefusedError``, which says what any other is; ``resource`` is for the log."""
    if place := decide_refusal(ip):
        raise AddressRefusedError(translatable("sources-refused", place=place), resource=str(resource))


def decide_refusal(ip: IPv4Address | IPv6Address) -> Translatable | None:
    """Why ``ip`` may not be contacted, as a message; None if public. IPv4 inside IPv6 is checked or refused."""
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return decide_refusal(ip.ipv4_mapped)
        if ip in _NAT64:
            return decide_refusal(IPv4Address(int(ip) & 0xFFFFFFFF))
    for is_kind, kind in (
        (ip.is_unspecified, "itself"),
        (ip.is_loopback, "itself"),
        (ip.is_link_local, "link-local"),
        (ip.is_multicast, "multicast"),
        (any(ip in network for network in _RESERVED), "reserved"),
        (ip.is_private, "private"),
    ):
        if is_kind:
            return translatable("sources-place", kind=kind)
    public = ip.is_global and (isinstance(ip, IPv4Address) or ip in _GLOBAL_V6)
    return None if public else translatable("sources-place", kind="reserved")


def is_exempt(host: str, port: int, allow: AbstractSet[str]) -> bool:
    """Whether the operator allows ``host`` (without brackets) or ``host:port``."""
    bracketed = f"[{host}]" if ":" in host else host
    return not allow.isdisjoint({host, bracketed, f"{bracketed}:{port}"})


class GuardedResolver(AbstractResolver):
    """Resolves names; refuses a name with any forbidden IP, even beside public ones: an attack or a mistake."""

    def __init__(self, allow: AbstractSet[str] = frozenset(), inner: AbstractResolver | None = None) -> None:
        self._allow = allow
        self._inner = inner or SystemResolver()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The addresses of ``host``. Raises ``OSError`` when there are none, ``AddressRefusedError`` by the guard."""
        results = await self._inner.resolve(host, port, family)
        if not is_exempt(host.rstrip(".").lower(), port, self._allow):
            for result in results:
                check_ip(ip_address(result["host"].partition("%")[0]), host)
        return results

    async def close(self) -> None:
        """Release the resolver inside."""
        await self._inner.close()


class SystemResolver(ThreadedResolver):
    """Resolves with the operating system, in its own threads: slow lookups do not block other work."""

    def __init__(self) -> None:
        super().__init__()
        self._threads = ThreadPoolExecutor(_NAMES_AT_ONCE, thread_name_prefix="names")
        self._loop: Any = self  # its getaddrinfo and getnameinfo are overridden below

    async def getaddrinfo(self, host: str, port: int, **how: Any) -> Any:
        """As in the event loop."""
        ask = partial(socket.getaddrinfo, host, port, **how)
        return await asyncio.get_running_loop().run_in_executor(self._threads, ask)

    async def getnameinfo(self, address: Any, flags: int) -> Any:
        """As in the event loop."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, socket.getnameinfo, address, flags)

    async def close(self) -> None:
        """Shut down the threads."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def _parse_url(address: str) -> URL:
    try:
        url = URL(address)
    except ValueError:
        raise _unusable() from None
    if url.scheme not in {"http", "https"}:
        raise UsageError(translatable("sources-scheme"))
    if url.raw_user is not None or url.raw_password is not None or "@" in url.raw_authority:
        raise AddressRefusedError(translatable("sources-credentials"))
    return url


def _find_host(url: URL) -> str:
    """The host to contact. Legacy IPv4 spellings (one number, octal, hexadecimal) become dotted decimals."""
    host = (url.raw_host or "").lower().removesuffix(".")
    if ":" in host:
        return host
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):  # the WHATWG URL standard accepts such a host only as an IPv4 address
        return str(_parse_legacy_ipv4(labels, url))
    if not _HOST.fullmatch(host):
        raise _unusable(str(url))
    return host


def _parse_legacy_ipv4(labels: list[str], url: URL) -> IPv4Address:
    """Parse like inet_aton: up to four numbers, the last of which fills the remaining bytes."""
    try:
        if len(labels) > 4 or not all(_NUMBER.fullmatch(label) for label in labels):
            raise AddressValueError
        *heads, tail = (_parse_number(label) for label in labels)
        if any(head > 255 for head in heads) or tail >= 256 ** (4 - len(heads)):
            raise AddressValueError
        return IPv4Address(sum(head << 8 * (3 - i) for i, head in enumerate(heads)) + tail)
    except ValueError:
        raise _unusable(str(url)) from None


def _parse_number(label: str) -> int:
    if len(label) > 20:  # int() is slow on very long digit strings; no address has one
        raise AddressValueError
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    return int(label, 8 if label.startswith("0") else 10)


def _parse_ip(host: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        return None


def _unusable(resource: str | None = None) -> UsageError:
    # an address that cannot be parsed is not logged either: it may contain a secret
    return UsageError(translatable("sources-unusable"), resource=resource)
