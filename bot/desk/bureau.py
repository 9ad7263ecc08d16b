"""The desk's services together, as a face is given them."""

from dataclasses import dataclass

from bot.archive.forgetting import ForgettingStore
from bot.desk.chronicle import Chronicle
from bot.desk.overview import Desk
from bot.desk.preferences import PreferenceDesk
from bot.desk.questions import Questions
from bot.desk.reasons import Reasons
from bot.desk.said import Saying
from bot.desk.schedules import Schedules
from bot.desk.sides import Sides
from bot.desk.subscriptions import Subscriptions
from bot.desk.watches import Watches
from bot.pictures.studio import Studio


@dataclass(frozen=True, slots=True)
class Bureau:
    """What faces call: for feeds and digests, why something was posted, how everything is; one's own; what was said."""

    feeds: Subscriptions
    digests: Schedules
    reasons: Reasons
    desk: Desk
    watches: Watches
    preferences: PreferenceDesk
    forgetting: ForgettingStore
    sides: Sides
    chronicle: Chronicle
    saying: Saying
    studio: Studio
    questions: Questions
