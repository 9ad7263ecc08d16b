import pytest

from bot.domain.article import Outlet
from bot.domain.feed import Entry
from bot.gazetteer.outlets import credit, find_outlet, is_outlet, is_same_outlet, name_feed
from bot.gazetteer.sites import find_host


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.rt.com/news/1-a/", "RT"),
        ("https://arabic.rt.com/", "RT"),
        ("http://RT.COM./x", "RT"),
        ("https://en.irna.ir/", "IRNA"),
        ("https://www.state.gov/briefing", "US Department of State"),
        ("https://abcnews.go.com/x", "ABC News"),
        ("https://www.consilium.europa.eu/en", "Council of the European Union"),
        ("https://ec.europa.eu/", "European Union"),
    ],
)
def test_known_outlets_are_found_by_their_domain(url: str, name: str) -> None:
    outlet = find_outlet(url)
    assert outlet is not None
    assert outlet.name == name


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("The Washington Post", True),
        ("Bloomberg", True),
        ("BBC News", True),
        ("BBC", True),
        ("KCNA", False),
        ("Xinhua", False),
        ("The Kremlin", False),
        ("politico", False),
        ("Harbour Post", False),
    ],
)
def test_an_outlet_that_speaks_for_no_state_is_known_by_its_name(name: str, known: bool) -> None:
    assert is_outlet(name) is known


def test_state_media_are_labelled() -> None:
    outlet = find_outlet("https://www.rt.com/")
    assert outlet is not None
    assert (outlet.name, outlet.state, outlet.domain, outlet.country) == ("RT", "state-funded", "rt.com", "Russia")
    reuters = find_outlet("https://www.reuters.com/")
    assert reuters is not None
    assert reuters.state is None


@pytest.mark.parametrize("url", ["https://notrt.com/", "https://rt.com.example/", "https://rt.example/"])
def test_a_similar_name_is_another_outlet(url: str) -> None:
    outlet = find_outlet(url, "RT")
    assert outlet is not None
    assert (outlet.name, outlet.state) == (find_host(url), None)


@pytest.mark.parametrize(
    ("site_name", "name"),
    [
        ("The Daily Quill", "The Daily Quill"),
        ("Daily Quill | World", "Daily Quill | World"),
        ("Reuters", "daily-quill.example"),
        ("Something else", "daily-quill.example"),
        ("", "daily-quill.example"),
        (None, "daily-quill.example"),
    ],
)
def test_a_site_is_called_what_it_calls_itself_only_where_its_address_agrees(site_name: str | None, name: str) -> None:
    outlet = find_outlet("https://www.daily-quill.example/a", site_name)
    assert outlet is not None
    assert (outlet.name, outlet.domain) == (name, "daily-quill.example")


def test_a_known_name_is_not_lent_to_a_look_alike() -> None:
    outlet = find_outlet("https://reuters-wire.example/a", "Reuters")
    assert outlet is not None
    assert outlet.name == "reuters-wire.example"


@pytest.mark.parametrize("url", [None, "", "no address", "http://[::1"])
def test_no_address_no_outlet(url: str | None) -> None:
    assert find_outlet(url, "The Daily Quill") is None


@pytest.mark.parametrize(
    ("url", "name"),
    [
        # a name that claims a known outlet, however it is spelt
        ("https://reuters-wire.example/a", "Reuters Wire"),
        ("https://reuters-wire.example/a", "R\u200beuters Wire"),
        ("https://bbc-news.example/a", "BBC  News"),
        ("https://bbc-news.example/a", "bbc news | World"),
        ("https://news.example/a", "\u0412\u0412\u0421 News"),  # in Cyrillic letters
        ("https://jazeera.example/a", "AI Jazeera"),
        ("https://jazeera.example/a", "Al-Jaz\u00e9\u00e9ra"),
        # a name that only a subdomain resembles: whoever owns the domain may call a host anything
        ("https://daily-quill.attacker.example/a", "The Daily Quill"),
        ("https://daily-quill-example.cdn.ampproject.org/c/s/daily-quill.example/a", "The Daily Quill"),
        ("https://daily-quill.github.io.attacker.example/a", "The Daily Quill"),
    ],
)
def test_no_page_is_called_what_another_outlet_is(url: str, name: str) -> None:
    host = find_host(url)
    assert find_outlet(url, name) == Outlet(host, host)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.quill.example/a", "quill.example"),
        ("https://amp.m.quill.example/a", "m.quill.example"),
        ("https://m.com/a", "m.com"),
        ("https://www.co.uk/a", "www.co.uk"),
        ("https://amp.github.io/a", "amp.github.io"),
        ("https://r\u0435uters.com/a", "xn--ruters-3of.com"),  # a Cyrillic letter
    ],
)
def test_a_host_loses_no_part_that_tells_owners_apart(url: str, host: str) -> None:
    assert find_host(url) == host


