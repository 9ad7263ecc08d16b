"""The who-said-what card: by speaker, each statement with its verb, its mark and the article's words."""

from dataclasses import dataclass

from bot.domain.attribution import Attribution, Kind, Speaker
from bot.domain.digest import Digest, SpeakerSection
from bot.errors import UsageError
from bot.render.card import (
    BLOCK_LIMIT,
    DETAIL_LIMIT,
    LABEL_LIMIT,
    OPTION_LIMIT,
    Action,
    Button,
    Card,
    Menu,
    Option,
    Press,
    verified,
)
from bot.render.cards_article import footer, header, source_button, tone
from bot.render.markdown import block_quote, escape, inline, isolate, units
from bot.render.pages import page_note, paged, turning
from bot.render.verbatim import shortened, snippet, statement

STATEMENT_LIMIT = 600
CUE_LIMIT = 40
SNIPPET_LIMIT = 45
"""Characters of a statement in the menu: with marks they stay below its limit even if each counts double."""
PAGE_BUDGET = 3000
NOBODY = "Nobody is quoted in this article."
UNCERTAIN = "No statement in this article is certain enough to be shown under a name."
LEGEND = "Quoted: all in quotation marks in the article · partly quoted: some of it · reported: none"
UNRESOLVED = "Speaker not clear from the article"
MARKS = {Kind.DIRECT: "quoted", Kind.MIXED: "partly quoted", Kind.INDIRECT: "reported"}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One statement ready to be laid on a page: its section, its text and its line in the menu."""

    section: SpeakerSection
    text: str
    option: Option


def render_whosaid(digest: Digest, speaker: str | None = None) -> list[Card]:
    """The digest as pages; of those speakers only whose name, office or country holds ``speaker``, if given.

    Raises ``UsageError`` when nobody matches, ``NotVerbatimError`` when a quotation is not the article's.
    """
    reading = digest.reading
    article = reading.article
    asked = (speaker or "").strip(" \t\n\"'“”„«»‘’")[:DETAIL_LIMIT]
    entries = _entries(chosen_sections(digest, asked), article.text)
    pages = paged(entries, lambda entry: units(entry.text), budget=PAGE_BUDGET, most=BLOCK_LIMIT)
    cards = []
    for number, page in enumerate(pages):
        press = Press(Action.WHOSAID, reading.id, number, asked)
        withheld = f"{digest.withheld} uncertain left out" if digest.withheld else ""
        card = Card(
            header=header(article),
            blocks=_blocks(page) or (_empty(digest),),
            footer=footer(LEGEND if page else "", withheld, page_note(number, len(pages))),
            menu=_menu(page, reading.id),
            buttons=(
                *turning(press, len(pages)),
                Button("Summary", Press(Action.SUMMARY, reading.id)),
                *((Button("Two sides", Press(Action.TWOSIDES, reading.id)),) if page else ()),
                *source_button(article),
            ),
            tone=tone(article),
        )
        cards.append(verified(card, article))
    return cards


def chosen_sections(digest: Digest, asked: str) -> tuple[SpeakerSection, ...]:
    """The sections of speakers whose name, office or country holds ``asked``; all when it is empty.

    Raises ``UsageError`` that names those who are quoted.
    """
    if not asked:
        return digest.sections
    named = [section for section in digest.sections if section.speaker]
    found = tuple(s for s in named if s.speaker and asked.casefold() in " ".join(_facts(s.speaker)).casefold())
    if found:
        return found
    names = ", ".join(section.speaker.name for section in named[:10] if section.speaker)
    raise UsageError(
        f"No speaker matching {asked} is quoted in this article.",
        f"Quoted are: {names}." if names else NOBODY,
    )


def verb(text: str, attribution: Attribution) -> str:
    """How it was said, in the article's own word (the type of act where it has none), as Markdown."""
    cue = attribution.cue.of(text) if attribution.cue else ""
    shown = escape(cue) if cue and len(cue) <= CUE_LIMIT and "\n" not in cue else str(attribution.act)
    shades = {"negated": attribution.negated, "conditional": attribution.conditional}
    return " · ".join([shown, *(shade for shade, there in shades.items() if there)])


def saying(text: str, attribution: Attribution) -> str:
    """How a statement came to the article: who said it where no speaker is known, verb, mark, who passed it on."""
    parts = [verb(text, attribution), MARKS[attribution.kind]]
    if attribution.speaker is None and attribution.source:
        parts.insert(0, f"*{inline(attribution.source.of(text), 80)}*")
    if attribution.relayed_by:
        parts.append(f"relayed by {inline(attribution.relayed_by, 80)}")
    return " · ".join(parts)


def _facts(speaker: Speaker) -> list[str]:
    return [fact for fact in (speaker.name, speaker.role, speaker.country) if fact]


def _entries(sections: tuple[SpeakerSection, ...], text: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for section in sections:
        for attribution in section.statements:
            number = len(entries) + 1
            words = block_quote(statement(text, attribution, STATEMENT_LIMIT, escape))
            name = section.speaker.name if section.speaker else UNRESOLVED
            label = f"{number} · {isolate(shortened(name, LABEL_LIMIT - 10))}"
            described = snippet(text, attribution, SNIPPET_LIMIT)
            value = f"{attribution.span.start}-{attribution.span.end}"
            shown = f"-# **{number}** · {saying(text, attribution)}\n{words}"
            entries.append(_Entry(section, shown, Option(label, value, described)))
    return entries


def _blocks(page: list[_Entry]) -> tuple[str, ...]:
    """One block a speaker: heading with office and country, then the statements."""
    blocks: list[str] = []
    last: SpeakerSection | None = None
    for entry in page:
        if entry.section is last:
            blocks[-1] += f"\n\n{entry.text}"
        else:
            blocks.append(f"{_heading(entry.section.speaker)}\n{entry.text}")
        last = entry.section
    return tuple(blocks)


def _heading(speaker: Speaker | None) -> str:
    if speaker is None:
        return f"**{UNRESOLVED}**"
    _, *rest = _facts(speaker)
    facts = " · ".join(inline(fact) for fact in rest)
    return f"**{inline(speaker.name)}**" + (f" — {facts}" if facts else "")


def _empty(digest: Digest) -> str:
    """Why there is nothing to show."""
    if digest.reading.analysis.unread:
        return escape(digest.reading.analysis.unread)
    return UNCERTAIN if digest.withheld else NOBODY


def _menu(page: list[_Entry], reading: str) -> Menu | None:
    options = tuple(entry.option for entry in page)[:OPTION_LIMIT]
    return Menu("Read a statement in its paragraph", Press(Action.CONTEXT, reading), options) if options else None
