"""The scheduled digest as messages: each story with its outlets, key sentences and who said what by side.

Several articles stand on one card, so each piece of it is checked against the article it is attributed to, and is put
on the card only then. A story of which a piece fails is left out, and the footer says so.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from functools import partial

from bot.domain.article import Article
from bot.domain.briefing import (
    Briefing,
    BriefingSide,
    BriefingStory,
    KeySentence,
    SpeakerStatements,
    StatementReference,
    publisher,
)
from bot.errors import NotVerbatimError
from bot.i18n.lists import join_all_with_and, join_first
from bot.i18n.messages import translate
from bot.render.card import BLOCK_LIMIT, FOOTER_ROOM, TEXT_LIMIT, Action, Button, Card, ComponentAction, verify_text
from bot.render.cards.article_card import footer, words_of
from bot.render.cards.who_said_card import speaker_line, statement_line
from bot.render.localized_names import country_name, outlet_state
from bot.render.markdown import block_quote, escape, host, inline, link, timestamp, units
from bot.render.pagination import fit_to_limit, paginate
from bot.render.quotations import excerpt, quote_statement, shorten

TITLE_LIMIT = 140
SENTENCE_LIMIT = 320
SENTENCE_ROOM = 700
STATEMENT_LIMIT = 280
STATEMENT_ROOM = 700
OUTLETS_ROOM = 1100
"""Code units of the line of outlets, whose addresses may be long; what does not fit is counted."""
HEADER_ROOM = 500
PAGE_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM
TOPIC_LIMIT = 80
ALSO = 3
"""Other outlets of the same words that are named."""
OPENED = 4
"""Buttons that open stories, so that one more has room beside them."""
_MARKS = re.compile(r"[“”„«»‘‚‹›\"]|(?<!\w)['’]|['’](?!\w)")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a story that no page tears: ``headings`` are those it stands under, told again on a new page.

    ``story`` is its place in the briefing, -1 among those that are only named; ``opens`` marks the first part of it.
    """

    story: int
    text: str
    headings: tuple[str, ...] = ()
    opens: bool = False


def render_briefing(briefing: Briefing, zone: tzinfo, key: Callable[[int], str] | None = None) -> tuple[Card, ...]:
    """The briefing as messages in order, one unless it is long. ``zone`` is the schedule's, named if it is late.

    ``key`` gives the post's key (20 hex digits) of each part counted from 0, for its button "Why this?"; None for a
    briefing that somebody asked for.
    """
    told, failed = _tell(briefing)
    bundles = [bundle for story in told for bundle in paginate(story, _fits_alone)]
    pages = paginate(bundles, _fits) if bundles else [[]]
    return tuple(
        Card(
            header=verify_text(_header(briefing, zone, number)),
            blocks=tuple(map(_block, page)) or (_nothing(briefing),),
            footer=footer(
                translate("whosaid-legend") if any(piece.headings for bundle in page for piece in bundle) else "",
                _failed(failed) if number == len(pages) - 1 else "",
                translate("digest-part", page=number + 1, count=len(pages)) if len(pages) > 1 else "",
            ),
            buttons=(*_openers(briefing, page), *why_button(key(number) if key else None)),
        )
        for number, page in enumerate(pages)
    )


def why_button(key: str | None) -> tuple[Button, ...]:
    """The button of a post that nobody asked for: why it is here. It carries the post's ``key``, its mark."""
    return (Button(translate("reason-why"), ComponentAction(Action.WHY, key)),) if key else ()


def without_marks(words: str) -> str:
    """A name that people gave (a topic, a feed's title) without quotation marks: nobody is quoted by it."""
    return " ".join(_MARKS.sub(" ", words).split())


def outlet_facts(article: Article) -> str:
    """In brackets what an outlet's name does not tell: the host it links to, and the label of a state outlet."""
    where = host(article.url)
    name = article.outlet.name if article.outlet else ""
    facts = [inline(where, 60) if where != name.casefold() else "", escape(outlet_state(article.outlet))]
    return f" ({', '.join(fact for fact in facts if fact)})" if any(facts) else ""


