"""The button "Not one story", and what it answers. Pure."""

from bot.i18n.messages import translate
from bot.render.card import Action, Button, ComponentAction
from bot.render.document import Document, compose_report

UNDO = "undo"


def split_button(article: str) -> tuple[Button, ...]:
    """The button that takes the story of ``article`` apart for who presses it."""
    return (Button(translate("twosides-not-one"), ComponentAction(Action.SPLIT, article)),)


def report_split(count: int) -> Document:
    """That ``count`` articles stand alone now."""
    return compose_report(translate("twosides-not-one"), ((translate("twosides-split", count=count),),))


def undo_button(article: str) -> tuple[Button, ...]:
    """The button that takes it back."""
    return (Button(translate("twosides-undo"), ComponentAction(Action.SPLIT, article, detail=UNDO)),)


def report_unsplit() -> Document:
    """That they are one story again."""
    return compose_report(translate("twosides-not-one"), ((translate("twosides-unsplit"),),))
