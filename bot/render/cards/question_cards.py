"""Answers to questions in words: how each was understood, what was found, and the commands that go on from there.

Whatever a person typed is shown without quotation marks, as those are kept for the words of articles.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import timedelta, tzinfo

from bot.digests.search_results import describe_scope
from bot.domain.attribution import Act
from bot.domain.digest import TwoSidesQuery
from bot.domain.period import Period, describe_period
from bot.domain.statement_search import COMMUNICATED
from bot.gazetteer.countries import country_of
from bot.i18n.bidi import isolate
from bot.i18n.messages import translate
from bot.questions.question import Kind, Question
from bot.questions.small_talk import SmallTalkKind
from bot.render.card import Card, verify_text
from bot.render.cards.about_cards import render_help
from bot.render.cards.search_cards import compose_search_page
from bot.render.cards.two_sides_card import compose_columns
from bot.render.document import Document, Text, TypedText
from bot.render.document_cards import render_cards
from bot.render.localized_names import country_name
from bot.render.markdown import escape_prose, inline
from bot.render.quotations import without_marks
from bot.render.two_sides_buttons import WORD_LIMIT, make_two_sides_action
from bot.services.questions import Answer, NothingFound, NotUnderstood, SidesFound, SmallTalk, StatementsFound

WORDS_LIMIT = 80
"""Characters of what a person typed, wherever it is shown."""


def render_answer(answer: Answer) -> Card:
    """The card that answers. Raises ``NotVerbatimError``."""
    match answer:
        case SmallTalk(SmallTalkKind.SELF):
            return render_help()
        case SmallTalk(talk, names):
            return Card(f"{translate('question-talk', talk=talk)} {_try(names)}")
        case NotUnderstood(names):
            return Card(
                f"**{translate('question-not-understood')}**",
                (translate("question-forms"), _try(names), translate("question-articles")),
            )
        case NothingFound(question, zone, why):
            told = escape_prose(isolate(without_marks(why.message())))
            line = describe_question(question, describe_period(question.period, zone))
            return Card(line, (verify_text(told), _below(suggest_wider(answer))))
        case _:
            return render_cards(compose_found(answer))[0]


def compose_found(answer: SidesFound | StatementsFound) -> Document:
    """What was found, under how the question was understood; below it, commands that go on from there."""
    question, dates = answer.question, describe_period(answer.question.period, answer.zone)
    if isinstance(answer, SidesFound):  # of all dates, whatever was asked
        dates = translate("question-all-dates", dates=dates) if dates else ""
        wanted = TwoSidesQuery("", a=_short(question.who), b=_short(question.other), about=question.about)
        columns = compose_columns(answer.sides, make_two_sides_action(wanted))
        return replace(columns, above=(describe_question(question, dates),))
    page, people = compose_search_page(answer.said), answer.said.page.people
    if not people or people == (question.who,):  # the line above says the same
        page = replace(page, title=())
    line = describe_question(question, dates)
    scope = translate("question-first-read", scope=describe_scope(answer.scope)) if answer.scope else ""
    commands = suggest_commands(question, _dates(question, answer.zone))
    below = Text(((translate("question-go-on"),), *((TypedText(command),) for command in commands)))
    return replace(page, above=(line, f"-# {scope}") if scope else (line,), blocks=(*page.blocks, below))


def describe_question(question: Question, dates: str) -> str:
    """How a question was understood, on a line in Markdown; ``dates`` in words."""
    acts = "" if question.acts >= COMMUNICATED else name_acts(question.acts)
    kind = translate("question-quoted") if question.kind is Kind.QUOTE else ""
    about = translate("question-about", about=f"**{_typed(question.about)}**") if question.about else ""
    order = translate("question-earliest") if question.earliest else ""
    parts = (_whom(question), acts, kind, about, dates, order)
    return verify_text(translate("question-looked-for", parts=" · ".join(part for part in parts if part)))


def name_acts(acts: Collection[Act]) -> str:
    """Verbs of which one is wanted."""
    return f" {translate('question-or')} ".join(translate("whosaid-act", act=act) for act in sorted(acts))


def _whom(question: Question) -> str:
    """Who was asked about, in Markdown."""
    country = country_name(question.country)
    if question.who and country:
        who = translate("question-of", who=question.who, country=country)
    else:
        who = country_name(question.who) or country
    shown = f"**{_typed(who)}**" if who else translate("question-anybody")
    return (
        translate("question-both", who=shown, other=f"**{_typed(country_name(question.other))}**")
        if question.other
        else shown
    )


def suggest_commands(question: Question, dates: tuple[str, str]) -> tuple[str, ...]:
    """Commands that go on from a question, as they are typed; ``dates`` are its first and last day, or ""."""
    who, about = _speaker(question), question.about
    since, until = dates
    if country_of(question.who):
        beside = _command("position", ("country", who), ("topic", about))
    else:
        beside = _command("timeline", ("who", who), ("about", about), ("since", since))
    return (
        _command("said", ("who", who), ("about", about), ("since", since), ("until", until)),
        beside,
        _command("watch add", ("speaker", who), ("topic", about)),
    )


def suggest_wider(answer: NothingFound) -> tuple[str, ...]:
    """Commands that look further than a question to which nothing was found, and one that waits for it."""
    question, who, about = answer.question, _speaker(answer.question), answer.question.about
    if question.other:
        return tuple(_command("said", ("who", one), ("about", about)) for one in (who, question.other))
    dated = question.period != Period()
    wider = [
        *(_command("said", ("who", name), ("about", about)) for name in answer.alike[:1]),
        *([_command("said", ("who", who), ("about", about))] if dated and answer.known else []),
        *([_command("said", ("who", who))] if about and answer.known else []),
        *([_command("said", ("about", about))] if who and about else []),
        _command("watch add", ("speaker", answer.alike[0] if answer.alike else who), ("topic", about)),
    ]
    return tuple(wider)


def _speaker(question: Question) -> str:
    return " ".join(part for part in (question.country, question.who) if part)


def _below(commands: tuple[str, ...]) -> str:
    return verify_text("\n".join([f"-# {translate('question-go-on')}", *(f"`{command}`" for command in commands)]))


def _dates(question: Question, zone: tzinfo) -> tuple[str, str]:
    """The first and the last day of a question, as they are typed."""
    since, until = question.period.since, question.period.until
    last = until - timedelta(microseconds=1) if until else None
    first, end = (at.astimezone(zone).date().isoformat() if at else "" for at in (since, last))
    return first, end


def _command(name: str, *options: tuple[str, str]) -> str:
    given = (f"{option}:{_plain(words)}" for option, words in options if words)
    return " ".join([f"/{name}", *given])


def _short(name: str) -> str:
    """A side as a button can carry it: the surname of a long name."""
    return name if len(name) <= WORD_LIMIT else name.rsplit(maxsplit=1)[-1]


def _plain(words: str) -> str:
    """``words`` as they can stand in a line of code."""
    return without_marks(words.replace("`", " "))[:WORDS_LIMIT].strip()


def _typed(words: str) -> str:
    return inline(without_marks(words), WORDS_LIMIT)


def _try(names: tuple[str, ...]) -> str:
    """What to ask, with people whom the archive knows."""
    if not names:
        return translate("question-nothing-read")
    first, last = _typed(names[0]), _typed(names[-1])
    if first == last:
        return verify_text(translate("question-try-one", name=first))
    return verify_text(translate("question-try-two", first=first, last=last))
