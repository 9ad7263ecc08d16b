"""The options of a subscription, as given by a command."""

from dataclasses import dataclass, field

from bot.domain.feed import Delivery, PostOptions


@dataclass(frozen=True, slots=True)
class SubscriptionOptions:
    """How to follow a feed. ``name`` is that of a push source; other feeds have their own title."""

    channel: str
    by: str
    filter: str = ""
    delivery: Delivery = Delivery.EACH
    edits: bool = False
    name: str = ""
    posts: PostOptions = field(default_factory=PostOptions)
