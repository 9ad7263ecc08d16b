"""Answers to questions in words, for the console: what a card shows, and two sides as a terminal draws them."""

from bot.console.work import as_sheet
from bot.desk.questions import Answer, SidesFound
from bot.render.cards_question import describe_sides, render_answer
from bot.render.markdown import plain
from bot.render.sheet import Lines, Sheet
from bot.render.sheet_twosides import compose_twosides
from bot.render.terminal import Screen


def compose_answer(answer: Answer, screen: Screen) -> Sheet:
    """The answer for ``screen``. Raises ``NotVerbatimError``."""
    if isinstance(answer, SidesFound):
        return (Lines((plain(describe_sides(answer)),)), *compose_twosides(answer.sides, screen.zone))
    return as_sheet(render_answer(answer), screen)
