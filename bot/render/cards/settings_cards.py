"""What people and servers have set, and what is deleted when a person asks to be forgotten. Pure."""

from dataclasses import replace

from bot.archive.erasure import PersonalData
from bot.domain.preferences import Preferences, Style
from bot.i18n.lists import join_names
from bot.i18n.messages import translate
from bot.render.card import Action, Button, Card, ComponentAction, Tone
from bot.render.document import CommandPart, Document, Line, StrangerText, StrongText, TypedText, reply
from bot.render.document_cards import render_cards
from bot.render.line_text import translate_parts
from bot.render.localized_names import name_language


def report_mine(chosen: Preferences, *, terminal: bool = False) -> Document:
    """A person's settings, each with what it does; ``terminal`` where they speak to it instead of Discord."""
    unset = translate("settings-my-language-terminal") if terminal else translate("settings-my-language-unset")
    language = _language(chosen, unset)
    lines = (
        _setting(translate("settings-language"), language, translate("settings-my-language-effect")),
        _setting(translate("settings-languages"), _languages(chosen), translate("settings-my-languages-effect")),
        _setting(translate("settings-zone"), chosen.zone or "UTC", translate("settings-my-zone-effect")),
        _setting(translate("settings-quiet"), _quiet(chosen), translate("settings-my-quiet-effect")),
        _setting(
            translate("settings-attitudes"), _switch(on=bool(chosen.attitudes)), translate("settings-attitudes-effect")
        ),
    )
    change = translate_parts("settings-to-change", command=CommandPart("settings me timezone:… quiet:…"))
    return reply(translate("settings-mine"), lines, notes=(change,))


def report_server(chosen: Preferences) -> Document:
    """A server's settings, each with what it does."""
    style = chosen.style or Style.FULL
    language = _language(chosen, translate("settings-server-language-unset"))
    lines = (
        _setting(translate("settings-language"), language, translate("settings-server-language-effect")),
        _setting(translate("settings-languages"), _languages(chosen), translate("settings-server-languages-effect")),
        _setting(
            translate("settings-style"),
            translate("settings-style-name", style=style.value),
            translate("settings-style-effect", style=style.value),
        ),
        _setting(
            translate("settings-zone"),
            chosen.zone or translate("settings-none"),
            translate("settings-server-zone-effect"),
        ),
        _setting(translate("settings-quiet"), _quiet(chosen), translate("settings-server-quiet-effect")),
        _setting(
            translate("settings-labels"), _switch(on=chosen.labels is not False), translate("settings-labels-effect")
        ),
    )
    change = translate_parts("settings-to-change", command=CommandPart("settings server style:…"))
    return reply(translate("settings-server"), lines, notes=(change,))


def render_forget(found: PersonalData) -> Card:
    """What would be deleted, with the button that does it."""
    buttons = (Button(translate("settings-delete-button"), ComponentAction(Action.FORGET)),) if found else ()
    return render_cards(replace(report_personal_data(found), buttons=buttons))[0]


def report_personal_data(found: PersonalData, confirm: str = "") -> Document:
    """What would be deleted; ``confirm`` is what is typed to do it, where no button does."""
    if not found:
        return reply(translate("settings-nothing-stored"), (translate_parts("settings-nothing-to-delete"),))
    notes: tuple[Line, ...] = (translate_parts("settings-others-stay"),)
    if confirm:
        notes += (translate_parts("settings-to-delete", command=TypedText(confirm)),)
    lines = (*_counted(found), translate_parts("settings-no-way-back"))
    return reply(translate("settings-delete"), lines, notes=notes, tone=Tone.ERROR)


def report_forgotten(found: PersonalData) -> Document:
    """What was deleted."""
    if not found:
        return reply(translate("settings-nothing-stored"), (translate_parts("settings-nothing-was-there"),))
    return reply(translate("settings-deleted"), (*_counted(found), translate_parts("settings-nothing-left")))


def _setting(name: str, value: str, effect: str) -> Line:
    return (StrongText(name), " ", StrangerText(value), f" · {effect}")


def _language(chosen: Preferences, unset: str) -> str:
    return chosen.language.own_name if chosen.language else unset


def _languages(chosen: Preferences) -> str:
    names = [name_language(code) or code for code in sorted(chosen.languages)]
    return join_names(names) if names else translate("settings-languages-all")


def _quiet(chosen: Preferences) -> str:
    return str(chosen.quiet) if chosen.quiet else translate("settings-none")


def _switch(*, on: bool) -> str:
    return translate("settings-on") if on else translate("settings-off")


def _counted(found: PersonalData) -> tuple[Line, ...]:
    return tuple(
        (words,)
        for words, count in (
            (translate("settings-texts", count=found.texts), found.texts),
            (translate("settings-watches", count=found.watches), found.watches),
            (translate("settings-alerts", count=found.alerts), found.alerts),
            (translate("settings-records", count=found.settings), found.settings),
            (translate("settings-set-up", count=found.set_up), found.set_up),
            (translate("settings-pages", count=found.pages), found.pages),
        )
        if count
    )
