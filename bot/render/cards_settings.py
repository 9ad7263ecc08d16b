"""What people and servers have set, and what is deleted when a person asks to be forgotten. Pure."""

from bot.archive.forgetting import Belongings
from bot.domain.preferences import Preferences, Style
from bot.render.card import Action, Button, Card, Press, Tone
from bot.render.cards_desk import DESK
from bot.render.report import Line, Report, Strong, Typed, render_report
from bot.words.speech import say


def report_mine(chosen: Preferences) -> Report:
    """A person's settings, each with what it does."""
    lines: tuple[Line, ...] = (
        _language(chosen, say("settings-my-language-effect"), say("settings-my-language-unset")),
        ("**Time zone** ", Strong(chosen.zone or "UTC"), " · that of your quiet hours"),
        _quiet(chosen, "your alerts wait for their end"),
        (
            "**Attitudes** ",
            Strong("on" if chosen.attitudes else "off"),
            " · who said what also tells what people are said to think or want",
        ),
    )
    return Report("Your settings", lines, notes=(("To change: ", Typed("/settings me timezone:… quiet:…")),))


def report_server(chosen: Preferences) -> Report:
    """A server's settings, each with what it does."""
    short = chosen.style is Style.SHORT
    style = "each story in a line" if short else "key sentences and statements of each story"
    lines: tuple[Line, ...] = (
        _language(chosen, say("settings-server-language-effect"), say("settings-server-language-unset")),
        ("**Digest style** ", Strong(chosen.style or Style.FULL), f" · {style}"),
        ("**Time zone** ", Strong(chosen.zone or "none"), " · of scheduled digests that name none"),
        _quiet(chosen, "alerts in channels here wait for their end, and digests scheduled from now on"),
        (
            "**Outlet labels** ",
            Strong("off" if chosen.labels is False else "on"),
            " · digests say which outlets a state funds or controls",
        ),
    )
    return Report("Settings of this server", lines, notes=(("To change: ", Typed("/settings server style:…")),))


def render_forget(found: Belongings) -> Card:
    """What would be deleted, with the button that does it."""
    buttons = (Button("Delete all of mine", Press(Action.FORGET, DESK)),) if found else ()
    return render_report(report_belongings(found), buttons=buttons)[0]


def report_belongings(found: Belongings, confirm: str = "") -> Report:
    """What would be deleted; ``confirm`` is what is typed to do it, where no button does."""
    if not found:
        return Report("Nothing of yours is stored", (("There is nothing to delete.",),))
    notes: tuple[Line, ...] = (("What others gave or set up, and articles from feeds and links, stay.",),)
    if confirm:
        notes += (("To delete all of it: ", Typed(confirm)),)
    lines = (*_counted(found), ("This cannot be undone.",))
    return Report("Delete all of yours?", lines, notes=notes, tone=Tone.ERROR)


def report_forgotten(found: Belongings) -> Report:
    """What was deleted."""
    if not found:
        return Report("Nothing of yours is stored", (("There was nothing to delete.",),))
    return Report("Deleted", (*_counted(found), ("Nothing of yours is stored any more.",)))


def _language(chosen: Preferences, effect: str, unset: str) -> Line:
    named = chosen.language.own_name if chosen.language else unset
    return (f"**{say('settings-language')}** ", Strong(named), f" · {effect}")


def _quiet(chosen: Preferences, effect: str) -> Line:
    return ("**Quiet hours** ", Strong(str(chosen.quiet) if chosen.quiet else "none"), f" · {effect}")


def _counted(found: Belongings) -> tuple[Line, ...]:
    counted = (
        (found.texts, "text you gave, with what was found in it", "texts you gave, with what was found in them"),
        (found.watches, "watch", "watches"),
        (found.alerts, "event that a watch found", "events that watches found"),
        (found.settings, "record of your settings", "records of your settings"),
        (
            found.set_up,
            "feed or digest of a server that names you: it stays, without your id",
            "feeds and digests of servers that name you: they stay, without your id",
        ),
    )
    return tuple((f"{count} {one if count == 1 else several}",) for count, one, several in counted if count)
