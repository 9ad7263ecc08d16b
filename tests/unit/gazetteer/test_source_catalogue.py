"""The catalogue of sources: its table, what is refused in it, and how sources are found."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from yarl import URL

from bot.errors import SettingsError
from bot.gazetteer.countries import country_codes
from bot.gazetteer.outlets import find_known
from bot.gazetteer.source_catalogue import (
    Evidence,
    FeedForm,
    Pack,
    SourceFilter,
    SourceKind,
    open_catalogue,
    package_catalogue,
    parse_sources,
)
from bot.i18n.language import Language
from bot.render.card import DETAIL_LIMIT
from bot.render.markdown import units

CATALOGUE = package_catalogue()
SOURCES = CATALOGUE.sources
OFFICIAL = {SourceKind.MINISTRY, SourceKind.GOVERNMENT, SourceKind.MISSION}
BODIES = {
    "European Union", "United Nations", "ASEAN", "IAEA", "World Health Organization", "International Court of Justice",
    "International Criminal Court", "International Monetary Fund", "Red Cross",
}  # fmt: skip
DEAD = (
    r"^https?://feeds\.reuters\.com/",  # ended in 2020
    r"^https?://(news\.google|www\.bing)\.com/",  # searches, not sources
    r"^https?://(\w+\.)?rsshub\.",  # scrapers of others
    r"^https?://(\w+\.)?(twitter|x|nitter|facebook)\.\w+/",  # give no feeds
    r"^https?://www\.nato\.int/cps/",  # moved in 2025, without feeds
    r"^https?://(www\.)?osce\.org/rss",  # 404
    r"^https?://(www\.)?fmprc\.gov\.cn/.*rss",  # answers with a page
    r"^https?://rss\.app/",  # of a private account
    r"^https?://t\.me/(?!s/)",  # the page of an app, without posts
    r"^https?://www\.youtube\.com/(?!feeds/)",
    r"^https?://bsky\.app/profile/[^/]+$",
)
FORMS = {
    FeedForm.TELEGRAM: r"https://t\.me/s/\w+",
    FeedForm.BLUESKY: r"https://bsky\.app/profile/[\w.-]+/rss",
    FeedForm.YOUTUBE: r"https://www\.youtube\.com/feeds/videos\.xml\?channel_id=UC[\w-]{22}",
    FeedForm.MASTODON: r"https://[\w.-]+/@\w+\.rss",
}


def refusal(feed: str) -> str | None:
    """The dead form that an address has, None if it has none."""
    return next((form for form in DEAD if re.search(form, feed)), None)


def test_it_is_as_large_as_promised() -> None:
    assert len(SOURCES) >= 150
    assert len(CATALOGUE.countries) >= 60
    assert set(Language) <= {source.language for source in SOURCES}


def test_every_row_is_whole() -> None:
    for source in SOURCES:
        assert 2 <= units(source.name) <= DETAIL_LIMIT, "a button holds the name"
        assert source.name == " ".join(source.name.split())
        assert source.country in set(country_codes().values()) | BODIES
        assert re.fullmatch("[a-z]{2}", source.language)
        address = URL(source.feed)
        assert address.scheme in {"http", "https"}
        assert address.host
        assert not address.user
        assert len(source.feed) <= 200
        assert re.fullmatch(FORMS.get(source.form, r"https?://\S+"), source.feed)
        assert re.fullmatch(r"(?:[a-z0-9-]+\.)+[a-z]+", source.outlet)
        assert len(source.found) >= 10, "every row names where its address stands"
        assert date(2020, 1, 1) <= date.fromisoformat(source.on) <= date(2026, 11, 30)
        assert list(source.packs) == sorted(set(source.packs))


def test_no_row_is_of_a_dead_form() -> None:
    for source in SOURCES:
        assert refusal(source.feed) is None


@pytest.mark.parametrize(
    "feed",
    [
        "http://feeds.reuters.com/Reuters/worldNews",
        "https://news.google.com/rss/search?q=nato",
        "https://www.nato.int/cps/en/natohq/news.xml",
        "https://t.me/MID_Russia",
        "https://www.youtube.com/@UnitedNations",
    ],
)
def test_dead_forms_are_refused(feed: str) -> None:
    assert refusal(feed)


def test_nothing_is_there_twice() -> None:
    for key in ("name", "feed"):
        counted = Counter(re.sub(r"^https?://(www\.)?|/$", "", str(getattr(source, key)).lower()) for source in SOURCES)
        assert not [value for value, count in counted.items() if count > 1]
    assert all(CATALOGUE.find(source.name) is source for source in SOURCES)


def test_labels_agree_with_the_outlets() -> None:
    for source in SOURCES:
        known = find_known(f"https://{source.outlet}/")
        assert source.state == (known.state if known else None)
        if known and known.country:
            assert known.country == source.country
        if source.kind in OFFICIAL:
            assert source.state == "government"
        if source.kind is SourceKind.BODY:
            assert source.state is None


@pytest.mark.parametrize("pack", Pack)
def test_a_pack_is_worth_following_and_answers_programs(pack: Pack) -> None:
    members = CATALOGUE.filter(SourceFilter(pack=pack))
    assert 10 <= len(members) <= 35
    assert not [source.name for source in members if source.evidence is Evidence.REFUSED]
    assert {source.language for source in members} <= set(Language), "each is read"


def test_sources_are_filtered() -> None:
    russian = CATALOGUE.filter(SourceFilter(country="Russia", language="ru", kind=SourceKind.AGENCY))
    assert {"TASS (Russian)", "Interfax"} <= {source.name for source in russian}
    assert {source.language for source in russian} == {"ru"}
    assert CATALOGUE.filter(SourceFilter(words="foreign ministry", language="fr", country="Belgium"))[0].name == (
        "Belgian Foreign Ministry"
    )
    assert CATALOGUE.filter(SourceFilter(words="no such source")) == ()


def test_a_source_is_found_by_its_name_however_it_is_typed() -> None:
    found = CATALOGUE.find("el pais")
    assert found
    assert found.name == "El País"
    assert CATALOGUE.find("no such source") is None
    assert CATALOGUE.suggest("uk")[0].name == "UK Foreign Office"
    assert "UN News" in [source.name for source in CATALOGUE.suggest("un n")][:1]


def test_those_who_run_the_bot_add_sources_of_their_own(tmp_path: Path) -> None:
    assert open_catalogue(tmp_path) is CATALOGUE
    row = "Arvonian MFA|ministry|Norway|en|mfa.example|rss|https://mfa.example/rss|mun|us|fetched 2026-11-30".split("|")
    (tmp_path / "sources.tsv").write_text("# ours\n" + "\t".join(row) + "\n", "utf-8")
    found = open_catalogue(tmp_path)
    assert len(found.sources) == len(SOURCES) + 1
    assert found.find("arvonian mfa") == parse_sources("\t".join(row))[0]


@pytest.mark.parametrize("table", ["no table", "a\tb\tc\td\te\tf\tg\th\ti\tj", "\udcff"])
def test_a_table_that_is_none_is_told(tmp_path: Path, table: str) -> None:
    (tmp_path / "sources.tsv").write_bytes(table.encode("utf-8", "surrogateescape"))
    with pytest.raises(SettingsError, match=r"sources.tsv"):
        open_catalogue(tmp_path)
