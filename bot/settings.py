"""Settings, read once at start-up from the environment and ``.env``. ``.env.example`` lists them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self, TypeVar
from urllib.parse import unquote

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError
from bot.i18n.messages import translatable

T = TypeVar("T")


def _empty_is_absent(value: object) -> object:
    return (value.strip() or None) if isinstance(value, str) else value


IfGiven = Annotated[T | None, BeforeValidator(_empty_is_absent)]

_PLACE = r"^(\[[0-9A-Fa-f:.]+\]|[\w.-]+):\d{1,5}$"
"""host:port to listen on."""
_ADDRESS = r"^https?://[\w.:\[\]/~-]+$"


class Settings(BaseSettings):
    """All settings with their defaults. Environment variables have the same names in capitals."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    discord_token: IfGiven[SecretStr] = Field(
        None,
        description="The bot's token (discord.com/developers, Bot, Reset Token). Without it only the terminal works.",
    )
    attache_data_dir: Path = Field(
        Path("data"), description="Folder for the archive and the console's history; created if missing."
    )
    database_url: IfGiven[SecretStr] = Field(
        None,
        description="Address of the archive's database: sqlite:///path or postgresql://user:password@host/name. "
        "By default the file attache.sqlite3 in ATTACHE_DATA_DIR.",
    )
    archive_days: IfGiven[int] = Field(
        None,
        ge=1,
        description="Delete articles this many days after they were first read, with what was found in them, unless "
        "newer articles belong to their story. By default all are kept.",
    )
    allow_private_hosts: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(),
        description="host[:port] of private hosts that may be fetched (an intranet), separated by commas.",
    )
    receive_address: IfGiven[str] = Field(
        None,
        pattern=_PLACE,
        description="host:port where newsrooms may send articles (docs/receiving.md), such as 127.0.0.1:8080. "
        "By default nothing listens.",
    )
    receive_url: IfGiven[str] = Field(
        None,
        pattern=_ADDRESS,
        description="Public address of that endpoint, such as https://attache.example/articles, if a web server is in "
        "front of it. By default /articles at RECEIVE_ADDRESS.",
    )
    publish_address: IfGiven[str] = Field(
        None,
        pattern=_PLACE,
        description="host:port where the pages and Atom feeds of channels are served (docs/publishing.md), such as "
        "127.0.0.1:8081. By default nothing listens.",
    )
    publish_url: IfGiven[str] = Field(
        None,
        pattern=_ADDRESS,
        description="Public address of that server, such as https://attache.example, if a web server is in front of "
        "it. By default http:// and PUBLISH_ADDRESS.",
    )
    observe_address: IfGiven[str] = Field(
        None,
        pattern=_PLACE,
        description="host:port where /healthz, /readyz and /metrics answer (docs/operating.md), such as "
        "127.0.0.1:9464. By default nothing listens.",
    )
    otel_exporter_otlp_endpoint: IfGiven[str] = Field(
        None,
        pattern=_ADDRESS,
        description="Address of an OpenTelemetry collector (OTLP over HTTP) to send spans to, such as "
        "http://127.0.0.1:4318. Needs the extra [otel]. By default no spans are recorded.",
    )
    attache_contact: str = Field(
        "https://github.com/attache-bot/attache",
        description="Where sites can reach you; part of the User-Agent when they are fetched.",
    )
    gateway_processes: int = Field(
        1, ge=1, description="Number of gateway processes that share Discord's shards (docs/operating.md)."
    )
    gateway_shards: IfGiven[int] = Field(
        None,
        ge=1,
        description="Total number of shards. By default as many as Discord recommends; required with several gateway "
        "processes.",
    )
    discord_url: IfGiven[str] = Field(
        None,
        pattern=r"^https?://[\w.:\[\]-]+$",
        description="Address of a test Discord, such as http://127.0.0.1:8000: REST under /api/v10, the gateway's "
        "socket at /gateway. By default Discord itself.",
    )
    reading_processes: int = Field(
        1, ge=1, le=64, description="Worker processes that read texts; at most one per core."
    )
    reading_waiting: int = Field(
        32, ge=0, description="Texts that may wait to be read; further ones are asked to come back later."
    )
    reading_seconds: float = Field(180.0, gt=0, description="Time limit for reading one text, in seconds.")
    reading_memory_mb: int = Field(
        512, ge=384, description="Memory limit of one reading process, in MiB of data; a book and pages use some 330."
    )
    log_level: str = Field(
        "INFO",
        pattern="^(DEBUG|INFO|WARNING|ERROR)$",
        description="Minimum level of the log: DEBUG, INFO, WARNING or ERROR.",
    )
    log_json: bool = Field(False, description="Log one JSON object per line (true) instead of text for people (false).")

    @field_validator("allow_private_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(host.strip().lower() for host in value.split(",") if host.strip())
        return value

    @field_validator("receive_address", "publish_address", "observe_address")
    @classmethod
    def _check_port(cls, value: str | None) -> str | None:
        if value is not None and not 0 < int(value.rpartition(":")[2]) < 65536:
            raise ValueError("a port is a number from 1 to 65535")
        return value

    @model_validator(mode="after")
    def _check_shards(self) -> Self:
        if self.gateway_processes > 1 and (self.gateway_shards or 0) < self.gateway_processes:
            raise ValueError("with several GATEWAY_PROCESSES, GATEWAY_SHARDS must be given and be no smaller")
        return self

    @field_validator("attache_data_dir")
    @classmethod
    def _find_home(cls, value: Path) -> Path:
        return value.expanduser()

    @property
    def archive_url(self) -> str:
        """The archive's database address for SQLAlchemy's asyncio engine; may contain a password."""
        if self.database_url is not None:
            return self.database_url.get_secret_value()
        return f"sqlite+aiosqlite:///{self.attache_data_dir / 'attache.sqlite3'}"

    @property
    def rpc_url(self) -> str | None:
        """The address for DBOS of the database, with its password; None on SQLite. Raises ``ArchiveError``."""
        from bot.database_address import find_rpc_address  # noqa: PLC0415 - most commands make no remote calls

        return find_rpc_address(self.archive_url)

    @property
    def receive_at(self) -> tuple[str, int] | None:
        """Host and port for receiving articles; None if disabled."""
        return _split_place(self.receive_address)

    @property
    def publish_at(self) -> tuple[str, int] | None:
        """Host and port for channels' pages; None if disabled."""
        return _split_place(self.publish_address)

    @property
    def observe_at(self) -> tuple[str, int] | None:
        """Host and port for monitoring; None if disabled."""
        return _split_place(self.observe_address)

    @property
    def articles_url(self) -> str | None:
        """The address to which newsrooms send articles; None if none are received."""
        if self.receive_address is None:
            return None
        return self.receive_url or f"http://{self.receive_address}/articles"

    @property
    def pages_url(self) -> str | None:
        """The address below which channels' pages are, with a slash at the end; None if they are not served."""
        if self.publish_address is None:
            return None
        return f"{(self.publish_url or f'http://{self.publish_address}').rstrip('/')}/channels/"

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must never be shown or logged: the token, and the archive's database password."""
        token = self.discord_token and self.discord_token.get_secret_value()
        password = re.search(r"://[^/@:]*:([^/@]+)@", self.archive_url)
        return tuple(secret for secret in (token, password and unquote(password[1])) if secret)

    @classmethod
    def load(cls, overrides: Mapping[str, Any] | None = None) -> Self:
        """Read environment and ``.env``. Raises ``SettingsError``, which names the setting, never its value."""
        try:
            return cls(**(overrides or {}))
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False, include_context=False)[0]
            # a validator of several settings names no single one
            name = ".".join(str(part) for part in first["loc"]).upper() or "GATEWAY_SHARDS"
            words = translatable("start-setting-unusable", name=name, reason=first["msg"].lower())
            raise SettingsError(words, resource=name) from None


def _split_place(place: str | None) -> tuple[str, int] | None:
    if place is None:
        return None
    host, _, port = place.rpartition(":")
    return host.strip("[]"), int(port)
