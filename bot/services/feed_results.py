"""Results of the services for feeds, for display."""

from dataclasses import dataclass

from bot.domain.feed import FeedDocument, FeedLink, Followed, Item, OutlineFeed
from bot.domain.item_outcomes import ItemOutcome
from bot.services.filter_preview import FilterPreview


@dataclass(frozen=True, slots=True)
class FeedAdded:
    """A feed that was just followed, with what its current items would have posted.

    ``found_on`` is the page that linked to it, None if the address was the feed's own; ``others`` are more feeds on
    that page.
    """

    followed: Followed
    look: FilterPreview
    document: FeedDocument
    found_on: str | None = None
    others: tuple[FeedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class PushSourceOpened:
    """A push source that sends to ``address``, with its token, which is shown only this once."""

    followed: Followed
    token: str
    address: str
    renewed: bool = False

    def __repr__(self) -> str:
        return f"Opened({self.followed!r})"


@dataclass(frozen=True, slots=True)
class FilterChanged:
    """A feed whose filter was ``before``, and how the new one decides the newest items."""

    followed: Followed
    look: FilterPreview
    before: str


@dataclass(frozen=True, slots=True)
class OutcomePage:
    """Outcomes of items, newest first; ``older`` is the cursor of the next page, None at the end."""

    followed: Followed
    fates: tuple[tuple[Item, ItemOutcome], ...]
    older: int | None


@dataclass(frozen=True, slots=True)
class FeedsImported:
    """Result of an import: feeds followed now, those known already, and those that failed, each with its message."""

    total: int
    added: tuple[Followed, ...]
    known: int
    failed: tuple[tuple[OutlineFeed, str], ...]
