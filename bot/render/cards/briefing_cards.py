"""The scheduled digest, and what is new: each story with its outlets, key sentences and who said what by side. Pure.

Each piece is of the article that it is attributed to. A story of which a piece fails is left out, and a note says so.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from bot.domain.article import Article
from bot.domain.briefing import Briefing, BriefingStory, KeySentence, group_by_outlet
from bot.domain.line import LineReference
from bot.errors import NotVerbatimError
from bot.i18n.messages import translate
from bot.render.card import Action, Button, Card, ComponentAction
from bot.render.cards.story_list_cards import stories_button
from bot.render.document import (
    Block,
    Document,
    Heading,
    Line,
    LinkPart,
    OutletPart,
    Quote,
    Sources,
    StrangerText,
    StrongText,
    Text,
    TimePart,
)
from bot.render.document_cards import check_blocks, render_cards
from bot.render.line_text import translate_parts
from bot.render.localized_names import country_name
from bot.render.quotations import without_marks
from bot.render.statement_lines import describe_answer, quote_reference
from bot.render.statements import introduce, listed, named, published, quote_sentence, shortened
from bot.services.catch_up import CatchUp

TITLE_LIMIT = 140
SENTENCE_LIMIT = 360
STATEMENT_LIMIT = 280
TOPIC_LIMIT = 80
ALSO = 3
"""Other outlets of the same words that are named."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AGAIN = "a"


def render_briefing(briefing: Briefing, zone: tzinfo, key: Callable[[int], str] | None = None) -> tuple[Card, ...]:
    """The briefing as messages; ``key`` gives each part's post key for "Why this?", None if on demand."""
    cards = render_cards(compose_briefing_page(briefing, zone))
    return tuple(with_why(card, key(number)) for number, card in enumerate(cards)) if key else tuple(cards)


def with_why(card: Card, key: str) -> Card:
    """``card`` as the post ``key``: with the button that tells why it is here."""
    return replace(card, buttons=(*card.buttons, *why_button(key)))


def why_button(key: str | None) -> tuple[Button, ...]:
    """The button of a post that nobody asked for: why it is here. It carries the post's ``key``, its mark."""
    return (Button(translate("reason-why"), ComponentAction(Action.WHY, key)),) if key else ()


def compose_briefing_page(briefing: Briefing, zone: tzinfo | None) -> Document:
    """The briefing; its ``zone`` (this machine's when None) is named if it is late."""
    topic = without_marks(briefing.topic)
    told = [_story(number, story) for number, story in enumerate(briefing.stories, 1)]
    more = [(_named(story),) for story in briefing.more]
    stories, named_only = _checked(told), _checked(more)
    failed = len(told) + len(more) - len(stories) - len(named_only)
    blocks = [*_late(briefing, zone), *(block for story in stories for block in story)]
    if briefing.omitted:
        named_only.append((Text(((translate("list-more", count=briefing.omitted),),), points=True),))
    if named_only:
        blocks += (Heading((translate("digest-more-stories"),)), *(block for one in named_only for block in one))
    if not (stories or named_only):
        blocks.append(Text((_nothing(briefing),)))
    since = TimePart(briefing.since, plainly=True)
    looked = translate_parts("digest-looked", articles=briefing.articles, outlets=briefing.outlets, since=since)
    title: Line = (translate("digest-title"), " · ", TimePart(briefing.until, style="D"))
    return Document(
        (*title, *((" · ", StrangerText(topic, TOPIC_LIMIT)) if topic else ())),
        tuple(blocks),
        facts=(looked,) if briefing.articles else (),
        notes=(
            *((translate("digest-unchecked", count=failed),) if failed else ()),
            *((translate("digest-unchanged", count=briefing.unchanged),) if briefing.unchanged else ()),
        ),
        buttons=stories_button(briefing),
        limit=SENTENCE_LIMIT,
        per_page=99,
        dense=True,
        whole=True,
    )


def _checked(stories: Iterable[tuple[Block, ...]]) -> list[tuple[Block, ...]]:
    """The stories of which all words are of the articles that they are attributed to."""
    kept = []
    for blocks in stories:
        with suppress(NotVerbatimError):
            check_blocks(blocks)
            kept.append(blocks)
    return kept


def _late(briefing: Briefing, zone: tzinfo | None) -> tuple[Block, ...]:
    if not briefing.late:
        return ()
    due = briefing.until.astimezone(zone)
    late = StrongText(translate("digest-late", time=f"{due:%H:%M}"), 300)
    return (Text(((late, " (", StrangerText(str(zone or due.tzname())), ")"),)),)


def _nothing(briefing: Briefing) -> Line:
    if briefing.stories or briefing.more:
        return (translate("digest-none-shown"),)
    since = TimePart(briefing.since, plainly=True)
    if briefing.topic:
        return translate_parts("digest-nothing-about", since=since)
    return translate_parts("digest-nothing", since=since)


def compose_story_heading(story: BriefingStory) -> Heading:
    """The title of a story, its dates, and the outlets that carry it."""
    lead = story.lead.article
    return Heading((_title(lead),), _when(story), articles=(lead,), sources=_sources(story))


