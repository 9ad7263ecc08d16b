"""What somebody wants of a feed, as a face was told it."""

from dataclasses import dataclass

from bot.domain.feed import Delivery


@dataclass(frozen=True, slots=True)
class SubscriptionOptions:
    """How a feed is to be followed: where, by whom, with what filter, and whether posts follow edits.

    ``name`` is what to call a source that sends its articles; a feed that is fetched has its own title.
    """

    channel: str
    by: str
    filter: str = ""
    delivery: Delivery = Delivery.EACH
    edits: bool = False
    name: str = ""
