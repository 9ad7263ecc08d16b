"""Nobody gets the bot to contact what a stranger cannot reach: by no spelling, name, redirect or change of mind."""

import socket
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.errors import AddressRefusedError, AttacheError, FetchError
from bot.web.address_guard import decide_refusal, parse_address
from bot.web.fetch import Fetcher
from tests.security.conftest import Names, RudeServer

INSIDE = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "017700000001",
    "0177.0.0.01",
    "127.0.0.1.",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "0",
    "0.0.0.0",  # noqa: S104 - an address to be refused, not to listen on
    "10.0.0.1",
    "10.255.255.255",
    "167772161",
    "012.0.0.1",
    "172.16.0.1",
    "192.168.0.1",
    "169.254.169.254",
    "2852039166",
    "0xa9fea9fe",
    "0251.0376.0251.0376",
    "100.100.100.200",
    "168.63.129.16",
    "[::1]",
    "[::]",
    "[0:0:0:0:0:0:0:1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:a9fe:a9fe]",
    "[::127.0.0.1]",
    "[64:ff9b::10.0.0.1]",
    "[2002:7f00:1::]",
    "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
    "[fe80::1]",
    "[fe80::1%25eth0]",
    "[fd00:ec2::254]",
    "[ff02::1]",
]


@pytest.mark.parametrize("host", INSIDE)
async def test_no_spelling_of_an_inner_address_is_contacted(host: str, server: RudeServer, fetcher: Fetcher) -> None:
    with pytest.raises(AddressRefusedError, match="which this bot does not contact"):
        await fetcher.fetch(f"http://{host}:{server.port}/")
    assert not server.hits


@pytest.mark.parametrize("host", INSIDE)
async def test_no_redirect_leads_inside(host: str, server: RudeServer, fetcher: Fetcher) -> None:
    start = server.serve("/start", b"", Location=f"http://{host}:{server.port}/inner")
    with pytest.raises(AddressRefusedError, match=r"redirects elsewhere.*which this bot does not contact"):
        await fetcher.fetch(start)
    assert server.hits == ["/start"]


@pytest.mark.parametrize(
    "goal", ["file:///etc/passwd", "gopher://paper.example/", "http://u:p@paper.example/", "//[::1"]
)
async def test_no_redirect_leaves_the_web(goal: str, server: RudeServer, fetcher: Fetcher) -> None:
    with pytest.raises(AddressRefusedError, match="redirects elsewhere"):
        await fetcher.fetch(server.serve("/start", b"", Location=goal))


@pytest.mark.parametrize(
    "addresses",
    [["127.0.0.1"], ["::1"], ["10.0.0.1"], ["169.254.169.254"], ["::ffff:127.0.0.1"], ["8.8.8.8", "127.0.0.1"]],
)
async def test_no_name_leads_inside(addresses: list[str], server: RudeServer, names: Names, fetcher: Fetcher) -> None:
    names.set("trap.example", addresses)
    with pytest.raises(AddressRefusedError, match="which this bot does not contact"):
        await fetcher.fetch(f"http://trap.example:{server.port}/")
    with pytest.raises(AddressRefusedError, match="redirects elsewhere"):
        await fetcher.fetch(server.serve("/start", b"", Location=f"http://trap.example:{server.port}/inner"))
    assert server.hits == ["/start"]


async def test_a_name_that_changes_its_answer_gains_nothing(server: RudeServer, names: Names, fetcher: Fetcher) -> None:
    """DNS rebinding: the addresses that were judged are those that are connected to, at each connection."""
    names.set("trap.example", ["203.0.113.7"], ["127.0.0.1"])
    for _ in range(3):
        with pytest.raises(FetchError):
            await fetcher.fetch(f"http://trap.example:{server.port}/")
    assert not server.hits


async def test_localhost_by_the_system_s_own_resolver_is_refused(server: RudeServer) -> None:
    async with Fetcher("contact") as fetcher:
        with pytest.raises(AddressRefusedError, match="this machine itself"):
            await fetcher.fetch(f"http://localhost:{server.port}/")
    assert not server.hits


async def test_a_name_that_resolves_to_nothing_says_so(fetcher: Fetcher) -> None:
    with pytest.raises(FetchError, match="There is no site of this name"):
        await fetcher.fetch("http://nowhere.example/")


def spell(number: int, width: int, *, base: str) -> str:
    return {"decimal": f"{number}", "octal": f"0{number:o}", "hex": f"0x{number:0{width}x}"}[base]


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, IPv4Address]:
    """An IPv4 address in one of the spellings that inet_aton reads."""
    inner = st.sampled_from(
        ["127.0.0.0/8", "10.0.0.0/8", "169.254.0.0/16", "192.168.0.0/16", "172.16.0.0/12", "0.0.0.0/0"]
    )
    network = ip_network(draw(inner))
    address = IPv4Address(draw(st.integers(int(network.network_address), int(network.broadcast_address))))
    heads = draw(st.integers(0, 3))
    parts = [*address.packed[:heads], int.from_bytes(address.packed[heads:], "big")]
    bases = st.sampled_from(["decimal", "octal", "hex"])
    return ".".join(spell(part, draw(st.integers(0, 8)), base=draw(bases)) for part in parts), address


@given(spellings(), st.sampled_from(["", "."]), st.sampled_from(["http", "HTTPS"]))
def test_every_spelling_of_every_ipv4_address_is_judged_as_that_address(
    spelling: tuple[str, IPv4Address], dot: str, scheme: str
) -> None:
    written, address = spelling
    if decide_refusal(address):
        with pytest.raises(AddressRefusedError):
            parse_address(f"{scheme}://{written}{dot}/")
    else:
        assert parse_address(f"{scheme}://{written}{dot}/").host == str(address)


@given(st.integers(0, 2**128 - 1) | st.integers(0, 2**64), st.booleans())
def test_every_ipv6_address_is_judged(number: int, exploded: bool) -> None:
    address = IPv6Address(number)
    written = f"http://[{address.exploded if exploded else address.compressed}]/"
    if decide_refusal(address):
        with pytest.raises(AddressRefusedError):
            parse_address(written)
    else:
        assert ip_address(str(parse_address(written).host)) == address


@given(
    st.text(max_size=60)
    | st.text("0123456789abcdefx.:[]%/@\\#?。", max_size=40)
    | st.from_regex(r"[0-9a-fx.]{1,20}", fullmatch=True)
)
def test_nothing_that_a_person_types_becomes_an_inner_address(typed: str) -> None:
    """What comes back is a name, or an IP that may be contacted, in the one spelling that all programs read alike."""
    for address in (typed, f"http://{typed}", f"http://{typed}/a"):
        with suppress(AttacheError):
            host = parse_address(address).raw_host
            assert host
            with suppress(OSError):
                packed = socket.inet_aton(host)
                assert host == str(IPv4Address(packed))
                assert decide_refusal(IPv4Address(packed)) is None
            if ":" in host:
                assert decide_refusal(ip_address(host.partition("%")[0])) is None
