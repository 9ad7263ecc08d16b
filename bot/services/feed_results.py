"""What the desk's services give back: values for faces to show."""

from dataclasses import dataclass

from bot.domain.feed import FeedDocument, FeedLink, Followed, Item, ItemOutcome, OutlineFeed
from bot.services.filter_preview import FilterPreview


@dataclass(frozen=True, slots=True)
class FeedAdded:
    """A feed that is followed from now on, with what it would have posted of what it shows.

    ``found_on`` is the page that named it, None where the address was the feed's own; ``others`` are more feeds there.
    """

    followed: Followed
    look: FilterPreview
    document: FeedDocument
    found_on: str | None = None
    others: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class PushSourceOpened:
    """A source that sends its articles to ``address``, with its token: the only time that anybody sees it."""

    followed: Followed
    token: str
    address: str
    renewed: bool = False

    def __repr__(self) -> str:
        return f"Opened({self.followed!r})"


@dataclass(frozen=True, slots=True)
class FilterChanged:
    """A feed with another filter than ``before``, and what that makes of the newest items."""

    followed: Followed
    look: FilterPreview
    before: str


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """What became of some items, newest first; ``older`` continues with those before, None at the end."""

    followed: Followed
    fates: tuple[tuple[Item, ItemOutcome], ...]
    older: int | None


@dataclass(frozen=True, slots=True)
class FeedsImported:
    """What became of a list: feeds followed now, known already, and those that failed with the sentence for each."""

    total: int
    added: tuple[Followed, ...]
    known: int
    failed: tuple[tuple[OutlineFeed, str], ...]
