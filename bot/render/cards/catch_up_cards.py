"""What is new since a person last looked: the stories of a briefing, one page after the other. Pure."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, tzinfo

from bot.i18n.messages import translate
from bot.render.card import Action, ComponentAction
from bot.render.cards.briefing_cards import compose_briefing_page
from bot.render.document import Document
from bot.services.catch_up import CatchUp

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_AGAIN = "a"


def compose_catch_up_page(found: CatchUp, zone: tzinfo | None) -> Document:
    """The stories; ``zone`` is the reader's (this machine's when None). Raises ``NotVerbatimError`` when rendered."""
    page = compose_briefing_page(replace(found.briefing, late=False), zone)
    notes = (translate("catchup-cut"), *page.notes) if found.cut else page.notes
    return replace(
        page, title=(translate("catchup-title"),), notes=notes, turn=make_catch_up_action(found), per_page=24
    )


def make_catch_up_action(found: CatchUp) -> ComponentAction:
    """The button for another page of the same period."""
    ends = (found.briefing.since, found.briefing.until)
    detail = "|".join(str((at - _EPOCH) // timedelta(microseconds=1)) for at in ends)
    return ComponentAction(Action.CATCHUP, detail=f"{detail}|{_AGAIN if found.again else ''}")


def parse_catch_up_action(press: ComponentAction) -> tuple[datetime, datetime, bool]:
    """A button's period and whether the person had looked before. Raises ``ValueError`` if invalid."""
    since, until, again = press.detail.split("|")
    try:
        first, last = (_EPOCH + timedelta(microseconds=int(at)) for at in (since, until))
    except OverflowError:
        raise ValueError("no such time") from None
    return first, last, again == _AGAIN
