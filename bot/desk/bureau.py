"""The desk's services together, as a face is given them."""

from dataclasses import dataclass

from bot.archive.forgetting import ForgettingStore
from bot.desk.overview import Desk
from bot.desk.preferences import PreferenceDesk
from bot.desk.reasons import Reasons
from bot.desk.schedules import Schedules
from bot.desk.subscriptions import Subscriptions
from bot.desk.watches import Watches


@dataclass(frozen=True, slots=True)
class Bureau:
    """What faces call: for feeds and digests, why something was posted, how everything is; a person's own."""

    feeds: Subscriptions
    digests: Schedules
    reasons: Reasons
    desk: Desk
    watches: Watches
    preferences: PreferenceDesk
    forgetting: ForgettingStore
