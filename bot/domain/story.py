"""Stories: articles of any outlets about one event."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Story:
    """An event with its articles in order of arrival; at least one."""

    id: int
    articles: tuple[StoryArticle, ...]

    def __post_init__(self) -> None:
        if not self.articles:
            raise ValueError("a story has at least one article")
        if any(one.seen_at > other.seen_at for one, other in zip(self.articles, self.articles[1:], strict=False)):
            raise ValueError("a story's articles stand in the order in which they came in")

    @property
    def title(self) -> str:
        """The title of the first article that has one; "" if none has."""
        return next((article.title for article in self.articles if article.title), "")

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets in order of appearance, each once."""
        return _once((article.domain or article.outlet, article.outlet) for article in self.articles)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The speakers in order of appearance, each once."""
        return _once((speaker, speaker) for article in self.articles for speaker in article.speakers)

    @property
    def first_at(self) -> datetime:
        """When the first article arrived."""
        return self.articles[0].seen_at

    @property
    def last_at(self) -> datetime:
        """When the last article arrived."""
        return self.articles[-1].seen_at


def _once(named: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The second of each pair, once for each first, in order."""
    found: dict[str, str] = {}
    for key, name in named:
        found.setdefault(key, name)
    return tuple(found.values())
