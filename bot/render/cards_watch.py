"""Cards of watches: the alert with the words that it found, why it came, and a person's watches. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from bot.digests.watched import Match
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.text import Span
from bot.domain.watch import Alert, Interest, Watch, is_direct, is_of_discord
from bot.render.card import Action, Button, Card, Press, Tone, verified, verified_text
from bot.render.cards_article import footer, header, source_button, tone, words_of
from bot.render.cards_briefing import why_button, without_marks
from bot.render.cards_whosaid import saying, speaker_line
from bot.render.markdown import block_quote, escape, inline
from bot.render.pages import fitted
from bot.render.phrase import phrase
from bot.render.report import Channel, Command, Entry, Given, Line, Moment, Report, Strong
from bot.render.verbatim import excerpt, statement
from bot.words.listing import listed, listed_up_to
from bot.words.speech import heard, say

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
            Button(say("whosaid-title"), Press(Action.WHOSAID, event.reading.id)),
            *source_button(article),
            *why_button(key),
            Button(say("watch-stop"), Press(Action.UNWATCH, key, detail=str(event.watch.number))),
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
        Button(say("watch-stop-number", number=str(watch.number)), Press(Action.UNWATCH, key, detail=str(watch.number)))
        for watch in watches[:STOPS]
    )
    return Card(
        header=f"### {say('watch-events', count=len(events))}",
        blocks=tuple(blocks),
        footer=_of(watches),
        buttons=(*why_button(key), *stops),
    )


def render_closed() -> Card:
    """To a channel where somebody set up a watch who takes no direct messages. It names nobody."""
    return Card(
        header=f"### {say('watch-closed-title')}",
        blocks=(say("watch-closed-told"),),
        tone=Tone.ERROR,
    )


def report_watching(watch: Watch) -> Report:
    """A watch that was set up."""
    return Report(
        say("watch-title"),
        (
            phrase("watch-set-up", number=_number(watch), interest=_interest(watch), where=_where(watch)),
            phrase("watch-once"),
        ),
        notes=(phrase("watch-undo", command=Command(f"watch remove number:{watch.number}")),),
    )


def report_watches(watches: Sequence[Watch]) -> Report:
    """All watches of a person."""
    if not watches:
        begins = phrase("watch-none", command=Command("watch add speaker:… topic:…"))
        return Report(say("watch-list"), (begins,))
    return Report(say("watch-list-counted", count=len(watches)), entries=tuple(map(_entry, watches)))


def report_removed(watch: Watch) -> Report:
    """A watch that was ended, and how it is begun again."""
    return Report(
        say("watch-removed"),
        (
            phrase("watch-ended", number=_number(watch), interest=_interest(watch)),
            phrase("watch-undo", command=Command(again(watch))),
        ),
    )


def report_alerts(alerts: Sequence[Alert], outlets: Sequence[tuple[str, ...]], *, mine: bool) -> Report:
    """Why an alert came; ``outlets`` carry the story of each. ``mine``: the one who asks set the watch up."""
    lines: list[Line] = []
    for alert, names in zip(alerts, outlets, strict=True):
        if alert.watch is None:
            lines.append(phrase("watch-matched-gone"))
        elif mine:
            watch = alert.watch
            lines.append(phrase("watch-matched-yours", number=_number(watch), interest=_interest(watch)))
            lines.append(phrase("watch-to-stop", command=Command(f"watch remove number:{watch.number}")))
        else:
            lines.append(phrase("watch-matched-others", interest=_interest(alert.watch)))
        lines.append(phrase("watch-found", when=Moment(alert.matched_at)))
        if len(names) > 1:
            lines.append(phrase("watch-told-once", count=len(names), names=Given(listed(names))))
    return Report(say("reason-why"), tuple(lines))


def describe_watch(watch: Watch) -> str:
    """A watch for a list to choose from."""
    return f"{watch.number} · {shown_interest(watch.interest)}"


def shown_interest(interest: Interest) -> str:
    """What a watch is for, in plain words: "Ada Lind about grain"."""
    if not interest.topic:
        return interest.speaker
    if not interest.speaker:
        return say("watch-interest-topic", topic=interest.topic)
    return say("watch-interest-both", speaker=interest.speaker, topic=interest.topic)


def again(watch: Watch) -> str:
    """The command, without its slash, to have a watch like this one."""
    interest = watch.interest
    given = (("speaker", interest.speaker), ("topic", interest.topic))
    here = ["deliver:here"] if is_of_discord(watch.channel) and not is_direct(watch.channel) else []
    return " ".join(["watch add", *(f"{name}:{words}" for name, words in given if words), *here])


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
    return f"-# {say('watch-outlets', count=len(names), names=listed_up_to(names, OUTLETS_SHOWN))}"


def _of(watches: Sequence[Watch]) -> str:
    """Which watches it is of, in words without marks: nobody is quoted by them."""
    named = [f"{watch.number}: {inline(without_marks(shown_interest(watch.interest)), 60)}" for watch in watches]
    return say("watch-of", named=listed_up_to(named, STOPS))


def _number(watch: Watch) -> Strong:
    return Strong(str(watch.number))


def _interest(watch: Watch) -> Line:
    """The same as a line, each of the person's words in its direction."""
    speaker, topic = Given(watch.interest.speaker, 150), Given(watch.interest.topic, 150)
    if not watch.interest.topic:
        return (speaker,)
    if not watch.interest.speaker:
        return phrase("watch-interest-topic", topic=topic)
    return phrase("watch-interest-both", speaker=speaker, topic=topic)


def _where(watch: Watch) -> Line:
    return phrase("watch-direct") if is_direct(watch.channel) else phrase("watch-in", channel=Channel(watch.channel))


def _entry(watch: Watch) -> Entry:
    last: Line = (" · ", *phrase("watch-last", when=Moment(watch.last_at, ago=True))) if watch.last_at else ()
    count = say("watch-alerts", count=watch.told) if watch.told else say("watch-no-alert")
    facts: list[Line] = [(*_where(watch), f" · {count}", *last)]
    if watch.paused:
        facts.append(phrase("watch-paused", reason=Given(heard(watch.paused)), command=Command(again(watch))))
    return Entry(_interest(watch), tuple(facts), watch.number)
