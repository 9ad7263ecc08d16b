import textwrap
from pathlib import Path

import pytest

from bot.errors import ArchiveError, SettingsError
from bot.settings import Settings

ROOT = Path(__file__).parents[2]

HEAD = """\
# Settings of Attaché. Copy this file to .env and uncomment the lines that you change.
# Environment variables take precedence over this file. The commented-out values are the defaults.
"""


@pytest.fixture(autouse=True)
def nothing_is_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.chdir(tmp_path)


def render_example() -> str:
    parts = [HEAD]
    for name, field in Settings.model_fields.items():
        value = field.default
        shown = "" if value is None or value == frozenset() else str(value).lower() if value in (True, False) else value
        meaning = textwrap.fill(field.description or "", 100, initial_indent="# ", subsequent_indent="# ")
        parts.append(f"{meaning}\n#{name.upper()}={shown}\n")
    return "\n".join(parts)


def test_the_example_lists_every_setting_with_its_default_and_meaning() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == render_example()


def test_the_example_with_every_line_uncommented_gives_the_defaults(tmp_path: Path) -> None:
    defaults = Settings.load()
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    given = [line.removeprefix("#") for line in lines if line.startswith("#") and not line.startswith("# ")]
    assert len(given) == len(Settings.model_fields)
    (tmp_path / ".env").write_text("\n".join(given), encoding="utf-8")
    assert Settings.load() == defaults


def test_each_setting_says_what_it_means() -> None:
    assert all(field.description for field in Settings.model_fields.values())


def test_settings_come_from_the_environment_before_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("READING_PROCESSES=2\nLOG_LEVEL=DEBUG\n", encoding="utf-8")
    monkeypatch.setenv("READING_PROCESSES", "3")
    settings = Settings.load()
    assert (settings.reading_processes, settings.log_level) == (3, "DEBUG")


def test_an_unusable_setting_is_named_without_its_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READING_SECONDS", "hunter2")
    with pytest.raises(SettingsError, match="READING_SECONDS") as caught:
        Settings.load()
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("given", ["", "  "])
def test_an_empty_token_or_address_is_none(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", given)
    monkeypatch.setenv("DATABASE_URL", given)
    settings = Settings.load()
    assert settings.discord_token is None
    assert settings.archive_url == "sqlite+aiosqlite:///data/attache.sqlite3"


def test_hosts_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLOW_PRIVATE_HOSTS", "Intranet.example, 127.0.0.1:8080,")
    assert Settings.load().allow_private_hosts == {"intranet.example", "127.0.0.1:8080"}


@pytest.mark.parametrize(
    ("archive", "rpc"),
    [
        (None, None),
        ("sqlite:////srv/attache/news.sqlite3", None),
        ("sqlite+aiosqlite:///news.sqlite3", None),
        ("postgresql://ana:p%40ss@db.example/news", "postgresql+psycopg://ana:p%40ss@db.example/news"),
        ("postgres://ana@/news?host=/run/postgresql", "postgresql+psycopg://ana@/news?host=%2Frun%2Fpostgresql"),
    ],
)
def test_processes_call_each_other_through_the_archive_that_they_share(
    monkeypatch: pytest.MonkeyPatch, archive: str | None, rpc: str | None
) -> None:
    if archive:
        monkeypatch.setenv("DATABASE_URL", archive)
    assert Settings.load().rpc_url == rpc


@pytest.mark.parametrize("given", ["hunter2", "sqlite://", "sqlite:///:memory:"])
def test_nobody_is_called_through_an_unusable_archive(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("DATABASE_URL", given)
    with pytest.raises(ArchiveError) as caught:
        _ = Settings.load().rpc_url
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    ("given", "place"),
    [
        ("127.0.0.1:8080", ("127.0.0.1", 8080)),
        ("[::1]:8080", ("::1", 8080)),
        ("news.example:80", ("news.example", 80)),
        (" ", None),
    ],
)
def test_articles_are_received_at_a_host_and_port(
    monkeypatch: pytest.MonkeyPatch, given: str, place: tuple[str, int] | None
) -> None:
    monkeypatch.setenv("RECEIVE_ADDRESS", given)
    assert Settings.load().receive_at == place


def test_nothing_is_received_unasked() -> None:
    assert Settings.load().receive_at is None


@pytest.mark.parametrize(
    "given", ["8080", "127.0.0.1", "127.0.0.1:0", "127.0.0.1:65536", "http://a:80", "::1:80 ", ":80"]
)
def test_another_place_to_receive_at_is_refused(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("RECEIVE_ADDRESS", given)
    with pytest.raises(SettingsError, match="RECEIVE_ADDRESS"):
        Settings.load()


def test_the_data_folder_may_be_in_the_home_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ana")
    monkeypatch.setenv("ATTACHE_DATA_DIR", "~/attache")
    assert Settings.load().archive_url == "sqlite+aiosqlite:////home/ana/attache/attache.sqlite3"


def test_secrets_are_known_and_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "the-token-of-the-bot")
    monkeypatch.setenv("DATABASE_URL", "postgresql://attache:p%40ssword@db.example/attache")
    settings = Settings.load()
    assert settings.secrets == ("the-token-of-the-bot", "p@ssword")
    assert not any(secret in repr(settings) for secret in ("the-token-of-the-bot", "p@ssword", "p%40ssword"))


def test_several_gateways_need_to_know_how_many_shards_there_are() -> None:
    assert Settings.load({"gateway_processes": 2, "gateway_shards": 2}).gateway_shards == 2
    for shards in (None, 2):
        with pytest.raises(SettingsError, match="GATEWAY_SHARDS") as caught:
            Settings.load({"gateway_processes": 3, "gateway_shards": shards})
        assert "must be given" in caught.value.cause


@pytest.mark.parametrize("given", ["discord.example", "ws://127.0.0.1:1", "http://127.0.0.1:1/api/v10", "http://a@b"])
def test_another_discord_is_named_by_scheme_host_and_port(given: str) -> None:
    assert Settings.load({"discord_url": "http://127.0.0.1:8000"}).discord_url == "http://127.0.0.1:8000"
    with pytest.raises(SettingsError, match="DISCORD_URL"):
        Settings.load({"discord_url": given})
