import socket
from ipaddress import ip_address

import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from bot.errors import AddressRefusedError, AttacheError, UsageError
from bot.web.address_guard import GuardedResolver, decide_refusal, parse_address


class AnswersWith(AbstractResolver):
    """Answers every name with the same addresses."""

    def __init__(self, *addresses: str) -> None:
        self.addresses = addresses

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host=address, port=port, family=family, proto=0, flags=0)
            for address in self.addresses
        ]

    async def close(self) -> None:
        return


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://quill.example/news?id=7#top", "https://quill.example/news?id=7"),
        ("  http://QUILL.example./a ", "http://quill.example/a"),
        ("https://bücher.example/ä", "https://xn--bcher-kva.example/%C3%A4"),
        ("https://quill.example:8443/", "https://quill.example:8443/"),
        ("http://134744072/", "http://8.8.8.8/"),
        ("http://010.8.8.8/", "http://8.8.8.8/"),
        ("http://0x8.0x8.2056/", "http://8.8.8.8/"),
        ("http://[2001:4860:4860::8888]/", "http://[2001:4860:4860::8888]/"),
        ("http://[64:ff9b::808:808]/", "http://[64:ff9b::808:808]/"),
    ],
)
def test_public_addresses_pass_in_the_form_they_are_fetched(address: str, expected: str) -> None:
    assert str(parse_address(address)) == expected


@pytest.mark.parametrize(
    "address",
    [
        "",
        "quill.example",
        "ftp://quill.example/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http:///path",
        "http://:80/",
        "http://quill..example/",
        "http://-quill.example/",
        "http://quill example/",
        "http://quill%2eexample/",
        "http://quill.example\\@other.example/",
        "http://quill.example:99999/",
        "http://[::1",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://quill.0x7f/",
        "http://" + "9" * 5000 + "/",
        "http://quill.example/" + "a" * 2000,
    ],
)
def test_what_is_no_web_address_is_a_usage_error(address: str) -> None:
    with pytest.raises(UsageError):
        parse_address(address)


def test_user_info_is_refused_and_never_repeated() -> None:
    with pytest.raises(AddressRefusedError) as caught:
        parse_address("https://reader:hunter2@quill.example/")
    assert "hunter2" not in f"{caught.value}{caught.value.resource}"


@pytest.mark.parametrize("port", [0, 22, 25, 110, 993])
def test_ports_of_other_services_are_refused(port: int) -> None:
    with pytest.raises(AddressRefusedError, match=f"port {port}"):
        parse_address(f"http://quill.example:{port}/")


@pytest.mark.parametrize(
    ("allow", "address"),
    [
        ({"127.0.0.1"}, "http://127.0.0.1:9000/"),
        ({"127.0.0.1:9000"}, "http://127.0.0.1:9000/"),
        ({"127.0.0.1:9000"}, "http://2130706433:9000/"),
        ({"[::1]:9000"}, "http://[::1]:9000/"),
        ({"::1"}, "http://[::1]:9000/"),
        ({"intranet.example:22"}, "http://intranet.example:22/"),
    ],
)
def test_hosts_that_the_operator_allows_are_exempt(allow: set[str], address: str) -> None:
    assert parse_address(address, allow=allow).host


def test_an_allowed_port_allows_no_other() -> None:
    with pytest.raises(AddressRefusedError):
        parse_address("http://127.0.0.1:9001/", allow={"127.0.0.1:9000"})


@pytest.mark.parametrize(
    ("ip", "kind"),
    [
        ("127.0.0.1", "this machine itself"),
        ("::1", "this machine itself"),
        ("0.0.0.0", "this machine itself"),  # noqa: S104 - an address to be refused, not to listen on
        ("::", "this machine itself"),
        ("10.1.2.3", "a private network"),
        ("172.16.0.1", "a private network"),
        ("192.168.1.1", "a private network"),
        ("fd00:ec2::254", "a private network"),
        ("169.254.169.254", "a link-local address (where clouds keep their metadata)"),
        ("fe80::1", "a link-local address (where clouds keep their metadata)"),
        ("224.0.0.1", "a multicast address"),
        ("ff02::1", "a multicast address"),
        ("100.64.0.1", "a reserved address"),
        ("100.100.100.200", "a reserved address"),
        ("168.63.129.16", "a reserved address"),
        ("192.88.99.1", "a reserved address"),
        ("::ffff:10.0.0.1", "a private network"),
        ("64:ff9b::a00:1", "a private network"),
        ("2002:7f00:1::", "a reserved address"),
        ("::7f00:1", "a reserved address"),
        ("3fff::1", "a reserved address"),
        ("5f00::1", "a reserved address"),
    ],
)
def test_places_that_are_refused_are_named(ip: str, kind: str) -> None:
    assert str(decide_refusal(ip_address(ip))) == kind


@pytest.mark.parametrize(
    "ip",
    [
        *("0.1.2.3", "192.0.2.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "240.0.0.1", "255.255.255.255"),
        *("2001::1", "2001:db8::1", "64:ff9b:1::1", "100::1", "fec0::1", "::ffff:0:7f00:1"),
    ],
)
def test_ranges_without_a_public_host_are_refused(ip: str) -> None:
    assert decide_refusal(ip_address(ip)) is not None


@pytest.mark.parametrize("ip", ["8.8.8.8", "1.1.1.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::101:101"])
def test_public_places_may_be_contacted(ip: str) -> None:
    assert decide_refusal(ip_address(ip)) is None


async def test_a_name_passes_with_its_public_addresses() -> None:
    resolver = GuardedResolver(inner=AnswersWith("8.8.8.8", "2606:4700::1111"))
    assert [result["host"] for result in await resolver.resolve("quill.example", 443)] == ["8.8.8.8", "2606:4700::1111"]


@pytest.mark.parametrize("addresses", [("127.0.0.1",), ("8.8.8.8", "10.0.0.1"), ("fe80::1%eth0",), ("::ffff:7f00:1",)])
async def test_a_name_for_any_refused_address_is_refused(addresses: tuple[str, ...]) -> None:
    with pytest.raises(AddressRefusedError) as caught:
        await GuardedResolver(inner=AnswersWith(*addresses)).resolve("trap.example", 80)
    assert isinstance(caught.value, AttacheError)
    assert caught.value.resource == "trap.example"


async def test_an_allowed_name_may_lead_inside() -> None:
    resolver = GuardedResolver({"intranet.example:80"}, AnswersWith("10.0.0.1"))
    assert await resolver.resolve("intranet.example", 80)
    with pytest.raises(AddressRefusedError):
        await resolver.resolve("intranet.example", 81)
