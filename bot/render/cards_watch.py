"""Cards of watches: the alert with the words that it found, why it came, and a person's watches. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.digests.watched import Match
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.text import Span
from bot.domain.watch import Alert, Watch, is_direct
from bot.render.card import Action, Button, Card, Press, Tone, verified, verified_text
from bot.render.cards_article import footer, header, source_button, tone, words_of
from bot.render.cards_briefing import why_button, without_marks
from bot.render.cards_whosaid import saying, speaker_line
from bot.render.markdown import block_quote, escape, inline
from bot.render.pages import fitted
from bot.render.report import Channel, Entry, Given, Line, Moment, Report, Strong, Typed
from bot.render.verbatim import excerpt, statement
from bot.words.speech import say

MERGED = 6
"""Events in one message; more follow in another."""
WORDS_LIMIT = 600
MERGED_LIMIT = 200
WORDS_ROOM = 1500
MERGED_ROOM = 420
"""Code units of an event's words, so that all fit whatever the text is made of."""
OUTLETS_SHOWN = 8
STOPS = 3
"""Buttons to stop a watch under one message."""


@dataclass(frozen=True, slots=True)
class Event:
    """What an alert tells of: the article that ``watch`` matched by ``match``, and all ``outlets`` of its story."""

    watch: Watch
    reading: Reading
    match: Match | None
    outlets: tuple[str, ...]


def render_alert(events: Sequence[Event], key: str) -> Card:
    """One message about ``events`` (1 to ``MERGED``), that of the post ``key``. Raises ``NotVerbatimError``."""
    return _one(events[0], key) if len(events) == 1 else _several(events, key)


def _one(event: Event, key: str) -> Card:
    article = event.reading.article
    said = _said(event, WORDS_LIMIT, WORDS_ROOM)
    card = Card(
        header=header(article),
        blocks=tuple(filter(None, (said, _outlets(event)))),
        footer=footer(_of([event.watch]), say("whosaid-legend") if event.match and event.match.statement else ""),
        buttons=(
            Button("Who said what", Press(Action.WHOSAID, event.reading.id)),
            *source_button(article),
            *why_button(key),
            Button("Stop this watch", Press(Action.UNWATCH, key, detail=str(event.watch.number))),
        ),
        tone=tone(article),
    )
    return verified(card, article)


def _several(events: Sequence[Event], key: str) -> Card:
    blocks = []
    for event in events:
        article = event.reading.article
        parts = (
            header(article).replace("### ", "**", 1).replace("\n", "**\n", 1),
            _said(event, MERGED_LIMIT, MERGED_ROOM),
        )
        blocks.append(verified_text("\n".join(filter(None, (*parts, _outlets(event)))), article))
    watches = list({event.watch.number: event.watch for event in events}.values())
    stops = (
        Button(f"Stop watch {watch.number}", Press(Action.UNWATCH, key, detail=str(watch.number)))
        for watch in watches[:STOPS]
    )
    return Card(
        header=f"### {len(events)} events that were watched for",
        blocks=tuple(blocks),
        footer=_of(watches),
        buttons=(*why_button(key), *stops),
    )


def render_closed() -> Card:
    """To a channel where somebody set up a watch who takes no direct messages. It names nobody."""
    return Card(
        header="### A watch is paused",
        blocks=(
            "Somebody here has a watch that sends direct messages, and I cannot send them any. If it is yours: allow "
            "direct messages from this server’s members, then give the same `/watch add` again. `/watch list` shows "
            "what is paused.",
        ),
        tone=Tone.ERROR,
    )


def report_watching(watch: Watch) -> Report:
    """A watch that was set up."""
    return Report(
        "Watching",
        (
            ("Watch ", Strong(str(watch.number)), " · ", Given(str(watch.interest), 150), ", ", *_where(watch), "."),
            ("From now on, one alert for each event, however many outlets carry it.",),
        ),
        notes=(("To undo: ", Typed(f"/watch remove number:{watch.number}")),),
    )


def report_watches(watches: Sequence[Watch]) -> Report:
    """All watches of a person."""
    if not watches:
        return Report("Your watches", (("You watch for nothing. ", Typed("/watch add speaker:… topic:…"), " begins."),))
    return Report(f"Your watches · {len(watches)}", entries=tuple(map(_entry, watches)))


