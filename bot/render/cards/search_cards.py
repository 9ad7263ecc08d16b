"""The card of /said: statements by anybody about anything, newest or earliest first, each as its own article has it.

Every piece is checked against the article it comes from; our own words against none.
"""

from datetime import UTC, datetime
from functools import partial

from bot.domain.statement_search import TOTAL_LIMIT, FoundStatement, FoundStatements, StatementQuery
from bot.i18n.bidi import isolate
from bot.i18n.dates import format_day
from bot.i18n.messages import translate
from bot.render.card import (
    FOOTER_ROOM,
    LABEL_LIMIT,
    TEXT_LIMIT,
    Action,
    Button,
    Card,
    ComponentAction,
    Menu,
    Option,
    verify_text,
)
from bot.render.cards.article_card import footer
from bot.render.cards.briefing_cards import outlet_facts, without_marks
from bot.render.cards.two_sides_card import outlet_name
from bot.render.cards.who_said_card import speaker_line, statement_line
from bot.render.localized_names import country_name, speaker_facts
from bot.render.markdown import block_quote, escape, inline, link, timestamp, units
from bot.render.pagination import fit_to_limit
from bot.render.quotations import quote_statement, shorten, snippet
from bot.render.search_buttons import make_search_action
from bot.services.statement_search import SearchPage

STATEMENT_LIMIT = 500
HEADER_ROOM = 700
PAGE_ROOM = TEXT_LIMIT - HEADER_ROOM - FOOTER_ROOM
SNIPPET_LIMIT = 45
SOURCE_ROOM = 330
"""Code units of a link; one that is longer is left out, as the context has it."""
NAMES = 3
MANY = 10
"""People beyond whom no more are counted."""


def render_said(said: SearchPage) -> Card:
    """A page of what was found. Raises ``NotVerbatimError``."""
    page = said.page
    return Card(
        header=f"### {_title(said.wanted, page)}\n-# {_facts(said.wanted, page)}",
        blocks=_blocks(page),
        footer=footer(
            translate("whosaid-legend"),
            translate("said-page", page=said.number + 1) if said.number or said.on is not None else "",
        ),
        menu=_menu(page),
        buttons=_buttons(said),
    )


def find_statement(detail: str) -> ComponentAction:
    """What a line of the menu asks for: a statement of an article in its paragraph."""
    return ComponentAction(Action.CONTEXT, detail[:20], detail=detail[21:])


def _title(wanted: StatementQuery, page: FoundStatements) -> str:
    who = ", ".join(inline(without_marks(name), 60) for name in page.people[:NAMES]) or inline(
        without_marks(country_name(wanted.who)), 80
    )
    if len(page.people) > NAMES:
        more = len(page.people) - NAMES
        several = len(page.people) >= MANY
        who = translate("said-and-others", names=who) if several else translate("said-and-more", names=who, count=more)
    about = inline(without_marks(wanted.about), 100)
    return verify_text(name_search(who, about) or translate("said-statements"))


def name_search(who: str, about: str) -> str:
    """What was looked for, of which either may be left out; nothing where both are."""
    return translate("said-about", who=who, about=about) if who and about else who or about


def count_found(page: FoundStatements) -> str:
    """How many there are in all: "23 statements", "over 1,000 statements"."""
    if page.over:
        return translate("said-found-over", count=TOTAL_LIMIT)
    return translate("said-found", count=page.total)


def _facts(wanted: StatementQuery, page: FoundStatements) -> str:
    since = translate("said-from", day=_date(wanted.since)) if wanted.since else ""
    until = translate("said-before", day=_date(wanted.until)) if wanted.until else ""
    found = " ".join(part for part in (count_found(page), since, until) if part)
    order = translate("said-earliest-first") if wanted.earliest else translate("said-newest-first")
    return f"{found} · {order}"


def _date(at: datetime) -> str:
    # whole days where the asker's zone is UTC; a day's beginning elsewhere is said to the minute
    local = at.astimezone(UTC)
    whole = (local.hour, local.minute) == (0, 0)
    return format_day(local) if whole else timestamp(at)


def _blocks(page: FoundStatements) -> tuple[str, ...]:
    """One block for statements of one speaker that follow each other: the heading, then each of them."""
    room = PAGE_ROOM // max(len(page.found), 1)
    blocks: list[str] = []
    last = None
    for number, one in enumerate(page.found, 1):
        heading = _heading(one)
        entry = fit_to_limit(partial(_entry, one, number), STATEMENT_LIMIT, room - units(heading) - 2)
        if heading == last:
            blocks[-1] += f"\n\n{entry}"
        else:
            blocks.append(f"{heading}\n{entry}")
        last = heading
    return tuple(blocks)


def _heading(one: FoundStatement) -> str:
    """The speaker as the article has them, behind the full name that the archive knows them by."""
    speaker = one.attribution.speaker
    if speaker is None:
        return f"**{translate('whosaid-unresolved')}**"
    if one.person is None or one.person.casefold() == speaker.name.casefold():
        return verify_text(speaker_line(speaker), one.article)
    here = translate("said-here", name=inline(speaker.name, 80))
    facts = " · ".join([here, *(inline(fact, 100) for fact in speaker_facts(speaker))])
    known = verify_text(f"**{inline(without_marks(one.person), 80)}**")
    return f"{known} — {verify_text(facts, one.article)}"


def _entry(one: FoundStatement, number: int, limit: int) -> str:
    article, attribution = one.article, one.attribution
    source = verify_text(link(outlet_name(article), article.url), article)
    if units(source) > SOURCE_ROOM:
        source = verify_text(inline(outlet_name(article), 60), article)
    source += verify_text(outlet_facts(article), article)
    how = verify_text(statement_line(article.text, attribution), article)
    words = verify_text(block_quote(quote_statement(article.text, attribution, limit, escape)), article)
    return f"-# **{number}** · {timestamp(one.at, 'd')} · {how} · {source}\n{words}"


def _menu(page: FoundStatements) -> Menu | None:
    """The menu of statements; of two at one place the first, since Discord wants each line to be another."""
    options: dict[str, Option] = {}
    for number, one in enumerate(page.found, 1):
        span = one.attribution.span
        value = f"{one.reading}-{span.start}-{span.end}"
        name = one.attribution.speaker.name if one.attribution.speaker else translate("whosaid-unresolved")
        label = verify_text(f"{number} · {isolate(shorten(name, LABEL_LIMIT - 10))}", one.article)
        described = verify_text(snippet(one.article.text, one.attribution, SNIPPET_LIMIT), one.article)
        options.setdefault(value, Option(label, value, described))
    if not options:
        return None
    return Menu(translate("whosaid-context"), ComponentAction(Action.FOUND, "0" * 20), tuple(options.values()))


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
