"""Stories: articles of any outlets about one event."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """What clustering needs of an article.

    ``outlet`` is the name for people, ``domain`` the registered domain or None; ``seen_at`` (aware) is when it arrived.
    ``title`` and ``text`` may be empty. ``speakers`` are the people quoted in it; ``language`` is its ISO 639-1 code,
    "" if unknown.
    """

    id: str
    outlet: str
    domain: str | None
    title: str
    text: str
    seen_at: datetime
    speakers: tuple[str, ...] = ()
    language: str = ""

    def __post_init__(self) -> None:
        if self.seen_at.tzinfo is None:
            raise ValueError("seen_at must carry a time zone")


@dataclass(frozen=True, slots=True)
class Placement:
    """The story of an article.

    ``story`` is the story it joins, None if it begins one. ``duplicate_of`` is the article that it copies, or None.
    ``similarity`` (0 to 1) is that to the nearest story, joined or not; ``confidence`` (0.5 to 1) grows with the
    distance from the threshold, and ranks decisions without being a probability. For a copy, both are the share of the
    shorter text that the other contains.
    """

    story: int | None
    duplicate_of: str | None
    similarity: float
    confidence: float
