"""All statements of an article as cards: by speaker, each statement with its verb, its mark and the article's words."""

import re
from dataclasses import dataclass
from functools import partial

from bot.domain.attribution import Attribution, Kind, Speaker
from bot.domain.digest import Digest, SpeakerSection
from bot.errors import UsageError
from bot.i18n.bidi import isolate
from bot.i18n.messages import translatable, translate, translate_stored
from bot.render.card import (
    BLOCK_LIMIT,
    DETAIL_LIMIT,
    FOOTER_ROOM,
    HEADER_ROOM,
    LABEL_LIMIT,
    TEXT_LIMIT,
    Action,
    Button,
    Card,
    ComponentAction,
    Menu,
    Option,
    verify_card,
)
from bot.render.cards.article_card import footer, header, source_button, tone
from bot.render.localized_names import speaker_facts
from bot.render.markdown import block_quote, escape, inline, units
from bot.render.pagination import fit_to_limit, page_buttons, page_note, paginate
from bot.render.quotations import quote_statement, shorten, snippet

STATEMENTS = 12
STATEMENT_LIMIT = 600
CUE_LIMIT = 40
SNIPPET_LIMIT = 45
"""Characters of a statement in the menu: with marks they stay below its limit even if each counts double."""
STATEMENT_ROOM = 1300
"""Code units of a statement with all that belongs to it, beside its speaker."""
PAGE_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM


@dataclass(frozen=True, slots=True)
class _Entry:
    """One statement ready to be laid on a page: its section with heading, its text and its line in the menu."""

    section: SpeakerSection
    heading: str
    text: str
    option: Option


def render_whosaid(digest: Digest, speaker: str | None = None) -> list[Card]:
    """The digest as pages; of those speakers only whose name, office or country holds ``speaker``, if given.

    Raises ``UsageError`` when nobody matches, ``NotVerbatimError`` when a quotation is not the article's.
    """
    reading = digest.reading
    article = reading.article
    asked = " ".join((speaker or "").split()).strip(" \"'“”„«»‘’")[:DETAIL_LIMIT]
    entries = _entries(chosen_sections(digest, asked), article.text)
    pages = paginate(entries, _fits)
    cards = []
    for number, page in enumerate(pages):
        press = ComponentAction(Action.STATEMENTS, reading.id, number, asked)
        withheld = translate("whosaid-withheld", count=digest.withheld) if digest.withheld else ""
        card = Card(
            header=header(article, reading.analysis.language),
            blocks=_blocks(page) or (_empty(digest),),
            footer=footer(translate("whosaid-legend") if page else "", withheld, page_note(number, len(pages))),
            menu=_menu(page, reading.id),
            buttons=(
                *page_buttons(press, len(pages)),
                Button(translate("article-summary"), ComponentAction(Action.SUMMARY, reading.id)),
                *(
                    (Button(translate("article-two-sides"), ComponentAction(Action.TWOSIDES, reading.id)),)
                    if page
                    else ()
                ),
                *source_button(article),
            ),
            tone=tone(article),
        )
        cards.append(verify_card(card, article))
    return cards


def chosen_sections(digest: Digest, asked: str) -> tuple[SpeakerSection, ...]:
    """The sections of speakers whose name, office or country holds ``asked``; all when it is empty.

    Raises ``UsageError`` that names those who are quoted.
    """
    if not asked:
        return digest.sections
    named = [section for section in digest.sections if section.speaker]
    found = tuple(s for s in named if s.speaker and _is_called(s.speaker, asked.casefold()))
    if found:
        return found
    names = ", ".join(section.speaker.name for section in named[:10] if section.speaker)
    if not names:
        raise UsageError(translatable("whosaid-unmatched-by-nobody", asked=asked))
    raise UsageError(translatable("whosaid-unmatched", asked=asked, names=names))


def _is_called(speaker: Speaker, asked: str) -> bool:
    return any(asked in fact.casefold() for fact in (speaker.name, speaker.role, speaker.country) if fact)


