"""The options of a subscription, as given by a command."""

from dataclasses import dataclass

from bot.domain.feed import Delivery


@dataclass(frozen=True, slots=True)
class SubscriptionOptions:
    """How to follow a feed: channel, creator, filter, and whether posts follow edits.

    ``name`` is the name of a push source; other feeds have their own title.
    """

    channel: str
    by: str
    filter: str = ""
    delivery: Delivery = Delivery.EACH
    edits: bool = False
    name: str = ""
