import pytest

from bot.sources.outlets import find_host, find_outlet


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


def test_state_media_are_labelled() -> None:
    outlet = find_outlet("https://www.rt.com/")
    assert outlet is not None
    assert (outlet.label, outlet.domain, outlet.country) == ("RT (state-funded)", "rt.com", "Russia")
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
