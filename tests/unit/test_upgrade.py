"""What release 0.1.0 left behind works in this one: its buttons, kept messages, cards, jobs, tokens and settings.

All of it stands here, and in ``archive/released``, as that release wrote it. It never changes when the program does.
"""

import json
from collections.abc import AsyncIterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.archive.push_sources import hash_token
from bot.archive.store import Archive
from bot.domain.attribution import Act
from bot.domain.digest import TwoSidesQuery
from bot.domain.statement_search import COMMUNICATED, StatementQuery
from bot.gateway.components import ComponentButton, ComponentMenu, is_known, parse_press
from bot.i18n.language import Language, using_language
from bot.i18n.messages import translate_stored
from bot.jobs.dispatcher import JobKind
from bot.jobs.rpc import APPLICATION, PARSING_QUEUE, PROCEDURES, READING_QUEUE, VERSION, WORKFLOW
from bot.render.card import Action, Button, Card, Columns, ComponentAction, Menu, Option, Tone
from bot.render.card_codec import decode_card, encode_card
from bot.render.cards.search_cards import find_statement
from bot.render.search_buttons import SearchAction, parse_search_action
from bot.render.two_sides_buttons import parse_two_sides_action, parse_words_action
from bot.services.statement_search import StatementSearchService
from bot.settings import Settings
from tests.databases import MakeReleased
from tests.unit.archive.released import r0005
from tests.unit.services.fakes import StoppedClock

MESSAGES = Path(__file__).parent / "archive" / "released" / "messages.txt"
READING, POST, NONE = "0123456789abcdef0123", "f" * 20, "0" * 20

# every button and menu that the release put below a card
CUSTOM_IDS: Mapping[str, ComponentAction] = {
    f"b:summary:{READING}:0:": ComponentAction(Action.SUMMARY, READING),
    f"t:summary:{READING}:2:7": ComponentAction(Action.SUMMARY, READING, 2, "7", turns=True),
    f"b:whosaid:{READING}:0:": ComponentAction(Action.WHOSAID, READING),
    f"t:whosaid:{READING}:11:Ingrid Solheim": ComponentAction(
        Action.WHOSAID, READING, 11, "Ingrid Solheim", turns=True
    ),
    f"m:context:{READING}:0:": ComponentAction(Action.CONTEXT, READING),
    f"b:twosides:{READING}:0:": ComponentAction(Action.TWOSIDES, READING),
    f"t:twosides:{READING}:1:*Norway|Iceland|fish": ComponentAction(
        Action.TWOSIDES, READING, 1, "*Norway|Iceland|fish", turns=True
    ),
    f"b:sidesdark:{NONE}:0:Norway||": ComponentAction(Action.SIDESDARK, NONE, 0, "Norway||"),
    f"t:sideslight:{READING}:3:*": ComponentAction(Action.SIDESLIGHT, READING, 3, "*", turns=True),
    f"t:position:{NONE}:1:Norway|the strait": ComponentAction(
        Action.POSITION, NONE, 1, "Norway|the strait", turns=True
    ),
    f"b:positionfile:{NONE}:0:Norway|": ComponentAction(Action.POSITIONFILE, NONE, 0, "Norway|"),
    f"t:said:{NONE}:1:<1a2b||hldmi|a|Solheim|strait": ComponentAction(
        Action.SAID, NONE, 1, "<1a2b||hldmi|a|Solheim|strait", turns=True
    ),
    f"t:said:{r0005.SEARCH}:2:>-z": ComponentAction(Action.SAID, r0005.SEARCH, 2, ">-z", turns=True),
    f"b:saidfile:{NONE}:0:||||Solheim|": ComponentAction(Action.SAIDFILE, NONE, 0, "||||Solheim|"),
    f"m:found:{NONE}:0:": ComponentAction(Action.FOUND, NONE),
    f"b:why:{POST}:0:": ComponentAction(Action.WHY, POST),
    f"t:feeds:{NONE}:1:": ComponentAction(Action.FEEDS, NONE, 1, turns=True),
    f"m:fates:{NONE}:0:": ComponentAction(Action.FATES, NONE),
    f"t:fates:{NONE}:0:3:41": ComponentAction(Action.FATES, NONE, 0, "3:41", turns=True),
    f"t:schedules:{NONE}:1:": ComponentAction(Action.SCHEDULES, NONE, 1, turns=True),
    f"t:watches:{NONE}:1:": ComponentAction(Action.WATCHES, NONE, 1, turns=True),
    f"b:unwatch:{POST}:0:2": ComponentAction(Action.UNWATCH, POST, 0, "2"),
    f"b:forget:{NONE}:0:": ComponentAction(Action.FORGET, NONE),
    f"b:watch:{NONE}:0:Solheim|strait": ComponentAction(Action.WATCH, NONE, 0, "Solheim|strait"),
    f"b:timeline:{NONE}:0:|strait": ComponentAction(Action.TIMELINE, NONE, 0, "|strait"),
}


