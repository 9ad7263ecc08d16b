"""The desk's services together, as a face is given them."""

from dataclasses import dataclass

from bot.desk.overview import Desk
from bot.desk.reasons import Reasons
from bot.desk.schedules import Schedules
from bot.desk.subscriptions import Subscriptions


@dataclass(frozen=True, slots=True)
class Bureau:
    """What faces call: for feeds, for digests, for why something was posted, and for how everything is."""

    feeds: Subscriptions
    digests: Schedules
    reasons: Reasons
    desk: Desk
