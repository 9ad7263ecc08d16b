"""An article: the normalised text that every quotation is a slice of, and what is known of its origin."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.text import text_sha256


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published an article: common name, registered domain, country, and the label of its ``state``, if any."""

    name: str
    domain: str | None = None
    country: str | None = None
    state: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its metadata, None where unknown; ``published_at`` is aware, ``language`` an ISO 639-1 code."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: Outlet | None = None
    byline: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    picture: str | None = None

    def __post_init__(self) -> None:
        if self.published_at is not None and self.published_at.tzinfo is None:
            raise ValueError("published_at must carry a time zone")

    @property
    def text_sha256(self) -> str:
        """Fingerprint of the text: see :func:`bot.domain.text.text_sha256`."""
        return text_sha256(self.text)
