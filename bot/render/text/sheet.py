"""What a terminal shows, before it is laid out: values in plain words, composed from readings and digests. Pure.

The rules are those of the cards: words are slices of the article, and ``verified`` lets no sheet pass whose quotations
are not the article's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo

from bot.domain.analysis import Reading
from bot.domain.article import Article
from bot.domain.attribution import Attribution, Kind
from bot.domain.digest import Digest, SpeakerSection
from bot.domain.text import Span, normalise_text
from bot.i18n.bidi import isolate
from bot.i18n.dates import format_time
from bot.i18n.messages import translate, translate_stored
from bot.render.cards.who_said_card import chosen_sections, quote_mark, verb_of
from bot.render.localized_names import outlet_label, speaker_facts
from bot.render.markdown import plain
from bot.render.quotations import ELLIPSIS, check_verbatim, excerpt, quote_statement

STATEMENT_LIMIT = 1200
"""Characters of a statement or sentence; more is a speech, which the article itself shows better."""


@dataclass(frozen=True, slots=True)
class Heading:
    """An article: its title, what is known about it ("RT (state-funded)", a date), its address if any."""

    title: str
    facts: tuple[str, ...]
    url: str


@dataclass(frozen=True, slots=True)
class Caption:
    """The title of what follows."""

    words: str


@dataclass(frozen=True, slots=True)
class Sentences:
    """Key sentences, word for word."""

    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetStatement:
    """One statement: ``verb`` and ``kind`` say how, ``words`` are the article's, ``who`` if not told above.

    ``relayed`` is who passed it on, "" when nobody did.
    """

    verb: str
    kind: Kind
    words: str
    who: str = ""
    relayed: str = ""


@dataclass(frozen=True, slots=True)
class SpeakerBlock:
    """What one speaker said. ``facts`` are office and country."""

    name: str
    facts: tuple[str, ...]
    said: tuple[SheetStatement, ...]


@dataclass(frozen=True, slots=True)
class SidesBlockRow:
    """What each side said on one topic; a side without statements did not mention it.

    ``note`` tells whose topic it is: "Both sides", "Only Norway".
    """

    topic: str
    a: tuple[SheetStatement, ...]
    b: tuple[SheetStatement, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class SidesBlock:
    """Two accounts side by side, under the names of their sides."""

    a: str
    b: str
    rows: tuple[SidesBlockRow, ...]
    absent: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Names with what they mean: commands, facts about the program."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """What is said in our own words, a line each."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """One of several things: its number or "", what it is, and what is to be said of it."""

    number: str
    head: str
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """Several things, one below the other."""

    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark of ours, in a smaller voice."""

    words: str


Block = Heading | Caption | Sentences | SpeakerBlock | SidesBlock | Listing | Lines | Points | Note
Sheet = tuple[Block, ...]


def compose_heading(article: Article, zone: tzinfo | None) -> Sheet:
    """What the article is. The date is shown in ``zone``, that of this machine when None."""
    facts = [outlet_label(article.outlet)] if article.outlet else []
    if article.published_at:
        facts.append(format_time(article.published_at.astimezone(zone)))
    if article.byline:
        facts.append(article.byline)
    return (
        Heading(
            one_line(article.title or translate("article-pasted")),
            tuple(map(one_line, facts)),
            one_line(article.url or ""),
        ),
    )


def compose_summary(reading: Reading, sentences: tuple[Span, ...] | None = None) -> Sheet:
    """The key sentences (those of the analysis when None)."""
    spans = reading.analysis.summary if sentences is None else sentences
    if not spans:
        return (Caption(translate("article-key-sentences")), Note(translate("article-no-sentence")))
    return (
        Caption(translate("article-key-sentences")),
        Sentences(tuple(compose_sentence(reading.article.text, span) for span in spans)),
    )


def compose_whosaid(digest: Digest, speaker: str = "") -> Sheet:
    """Who said what; of those only whose name, office or country holds ``speaker``. Raises ``UsageError`` for none."""
    reading = digest.reading
    sections = chosen_sections(digest, speaker)
    notes = [translate("whosaid-withheld-note", count=digest.withheld)] if digest.withheld else []
    if not sections and not notes:
        notes = [translate_stored(reading.analysis.unread) if reading.analysis.unread else translate("whosaid-nobody")]
    speeches = (_speech(reading.article.text, section) for section in sections)
    return (Caption(translate("whosaid-title")), *speeches, *map(Note, notes))


