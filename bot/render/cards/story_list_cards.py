"""Every story of a digest's period, each with all its outlets: what a digest only counts can be opened here. Pure."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from math import ceil, floor

from bot.domain.briefing import Briefing, BriefingStory, group_by_outlet
from bot.i18n.messages import translate
from bot.render.card import Action, Button, ComponentAction
from bot.render.document import Document, Line, LinkPart, ListEntry, Listing, OutletPart, Text, TimePart
from bot.render.line_text import translate_parts

TITLE_LIMIT = 140
OUTLETS = 6
"""Outlets of one entry; those of a story that more carry go on in another, so that a page holds them."""
LONGEST_ADDRESS = 300
PER_PAGE = 10
_LONGEST = 9 * 86_400  # seconds: a digest of a week, and the hours by which clocks move it
_END = 1 << 33  # seconds that every system knows as a time


def stories_button(briefing: Briefing) -> tuple[Button, ...]:
    """The button that opens all stories of ``briefing``; none where all are told."""
    if not briefing.more:
        return ()
    count = len(briefing.stories) + len(briefing.more) + briefing.omitted
    return (Button(translate("digest-all-stories", count=count), make_stories_action(briefing)),)


def make_stories_action(briefing: Briefing) -> ComponentAction:
    """What the button asks for: the period in seconds, as the 20 digits that name a reading elsewhere; the topic.

    Each end is rounded outwards: an article read in the last second of the period is among its stories.
    """
    since, until = floor(briefing.since.timestamp()), ceil(briefing.until.timestamp())
    return ComponentAction(Action.STORIES, f"{since:010x}{until:010x}", detail=briefing.topic)


def parse_stories_action(press: ComponentAction) -> tuple[datetime, datetime, str]:
    """Since, until and topic of a button. Raises ``ValueError`` for one that was not made here."""
    since, until = int(press.reading[:10], 16), int(press.reading[10:], 16)
    if not (0 < until - since <= _LONGEST and until < _END):
        raise ValueError("no period of a digest")
    return datetime.fromtimestamp(since, UTC), datetime.fromtimestamp(until, UTC), press.detail


def compose_stories_page(briefing: Briefing) -> Document:
    """All stories that ``briefing`` names, the most carried first."""
    since, until = TimePart(briefing.since, plainly=True), TimePart(briefing.until, plainly=True)
    entries = tuple(entry for number, story in enumerate(briefing.more, 1) for entry in _entries(number, story))
    blocks = (Listing(entries),) if entries else (Text((translate_parts("digest-nothing", since=since),)),)
    return Document(
        (translate("digest-all-stories", count=len(briefing.more)),),
        blocks,
        facts=(translate_parts("digest-period", since=since, until=until),),
        turn=make_stories_action(briefing),
        per_page=PER_PAGE,
    )


def _entries(number: int, story: BriefingStory) -> Iterator[ListEntry]:
    lead = story.lead.article
    outlets = [
        OutletPart(first, tuple(others), host=False, longest=LONGEST_ADDRESS)
        for first, *others in group_by_outlet(story.accounts)
    ]
    title = LinkPart(lead.title or translate("item-untitled"), lead.url, TITLE_LIMIT, host=False)
    for start in range(0, len(outlets), OUTLETS):
        head: Line = (title, f" · {translate('digest-continued')}") if start else (title,)
        yield ListEntry(head, (_beside(outlets[start : start + OUTLETS]),), number)


def _beside(outlets: Iterable[OutletPart]) -> Line:
    return tuple(part for outlet in outlets for part in (" · ", outlet))[1:]
