"""The scheduled digest for a terminal: each part checked against the article it is attributed to, as on cards."""

from dataclasses import replace
from datetime import tzinfo

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
from bot.i18n.dates import format_time
from bot.i18n.lists import join_names
from bot.i18n.messages import translate
from bot.render.cards.briefing_cards import without_marks
from bot.render.localized_names import outlet_label, speaker_facts
from bot.render.markdown import host
from bot.render.text.sheet import (
    Block,
    Caption,
    Heading,
    Listing,
    Note,
    Sentences,
    Sheet,
    SheetStatement,
    SpeakerBlock,
    compose_said,
    compose_sentence,
    one_line,
    verify_sheet,
)


def compose_briefing_sheet(briefing: Briefing, zone: tzinfo | None) -> Sheet:
    """The briefing, times in ``zone`` (that of this machine when None).

    A story of which a part is not its article's is left out, and a note says so. Already verified: lay it out as it is.
    """
    topic = without_marks(one_line(briefing.topic))
    since = format_time(briefing.since.astimezone(zone))
    blocks: list[Block] = [Caption(" · ".join(part for part in (translate("digest-title"), topic) if part))]
    if briefing.late:
        due = briefing.until.astimezone(zone)
        blocks.append(Note(translate("digest-late", time=f"{due:%H:%M %Z}")))
    failed = 0
    for number, story in enumerate(briefing.stories, 1):
        try:
            blocks += _story(number, story, zone)
        except NotVerbatimError:
            failed += 1
    named: list[tuple[str, str]] = []
    for story in briefing.more:
        try:
            named.append(
                _row(story.lead.article, one_line(story.lead.article.title or "") or translate("item-untitled"))
            )
        except NotVerbatimError:
            failed += 1
    if named:
        blocks += (Caption(translate("digest-more-stories")), Listing(tuple(named)))
    if failed:
        blocks.append(Note(translate("digest-unchecked", count=failed)))
    if not (briefing.stories or briefing.more):
        blocks.append(
            Note(translate("digest-nothing-about", since=since) if topic else translate("digest-nothing", since=since))
        )
    return tuple(blocks)


def _story(number: int, story: BriefingStory, zone: tzinfo | None) -> Sheet:
    lead = story.lead.article
    first, newest = (format_time(at.astimezone(zone)) for at in (story.first_at, story.newest_at))
    times = first if first == newest else translate("digest-span", first=first, last=newest)
    title = f"{number}. {one_line(lead.title or '') or translate('item-untitled')}"
    outlets: dict[str, Article] = {}
    for account in story.accounts:
        outlets.setdefault(publisher(account.reading.article), account.reading.article)
    heading = verify_sheet((Heading(title, (times,), ""),), lead)
    listing = tuple(_row(article, one_line(article.url or "")) for article in outlets.values())
    sentences = tuple(_sentence(one, story) for one in story.sentences)
    speeches = tuple(_speech(side, voice, story) for side in story.sides for voice in side.voices)
    more = (Note(translate("digest-statements-more", count=story.left_out)),) if story.left_out else ()
    return (*heading, Listing(listing), *((Sentences(sentences),) if sentences else ()), *speeches, *more)


def _row(article: Article, told: str) -> tuple[str, str]:
    """An outlet with its state label, and what is told of its article."""
    name = outlet_label(article.outlet) if article.outlet else host(article.url) or translate("digest-pasted")
    row = (one_line(name), told)
    verify_sheet((Listing((row,)),), article)
    return row


def _sentence(sentence: KeySentence, story: BriefingStory) -> str:
    article = sentence.reading.article
    words = compose_sentence(article.text, sentence.span)
    source = "" if sentence.reading.id == story.lead.id else f" ({_name(article)})"
    verify_sheet((Sentences((words + source,)),), article)
    return words + source


def _speech(side: BriefingSide, voice: SpeakerStatements, story: BriefingStory) -> SpeakerBlock:
    facts = tuple(one_line(fact) for fact in speaker_facts(replace(voice.speaker, country=side.label or None)))
    bare = SpeakerBlock(one_line(voice.speaker.name), facts, ())
    verify_sheet((bare,), *(account.reading.article for account in story.accounts))
    return replace(bare, said=tuple(_said(told, story) for told in voice.statements))


def _said(told: StatementReference, story: BriefingStory) -> SheetStatement:
    article = told.reading.article
    said = compose_said(article.text, told.statement)
    verify_sheet((SpeakerBlock("", (), (said,)),), article)
    if story.outlets < 2:
        return said
    names = [_name(one) for one in (article, *(reading.article for reading in told.also))]
    carried = translate("digest-also", name=names[0], others=join_names(names[1:])) if names[1:] else names[0]
    return replace(said, relayed=" · ".join(part for part in (said.relayed, carried) if part))


def _name(article: Article) -> str:
    name = one_line(article.outlet.name) if article.outlet else host(article.url) or translate("digest-pasted")
    verify_sheet((Note(name),), article)
    return name
