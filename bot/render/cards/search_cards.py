"""What /said found: statements of anybody about anything, in order of time, each as its article has it. Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.digests.lines.statement import StatementLine
from bot.digests.search_results import choose_listed, find_mention, word_found
from bot.domain.statement_search import TOTAL_LIMIT, FoundStatement, FoundStatements, StatementQuery
from bot.i18n.dates import format_day, format_days
from bot.i18n.messages import translate
from bot.render.card import Action, Button, ComponentAction
from bot.render.document import Block, Document, Line, OutletPart, Part, Quote, Speaker, StrangerText, TimePart
from bot.render.line_text import translate_parts
from bot.render.localized_names import country_name
from bot.render.quotations import without_marks
from bot.render.search_buttons import make_search_action
from bot.render.statement_lines import introduce_source, quote_line
from bot.render.statements import dated, listed, option
from bot.services.statement_search import SearchPage

STATEMENT_LIMIT = 500
CONTEXT_LIMIT = 240
"""Characters of the words around a statement that tell what it is about."""
LINK_LIMIT = 330
"""Code units of a link; one that is longer is left out, as the context has it."""
NAMES = 3
MANY = 10
"""People beyond whom no more are counted."""
_INSTANT = timedelta(microseconds=1)


def compose_search_page(said: SearchPage) -> Document:
    """A page of what was found. Raises ``NotVerbatimError``."""
    page = said.page
    blocks: list[Block] = []
    last: Speaker | None = None
    lines = [word_found(one, said.wanted.about) for one in page.found]
    shown = choose_listed(page.found, lines)
    for number, place in enumerate(shown, 1):
        one = page.found[place]
        speaker = _speaker(one)
        if last is None or _named(speaker) != _named(last):
            blocks.append(speaker)
        blocks.append(_quote(one, lines[place], number, said.wanted.about))
        last = speaker
    turned = said.number or said.on is not None
    return Document(
        _title(said.wanted, page),
        tuple(blocks),
        facts=_facts(said),
        notes=(translate("said-page", page=said.number + 1),) if turned else (),
        choose=ComponentAction(Action.FOUND),
        buttons=_buttons(said),
        limit=STATEMENT_LIMIT,
        one_page=True,
    )


def find_statement(detail: str) -> ComponentAction:
    """What a line of the menu asks for: a statement of an article in its paragraph."""
    return ComponentAction(Action.CONTEXT, detail[:20], detail=detail[21:])


def _title(wanted: StatementQuery, page: FoundStatements) -> Line:
    """What was looked for."""
    people: list[Part] = [StrangerText(without_marks(name), 60) for name in page.people]
    asked = without_marks(country_name(wanted.who))
    who = listed(people, NAMES) or ((StrangerText(asked, 80),) if asked else ())
    if len(people) >= MANY:
        who = translate_parts("said-and-others", names=listed(people[:NAMES], NAMES))
    words = without_marks(wanted.about)
    about: Line = (StrangerText(words, 100),) if words else ()
    if who and about:
        return translate_parts("said-about", who=who, about=about)
    return who or about or (translate("said-statements"),)


def count_found(said: SearchPage) -> str:
    """How many lines there are in all: "23 statements", "about 230 statements", "over 1,000 statements"."""
    if said.page.over:
        return translate("said-found-over", count=TOTAL_LIMIT)
    if said.listed is None:
        return translate("said-found-about", count=said.page.total)
    return translate("said-found", count=said.listed)


def _facts(said: SearchPage) -> tuple[Line, ...]:
    """How many there are in all, of which days, and in which order."""
    wanted = said.wanted
    found: Line = (count_found(said),)
    order: Line = (translate("said-earliest-first") if wanted.earliest else translate("said-newest-first"),)
    if wanted.since and wanted.until and _is_whole(wanted.since) and _is_whole(wanted.until):
        days = format_days(wanted.since.astimezone(UTC), (wanted.until - _INSTANT).astimezone(UTC))
        return found, (days,), order
    found += (" ", *translate_parts("said-from", day=_date(wanted.since))) if wanted.since else ()
    found += (" ", *translate_parts("said-before", day=_date(wanted.until))) if wanted.until else ()
    return found, order


def _is_whole(at: datetime) -> bool:
    """Whether a day begins then, where the asker's zone is UTC; a day's beginning elsewhere is said to the minute."""
    local = at.astimezone(UTC)
    return (local.hour, local.minute) == (0, 0)


def _date(at: datetime) -> Part:
    return format_day(at.astimezone(UTC)) if _is_whole(at) else TimePart(at, plainly=True)


def _speaker(one: FoundStatement) -> Speaker:
    """The speaker as the article has them, behind the full name that the archive knows them by."""
    speaker = introduce_source(one.article, one.attribution, one.language)
    said = one.attribution.speaker
    if said is None or one.person is None or one.person.casefold() == said.name.casefold():
        return speaker
    here = translate_parts("said-here", name=StrangerText(said.name, 80))
    known: Line = (StrangerText(without_marks(one.person), 80),)
    return Speaker(known, (here, *speaker.facts), speaker.country, speaker.articles)


def _named(speaker: Speaker) -> tuple[Line, ...]:
    return speaker.name, *speaker.facts, speaker.country


def _quote(one: FoundStatement, line: StatementLine, number: int, about: str) -> Quote:
    article, said = one.article, one.attribution
    mention = find_mention(one, line, about)
    context: tuple[Line, ...] = ()
    if mention is not None:
        words = StrangerText(mention.of(article.text), CONTEXT_LIMIT)
        context = (translate_parts("said-context", words=words),)
    shown = replace(article, language=one.language or article.language)
    return quote_line(
        article,
        said,
        line,
        number=number,
        at=dated(article, one.at, style="d"),
        notes=((OutletPart(shown, longest=LINK_LIMIT),), *context),
        url=article.url or "",
        option=option(article, said, number=number, reading=one.reading),
    )


def _buttons(said: SearchPage) -> tuple[Button, ...]:
    wanted, kept, page = said.wanted, said.kept, said.page
    behind, ahead = max(said.number - 1, 0), said.number + 1
    older = newer = None
    if page.older is not None:
        older = make_search_action(wanted, kept, page=behind if wanted.earliest else ahead, before=page.older)
    if page.newer is not None:
        newer = make_search_action(wanted, kept, page=ahead if wanted.earliest else behind, after=page.newer)
    turns = (
        ((translate("said-older-back"), older), (translate("said-newer-on"), newer))
        if wanted.earliest
        else ((translate("said-newer"), newer), (translate("said-older"), older))
    )
    table = Button(translate("said-as-table"), make_search_action(wanted, kept, Action.SAIDFILE))
    return (*(Button(label, press) for label, press in turns if press), table)
