"""Documents as HTML, everything escaped and checked. Pure. Raises ``TypeError`` for blocks that no page holds."""

import re
from collections.abc import Iterable, Sequence
from datetime import tzinfo
from functools import partial

from markupsafe import Markup, escape

from bot.domain.article import Article
from bot.i18n.messages import translate
from bot.render.card import verify_plain
from bot.render.document import (
    Block,
    Columns,
    Heading,
    Line,
    LinkPart,
    OutletPart,
    Part,
    Quote,
    Row,
    Sources,
    Speaker,
    StrongText,
    Text,
    TimePart,
)
from bot.render.line_text import one_line, outlet_name, plain_in
from bot.render.localized_names import outlet_state
from bot.render.markdown import host, web_address
from bot.render.quotations import shorten

QUOTE_LIMIT = 500
"""Characters of a line, or of a statement beside another side's."""
CELL = 6
"""Statements of a side in one row."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


def language_attribute(code: str | None) -> Markup:
    """The attribute for a language; nothing for what is no code."""
    return Markup(' lang="{}"').format(code) if code and _LANGUAGE.fullmatch(code) else Markup("")


class HtmlWriter:
    """Writes blocks as HTML, times in ``zone``, headings ``deeper`` levels down. All raise ``NotVerbatimError``."""

    def __init__(self, zone: tzinfo, deeper: int = 0) -> None:
        self._zone = zone
        self._deeper = deeper
        self._plain = plain_in(zone)

    def write(self, blocks: Iterable[Block]) -> Markup:
        """``blocks`` below one another: headings and speakers, each with a list of what follows it."""
        pieces: list[Markup] = []
        points: list[Markup] = []
        for block in blocks:
            if isinstance(block, Quote) or (isinstance(block, Text) and block.points):
                points += [self._quote(block)] if isinstance(block, Quote) else self._lines(block)
                continue
            pieces += _listed(points)
            points = []
            match block:
                case Heading():
                    pieces.append(self._heading(block))
                case Speaker():
                    pieces.append(self._speaker(block))
                case Text():
                    pieces += [Markup('<p class="note" dir="auto">{}</p>').format(line) for line in self._lines(block)]
                case Columns():
                    pieces.append(self._columns(block))
                case _:
                    raise TypeError(f"no page shows {block!r}")
        return _joined([*pieces, *_listed(points)])

    def line(self, line: Line, *articles: Article) -> Markup:
        """``line``, checked against ``articles`` where it is of some."""
        if articles:
            verify_plain(self._plain(line), *articles)
        return Markup("").join(map(self._part, line))

    def beside(self, lines: Iterable[Line], *articles: Article) -> Markup:
        """``lines`` beside one another, without those that are empty."""
        return Markup(" · ").join(filter(None, (self.line(line, *articles) for line in lines)))

    def _part(self, part: Part) -> Markup:
        match part:
            case str():
                return escape(part)
            case StrongText():
                return Markup("<b>{}</b>").format(self._plain((part,)))
            case LinkPart():
                shown = _link(shorten(one_line(part.label), part.limit), part.url)
                return shown + (Markup(' <span class="host">{}</span>').format(host(part.url)) if part.host else "")
            case TimePart():
                at = part.at.astimezone(self._zone)
                words = self._plain((TimePart(part.at, style=part.style, plainly=True),))
                return Markup('<time datetime="{}">{}</time>').format(at.isoformat(), words)
            case OutletPart():
                return self._outlet(part)
            case _:
                words = self._plain((part,))
                return Markup("<bdi>{}</bdi>").format(words) if words else Markup("")

    def _outlet(self, part: OutletPart) -> Markup:
        article = part.article
        shown = _link(outlet_name(part), article.url if part.linked else None)
        others = (_link(str(number), other.url) for number, other in enumerate(part.others, 2))
        state = outlet_state(article.outlet) if part.state else ""
        label = (Markup('<span class="label">{}</span>').format(state),) if state else ()
        return Markup(" ").join((shown, *others, *label))

    def _heading(self, one: Heading) -> Markup:
        title = self.line(one.line, *one.articles)
        shown = Markup('<h{0} dir="auto">{1}</h{0}>').format(one.level + self._deeper, title)
        facts = self.beside(one.facts, *one.articles)
        return _joined(
            [
                shown,
                *((Markup('<p class="meta">{}</p>').format(facts),) if facts else ()),
                *((self._sources(one.sources),) if one.sources else ()),
            ]
        )

    def _sources(self, sources: Sources) -> Markup:
        outlets = (self.line((one,), one.article, *one.others) for one in sources.outlets)
        return Markup('<p class="source">{}</p>').format(Markup(" · ").join(outlets))

    def _speaker(self, one: Speaker) -> Markup:
        name = Markup('<p class="speaker"><b class="who">{}</b>').format(self.line(one.name, *one.articles))
        facts = self.beside((*one.facts, one.country if one.level < 4 else ()), *one.articles)
        return name + (Markup(' <span class="office">{}</span>').format(facts) if facts else "") + Markup("</p>")

    def _lines(self, block: Text) -> list[Markup]:
        return [self.line(line, *block.articles) for line in block.lines]

    def _words(self, one: Quote, element: str) -> Markup:
        words = verify_plain(one.words(QUOTE_LIMIT, str), one.articles[0])
        lang = language_attribute(one.articles[0].language)
        return Markup('<{0} class="words" dir="auto"{1}>{2}</{0}>').format(element, lang, words)

    def _quote(self, one: Quote) -> Markup:
        how = self.beside((one.at, one.who, *one.notes), *one.articles)
        return self._words(one, "span") + (Markup(' <span class="note">{}</span>').format(how) if how else "")

    def _columns(self, block: Columns) -> Markup:
        names = [self.line(side.name, *side.articles) for side in (block.a, block.b)]
        heads = Markup("").join(Markup('<th scope="col" dir="auto">{}</th>').format(name) for name in names)
        rows = _joined([self._row(block, row) for row in block.rows])
        return Markup(
            '<table class="sides">\n<thead><tr><th scope="col">{}</th>{}</tr></thead>\n<tbody>\n{}\n</tbody>\n</table>'
        ).format(translate("export-page-topic"), heads, rows)

    def _row(self, block: Columns, row: Row) -> Markup:
        verify_plain(row.topic, *row.articles)
        clash = Markup(' <span class="tag clash">{}</span>').format(row.note) if row.clash else ""
        cells = (
            self._cell(self._plain(side.name), quotes, row.absent or block.absent)
            for side, quotes in ((block.a, row.a), (block.b, row.b))
        )
        head = Markup('<tr>\n<th scope="row" dir="auto">{}{}</th>\n').format(row.topic, clash)
        return head + _joined(cells) + Markup("\n</tr>")

    def _cell(self, side: str, quotes: Sequence[Quote], absent: str) -> Markup:
        said = [self._said(one) for one in quotes[:CELL]] or [Markup('<p class="absent">{}</p>').format(absent)]
        return Markup('<td data-side="{}">\n{}\n</td>').format(side, _joined(said))

    def _said(self, one: Quote) -> Markup:
        how = self.beside((one.who, *one.notes), *one.articles)
        return (Markup('<p class="meta">{}</p>\n').format(how) if how else "") + self._words(one, "p")


def _listed(points: Sequence[Markup]) -> list[Markup]:
    if not points:
        return []
    return [Markup('<ul class="lines">\n{}\n</ul>').format(_joined(map(partial(Markup("<li>{}</li>").format), points)))]


def _joined(pieces: Iterable[Markup]) -> Markup:
    return Markup("\n").join(pieces)


def _link(label: str, url: str | None) -> Markup:
    address = web_address(url)
    if address is None:
        return Markup("<bdi>{}</bdi>").format(label)
    link = Markup('<a class="out" href="{}" rel="noopener noreferrer nofollow" dir="auto">{}</a>')
    return link.format(address, label)