def verify_sheet(sheet: Sheet, *articles: Article) -> Sheet:
    """``sheet``, if every string that it shows in quotation marks is a slice of one of ``articles``.

    Raises ``NotVerbatimError`` otherwise: a sheet that fails is never shown. What stands under several articles is to
    be checked in parts, each against those that it is attributed to.
    """
    known: list[str] = []
    for article in articles:
        outlet = article.outlet.name if article.outlet else ""
        known += (article.text, *(one_line(fact or "") for fact in (article.title, article.byline, outlet)))
    check_verbatim("\n".join(render_lines(sheet)), *known)
    return sheet


def render_lines(sheet: Sheet) -> Iterable[str]:
    """The sheet in plain lines, unwrapped, an empty one between its blocks: for files, pipes and Braille lines."""
    for number, (block, apart) in enumerate(spaced(sheet)):
        if number and apart:
            yield ""
        yield from _block_lines(block)


def spaced(sheet: Sheet) -> Iterable[tuple[Block, bool]]:
    """The blocks, each with whether an empty line stands before it: remarks follow one another without."""
    before: Block | None = None
    for block in sheet:
        yield block, not (isinstance(before, Note) and isinstance(block, Note))
        before = block


def _block_lines(block: Block) -> Iterable[str]:
    match block:
        case Heading():
            return [line for line in (block.title, " · ".join(block.facts), block.url) if line]
        case Caption() | Note():
            return [block.words]
        case Sentences():
            return [f"- {sentence}" for sentence in block.sentences]
        case Lines():
            return block.lines
        case Points():
            return [line for point in block.points for line in _point_lines(point)]
        case Listing():
            # a name such as "a:… b:…" has its own colons
            return [f"{name}{' –' if ':' in name else ':'} {meaning}" for name, meaning in block.rows]
        case SpeakerBlock():
            return [", ".join((block.name, *block.facts)), *map(_said_line, block.said)]
        case SidesBlock():
            return _facing_lines(block)


def _point_lines(point: Point) -> Iterable[str]:
    return (f"{point.number or '-'} {point.head}", *(f"  {fact}" for fact in point.facts))


def _facing_lines(block: SidesBlock) -> Iterable[str]:
    for row in block.rows:
        yield translate("twosides-on", topic=row.topic, note=row.note)
        for name, side in ((block.a, row.a), (block.b, row.b)):
            if not side:
                yield f"- {name}: {block.absent}"
            yield from (f"- {name}: {_said_line(one)[2:]}" for one in side)


def _said_line(one: SheetStatement) -> str:
    how = [part for part in (one.who, one.verb, quote_mark(one.kind), one.relayed) if part]
    return f"- {' · '.join(how)}: {one.words}"


def _speech(text: str, section: SpeakerSection) -> SpeakerBlock:
    speaker = section.speaker
    if speaker is None:
        return SpeakerBlock(
            translate("whosaid-unresolved"),
            (),
            tuple(compose_said(text, a, _source(text, a)) for a in section.statements),
        )
    facts = tuple(one_line(fact) for fact in speaker_facts(speaker))
    return SpeakerBlock(one_line(speaker.name), facts, tuple(compose_said(text, a) for a in section.statements))


def compose_said(text: str, one: Attribution, who: str = "") -> SheetStatement:
    """A statement of ``text``; ``who`` said it, where that is not told above."""
    relayed = translate("whosaid-relayed", name=one_line(one.relayed_by)) if one.relayed_by else ""
    return SheetStatement(
        plain(verb_of(text, one)), one.kind, quote_statement(text, one, STATEMENT_LIMIT), who, relayed
    )


def _source(text: str, one: Attribution) -> str:
    return one_line(one.source.of(text)) if one.source else ""


def compose_sentence(text: str, span: Span) -> str:
    """A sentence of ``text``, cut where it is a speech."""
    piece = excerpt(text, span, STATEMENT_LIMIT)
    return piece.marked() + (f" {ELLIPSIS}" if piece.cut else "")


def one_line(words: str) -> str:
    """``words`` on one line without controls of the terminal, set apart where they are written right to left."""
    return isolate(" ".join(normalise_text(words).split()))
