"""What people and servers have set, and what is deleted when a person asks to be forgotten. Pure."""

from bot.archive.forgetting import Belongings
from bot.domain.preferences import Preferences, Style
from bot.render.card import Action, Button, Card, Press, Tone
from bot.render.cards_desk import DESK
from bot.render.phrase import phrase
from bot.render.report import Command, Given, Line, Report, Strong, Typed, render_report
from bot.words.speech import say


def report_mine(chosen: Preferences, *, terminal: bool = False) -> Report:
    """A person's settings, each with what it does; ``terminal`` where they speak to it instead of Discord."""
    unset = say("settings-my-language-terminal") if terminal else say("settings-my-language-unset")
    language = _language(chosen, unset)
    lines = (
        _setting(say("settings-language"), language, say("settings-my-language-effect")),
        _setting(say("settings-zone"), chosen.zone or "UTC", say("settings-my-zone-effect")),
        _setting(say("settings-quiet"), _quiet(chosen), say("settings-my-quiet-effect")),
        _setting(say("settings-attitudes"), _switch(on=bool(chosen.attitudes)), say("settings-attitudes-effect")),
    )
    change = phrase("settings-to-change", command=Command("settings me timezone:… quiet:…"))
    return Report(say("settings-mine"), lines, notes=(change,))


def report_server(chosen: Preferences) -> Report:
    """A server's settings, each with what it does."""
    style = chosen.style or Style.FULL
    language = _language(chosen, say("settings-server-language-unset"))
    lines = (
        _setting(say("settings-language"), language, say("settings-server-language-effect")),
        _setting(
            say("settings-style"),
            say("settings-style-name", style=style.value),
            say("settings-style-effect", style=style.value),
        ),
        _setting(say("settings-zone"), chosen.zone or say("settings-none"), say("settings-server-zone-effect")),
        _setting(say("settings-quiet"), _quiet(chosen), say("settings-server-quiet-effect")),
        _setting(say("settings-labels"), _switch(on=chosen.labels is not False), say("settings-labels-effect")),
    )
    change = phrase("settings-to-change", command=Command("settings server style:…"))
    return Report(say("settings-server"), lines, notes=(change,))


def render_forget(found: Belongings) -> Card:
    """What would be deleted, with the button that does it."""
    buttons = (Button(say("settings-delete-button"), Press(Action.FORGET, DESK)),) if found else ()
    return render_report(report_belongings(found), buttons=buttons)[0]


def report_belongings(found: Belongings, confirm: str = "") -> Report:
    """What would be deleted; ``confirm`` is what is typed to do it, where no button does."""
    if not found:
        return Report(say("settings-nothing-stored"), (phrase("settings-nothing-to-delete"),))
    notes: tuple[Line, ...] = (phrase("settings-others-stay"),)
    if confirm:
        notes += (phrase("settings-to-delete", command=Typed(confirm)),)
    lines = (*_counted(found), phrase("settings-no-way-back"))
    return Report(say("settings-delete"), lines, notes=notes, tone=Tone.ERROR)


def report_forgotten(found: Belongings) -> Report:
    """What was deleted."""
    if not found:
        return Report(say("settings-nothing-stored"), (phrase("settings-nothing-was-there"),))
    return Report(say("settings-deleted"), (*_counted(found), phrase("settings-nothing-left")))


def _setting(name: str, value: str, effect: str) -> Line:
    return (Strong(name), " ", Given(value), f" · {effect}")


def _language(chosen: Preferences, unset: str) -> str:
    return chosen.language.own_name if chosen.language else unset


def _quiet(chosen: Preferences) -> str:
    return str(chosen.quiet) if chosen.quiet else say("settings-none")


def _switch(*, on: bool) -> str:
    return say("settings-on") if on else say("settings-off")


def _counted(found: Belongings) -> tuple[Line, ...]:
    return tuple(
        (words,)
        for words, count in (
            (say("settings-texts", count=found.texts), found.texts),
            (say("settings-watches", count=found.watches), found.watches),
            (say("settings-alerts", count=found.alerts), found.alerts),
            (say("settings-records", count=found.settings), found.settings),
            (say("settings-set-up", count=found.set_up), found.set_up),
        )
        if count
    )
