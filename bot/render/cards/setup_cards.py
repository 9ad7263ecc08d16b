"""Setting up a server: what is chosen, what its first digest could hold, what was done and how to undo it. Pure."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import replace

from bot.gazetteer.source_catalogue import Pack
from bot.i18n.language import Language
from bot.i18n.messages import translate
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT, Action, Button, Card, ComponentAction, Menu, Option
from bot.render.cards.feed_cards import report_imported
from bot.render.cards.schedule_cards import report_scheduled
from bot.render.cards.source_cards import pack_name
from bot.render.document import (
    ChannelPart,
    CommandPart,
    Document,
    Fields,
    Line,
    LinkPart,
    ListEntry,
    Listing,
    Text,
    TimePart,
    reply,
)
from bot.render.document_cards import render_cards
from bot.render.line_text import translate_parts
from bot.render.quotations import shorten
from bot.services.setup import SetupChoice, SetupDone, SetupPlan, SetupPreview, SetupUndo, SetupUndone

_ZONES = (
    "UTC America/Los_Angeles America/Chicago America/New_York America/Sao_Paulo Europe/London Europe/Paris "
    "Europe/Berlin Europe/Brussels Europe/Kyiv Europe/Istanbul Europe/Moscow Africa/Lagos Africa/Johannesburg "
    "Africa/Cairo Africa/Nairobi Asia/Jerusalem Asia/Dubai Asia/Kolkata Asia/Singapore Asia/Shanghai Asia/Tokyo "
    "Australia/Sydney Pacific/Auckland"
).split()
"""Zones of the menu, from west to east but for the first; one less than a menu holds."""
_HOURS = tuple(f"{hour:02}:00" for hour in range(24))
_BETWEEN = "|"
Place = tuple[str, str]
"""A channel's id and name."""


def report_setup(answer: SetupPlan | SetupDone) -> Document:
    """What is chosen, or what was done, for a terminal."""
    return _report_plan(answer) if isinstance(answer, SetupPlan) else _report_done(answer)


def _report_plan(plan: SetupPlan) -> Document:
    choice = plan.choice
    options = f"language:{choice.language} timezone:{choice.zone} pack:{choice.pack} time:{choice.time}"
    note = translate_parts("setup-confirm", command=CommandPart(f"setup {options} confirm:yes"))
    document = _report(plan)
    return replace(document, blocks=(*document.blocks, Text((note,), small=True)))


def render_plan(plan: SetupPlan, places: Sequence[Place]) -> Card:
    """What is chosen, as a card: a menu for each setting. ``places`` are the channels in which the bot may post."""
    choice = plan.choice
    reading, detail = f"{int(choice.channel):020x}", encode_choice(choice)
    buttons = (
        Button(translate("setup-preview"), ComponentAction(Action.TRYOUT, reading, detail=detail)),
        Button(translate("setup-begin"), ComponentAction(Action.BEGIN, reading, detail=detail)),
    )
    card = render_cards(replace(_report(plan), footer=(translate("setup-nothing-yet"),), buttons=buttons))[0]
    return replace(card, settings=_menus(plan, places))


def _report_done(done: SetupDone) -> Document:
    undo = CommandPart(f"setup undo:{encode_undo(done.undo)}")
    return _done(done, translate_parts("setup-undo-by", command=undo))


def _done(done: SetupDone, *notes: Line) -> Document:
    imported, scheduled = report_imported(done.imported), report_scheduled(done.digest)
    told = tuple(block for block in imported.blocks if isinstance(block, Text | Listing))
    lines = tuple(block for block in scheduled.blocks if isinstance(block, Text) and not block.small)
    note = translate_parts("setup-try", command=CommandPart("digest preview"))
    return Document((translate("setup-done"),), (*lines, *told, Text((note, *notes), small=True)), one_page=True)


def render_done(done: SetupDone) -> Card:
    """What was set up, when the first digest comes, and a button that undoes it."""
    press = ComponentAction(Action.UNDO, f"{int(done.choice.channel):020x}", detail=encode_undo(done.undo))
    button = Button(translate("setup-undo"), press)
    return render_cards(replace(_done(done), buttons=(button,)))[0]


def report_undone(undone: SetupUndone) -> Document:
    """What was taken back."""
    lines = [(translate("setup-undone-feeds", count=undone.feeds),)]
    if undone.digest:
        lines.append((translate("setup-undone-digest"),))
    lines.append((translate("setup-undone-settings"),))
    return reply(translate("setup-undone"), tuple(lines))


