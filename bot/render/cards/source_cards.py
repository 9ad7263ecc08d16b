"""The catalogue of sources: its pages, and one source with what its feed carries now. Pure."""

from dataclasses import dataclass, replace

from bot.domain.feed import FeedDocument
from bot.gazetteer.source_catalogue import (
    CatalogueSource,
    Evidence,
    Pack,
    SourceFilter,
    SourceKind,
)
from bot.i18n.messages import translate
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT, Action, Button, Card, ComponentAction, Menu, Option
from bot.render.cards.feed_cards import list_titles
from bot.render.document import CommandPart, Document, Line, LinkPart, ListEntry, reply
from bot.render.document_cards import render_cards
from bot.render.line_text import translate_parts
from bot.render.localized_names import country_name, name_language
from bot.render.pagination import page_buttons, page_note
from bot.render.quotations import shorten

PER_PAGE = 8
"""Sources of a page on Discord."""
PACK_MARK = "pack:"
"""Stands before the name of a pack where a source could stand."""
_BETWEEN = "|"


@dataclass(frozen=True, slots=True)
class SourcePage:
    """The sources that a filter admits."""

    wanted: SourceFilter
    sources: tuple[CatalogueSource, ...]
    members: int = 0
    """Of the pack that is asked for, also those that are filtered out."""


@dataclass(frozen=True, slots=True)
class SourcePreview:
    """A source, and what its feed carries now."""

    source: CatalogueSource
    document: FeedDocument


def report_sources(page: SourcePage) -> Document:
    """All sources that are admitted, for a terminal."""
    return _report(page, page.sources)


def render_sources(page: SourcePage, number: int) -> Card:
    """A page of the sources that are admitted: a menu to look at one, a button to follow a whole pack."""
    count = max(1, -(-len(page.sources) // PER_PAGE))
    number = min(number, count - 1)
    shown = page.sources[number * PER_PAGE : (number + 1) * PER_PAGE]
    turn = ComponentAction(Action.BROWSE, page=number, detail=encode_filter(page.wanted))
    buttons = page_buttons(turn, count)
    if page.wanted.pack and page.members:
        follow = ComponentAction(Action.FOLLOW, detail=f"{PACK_MARK}{page.wanted.pack}")
        buttons += (Button(translate("browse-follow-pack", count=page.members), follow),)
    report = replace(_report(page, shown), footer=tuple(filter(None, (page_note(number, count),))), buttons=buttons)
    return replace(render_cards(report)[0], menu=_menu(shown))


def report_source(preview: SourcePreview) -> Document:
    """A source: what it is, where its address is from, and what it carries now."""
    source, entries = preview.source, preview.document.entries
    lines: list[Line] = [(LinkPart(source.name, source.feed),), (describe_source(source),), (_evidence(source),)]
    if source.packs:
        lines.append((translate("browse-in-packs", packs=" · ".join(map(pack_name, source.packs))),))
    lines.append((translate("browse-carries", count=len(entries)),))
    titles = list_titles(entries)
    notes = (translate_parts("browse-to-follow", command=CommandPart(f"feed add url:{source.name}")),)
    return reply(translate("browse-source"), tuple(lines), titles, notes)


def render_source(preview: SourcePreview) -> Card:
    """The same as a card with the button that follows the source in the channel of the press."""
    follow = Button(translate("browse-follow"), ComponentAction(Action.FOLLOW, detail=preview.source.name))
    return render_cards(replace(report_source(preview), buttons=(follow,)))[0]


def describe_source(source: CatalogueSource) -> str:
    """What a source is, in a few words: kind, country, language, label of a state."""
    state = translate("article-state", state=source.state) if source.state else ""
    language = name_language(source.language) or source.language
    facts = (translate("browse-kind", kind=source.kind), country_name(source.country), language, state)
    return " · ".join(filter(None, facts))


def pack_name(pack: Pack) -> str:
    """What a pack is called."""
    return translate("browse-pack", pack=pack)


def encode_filter(wanted: SourceFilter) -> str:
    """``wanted`` as the detail of a button, at most 60 characters."""
    parts = (wanted.language, wanted.kind or "", wanted.pack or "", wanted.country, wanted.words.replace(_BETWEEN, " "))
    return _BETWEEN.join(parts)[:60]


def decode_filter(detail: str) -> SourceFilter:
    """The filter in a button. Raises ``ValueError`` for another's detail."""
    language, kind, pack, country, words = detail.split(_BETWEEN)
    return SourceFilter(words, country, language, SourceKind(kind) if kind else None, Pack(pack) if pack else None)


def _report(page: SourcePage, shown: tuple[CatalogueSource, ...]) -> Document:
    if not shown:
        every = translate_parts("browse-all", command=CommandPart("feed browse"))
        return reply(translate("browse-title"), ((translate("browse-none"),),), notes=(every,))
    entries = tuple(ListEntry((LinkPart(source.name, source.feed),), _facts(source)) for source in shown)
    example = CommandPart(f"feed add url:{shown[0].name}")
    title = translate("browse-title-counted", count=len(page.sources))
    if page.wanted.pack:
        title = f"{pack_name(page.wanted.pack)} · {title}"
    document = reply(title, entries=entries, notes=(translate_parts("browse-to-follow", command=example),))
    return replace(document, one_page=False, per_page=len(shown))


def _facts(source: CatalogueSource) -> tuple[Line, ...]:
    refused = ((_evidence(source),),) if source.evidence is Evidence.REFUSED else ()
    return ((describe_source(source),), *refused)


def _evidence(source: CatalogueSource) -> str:
    return translate("browse-evidence", evidence=source.evidence, day=source.on, found=source.found)


def _menu(shown: tuple[CatalogueSource, ...]) -> Menu | None:
    options = tuple(
        Option(shorten(source.name, LABEL_LIMIT), source.name, shorten(describe_source(source), LABEL_LIMIT))
        for source in shown[:OPTION_LIMIT]
    )
    return Menu(translate("browse-look"), ComponentAction(Action.SOURCE), options) if options else None
