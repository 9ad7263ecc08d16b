"""What is answered about the page and Atom feed of a channel. Pure."""

from dataclasses import replace

from bot.i18n.messages import translate
from bot.render.card import Action, Button, ComponentAction
from bot.render.document import ChannelPart, CommandPart, Document, Line, TypedText, reply
from bot.render.line_text import translate_parts
from bot.services.channel_pages import ChannelPageState, PageAddress


def report_page(state: ChannelPageState) -> Document:
    """Where the page and the feed are, or that they are gone; buttons do the rest."""
    channel = ChannelPart(state.channel)
    again = f"feed publish{f' name:{state.name}' if state.name else ''}"
    if state.url is None:
        lines: tuple[Line, ...] = (translate_parts("publish-off", channel=channel),)
        notes: tuple[Line, ...] = (translate_parts("publish-on-again", command=CommandPart(again)),)
        return _with_buttons(reply(translate("publish-stopped"), lines, notes=notes), state, PageAddress.ON)
    renewed = (translate_parts("publish-renewed"),) if state.done is PageAddress.NEW else ()
    lines = (
        translate_parts("publish-on", channel=channel),
        translate_parts("publish-page", address=TypedText(state.url)),
        translate_parts("publish-feed", address=TypedText(state.feed)),
        *renewed,
    )
    off = CommandPart("feed publish address:off")
    notes = (translate_parts("publish-anybody"), translate_parts("publish-take-back", command=off))
    done = reply(translate("publish-published"), lines, notes=notes)
    return _with_buttons(done, state, PageAddress.NEW, PageAddress.OFF)


def _with_buttons(document: Document, state: ChannelPageState, *what: PageAddress) -> Document:
    if not state.channel.isdecimal():  # a terminal has none
        return document
    public = (state.url or "").startswith("https://")
    opened = (Button(translate("publish-open"), url=state.url),) if public else ()
    reading = f"{int(state.channel):020x}"
    buttons = (
        Button(translate("publish-button", do=one.value), ComponentAction(Action.PUBLISH, reading, detail=one.value))
        for one in what
    )
    return replace(document, buttons=(*opened, *buttons))
