"""The follow-up of a story that was posted before: what is new of it, on one card. Pure."""

from collections.abc import Iterator
from dataclasses import replace

from bot.digests.follow_up import FollowUp
from bot.digests.reversals import Reversal
from bot.domain.digest import TwoSidesQuery
from bot.i18n.messages import translate
from bot.render.card import Action, Button, Card
from bot.render.cards.article_card import ask_button, source_button, tone
from bot.render.cards.briefing_cards import SENTENCE_LIMIT, compose_story_blocks, compose_story_heading, why_button
from bot.render.cards.reversal_cards import quote_dated
from bot.render.document import Block, Document, Heading, StrangerText
from bot.render.document_cards import render_cards
from bot.render.line_text import translate_parts
from bot.render.statements import introduce
from bot.render.two_sides_buttons import make_two_sides_action

SUBJECT_LIMIT = 120


def render_follow_up(follow_up: FollowUp, *, key: str) -> Card:
    """What is new of a story; ``key`` is the post's. Raises ``NotVerbatimError``."""
    story = follow_up.story
    buttons = (
        ask_button(story.lead.id, Action.WHOSAID),
        Button(translate("article-two-sides"), make_two_sides_action(TwoSidesQuery(story.lead.id, story=True))),
        *source_button(story.lead.article),
        *why_button(key),
    )
    return render_cards(
        Document(
            (),
            compose_follow_up_blocks(follow_up),
            replace(compose_story_heading(story), level=1),
            notes=(translate("changed-judge"),) if follow_up.reversals else (),
            buttons=buttons,
            tone=tone(story.lead.article),
            limit=SENTENCE_LIMIT,
            one_page=True,
            dense=True,
        )
    )[0]


def compose_follow_up_blocks(follow_up: FollowUp) -> tuple[Block, ...]:
    """What is new of a story, below its title."""
    reversals = (block for one in follow_up.reversals for block in _reversal(one))
    return (*compose_story_blocks(follow_up.story), *reversals)


def _reversal(one: Reversal) -> Iterator[Block]:
    """What somebody said first, and later against it."""
    article, speaker = one.later.told.reading.article, one.later.told.statement.speaker
    subject = StrangerText(one.subject, SUBJECT_LIMIT)
    yield Heading(translate_parts("changed-position", subject=subject), articles=(article,))
    yield introduce(speaker, article)
    yield quote_dated(one.earlier, (translate("changed-earlier"),))
    yield quote_dated(one.later, (translate("changed-later"),))
