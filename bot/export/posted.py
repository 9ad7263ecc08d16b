"""A post of a channel as HTML: its stories with their outlets, key sentences and the lines of who said what. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from markupsafe import Markup

from bot.digests.follow_up import FollowUp, compose_follow_up
from bot.digests.story_digest import choose_lead, compose_story_digest
from bot.domain.article import Article
from bot.domain.attribution import Speaker
from bot.domain.briefing import Briefing, BriefingStory, StoryReadings
from bot.domain.channel_page import ChannelPost
from bot.domain.feed import Entry
from bot.domain.post import PostKind
from bot.domain.text import Span, normalise_text
from bot.export.document_html import HtmlWriter
from bot.i18n.messages import translate
from bot.render.cards.briefing_cards import compose_briefing_page, compose_story_blocks, compose_story_heading
from bot.render.cards.follow_up_card import compose_follow_up_blocks
from bot.render.cards.item_card import ENTRY_LIMIT
from bot.render.document import Heading, LinkPart, TimePart
from bot.render.line_text import plain_in
from bot.render.statements import quote_sentence


@dataclass(frozen=True, slots=True)
class RenderedPost:
    """A post on a page: ``words`` and ``speakers`` are what it is found by."""

    key: str
    at: datetime
    title: str
    html: Markup
    words: str = ""
    speakers: tuple[Speaker, ...] = ()


def render_post(post: ChannelPost, stories: Sequence[tuple[StoryReadings, bool]], zone: tzinfo) -> RenderedPost | None:
    """``post`` with its ``stories``, or None if nothing of it can be shown. Raises ``NotVerbatimError``."""
    if post.entry is not None:
        return _render_entry(post, post.entry, zone)
    if post.kind is PostKind.FOLLOW_UP:
        ((readings, _),) = stories
        return _render_follow_up(post, compose_follow_up(readings), zone)
    told = [compose_story_digest(readings) for readings, named in stories if not named]
    more = [choose_lead(readings) for readings, named in stories if named]
    plain = plain_in(zone)
    if post.kind is PostKind.ITEM:
        (story,) = told
        heading = compose_story_heading(story)
        title, html = plain(heading.line), HtmlWriter(zone).write((heading, *compose_story_blocks(story)))
    else:
        # the numbers of the period are those of the archive then: what was posted is the stories
        page = compose_briefing_page(Briefing(post.at, post.at, tuple(told), tuple(more)), zone)
        title = plain(page.title)
        top = Markup('<h2 dir="auto">{}</h2>\n').format(HtmlWriter(zone).line(page.title))
        html = top + HtmlWriter(zone, 1).write(page.blocks)
    every = (*told, *more)
    return RenderedPost(post.key, post.at, title, html, _words(every), _speakers(told))


def _render_follow_up(post: ChannelPost, follow_up: FollowUp | None, zone: tzinfo) -> RenderedPost | None:
    if follow_up is None:  # an engine that read the articles again finds nothing new in them
        return None
    heading = compose_story_heading(follow_up.story)
    html = HtmlWriter(zone).write((heading, *compose_follow_up_blocks(follow_up)))
    told = [follow_up.story]
    return RenderedPost(post.key, post.at, plain_in(zone)(heading.line), html, _words(told), _speakers(told))


def _render_entry(post: ChannelPost, entry: Entry, zone: tzinfo) -> RenderedPost:
    text = normalise_text((entry.summary or "")[:ENTRY_LIMIT])
    title = (entry.headline or translate("item-untitled"))[:ENTRY_LIMIT]
    article = Article(text, title, entry.link, None, None, entry.published_at)
    facts = ((TimePart(entry.published_at, plainly=True),),) if entry.published_at else ()
    blocks = (
        Heading((LinkPart(title, entry.link, 200),), facts, articles=(article,)),
        *((quote_sentence(article, Span(0, len(text)), notes=((translate("item-own-words"),),)),) if text else ()),
    )
    return RenderedPost(post.key, post.at, plain_in(zone)(blocks[0].line), HtmlWriter(zone).write(blocks), title)


def _words(stories: Sequence[BriefingStory]) -> str:
    articles = [account.reading.article for story in stories for account in story.accounts]
    return " ".join([*(one.title or "" for one in articles), *(one.outlet.name for one in articles if one.outlet)])


def _speakers(stories: Sequence[BriefingStory]) -> tuple[Speaker, ...]:
    voices = (voice.speaker for story in stories for side in story.sides for voice in side.voices)
    return tuple(dict.fromkeys(voices))