def _tell(briefing: Briefing) -> tuple[list[list[_Piece]], int]:
    """Each story as its pieces, then those that are only named; and how many could not be shown."""
    told, failed = [], 0
    for number, story in enumerate(briefing.stories):
        try:
            told.append(_story(number, story))
        except NotVerbatimError:
            failed += 1
    named = []
    for story in briefing.more:
        try:
            named.append(_Piece(-1, _named(story)))
        except NotVerbatimError:
            failed += 1
    if briefing.omitted:
        named.append(_Piece(-1, f"- {translate('list-more', count=briefing.omitted)}"))
    return [
        *told,
        *([[_Piece(-1, f"**{translate('digest-more-stories')}**", opens=True), *named]] if named else []),
    ], failed


def _story(number: int, story: BriefingStory) -> list[_Piece]:
    head = f"**{number + 1} · {_title(story.lead.article)}**\n-# {_when(story)}\n-# {_outlets(story)}"
    pieces = [_Piece(number, head, opens=True)]
    pieces += (_Piece(number, _sentence(sentence, story)) for sentence in story.sentences)
    for side in story.sides:
        for voice in side.voices:
            headings = _headings(side, voice, story)
            pieces += (_Piece(number, _told(told, story), headings) for told in voice.statements)
    if story.left_out:
        pieces.append(_Piece(number, f"-# {translate('digest-left-out', count=story.left_out)}"))
    return pieces


def _named(story: BriefingStory) -> str:
    """A story in a line."""
    article = story.lead.article
    name = verify_text(inline(_name(article), 60) + outlet_facts(article), article)
    others = f" {translate('digest-outlets-more', count=story.outlets - 1)}" if story.outlets > 1 else ""
    return f"- {_title(article)} — {name}{others}"


def _title(article: Article) -> str:
    title = shorten(article.title or "", TITLE_LIMIT) or translate("item-untitled")
    return verify_text(link(title, article.url), article)


def _when(story: BriefingStory) -> str:
    if len(story.accounts) == 1:
        return timestamp(story.newest_at)
    articles = translate("digest-articles", count=len(story.accounts))
    newest = translate("digest-newest", when=timestamp(story.newest_at, "R"))
    return f"{articles} · {timestamp(story.first_at)} · {newest}"


def _outlets(story: BriefingStory) -> str:
    """Every outlet once, in the order in which they came, linked to its first article and the others by number."""
    groups: dict[str, list[Article]] = {}
    for account in story.accounts:
        article = account.reading.article
        groups.setdefault(publisher(article), []).append(article)
    shown: list[str] = []
    for articles in groups.values():
        entry = _outlet(articles)
        if shown and sum(units(part) + 3 for part in (*shown, entry)) > OUTLETS_ROOM:
            return " · ".join([*shown, translate("digest-outlets-more", count=len(groups) - len(shown))])
        shown.append(entry)
    return " · ".join(shown)


def _outlet(articles: Sequence[Article]) -> str:
    first, *others = articles
    more = "".join(f" {link(str(n), article.url)}" for n, article in enumerate(others[:4], 2))
    return verify_text(f"{link(_name(first), first.url)}{more}{outlet_facts(first)}", first)


def _name(article: Article) -> str:
    return shorten(article.outlet.name, 60) if article.outlet else host(article.url) or translate("digest-pasted")


def _sentence(sentence: KeySentence, story: BriefingStory) -> str:
    article = sentence.reading.article

    def shown(limit: int) -> str:
        return block_quote(words_of(excerpt(article.text, sentence.span, limit)))

    source = "" if sentence.reading.id == story.lead.id else f"-# {inline(_name(article), 60)}\n"
    return verify_text(source + fit_to_limit(shown, SENTENCE_LIMIT, SENTENCE_ROOM), article)


