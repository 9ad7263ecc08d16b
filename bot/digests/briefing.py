"""Composes a briefing from the stories of a period: those with the most outlets first, then the newest. Pure.

The caller chooses the articles of a period by when they were read, not by their date, so that articles published late
do not fall between two periods.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.digests.story_digest import choose_lead, compose_story_digest
from bot.domain.briefing import Briefing, BriefingStory, StoryReadings, count_outlets
from bot.domain.schedule import LATE_AFTER
from bot.gazetteer.name_matching import fold_name

STORIES = 5
"""Number of stories shown in full; the others are only listed."""
NAMED = 10


def compose_briefing(
    stories: Sequence[StoryReadings],
    *,
    since: datetime,
    until: datetime,
    now: datetime,
    topic: str = "",
    limit: int = STORIES,
    named: int = NAMED,
) -> Briefing:
    """A briefing of the first ``limit`` of ``stories``, ranked by number of outlets, then by age; ``named`` more.

    ``topic`` keeps stories with an article that has its words next to each other in title or text; a comma separates
    several topics. Case and accents do not matter. Of a story shown before, only the news is kept; it is left out if
    there is none. The briefing is marked as late if ``now`` is well after ``until``.
    """
    wanted = [f" {fold_name(phrase)} " for phrase in topic.split(",") if phrase.strip()]
    ranked = sorted((story for story in stories if _is_about(story, wanted)), key=_rank)
    found = [story for story in ranked if not story.told or has_news(compose_story_digest(story))]
    accounts = [account for story in stories for account in story.accounts]
    return Briefing(
        since,
        until,
        stories=tuple(compose_story_digest(story) for story in found[:limit]),
        more=tuple(choose_lead(story) for story in found[limit : limit + named]),
        omitted=max(0, len(found) - limit - named),
        topic=" ".join(topic.split()),
        articles=len({account.reading.id for account in accounts}),
        outlets=count_outlets(accounts),
        late=now - until >= LATE_AFTER,
        unchanged=len(ranked) - len(found),
    )


def has_news(story: BriefingStory) -> bool:
    """Whether a story has anything to show: a statement or a key sentence."""
    return bool(story.sides or story.sentences)


def _is_about(story: StoryReadings, wanted: Sequence[str]) -> bool:
    if not wanted:
        return True
    articles = (account.reading.article for account in story.accounts)
    folded = (f" {fold_name(words)} " for article in articles for words in (article.title or "", article.text))
    return any(phrase in text for text in folded for phrase in wanted)


def _rank(story: StoryReadings) -> tuple[int, float, list[str]]:
    newest = max(account.at for account in story.accounts)
    ids = sorted({account.reading.id for account in story.accounts})
    return -count_outlets(story.accounts), -newest.timestamp(), ids