def verb_of(text: str, attribution: Attribution) -> str:
    """How it was said, in the article's own word (the type of act where it has none, or a colon), as Markdown."""
    cue = attribution.cue.of(text) if attribution.cue else ""
    shown = (
        inline(cue, 2 * CUE_LIMIT)
        if re.search(r"\w", cue) and len(cue) <= CUE_LIMIT and "\n" not in cue
        else translate("whosaid-act", act=attribution.act)
    )
    shades = (
        translate("whosaid-negated") * attribution.negated,
        translate("whosaid-conditional") * attribution.conditional,
    )
    return " · ".join(filter(None, (shown, *shades)))


def quote_mark(kind: Kind) -> str:
    """How much of a statement is quoted: all, some, none."""
    return translate("whosaid-mark", kind=kind)


def statement_line(text: str, attribution: Attribution) -> str:
    """How a statement came to the article: who said it where no speaker is known, verb, mark, who passed it on."""
    parts = [verb_of(text, attribution), quote_mark(attribution.kind)]
    if attribution.speaker is None and attribution.source:
        parts.insert(0, f"*{inline(attribution.source.of(text), 80)}*")
    if attribution.relayed_by:
        parts.append(translate("whosaid-relayed", name=inline(attribution.relayed_by, 80)))
    return " · ".join(parts)


def speaker_line(speaker: Speaker) -> str:
    """Name, office and country on a line; what the name already says is not said again."""
    facts = " · ".join(inline(fact, 100) for fact in speaker_facts(speaker))
    return f"**{inline(speaker.name)}**" + (f" — {facts}" if facts else "")


def _entries(sections: tuple[SpeakerSection, ...], text: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for section in sections:
        for attribution in section.statements:
            number = len(entries) + 1
            shown = fit_to_limit(partial(_statement, text, attribution, number), STATEMENT_LIMIT, STATEMENT_ROOM)
            name = section.speaker.name if section.speaker else translate("whosaid-unresolved")
            label = f"{number} · {isolate(shorten(name, LABEL_LIMIT - 10))}"
            described = snippet(text, attribution, SNIPPET_LIMIT)
            value = f"{attribution.span.start}-{attribution.span.end}"
            option = Option(label, value, described)
            entries.append(_Entry(section, _heading(section.speaker), shown, option))
    return entries


def _statement(text: str, attribution: Attribution, number: int, limit: int) -> str:
    words = block_quote(quote_statement(text, attribution, limit, escape))
    return f"-# **{number}** · {statement_line(text, attribution)}\n{words}"


def _fits(page: list[_Entry]) -> bool:
    """Whether Discord takes these statements on one card, and a person in one look."""
    blocks = _blocks(page)
    return len(page) <= STATEMENTS and len(blocks) <= BLOCK_LIMIT and sum(map(units, blocks)) <= PAGE_ROOM


def _blocks(page: list[_Entry]) -> tuple[str, ...]:
    """One block a speaker: heading with office and country, then the statements."""
    blocks: list[str] = []
    last: SpeakerSection | None = None
    for entry in page:
        if entry.section is last:
            blocks[-1] += f"\n\n{entry.text}"
        else:
            blocks.append(f"{entry.heading}\n{entry.text}")
        last = entry.section
    return tuple(blocks)


def _heading(speaker: Speaker | None) -> str:
    return speaker_line(speaker) if speaker else f"**{translate('whosaid-unresolved')}**"


def _empty(digest: Digest) -> str:
    """Why there is nothing to show."""
    if digest.reading.analysis.unread:
        return escape(translate_stored(digest.reading.analysis.unread))
    return translate("whosaid-uncertain") if digest.withheld else translate("whosaid-nobody")


def _menu(page: list[_Entry], reading: str) -> Menu | None:
    """The menu of statements; of two at one place the first, since Discord wants each line to be another."""
    options = {entry.option.value: entry.option for entry in reversed(page)}
    if not options:
        return None
    return Menu(
        translate("whosaid-context"), ComponentAction(Action.CONTEXT, reading), tuple(reversed(options.values()))
    )