def _headings(side: BriefingSide, voice: SpeakerStatements, story: BriefingStory) -> tuple[str, ...]:
    """Who speaks for whom. What is known of a speaker can come from any article of the story."""
    articles = [account.reading.article for account in story.accounts]
    label = inline(join_all_with_and(country_name(side.label).split("; ")), 100) or translate("digest-others")
    speaker = verify_text(speaker_line(replace(voice.speaker, country=None)), *articles)
    return (*((verify_text(f"__{label}__", *articles),) if any(s.label for s in story.sides) else ()), speaker)


def _told(told: StatementReference, story: BriefingStory) -> str:
    article = told.reading.article
    parts = [verify_text(statement_line(article.text, told.statement), article)]
    if story.outlets > 1:
        names = [verify_text(inline(_name(one), 60), one) for one in (article, *(r.article for r in told.also))]
        also = join_first(names[1:], ALSO)
        parts.append(translate("digest-also", name=names[0], others=also) if also else names[0])
    words = fit_to_limit(partial(_words, article.text, told), STATEMENT_LIMIT, STATEMENT_ROOM)
    return f"-# {' · '.join(parts)}\n{verify_text(words, article)}"


def _words(text: str, told: StatementReference, limit: int) -> str:
    return block_quote(quote_statement(text, told.statement, limit, escape))


def _block(bundle: Sequence[_Piece]) -> str:
    """The pieces below one another, each heading where it changes; an empty line ends the bar beside words."""
    whose = str(bundle[0].story + 1) if bundle[0].story >= 0 else translate("digest-more-stories")
    parts = [] if bundle[0].opens else [f"-# **{whose}** · {translate('digest-continued')}"]
    last: tuple[str, ...] = ()
    for piece in bundle:
        changed = next((n for n, words in enumerate(piece.headings) if last[n : n + 1] != (words,)), None)
        parts.append("\n".join((*(piece.headings[changed:] if changed is not None else ()), piece.text)))
        last = piece.headings
    return ("\n" if bundle[0].story < 0 else "\n\n").join(parts)


def _fits_alone(bundle: list[_Piece]) -> bool:
    return _fits([bundle])


def _fits(page: list[list[_Piece]]) -> bool:
    return len(page) <= BLOCK_LIMIT and sum(units(_block(bundle)) for bundle in page) <= PAGE_ROOM


def _header(briefing: Briefing, zone: tzinfo, number: int) -> str:
    topic = inline(without_marks(briefing.topic), TOPIC_LIMIT)
    title = " · ".join(
        part for part in (f"### {translate('digest-title')}", timestamp(briefing.until, "D"), topic) if part
    )
    if number:
        return f"{title} · {translate('digest-continued')}"
    lines = [title]
    if briefing.articles:
        since = timestamp(briefing.since)
        looked = translate("digest-looked", articles=briefing.articles, outlets=briefing.outlets, since=since)
        lines.append(f"-# {looked}")
    if briefing.late:
        due = briefing.until.astimezone(zone)
        lines.append(f"**{translate('digest-late', time=f'{due:%H:%M}')}** ({escape(str(zone))})")
    return "\n".join(lines)


def _nothing(briefing: Briefing) -> str:
    if briefing.stories or briefing.more:
        return translate("digest-none-shown")
    since = timestamp(briefing.since)
    return (
        translate("digest-nothing-about", since=since) if briefing.topic else translate("digest-nothing", since=since)
    )


def _failed(count: int) -> str:
    return translate("digest-unchecked", count=count) if count else ""


def _openers(briefing: Briefing, page: Sequence[Sequence[_Piece]]) -> tuple[Button, ...]:
    """Buttons to who said what in the article that heads each story on a page."""
    numbers = dict.fromkeys(piece.story for bundle in page for piece in bundle if piece.story >= 0)
    return tuple(
        Button(f"{n + 1} · {translate('whosaid-title')}", ComponentAction(Action.WHOSAID, briefing.stories[n].lead.id))
        for n in numbers
    )[:OPENED]