def render_welcome() -> Card:
    """The first words in a server that the bot was added to."""
    return Card(
        header=f"### {translate('setup-welcome')}",
        blocks=(translate("setup-welcome-managers"), translate("setup-welcome-everybody")),
        footer=translate("setup-welcome-once"),
    )


def encode_choice(choice: SetupChoice) -> str:
    """``choice`` without its channel, at most 60 characters."""
    return _BETWEEN.join((choice.language, choice.zone, choice.pack, choice.time))


def decode_choice(press: ComponentAction) -> dict[str, str]:
    """The options of ``/setup`` that a button or menu stands for. Raises ``ValueError`` for another's."""
    parts = press.detail.split(_BETWEEN)
    channel = parts.pop(0) if press.action is Action.SETUP else str(int(press.reading, 16))
    language, zone, pack, time = parts
    return {
        "channel": str(int(channel)),
        "language": Language(language),
        "timezone": zone,
        "pack": Pack(pack),
        "time": time,
    }


def encode_undo(undo: SetupUndo) -> str:
    """``undo`` as the detail of a button, at most 60 characters."""
    ended = urlsafe_b64encode(undo.ended.to_bytes(4, "big")).decode().rstrip("=")
    return _BETWEEN.join((str(undo.digest), f"{undo.first}-{undo.last}", undo.language, undo.zone, ended))


def decode_undo(detail: str) -> SetupUndo:
    """What is to be undone. Raises ``ValueError`` for another's detail."""
    digest, feeds, language, zone, *more = detail.split(_BETWEEN)
    first, last = feeds.split("-")
    ended = int.from_bytes(urlsafe_b64decode(f"{more[0]}=="), "big") if more else 0  # an earlier release told none
    return SetupUndo(int(digest), int(first), int(last), Language(language) if language else "", zone, ended)


def _report(plan: SetupPlan) -> Document:
    choice = plan.choice
    rows = (
        (translate("setup-channel"), (ChannelPart(choice.channel),)),
        (translate("setup-language"), (choice.language.own_name,)),
        (translate("setup-zone"), (choice.zone,)),
        (translate("setup-pack"), (f"{pack_name(choice.pack)} · {_counted(plan.members)}",)),
        (translate("setup-time"), (choice.time,)),
    )
    shown = _preview(plan.preview) if plan.preview else ()
    return Document((translate("setup-title"),), (Fields(rows), *shown), per_page=10, one_page=True)


def _preview(preview: SetupPreview) -> tuple[Text | Listing, ...]:
    if not preview.answered:
        return (Text(((translate("setup-carry-none", total=preview.asked),),)),)
    told = translate("setup-carry", count=preview.answered, total=preview.asked)
    entries = tuple(
        ListEntry(
            (LinkPart(entry.headline or source.name, entry.link),),
            ((source.name, " · ", TimePart(entry.published_at, ago=True)) if entry.published_at else (source.name,),),
        )
        for source, entry in preview.headlines
    )
    return (Text(((told,),)), *((Listing(entries),) if entries else ()))


def _menus(plan: SetupPlan, places: Sequence[Place]) -> tuple[Menu, ...]:
    choice = plan.choice
    channels = {ident: f"#{name}" for ident, name in places}
    zones = dict.fromkeys((choice.zone, *_ZONES) if choice.zone not in _ZONES else _ZONES, "")
    times = sorted({choice.time, *_HOURS})
    menus = (
        (translate("setup-channel"), [(name, "", replace(choice, channel=ident)) for ident, name in channels.items()]),
        (translate("setup-language"), [(one.own_name, "", replace(choice, language=one)) for one in Language]),
        (translate("setup-zone"), [(zone, "", replace(choice, zone=zone)) for zone in zones]),
        (
            translate("setup-pack"),
            [(pack_name(pack), _counted(count), replace(choice, pack=pack)) for pack, count in plan.counts],
        ),
        (translate("setup-time"), [(time, "", replace(choice, time=time)) for time in times]),
    )
    return tuple(
        Menu(name, ComponentAction(Action.SETUP, f"{int(choice.channel):020x}", page=number), _options(choice, lines))
        for number, (name, lines) in enumerate(menus)
        if lines
    )


def _options(choice: SetupChoice, lines: Sequence[tuple[str, str, SetupChoice]]) -> tuple[Option, ...]:
    return tuple(
        Option(shorten(label, LABEL_LIMIT), f"{one.channel}{_BETWEEN}{encode_choice(one)}", told, chosen=one == choice)
        for label, told, one in lines[:OPTION_LIMIT]
    )


def _counted(count: int) -> str:
    return translate("setup-sources", count=count)