@pytest.mark.parametrize("ident", CUSTOM_IDS)
def test_a_button_of_the_release_asks_for_what_it_did(ident: str) -> None:
    kind = ComponentMenu if ident.startswith("m:") else ComponentButton
    match = kind.__discord_ui_compiled_template__.fullmatch(ident)
    assert match
    assert parse_press(match) == CUSTOM_IDS[ident]
    assert is_known(ident)


def test_every_action_of_the_release_is_among_them() -> None:
    assert {ident.split(":")[1] for ident in CUSTOM_IDS} == set(
        "context fates feeds forget found position positionfile said saidfile schedules sidesdark sideslight summary"
        " timeline twosides unwatch watch watches whosaid why".split()
    )


def test_details_of_the_release_mean_what_they_did() -> None:
    def parse(ident: str) -> ComponentAction:
        return CUSTOM_IDS[ident]

    every_act = StatementQuery("Solheim", "strait", None, datetime(2026, 3, 9, 11, 6, tzinfo=UTC), acts=frozenset(Act))
    assert parse_search_action(parse(f"t:said:{NONE}:1:<1a2b||hldmi|a|Solheim|strait")) == SearchAction(
        every_act, "", before=59699
    )
    assert parse_search_action(parse(f"t:said:{r0005.SEARCH}:2:>-z")) == SearchAction(None, r0005.SEARCH, after=-35)
    assert parse_search_action(parse(f"b:saidfile:{NONE}:0:||||Solheim|")) == SearchAction(
        StatementQuery("Solheim"), ""
    )
    assert find_statement(f"{READING}:12-40") == ComponentAction(Action.CONTEXT, READING, 0, "12-40")
    assert parse_two_sides_action(parse(f"t:twosides:{READING}:1:*Norway|Iceland|fish")) == TwoSidesQuery(
        READING, story=True, a="Norway", b="Iceland", about="fish"
    )
    assert parse_two_sides_action(parse(f"b:sidesdark:{NONE}:0:Norway||")) == TwoSidesQuery(a="Norway")
    assert parse_two_sides_action(parse(f"t:sideslight:{READING}:3:*")) == TwoSidesQuery(READING, story=True)
    assert parse_words_action(parse(f"t:position:{NONE}:1:Norway|the strait")) == ("Norway", "the strait")


CARD = (
    '{"version":1,"header":"### \\u201cDigest\\u201d","blocks":["a\\nb"],'
    '"columns":[["harbour","3 March","Norway","yes","Iceland","no"]],"footer":"Stored.",'
    f'"menu":{{"placeholder":"Context","press":["context","{READING}",0,"",false],"options":[["Solheim","12-40","open"]]}},'
    f'"buttons":[{{"label":"Why this?","press":["why","{POST}",0,"",false],"url":null}},'
    f'{{"label":"Next","press":["whosaid","{READING}",1,"Solheim",true],"url":null}},'
    '{"label":"Source","press":null,"url":"https://strait.example/open"}],"tone":"state"}'
)


def test_a_card_of_the_release_is_read_and_written_as_it_was() -> None:
    card = decode_card(CARD)
    assert card == Card(
        "### “Digest”",
        ("a\nb",),
        (Columns("harbour", "3 March", "Norway", "yes", "Iceland", "no"),),
        "Stored.",
        Menu("Context", ComponentAction(Action.CONTEXT, READING), (Option("Solheim", "12-40", "open"),)),
        (
            Button("Why this?", ComponentAction(Action.WHY, POST)),
            Button("Next", ComponentAction(Action.WHOSAID, READING, 1, "Solheim", turns=True)),
            Button("Source", url="https://strait.example/open"),
        ),
        Tone.STATE,
    )
    assert encode_card(card) == CARD
    for action in {ident.split(":")[1] for ident in CUSTOM_IDS}:
        assert decode_card(CARD.replace('["why"', f'["{action}"')).buttons[0].press


@pytest.mark.parametrize("language", Language)
def test_every_message_that_the_release_may_have_stored_is_still_said(language: Language) -> None:
    """All of its messages but the console's, which are printed and never stored."""
    with using_language(language):
        for line in MESSAGES.read_text("utf-8").splitlines():
            key, *names = line.split()
            kept = json.dumps([key, dict.fromkeys(names, 2)])
            assert translate_stored(kept) != kept, key


