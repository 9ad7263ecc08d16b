"""Answers to questions in words: how each was understood, what was found, and what goes on from there.

Whatever a person typed is shown without quotation marks, as those are kept for the words of articles.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta, tzinfo

from bot.digests.search_results import describe_scope
from bot.domain.attribution import Act
from bot.domain.digest import TwoSidesQuery
from bot.domain.period import Period, describe_period
from bot.domain.statement_search import COMMUNICATED, StatementQuery
from bot.gazetteer.countries import country_of
from bot.i18n.bidi import isolate
from bot.i18n.messages import translate
from bot.questions.question import Kind, Question
from bot.questions.small_talk import SmallTalkKind
from bot.render.card import Action, Button, Card, ComponentAction, verify_text
from bot.render.cards.about_cards import render_help
from bot.render.cards.search_cards import compose_search_page
from bot.render.cards.two_sides_card import compose_columns
from bot.render.document import Document, Text, TypedText
from bot.render.document_cards import render_cards
from bot.render.localized_names import country_name
from bot.render.markdown import escape_prose, inline
from bot.render.quotations import without_marks
from bot.render.search_buttons import fits_in_action, make_search_action
from bot.render.two_sides_buttons import PAIR_LIMIT, WORD_LIMIT, make_two_sides_action, make_words_action
from bot.services.questions import Answer, NothingFound, NotUnderstood, SidesFound, SmallTalk, StatementsFound

WORDS_LIMIT = 80
"""Characters of an option as it is typed."""
_LABELLED = 30
_ACTIONS = {"timeline": Action.TIMELINE, "position": Action.POSITION, "watch add": Action.WATCH}


@dataclass(frozen=True, slots=True)
class NextStep:
    """A command for a speaker (or country) ``who`` and a topic ``about``, "" for none.

    ``options`` are the names and values of all its options as they are typed; ``wanted`` is the search of ``said``.
    """

    command: str
    who: str
    about: str
    options: tuple[tuple[str, str], ...]
    wanted: StatementQuery | None = None

    @property
    def typed(self) -> str:
        """The command as it is typed."""
        given = (f"{option}:{_plain(words)}" for option, words in self.options if words)
        return " ".join([f"/{self.command}", *given])

    @property
    def button(self) -> Button | None:
        """The button that gives the command; None if none can carry its words."""
        press = self._press()
        if press is None:
            return None
        what = " · ".join(_shorten(words) for words in (self.who, self.about) if words)
        return Button(translate("question-step", command=self.command.partition(" ")[0], what=what), press)

    def _press(self) -> ComponentAction | None:
        if self.wanted is not None:
            # a message of its own: the answer, with its other buttons, stays
            return replace(make_search_action(self.wanted, ""), turns=False) if fits_in_action(self.wanted) else None
        carried = max(len(self.who), len(self.about)) <= PAIR_LIMIT
        return make_words_action(_ACTIONS[self.command], self.who, self.about) if carried else None


def _shorten(words: str) -> str:
    words = without_marks(words)
    return words if len(words) <= _LABELLED else f"{words[: _LABELLED - 1].rstrip()}…"


def _plain(words: str) -> str:
    """``words`` as they can stand in a line of code."""
    return without_marks(words.replace("`", " "))[:WORDS_LIMIT].strip()


BUTTONS = 5
"""Maximum buttons of a card."""


def render_answer(answer: Answer, *, typed: bool = False) -> Card:
    """The card that answers, with next steps as buttons or ``typed`` commands. Raises ``NotVerbatimError``."""
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
            buttons, commands = _offer(suggest_wider(answer), BUTTONS, typed=typed)
            return Card(line, (verify_text(told), *([_below(commands)] if commands else [])), buttons=buttons)
        case _:
            return render_cards(compose_found(answer))[0]


def compose_found(answer: SidesFound | StatementsFound, *, typed: bool = False) -> Document:
    """What was found, under how the question was understood; with what goes on from there, as above."""
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
    steps = suggest_steps(question, _dates(question, answer.zone))
    # where the page is all that was said, its own buttons turn to the rest
    whole = question.acts >= COMMUNICATED and question.kind is not Kind.QUOTE
    buttons, commands = _offer(steps[whole and not typed :], BUTTONS - len(page.buttons), typed=typed)
    below = Text(((translate("question-go-on"),), *((TypedText(command),) for command in commands)))
    return replace(
        page,
        above=(line, f"-# {scope}") if scope else (line,),
        blocks=(*page.blocks, below) if commands else page.blocks,
        buttons=(*page.buttons, *buttons),
    )


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


def suggest_steps(question: Question, dates: tuple[str, str]) -> tuple[NextStep, ...]:
    """What goes on from a question; ``dates`` are its first and last day as they are typed, or ""."""
    who, about = _speaker(question), question.about
    since, until = dates
    if country_of(question.who):
        beside = _step("position", who, about, ("country", who), ("topic", about))
    else:
        beside = _step("timeline", who, about, ("who", who), ("about", about), ("since", since))
    wanted = StatementQuery(who, about, question.period.since, question.period.until)
    said = _search(who, about, ("since", since), ("until", until), wanted=wanted)
    return said, beside, _step("watch add", who, about, ("speaker", who), ("topic", about))


def suggest_wider(answer: NothingFound) -> tuple[NextStep, ...]:
    """What looks further than a question to which nothing was found, and what waits for it."""
    question, who, about = answer.question, _speaker(answer.question), answer.question.about
    if question.other:
        return tuple(_search(one, about) for one in (who, question.other))
    dated = question.period != Period()
    speaker = answer.alike[0] if answer.alike else who
    return (
        *(_search(name, about) for name in answer.alike[:1]),
        *([_search(who, about)] if dated and answer.known else []),
        *([_search(who, "")] if about and answer.known else []),
        *([_search("", about)] if who and about else []),
        _step("watch add", speaker, about, ("speaker", speaker), ("topic", about)),
    )


def _step(command: str, who: str, about: str, *options: tuple[str, str]) -> NextStep:
    return NextStep(command, who, about, options)


def _search(who: str, about: str, *dates: tuple[str, str], wanted: StatementQuery | None = None) -> NextStep:
    options = (("who", who), ("about", about), *dates)
    return NextStep("said", who, about, options, wanted or StatementQuery(who, about))


def _speaker(question: Question) -> str:
    return " ".join(part for part in (question.country, question.who) if part)


def _below(commands: Sequence[str]) -> str:
    return verify_text("\n".join([f"-# {translate('question-go-on')}", *(f"`{command}`" for command in commands)]))


def _offer(steps: Sequence[NextStep], room: int, *, typed: bool) -> tuple[tuple[Button, ...], tuple[str, ...]]:
    """At most ``room`` buttons for ``steps``, and the commands to type of those that have none."""
    buttons = [None if typed else step.button for step in steps]
    shown = [button for button in buttons if button][:room]
    left = tuple(step.typed for step, button in zip(steps, buttons, strict=True) if button not in shown)
    return tuple(shown), left


def _dates(question: Question, zone: tzinfo) -> tuple[str, str]:
    """The first and the last day of a question, as they are typed."""
    since, until = question.period.since, question.period.until
    last = until - timedelta(microseconds=1) if until else None
    first, end = (at.astimezone(zone).date().isoformat() if at else "" for at in (since, last))
    return first, end


def _short(name: str) -> str:
    """A side as a button can carry it: the surname of a long name."""
    return name if len(name) <= WORD_LIMIT else name.rsplit(maxsplit=1)[-1]


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