@pytest.mark.parametrize(
    ("url", "other", "same"),
    [
        ("https://feeds.quill.example/rss", "https://www.quill.example/a", True),
        ("https://feeds.bbci.co.uk/news/rss.xml", "https://www.bbc.com/a", True),
        ("https://tass.com/rss", "https://tass.ru/a", True),
        ("https://feeds.reuters.com/rss", "https://www.reuters.com/a", True),
        ("https://attacker.example/rss", "https://quill.example/a", False),
        ("https://attacker.example/rss", "https://reuters.com/a", False),
        ("https://reuters.com.attacker.example/rss", "https://reuters.com/a", False),
        ("https://a.github.io/rss", "https://b.github.io/a", False),
        ("https://a.gov.uk.example/rss", "https://b.gov.uk/a", False),
        # one registrable domain, of which the table knows one host as an outlet of its own
        ("https://anybody.uol.com.br/rss", "https://www1.folha.uol.com.br/a", False),
        ("https://anybody.sky.com/rss", "https://news.sky.com/a", False),
        # platforms on which many people publish
        ("https://medium.com/feed/@one", "https://medium.com/@one/a-story-1", True),
        ("https://medium.com/feed/@one", "https://medium.com/@two/a-story-1", False),
        ("https://one.medium.com/feed", "https://two.medium.com/a", False),
        ("https://one.medium.com/feed", "https://one.medium.com/a", True),
        ("https://one.substack.com/feed", "https://www.substack.com/a", False),
        ("https://feeds.feedburner.com/One", "https://feeds2.feedburner.com/~r/one/~3/x", True),
        ("https://feeds.feedburner.com/One", "https://feeds.feedburner.com/~r/Two/~3/x", False),
        ("https://feedproxy.google.com/~r/One/~3/x", "https://feedproxy.google.com/~r/Two/~3/x", False),
        ("https://sites.google.com/view/one/feed", "https://sites.google.com/view/two/a", False),
        ("http://127.0.0.1:81/rss", "http://127.0.0.1:80/a", True),
        ("http://127.0.0.1/rss", "http://127.0.0.2/a", False),
        ("http://10.0.0.1/rss", "http://11.0.0.1/a", False),
        ("push:1", "https://quill.example/a", False),
        (None, None, False),
    ],
)
def test_who_may_speak_for_whom(url: str | None, other: str | None, same: bool) -> None:
    assert is_same_outlet(url, other) is same
    assert is_same_outlet(other, url) is same


AGENCY = "https://www.reuters.com/world/a"
REUTERS = Outlet("Reuters", "reuters.com", "United Kingdom")
ATTACKER = Outlet("attacker.example", "attacker.example")


@pytest.mark.parametrize(
    ("source", "origin", "link", "url", "outlet"),
    [
        ("https://feeds.reuters.com/rss", "https://feeds.reuters.com/", AGENCY, AGENCY, REUTERS),
        ("https://attacker.example/rss", "https://attacker.example/", AGENCY, "https://attacker.example/", ATTACKER),
        # the feed's address redirected, for this poll or for good since: the bytes came from where they came from
        ("https://www.reuters.com/r?to=x", "https://attacker.example/", AGENCY, "https://attacker.example/", ATTACKER),
        ("https://attacker.example/rss", "https://www.reuters.com/", AGENCY, AGENCY, REUTERS),
        # filed by a version that did not record it
        ("https://attacker.example/rss", None, AGENCY, "https://attacker.example/", ATTACKER),
        ("https://feeds.reuters.com/rss", None, AGENCY, AGENCY, REUTERS),
        # no link, or one to itself
        ("https://attacker.example/rss", None, None, "https://attacker.example/", ATTACKER),
        (
            "https://feeds.attacker.example/rss",
            None,
            "https://attacker.example/1",
            "https://attacker.example/1",
            ATTACKER,
        ),
    ],
)
def test_what_a_feed_carries_is_the_outlets_that_it_came_from(
    source: str, origin: str | None, link: str | None, url: str, outlet: Outlet
) -> None:
    entry = Entry(link=link, origin=origin, outlet="Reuters", author="Reuters staff")
    assert credit(entry, source=source, site="Reuters World") == (url, outlet)


@pytest.mark.parametrize(
    ("title", "url", "name"),
    [
        ("Reuters: World", "https://attacker.example/rss", "Reuters: World (attacker.example)"),
        ("R\u0435ut\u0435rs", "https://www.attacker.example/rss", "R\u0435ut\u0435rs (attacker.example)"),
        ("The Times", "https://attacker.example/rss", "The Times (attacker.example)"),
        ("Kathmandu Times", "https://kathmandu.example/rss", "Kathmandu Times"),
        ("BBC News - World", "https://feeds.bbci.co.uk/news/rss.xml", "BBC News - World"),
        ("The Daily Quill", "https://quill.example/rss", "The Daily Quill"),
        (None, "https://quill.example/rss", None),
    ],
)
def test_a_feed_that_claims_a_known_name_is_shown_with_its_host(title: str | None, url: str, name: str | None) -> None:
    assert name_feed(title, url) == name
