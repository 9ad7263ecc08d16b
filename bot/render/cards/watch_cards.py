"""Cards of watches: the alert with the words that it found, why it came, and a person's watches. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.digests.lines.statement import StatementLine, word_statement
from bot.digests.watch_matching import WatchMatch
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.folding import fold_words
from bot.domain.watch import Alert, Interest, Watch, is_direct, is_of_discord
from bot.i18n.lists import join_first, join_names
from bot.i18n.messages import translate, translate_stored
from bot.render.card import Action, Button, Card, ComponentAction, Tone
from bot.render.cards.article_card import ask_button, compose_heading, source_button, tone
from bot.render.cards.briefing_cards import why_button
from bot.render.document import (
    Block,
    ChannelPart,
    CommandPart,
    Document,
    Line,
    ListEntry,
    StrangerText,
    StrongText,
    Text,
    TimePart,
    reply,
)
from bot.render.document_cards import render_cards
from bot.render.line_text import translate_parts
from bot.render.markdown import inline
from bot.render.quotations import without_marks
from bot.render.statement_lines import introduce_source, quote_line
from bot.render.statements import listed, quote_sentence

MERGED = 6
"""Events in one message; more follow in another."""
WORDS_LIMIT = 600
MERGED_LIMIT = 200
OUTLETS_SHOWN = 8
STOPS = 3
"""Buttons to stop a watch under one message."""


@dataclass(frozen=True, slots=True)
class AlertEvent:
    """What an alert tells of: the article that ``watch`` matched by ``match``, and all ``outlets`` of its story.

    ``also`` are other watches of the same person that the same words match; they make no alert of their own.
    """

    watch: Watch
    reading: Reading
    match: WatchMatch | None
    outlets: tuple[str, ...]
    also: tuple[Watch, ...] = ()


def render_alert(events: Sequence[AlertEvent], key: str) -> Card:
    """One message about ``events`` (1 to ``MERGED``), that of the post ``key``. Raises ``NotVerbatimError``."""
    alone = len(events) == 1
    matched = [*(event.watch for event in events), *(watch for event in events for watch in event.also)]
    watches = list({watch.number: watch for watch in matched}.values())
    article, first = events[0].reading.article, events[0].reading.id
    document = Document(
        (translate("watch-events", count=len(events)),),
        tuple(block for event in events for block in _event(event, alone=alone)),
        compose_heading(article) if alone else None,
        footer=(_of(watches),),
        buttons=(
            *((ask_button(first, Action.WHOSAID), *source_button(article)) if alone else ()),
            *why_button(key),
            *(_stop(watch, key, alone=alone) for watch in watches[:STOPS]),
        ),
        tone=tone(article) if alone else Tone.NEUTRAL,
        limit=WORDS_LIMIT if alone else MERGED_LIMIT,
        one_page=True,
        dense=True,
    )
    return render_cards(document)[0]


def _stop(watch: Watch, key: str, *, alone: bool) -> Button:
    label = translate("watch-stop") if alone else translate("watch-stop-number", number=str(watch.number))
    return Button(label, ComponentAction(Action.UNWATCH, key, detail=str(watch.number)))


def _event(event: AlertEvent, *, alone: bool) -> Iterator[Block]:
    """The words that matched, and who else carries them; of one of several the article as well."""
    article, match = event.reading.article, event.match
    if not alone:
        yield replace(compose_heading(article), level=2)
    if match and (one := match.statement):
        yield introduce_source(article, one, event.reading.analysis.language)
        yield quote_line(article, one, _word(event, one))
    elif match and match.sentence:
        yield quote_sentence(article, match.sentence)
    names = [StrangerText(name, 60) for name in map(without_marks, event.outlets) if name]
    if len(names) > 1:
        carried = translate_parts("watch-outlets", count=len(names), names=listed(names, OUTLETS_SHOWN))
        yield Text((carried,), small=True)


def _word(event: AlertEvent, one: Attribution) -> StatementLine:
    """The line of the statement that matched; of a speech, the part that holds the topic."""
    analysis = event.reading.analysis
    topics = [(fold_words(topic),) for topic in event.watch.interest.topic.split(",") if topic.strip()]
    return word_statement(
        event.reading.article.text, one, analysis.attributions, language=analysis.language, about=topics
    )


def render_closed() -> Card:
    """To a channel where somebody set up a watch who takes no direct messages. It names nobody."""
    return Card(
        header=f"### {translate('watch-closed-title')}", blocks=(translate("watch-closed-told"),), tone=Tone.ERROR
    )


def report_watching(watch: Watch) -> Document:
    """A watch that was set up."""
    return reply(
        translate("watch-title"),
        (
            translate_parts("watch-set-up", number=_number(watch), interest=_interest(watch), where=_where(watch)),
            translate_parts("watch-once"),
        ),
        notes=(translate_parts("watch-undo", command=CommandPart(f"watch remove number:{watch.number}")),),
    )


def report_watches(watches: Sequence[Watch]) -> Document:
    """All watches of a person."""
    if not watches:
        begins = translate_parts("watch-none", command=CommandPart("watch add speaker:… topic:…"))
        return reply(translate("watch-list"), (begins,))
    return reply(translate("watch-list-counted", count=len(watches)), entries=tuple(map(_entry, watches)))


def report_removed(watch: Watch) -> Document:
    """A watch that was ended, and how it is begun again."""
    return reply(
        translate("watch-removed"),
        (
            translate_parts("watch-ended", number=_number(watch), interest=_interest(watch)),
            translate_parts("watch-undo", command=CommandPart(describe_watch_command(watch))),
        ),
    )


def report_alerts(alerts: Sequence[Alert], outlets: Sequence[tuple[str, ...]], *, mine: bool) -> Document:
    """Why an alert came; ``outlets`` carry the story of each. ``mine``: the one who asks set the watch up."""
    lines: list[Line] = []
    for alert, names in zip(alerts, outlets, strict=True):
        if alert.watch is None:
            lines.append(translate_parts("watch-matched-gone"))
        elif mine:
            watch = alert.watch
            lines.append(translate_parts("watch-matched-yours", number=_number(watch), interest=_interest(watch)))
            lines.append(translate_parts("watch-to-stop", command=CommandPart(f"watch remove number:{watch.number}")))
        else:
            lines.append(translate_parts("watch-matched-others", interest=_interest(alert.watch)))
        lines.append(translate_parts("watch-found", when=TimePart(alert.matched_at)))
        if len(names) > 1:
            lines.append(translate_parts("watch-told-once", count=len(names), names=StrangerText(join_names(names))))
    return reply(translate("reason-why"), tuple(lines))


def describe_watch(watch: Watch) -> str:
    """A watch for a list to choose from."""
    return f"{watch.number} · {shown_interest(watch.interest)}"


def shown_interest(interest: Interest) -> str:
    """What a watch is for, in plain words: "Ada Lind about grain"."""
    if not interest.topic:
        return interest.speaker
    if not interest.speaker:
        return translate("watch-interest-topic", topic=interest.topic)
    return translate("watch-interest-both", speaker=interest.speaker, topic=interest.topic)


def describe_watch_command(watch: Watch) -> str:
    """The command, without its slash, to have a watch like this one."""
    interest = watch.interest
    given = (("speaker", interest.speaker), ("topic", interest.topic))
    here = ["deliver:here"] if is_of_discord(watch.channel) and not is_direct(watch.channel) else []
    return " ".join(["watch add", *(f"{name}:{words}" for name, words in given if words), *here])


def _of(watches: Sequence[Watch]) -> str:
    """Which watches it is of, in words without marks: nobody is quoted by them."""
    named = [f"{watch.number}: {inline(without_marks(shown_interest(watch.interest)), 60)}" for watch in watches]
    return translate("watch-of", named=join_first(named, STOPS))


def _number(watch: Watch) -> StrongText:
    return StrongText(str(watch.number))


def _interest(watch: Watch) -> Line:
    """The same as a line, each of the person's words in its direction."""
    speaker, topic = StrangerText(watch.interest.speaker, 150), StrangerText(watch.interest.topic, 150)
    if not watch.interest.topic:
        return (speaker,)
    if not watch.interest.speaker:
        return translate_parts("watch-interest-topic", topic=topic)
    return translate_parts("watch-interest-both", speaker=speaker, topic=topic)


def _where(watch: Watch) -> Line:
    return (
        translate_parts("watch-direct")
        if is_direct(watch.channel)
        else translate_parts("watch-in", channel=ChannelPart(watch.channel))
    )


def _entry(watch: Watch) -> ListEntry:
    last: Line = (
        (" · ", *translate_parts("watch-last", when=TimePart(watch.last_at, ago=True))) if watch.last_at else ()
    )
    count = translate("watch-alerts", count=watch.told) if watch.told else translate("watch-no-alert")
    facts: list[Line] = [(*_where(watch), f" · {count}", *last)]
    if watch.paused:
        facts.append(
            translate_parts(
                "watch-paused",
                reason=StrangerText(translate_stored(watch.paused)),
                command=CommandPart(describe_watch_command(watch)),
            )
        )
    return ListEntry(_interest(watch), tuple(facts), watch.number)