def report_removed(watch: Watch) -> Report:
    """A watch that was ended, and how it is begun again."""
    return Report(
        "Watch removed",
        (
            ("Watch ", Strong(str(watch.number)), " · ", Given(str(watch.interest), 150), " tells no more."),
            ("To undo: ", Typed(again(watch))),
        ),
    )


def report_alerts(alerts: Sequence[Alert], outlets: Sequence[tuple[str, ...]], *, mine: bool) -> Report:
    """Why an alert came; ``outlets`` carry the story of each. ``mine``: the one who asks set the watch up."""
    lines: list[Line] = []
    for alert, names in zip(alerts, outlets, strict=True):
        if alert.watch is None:
            lines.append(("It matched a watch that was removed since.",))
        elif mine:
            number = alert.watch.number
            lines.append(
                ("It matched your watch ", Strong(str(number)), " · ", Given(str(alert.watch.interest), 150), ".")
            )
            lines.append(("To stop it: ", Typed(f"/watch remove number:{number}")))
        else:
            lines.append(("It matched a watch of a member here · ", Given(str(alert.watch.interest), 150), "."))
        lines.append(("Found ", Moment(alert.matched_at)))
        if len(names) > 1:
            lines.append((f"{len(names)} outlets carry the story: ", Given(", ".join(names)), ". It is told once."))
    return Report("Why this?", tuple(lines))


def describe_watch(watch: Watch) -> str:
    """A watch for a list to choose from."""
    return f"{watch.number} · {watch.interest}"


def again(watch: Watch) -> str:
    """What is typed to have a watch like this one."""
    interest = watch.interest
    given = (("speaker", interest.speaker), ("topic", interest.topic))
    here = [] if is_direct(watch.channel) else ["deliver:here"]
    return " ".join(["/watch add", *(f"{name}:{words}" for name, words in given if words), *here])


def _said(event: Event, limit: int, room: int) -> str:
    text, match = event.reading.article.text, event.match
    if match is None:
        return ""
    if (one := match.statement) is not None:
        speaker = f"{speaker_line(one.speaker)}\n" if one.speaker else ""
        return f"{speaker}-# {saying(text, one)}\n{fitted(partial(_statement, text, one), limit, room)}"
    return fitted(partial(_sentence, text, match.sentence), limit, room) if match.sentence else ""


def _statement(text: str, one: Attribution, limit: int) -> str:
    return block_quote(statement(text, one, limit, escape))


def _sentence(text: str, span: Span, limit: int) -> str:
    return block_quote(words_of(excerpt(text, span, limit)))


def _outlets(event: Event) -> str:
    """Who else carries it; the article's own outlet stands in the header."""
    names = [inline(without_marks(name), 60) for name in event.outlets if without_marks(name)]
    if len(names) < 2:
        return ""
    more = len(names) - OUTLETS_SHOWN
    return f"-# {len(names)} outlets carry it: {', '.join(names[:OUTLETS_SHOWN])}" + (
        f" and {more} more" if more > 0 else ""
    )


def _of(watches: Sequence[Watch]) -> str:
    """Which watches it is of, in words without marks: nobody is quoted by them."""
    named = (f"{watch.number}: {inline(without_marks(str(watch.interest)), 60)}" for watch in watches[:STOPS])
    more = f" and {len(watches) - STOPS} more" if len(watches) > STOPS else ""
    return f"Watch {', '.join(named)}{more}"


def _where(watch: Watch) -> Line:
    return ("by direct message",) if is_direct(watch.channel) else ("in ", Channel(watch.channel))


def _entry(watch: Watch) -> Entry:
    last: Line = (" · last ", Moment(watch.last_at, ago=True)) if watch.last_at else ()
    count = f"{watch.told} alert{'' if watch.told == 1 else 's'}" if watch.told else "no alert yet"
    facts: list[Line] = [(*_where(watch), f" · {count}", *last)]
    if watch.paused:
        facts.append(("⚠ paused: ", Given(watch.paused), " · to go on: ", Typed(again(watch))))
    return Entry((Given(str(watch.interest), 150),), tuple(facts), watch.number)
