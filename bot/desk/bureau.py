"""The desk's services together, as a face is given them."""

from dataclasses import dataclass

from bot.archive.forgetting import ErasureStore
from bot.desk.chronicle import TimelineService
from bot.desk.overview import StatusService
from bot.desk.preferences import PreferenceService
from bot.desk.questions import QuestionService
from bot.desk.reasons import PostExplanationService
from bot.desk.said import StatementSearchService
from bot.desk.schedules import ScheduleService
from bot.desk.sides import TwoSidesService
from bot.desk.subscriptions import SubscriptionService
from bot.desk.watches import WatchService
from bot.pictures.studio import PictureRenderer


@dataclass(frozen=True, slots=True)
class Services:
    """What faces call: for feeds and digests, why something was posted, how everything is; one's own; what was said."""

    feeds: SubscriptionService
    digests: ScheduleService
    post_explanations: PostExplanationService
    status: StatusService
    watches: WatchService
    preferences: PreferenceService
    forgetting: ErasureStore
    sides: TwoSidesService
    timelines: TimelineService
    statements: StatementSearchService
    picture_renderer: PictureRenderer
    questions: QuestionService
