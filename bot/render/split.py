"""The button "Not one story", and what it answers. Pure."""

from bot.render.card import Action, Button, Press
from bot.render.report import Report
from bot.words.speech import say

UNDO = "undo"


def split_button(article: str) -> tuple[Button, ...]:
    """The button that takes the story of ``article`` apart for who presses it."""
    return (Button(say("twosides-not-one"), Press(Action.SPLIT, article)),)


def report_split(count: int) -> Report:
    """That ``count`` articles stand alone now."""
    return Report(say("twosides-not-one"), ((say("twosides-split", count=count),),))


def undo_button(article: str) -> tuple[Button, ...]:
    """The button that takes it back."""
    return (Button(say("twosides-undo"), Press(Action.SPLIT, article, detail=UNDO)),)


def report_unsplit() -> Report:
    """That they are one story again."""
    return Report(say("twosides-not-one"), ((say("twosides-unsplit"),),))
