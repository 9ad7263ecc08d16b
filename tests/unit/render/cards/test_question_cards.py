"""Cards that answer questions: whatever was typed is shown as such, quotes nobody, and fits."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.attribution import Act
from bot.domain.period import Period
from bot.errors import UsageError
from bot.questions.question import Kind, Question
from bot.questions.small_talk import SmallTalkKind
from bot.render.cards.question_cards import describe_question, render_answer, suggest_steps
from bot.render.markdown import plain
from bot.render.quotations import find_quotations
from bot.services.questions import NothingFound, NotUnderstood, SmallTalk

ZONE = ZoneInfo("Europe/Berlin")
PERIOD = Period(datetime(2026, 10, 1, tzinfo=ZONE), datetime(2026, 11, 1, tzinfo=ZONE))
_PIECES = [
    "“",
    "”",
    '"',
    "'",
    "‘",
    "’",
    "«",
    "`",
    "@everyone",
    "<@1>",
    "__x__",
    "[x](https://x.example)",
    "\n",
    "# h",
    "ש",
]
TYPED = st.text(min_size=1, max_size=300) | st.lists(st.sampled_from(_PIECES), min_size=1).map(" ".join)


@given(who=TYPED, about=TYPED)
@example(who="'x'", about="it's 'so'")
def test_nothing_that_was_typed_pings_quotes_or_breaks_the_card(who: str, about: str) -> None:
    question = Question(Kind.SAID, who, about=about, period=PERIOD)
    why = UsageError(f"Nothing by {who} about {about} was found in 3 articles.", f"Did you mean {who}?")
    card = render_answer(NothingFound(question, ZONE, why, alike=(who,)))
    shown = "\n".join(card.texts)
    assert not list(find_quotations(plain(shown)))
    for word in ("@everyone", "<@1>", "__x__"):
        outside = re.split(r"(?<!\\)`", shown)[::2]  # a line of code shows anything as it is
        assert not any(word in part.replace(f"\\{word}", "") for part in outside)
    assert "\n#" not in shown.replace("\n-#", "")


@given(names=st.lists(TYPED, max_size=2).map(tuple), talk=st.sampled_from(SmallTalkKind))
def test_people_of_articles_are_named_harmlessly(names: tuple[str, ...], talk: SmallTalkKind) -> None:
    for answer in (SmallTalk(talk, names), NotUnderstood(names)):
        shown = "\n".join(render_answer(answer).texts)
        assert not list(find_quotations(plain(shown)))
        assert "@everyone" not in shown.replace(r"\@everyone", "")


@pytest.mark.parametrize(
    ("question", "line"),
    [
        (
            Question(Kind.SAID, "Sergei Lavrov", about="New START"),
            "I looked for: **Sergei Lavrov** · about **New START** · 1–31 October 2026",
        ),
        (
            Question(Kind.WHO, about="fish", acts=frozenset({Act.DENIES, Act.REJECTS})),
            "I looked for: anybody · denies or rejects · about **fish** · 1–31 October 2026",
        ),
        (Question(Kind.SAID, "chancellor", "Germany"), "I looked for: **chancellor of Germany** · 1–31 October 2026"),
    ],
)
def test_the_line_tells_what_was_looked_for(question: Question, line: str) -> None:
    assert describe_question(question, "1–31 October 2026") == line


def test_commands_are_those_of_discord() -> None:
    question = Question(Kind.SAID, "Norway", about="fish `x`", period=PERIOD)
    assert tuple(step.typed for step in suggest_steps(question, ("2026-10-01", "2026-10-31"))) == (
        "/said who:Norway about:fish x since:2026-10-01 until:2026-10-31",
        "/position country:Norway topic:fish x",
        "/watch add speaker:Norway topic:fish x",
    )


def test_on_discord_what_goes_on_are_buttons() -> None:
    question = Question(Kind.SAID, "Torvald Haugseth", about="fish", period=PERIOD)
    card = render_answer(NothingFound(question, ZONE, UsageError("Nothing was found."), known=True))
    assert [button.label for button in card.buttons] == [
        "Statements: Torvald Haugseth · fish",
        "Statements: Torvald Haugseth",
        "Statements: fish",
        "Watch Torvald Haugseth · fish",
    ]
    assert "/said" not in "".join(card.texts)
    typed = render_answer(NothingFound(question, ZONE, UsageError("Nothing was found."), known=True), typed=True)
    assert typed.buttons == ()
    assert "`/watch add speaker:Torvald Haugseth topic:fish`" in "".join(typed.texts)


def test_words_that_no_button_carries_are_typed() -> None:
    question = Question(Kind.SAID, "x" * 70, about="y" * 70)
    card = render_answer(NothingFound(question, ZONE, UsageError("Nothing was found.")))
    assert card.buttons == ()
    assert f"/said about:{'y' * 70}" in "".join(card.texts)
