"""Stories: which articles, of whatever outlets, tell of one event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoryArticle:
    """What placing an article in a story needs of it.

    ``outlet`` is the name for people, ``domain`` the registered domain or None; ``seen_at`` is when it came in (aware).
    ``title`` and ``text`` may be empty. ``speakers`` are the people it has speaking.
    """

    id: str
    outlet: str
    domain: str | None
    title: str
    text: str
    seen_at: datetime
    speakers: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.seen_at.tzinfo is None:
            raise ValueError("seen_at must carry a time zone")


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an article belongs.

    ``story`` is the story it joins, None when it begins one. ``duplicate_of`` is the article whose words it repeats,
    None when its words are its own. ``similarity`` (0 to 1) is that to the nearest story, joined or not, and
    ``confidence`` (0.5 to 1) grows with the distance from the threshold: an order among decisions, not a share of
    them that is right. For a copy both are the share of the shorter text that the other holds too.
    """

    story: int | None
    duplicate_of: str | None
    similarity: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Story:
    """One event as its articles tell it, in the order in which they came in; at least one."""

    id: int
    articles: tuple[StoryArticle, ...]

    def __post_init__(self) -> None:
        if not self.articles:
            raise ValueError("a story has at least one article")
        if any(one.seen_at > other.seen_at for one, other in zip(self.articles, self.articles[1:], strict=False)):
            raise ValueError("a story's articles stand in the order in which they came in")

    @property
    def title(self) -> str:
        """The words of the first article that has a title; "" when none has."""
        return next((article.title for article in self.articles if article.title), "")

    @property
    def outlets(self) -> tuple[str, ...]:
        """Who carries it, each once, the first first."""
        return _once((article.domain or article.outlet, article.outlet) for article in self.articles)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks in it, each once, the first first."""
        return _once((speaker, speaker) for article in self.articles for speaker in article.speakers)

    @property
    def first_at(self) -> datetime:
        """When the first article came in."""
        return self.articles[0].seen_at

    @property
    def last_at(self) -> datetime:
        """When the last article came in."""
        return self.articles[-1].seen_at


def _once(named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The second of each pair, once for each first, in order."""
    found: dict[str, str] = {}
    for key, name in named:
        found.setdefault(key, name)
    return tuple(found.values())
