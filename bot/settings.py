"""Settings: read once, at the entry, from the environment and ``.env``. ``.env.example`` is their table."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Self

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import SettingsError


class Settings(BaseSettings):
    """Every setting with its default. Names in the environment are the same in capitals."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", frozen=True)

    discord_token: SecretStr | None = Field(None, description="The bot's token; without it only the terminal works.")
    attache_data_dir: Path = Field(Path("data"), description="Folder for the archive and the console's history.")
    database_url: str | None = Field(None, description="SQLAlchemy address of the archive; SQLite in the data folder.")
    allow_private_hosts: Annotated[frozenset[str], NoDecode] = Field(
        frozenset(), description="host[:port] exempt from the address guard, separated by commas."
    )
    attache_contact: str = Field(
        "https://github.com/attache-bot/attache", description="Address in the User-Agent, for those we fetch from."
    )
    reading_processes: int = Field(1, ge=1, le=64, description="Worker processes that read texts.")
    reading_seconds: float = Field(60.0, gt=0, description="Time limit for reading one text, seconds.")
    reading_memory_mb: int = Field(1024, ge=256, description="Memory limit of one reading process, MiB.")
    log_level: str = Field("INFO", pattern="^(DEBUG|INFO|WARNING|ERROR)$", description="DEBUG, INFO, WARNING or ERROR.")
    log_json: bool = Field(False, description="Log one JSON object a line instead of text for people.")

    @field_validator("allow_private_hosts", mode="before")
    @classmethod
    def _split_hosts(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(host.strip().lower() for host in value.split(",") if host.strip())
        return value

    @field_validator("discord_token", "database_url", mode="before")
    @classmethod
    def _empty_is_absent(cls, value: object) -> object:
        return None if isinstance(value, str) and not value.strip() else value

    @property
    def archive_url(self) -> str:
        """Address of the archive's database for SQLAlchemy's asyncio engine."""
        return self.database_url or f"sqlite+aiosqlite:///{self.attache_data_dir / 'attache.sqlite3'}"

    @classmethod
    def load(cls, overrides: Mapping[str, Any] | None = None) -> Self:
        """Read environment and ``.env``. Raises ``SettingsError`` that names the setting, never its value."""
        try:
            return cls(**(overrides or {}))
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False, include_context=False)[0]
            name = ".".join(str(part) for part in first["loc"]).upper()
            raise SettingsError(
                f"The setting {name} is not usable: {first['msg'].lower()}.",
                "Correct it in the environment or in .env; .env.example says what each setting takes.",
                resource=name,
            ) from None