def test_a_message_within_a_message_is_said() -> None:
    kept = '["errors-whole", {"cause": ["archive-busy", {}], "step": ["archive-busy.step", {}]}]'
    with using_language(Language.ENGLISH):
        assert translate_stored(kept) == " ".join(
            translate_stored(f'["archive-busy{part}", {{}}]') for part in ("", ".step")
        )


@pytest.fixture
async def archive(make_released: MakeReleased) -> AsyncIterator[Archive]:
    """The archive as the release left it, opened by this one."""
    archive = await Archive.open(make_released("0005"))
    yield archive
    await archive.close()


async def test_a_token_of_the_release_opens_its_source(archive: Archive) -> None:
    source = await archive.received.find_source(hash_token(r0005.TOKEN))
    assert source
    assert (source.kind, source.title) == ("push", "Quill")
    assert await archive.received.find_source(hash_token(r0005.TOKEN + "x")) is None


async def test_a_search_that_the_release_kept_is_asked_again(archive: Archive) -> None:
    service = StatementSearchService(archive.search, archive.preferences, StoppedClock())
    assert await service.load_query(r0005.SEARCH) == StatementQuery(
        "Solheim", "strait", datetime(2026, 3, 1, tzinfo=UTC), None, COMMUNICATED, frozenset({"Norway"})
    )


async def test_a_card_that_the_release_had_not_sent_waits_to_be_sent(archive: Archive) -> None:
    waiting = await archive.posts.latest(r0005.OTHER, limit=9)
    assert [decode_card(post.card).header for post in waiting] == ["### Digest"]


def test_names_of_remote_calls_stay() -> None:
    """``tests/unit/jobs/test_earlier_jobs.py`` tests what becomes of the jobs that the release recorded."""
    assert (APPLICATION, VERSION, WORKFLOW, READING_QUEUE, PARSING_QUEUE) == (
        "attache", "1", "errand", "reading", "parsing"
    )  # fmt: skip
    assert [kind.value for kind in JobKind] == ["item", "digest", "delivery", "watch", "followup"]
    assert set(PROCEDURES) >= {
        "bot.pictures.paint.draw_png",
        "bot.reading.jobs.analyse_text",
        "bot.reading.jobs.choose_key_sentences",
        "bot.sources.parsing.find_feeds",
        "bot.sources.parsing.parse_carried",
        "bot.sources.parsing.parse_feed",
        "bot.sources.parsing.parse_opml",
        "bot.sources.parsing.parse_page",
        "bot.sources.parsing.parse_upload",
        "bot.sources.parsing.write_opml",
        "bot.sources.snapshot.read_snapshot",
    }


ENV = """
DISCORD_TOKEN=token
ATTACHE_DATA_DIR=/var/lib/attache
DATABASE_URL=postgresql://attache@localhost/attache
ARCHIVE_DAYS=400
ALLOW_PRIVATE_HOSTS=intranet.example:8080, news.example
RECEIVE_ADDRESS=127.0.0.1:8080
RECEIVE_URL=https://attache.example/articles
OBSERVE_ADDRESS=127.0.0.1:9464
OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:4318
ATTACHE_CONTACT=mailto:desk@attache.example
GATEWAY_PROCESSES=2
GATEWAY_SHARDS=4
DISCORD_URL=http://127.0.0.1:8000
READING_PROCESSES=3
READING_WAITING=5
READING_SECONDS=60.5
READING_MEMORY_MB=600
LOG_LEVEL=WARNING
LOG_JSON=true
"""


def test_every_setting_of_the_release_is_obeyed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".env").write_text(ENV, encoding="utf-8")
    settings = Settings.load()
    found = settings.model_dump()
    assert found.pop("discord_token").get_secret_value() == "token"
    assert found.pop("database_url").get_secret_value() == "postgresql://attache@localhost/attache"
    old = {
        "attache_data_dir": Path("/var/lib/attache"),
        "archive_days": 400,
        "allow_private_hosts": frozenset({"intranet.example:8080", "news.example"}),
        "receive_address": "127.0.0.1:8080",
        "receive_url": "https://attache.example/articles",
        "observe_address": "127.0.0.1:9464",
        "otel_exporter_otlp_endpoint": "http://127.0.0.1:4318",
        "attache_contact": "mailto:desk@attache.example",
        "gateway_processes": 2,
        "gateway_shards": 4,
        "discord_url": "http://127.0.0.1:8000",
        "reading_processes": 3,
        "reading_waiting": 5,
        "reading_seconds": 60.5,
        "reading_memory_mb": 600,
        "log_level": "WARNING",
        "log_json": True,
    }
    assert {name: found[name] for name in old} == old