def _story(number: int, story: BriefingStory) -> tuple[Block, ...]:
    heading = compose_story_heading(story)
    head = replace(
        heading,
        line=(f"{number} · ", *heading.line),
        again=(f"**{number}** · {translate('digest-continued')}",),
        button=Button(f"{number} · {translate('whosaid-title')}", ComponentAction(Action.WHOSAID, story.lead.id)),
    )
    return (head, *compose_story_blocks(story))


def compose_story_blocks(story: BriefingStory) -> tuple[Block, ...]:
    """What is told of a story below its title: its key sentences, and the lines of who said what by side."""
    only = translate("digest-one-side", side=country_name(story.only)) if story.only and story.sides else ""
    more = translate("digest-left-out", count=story.left_out) if story.left_out else ""
    return (
        *(_sentence(sentence, story) for sentence in story.sentences),
        *_sides(story),
        *(Text(((note,),), small=True) for note in (only, more) if note),
    )


def _title(article: Article) -> LinkPart:
    return LinkPart(article.title or translate("item-untitled"), article.url, TITLE_LIMIT, host=False)


def _when(story: BriefingStory) -> tuple[Line, ...]:
    told: tuple[Line, ...] = ()
    if story.told_at:
        told = (translate_parts("digest-new-since", when=TimePart(story.told_at, plainly=True)),)
    if len(story.accounts) == 1:
        return *told, (published(story.newest_at, plainly=True),)
    newest = TimePart(story.newest_at, style="R", plainly=True)
    return (
        *told,
        (translate("digest-articles", count=len(story.accounts)),),
        (published(story.first_at, plainly=True),),
        translate_parts("digest-newest", when=newest),
    )


def _sources(story: BriefingStory) -> Sources:
    """Every outlet once, in the order in which they came, linked to its first article and the others by number."""
    outlets = tuple(OutletPart(first, tuple(others)) for first, *others in group_by_outlet(story.accounts))
    return Sources(outlets, tuple((StrangerText(one.article.url or "", 512),) for one in outlets))


def _named(story: BriefingStory) -> Text:
    """A story in a line."""
    article = story.lead.article
    others = f" {translate('digest-outlets-more', count=story.outlets - 1)}" if story.outlets > 1 else ""
    return Text(
        ((_title(article), " — ", OutletPart(article, linked=False), others),), points=True, articles=(article,)
    )


def _sentence(sentence: KeySentence, story: BriefingStory) -> Quote:
    article = sentence.reading.article
    own = sentence.reading.id == story.lead.id
    return quote_sentence(article, sentence.span, notes=() if own else ((named(article, 60),),))


def _sides(story: BriefingStory) -> Iterator[Block]:
    """Who speaks for whom. What is known of a speaker can come from any article of the story."""
    articles = tuple(account.reading.article for account in story.accounts)
    for side in story.sides:
        named = side.label and len(side.voices) > 1
        if named:
            yield Heading((StrangerText(country_name(side.label), 100),), level=3, articles=articles)
        for voice in side.voices:
            yield introduce(voice.speaker, *articles, level=4 if named else 3)
            yield from (_quote(told, story) for told in voice.lines)


def _quote(told: LineReference, story: BriefingStory) -> Quote:
    """A line with the outlets that carry it, and whom it answers."""
    lines = (one.line for side in story.sides for voice in side.voices for one in voice.lines)
    answered = next((line.speaker for line in lines if line.rank == told.line.answers), None)
    answer = describe_answer(told.statement, answered)
    return shortened(quote_reference(told, *_source(told, story), *answer), STATEMENT_LIMIT)


def _source(told: LineReference, story: BriefingStory) -> tuple[Line, ...]:
    """The outlets of a line, that it is in one alone where there are several; nothing in a story of one outlet."""
    if story.outlets < 2:
        return ()
    first, *also = (named(reading.article, 60) for reading in (told.reading, *told.also))
    if not also:
        return (translate_parts("digest-only", name=first),)
    return (translate_parts("digest-also", name=first, others=listed(also, ALSO)),)


def compose_catch_up_page(found: CatchUp, zone: tzinfo | None) -> Document:
    """The stories; ``zone`` is the reader's (this machine's when None). Raises ``NotVerbatimError`` when rendered."""
    page = compose_briefing_page(replace(found.briefing, late=False), zone)
    notes = (translate("catchup-cut"), *page.notes) if found.cut else page.notes
    return replace(
        page, title=(translate("catchup-title"),), notes=notes, turn=make_catch_up_action(found), per_page=24
    )


def make_catch_up_action(found: CatchUp) -> ComponentAction:
    """The button for another page of the same period."""
    ends = (found.briefing.since, found.briefing.until)
    detail = "|".join(str((at - _EPOCH) // timedelta(microseconds=1)) for at in ends)
    return ComponentAction(Action.CATCHUP, detail=f"{detail}|{_AGAIN if found.again else ''}")


def parse_catch_up_action(press: ComponentAction) -> tuple[datetime, datetime, bool]:
    """A button's period and whether the person had looked before. Raises ``ValueError`` if invalid."""
    since, until, again = press.detail.split("|")
    try:
        first, last = (_EPOCH + timedelta(microseconds=int(at)) for at in (since, until))
    except OverflowError:
        raise ValueError("no such time") from None
    return first, last, again == _AGAIN
