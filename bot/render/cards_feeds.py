"""What is answered about feeds: added, listed, changed, imported, and what became of their items. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk.first_look import FirstLook
from bot.desk.results import Added, FatePage, Imported, Opened, Refiltered
from bot.desk.sources import PUSH
from bot.desk.subscriptions import NO_FILTER
from bot.domain.feed import Delivery, Fate, Feed, FeedHealth, Followed, Item, ItemFate
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT, Action, Button, Card, Menu, Option, Press
from bot.render.cards_desk import BRIEF, DESK, UNDO_LIMIT, reason_of, title_of
from bot.render.phrase import phrase
from bot.render.report import (
    Channel,
    Command,
    Entry,
    Given,
    Line,
    Link,
    Moment,
    Part,
    Report,
    Strong,
    Typed,
    render_report,
)
from bot.render.verbatim import shortened
from bot.words.speech import heard, say

TITLES_SHOWN = 5
FAILURES_SHOWN = 15


def report_added(added: Added) -> Report:
    """A feed is followed now: where, and what it would have posted of what it shows."""
    one, feed = added.followed.subscription, added.followed.feed
    lines: list[Line] = [(Link(title_of(feed), feed.site or feed.url),), _stands(added.followed)]
    if added.found_on:
        lines.append(phrase("follow-found-on", address=Typed(feed.url)))
    if one.filter:
        lines.append(_filter(one.filter))
    notes = [phrase("follow-from-now")]
    if added.others:
        named = tuple(part for link in added.others[:3] for part in (" ", Typed(link.url, BRIEF)))[1:]
        notes.append(phrase("follow-others", addresses=named))
    if added.document.fault:
        notes.append((Given(heard(added.document.fault)),))
    notes.append(_undo(f"feed remove number:{one.number}"))
    total = added.look.total
    first = (
        phrase("follow-all-open", total=total)
        if _is_open(added.look)
        else phrase("follow-would-post", total=total, count=len(added.look.passing))
    )
    lines += _look_lines(added.look, first)
    return Report(say("follow-added"), tuple(lines), _titles(added.look), tuple(notes))


def report_opened(opened: Opened) -> Report:
    """A source sends its articles from now on, or has another token: shown this once, with how to send."""
    one, number = opened.followed, opened.followed.subscription.number
    lines: list[Line] = [(Given(title_of(one.feed), 120),)]
    if opened.renewed:
        lines.append(phrase("follow-token-renewed", number=Strong(str(number))))
    else:
        lines.append(_stands(one))
        if one.subscription.filter:
            lines.append(_filter(one.subscription.filter))
    lines += [
        phrase("follow-token"),
        (Typed(opened.token),),
        phrase("follow-sent-to", address=Typed(opened.address)),
    ]
    notes = [phrase("follow-token-lost", command=Command(f"feed token number:{number}"))]
    if not opened.renewed:
        notes.append(_undo(f"feed remove number:{number}"))
    title = say("follow-new-token") if opened.renewed else say("follow-source-added")
    return Report(title, tuple(lines), notes=tuple(notes), script=_trial(opened))


def report_refiltered(changed: Refiltered) -> Report:
    """A feed has another filter, and what it would have posted of the newest items."""
    one, look = changed.followed, changed.look
    number, now = one.subscription.number, one.subscription.filter
    first = (
        phrase("follow-newest-all-open", total=look.total)
        if _is_open(look)
        else phrase("follow-newest-would-post", total=look.total, count=len(look.passing))
    )
    lines: list[Line] = [
        _number_in(one),
        _filter(now) if now else phrase("follow-no-filter"),
        *_look_lines(look, first),
    ]
    notes = (
        phrase("follow-holds"),
        _undo(f"feed filter number:{number} filter:{changed.before or NO_FILTER}", UNDO_LIMIT),
    )
    return Report(say("follow-refiltered"), tuple(lines), _titles(look), notes)


def report_feeds(followed: Sequence[Followed]) -> Report:
    """All feeds of an owner with how they are."""
    if not followed:
        return Report(say("follow-feeds"), (phrase("follow-none", command=Command("feed add url:…")),))
    return Report(
        say("follow-feeds-counted", count=len(followed)),
        entries=tuple(_feed_entry(one) for one in followed),
        notes=(phrase("follow-what-became", command=Command("feed why number:…")),),
    )


def report_removed(one: Followed) -> Report:
    """A feed is followed no more, and how it is followed again."""
    address = f"{PUSH} name:{title_of(one.feed)}" if one.feed.kind == PUSH else one.feed.url
    again = f"feed add url:{address}" + (f" filter:{one.subscription.filter}" if one.subscription.filter else "")
    lines = [phrase("follow-no-more", number=_number(one), name=_name(one), channel=_channel(one))]
    if one.feed.kind == PUSH:
        lines.append(phrase("follow-token-worthless"))
    return Report(say("follow-removed"), (*lines, _undo(again, UNDO_LIMIT)))


def report_paused(one: Followed) -> Report:
    """A feed posts nothing for now."""
    says = phrase("follow-posts-nothing", number=_number(one), name=_name(one), channel=_channel(one))
    return Report(say("follow-paused"), (says, _undo(f"feed resume number:{one.subscription.number}")))


def report_resumed(one: Followed) -> Report:
    """A feed posts again."""
    lines = [phrase("follow-posts-again", number=_number(one), name=_name(one), channel=_channel(one))]
    if one.feed.health in {FeedHealth.FAILING, FeedHealth.GONE}:
        lines.append(phrase("follow-silent-now", reason=reason_of(one.feed)))
    return Report(say("follow-resumed"), tuple(lines))


def report_fates(page: FatePage) -> Report:
    """What became of the items of a feed, newest first."""
    one = page.followed
    lines = [_number_in(one)]
    if one.subscription.filter:
        lines.append(_filter(one.subscription.filter))
    if not page.fates:
        lines.append(phrase("follow-nothing-yet") if page.older is None else phrase("follow-nothing-more"))
    return Report(say("follow-why"), tuple(lines), tuple(_fate_entry(item, fate) for item, fate in page.fates))


def render_fates(page: FatePage, followed: Sequence[Followed] = ()) -> Card:
    """The same as a card, with a button to older items, and a menu of the first feeds of ``followed``.

    Items that find no room among the longest are left to the next card.
    """
    press = Press(Action.FATES, DESK)
    while len(page.fates) > 1 and len(render_report(report_fates(page), press)) > 1:
        page = replace(page, fates=page.fates[:-1], older=page.fates[-2][0].id)
    older = Press(Action.FATES, DESK, detail=f"{page.followed.subscription.number}:{page.older}", turns=True)
    options = tuple(
        Option(_label(one), f"{one.subscription.number}:", shortened(_address(one.feed), LABEL_LIMIT))
        for one in followed[:OPTION_LIMIT]
    )
    menu = Menu(say("follow-another"), press, options) if len(options) > 1 else None
    buttons = (Button(say("follow-older"), older),) if page.older is not None else ()
    return render_report(report_fates(page), menu=menu, buttons=buttons)[0]


def report_progress(done: int, total: int) -> Report:
    """How far an import is."""
    return Report(say("follow-importing"), (phrase("follow-progress", done=done, total=total),))


def report_imported(result: Imported) -> Report:
    """What became of a list of feeds."""
    lines = [phrase("follow-imported-now", count=len(result.added), total=result.total)]
    if result.known:
        lines.append(phrase("follow-imported-known", count=result.known))
    if result.failed:
        lines.append(phrase("follow-imported-failed", count=len(result.failed)))
    entries = tuple(
        Entry((Link(outline.title or outline.url, outline.url),), ((Given(heard(why)),),))
        for outline, why in result.failed[:FAILURES_SHOWN]
    )
    over = len(result.failed) - FAILURES_SHOWN
    notes = (phrase("follow-imported-more", count=over),) if over > 0 else ()
    return Report(say("follow-imported"), tuple(lines), entries, notes)


def describe_cadence(seconds: float) -> str:
    """A cadence for people: "every 15 min", "every 6 h"."""
    if seconds < 5400:
        return say("follow-minutes", count=round(seconds / 60))
    return say("follow-hours", count=round(seconds / 3600))


def describe_feed(one: Followed) -> str:
    """A feed for a list to choose from: its number and title."""
    return f"{one.subscription.number} · {title_of(one.feed)}"


def _is_open(look: FirstLook) -> bool:
    """Whether all that may pass depends on articles that are not read yet."""
    return bool(look.open and not look.passing)


def _look_lines(look: FirstLook, first: Line) -> tuple[Line, ...]:
    """What a filter makes of the items that a feed shows: ``first`` in a sentence, then by rule."""
    if not look.total:
        return (phrase("follow-shows-nothing"),)
    lines = [first]
    if look.open:
        rules = Typed(" ".join(look.open_rules), BRIEF)
        lines.append(phrase("follow-open", count=len(look.open), rules=rules))
    for rule, count in look.filtered[:5]:
        lines.append(phrase("follow-filtered", count=count, rule=Typed(rule, BRIEF)))
    return tuple(lines)


def _titles(look: FirstLook) -> tuple[Entry, ...]:
    shown = (look.passing or look.open)[:TITLES_SHOWN]
    return tuple(Entry((Link(entry.title or entry.link or say("follow-untitled"), entry.link),)) for entry in shown)


def _trial(opened: Opened) -> tuple[str, ...]:
    """Lines for a shell that send an article, none of them longer than a terminal is wide."""
    return (
        f"curl {opened.address} \\",
        f'-H "Authorization: Bearer {opened.token}" \\',
        '-H "Content-Type: application/json" \\',
        """-d '{"title": "A trial",""",
        """     "text": "This article was sent to see whether articles arrive here."}'""",
    )


def _undo(words: str, limit: int = 520) -> Line:
    return phrase("follow-undo", command=Command(words, limit))


def _filter(words: str) -> Line:
    return phrase("follow-filter", filter=Typed(words))


def _stands(one: Followed) -> Line:
    return phrase("follow-stands", number=_number(one), channel=_channel(one), delivery=_delivery(one))


def _number_in(one: Followed) -> Line:
    return phrase("follow-number-in", number=_number(one), name=_name(one), channel=_channel(one))


def _number(one: Followed) -> Strong:
    return Strong(str(one.subscription.number))


def _name(one: Followed) -> Given:
    return Given(title_of(one.feed), 120)


def _channel(one: Followed) -> Channel:
    return Channel(one.subscription.channel)


def _feed_entry(one: Followed) -> Entry:
    subscription, feed = one.subscription, one.feed
    resume = Command(f"feed resume number:{subscription.number}")
    how: list[Part] = [_channel(one), " · ", *_delivery(one)]
    if subscription.paused:
        how += (" · ", *phrase("follow-resting"))
    facts: list[Line] = [(*how, " · ", *_last(feed))]
    if subscription.filter:
        facts.append(phrase("follow-filtered-by", filter=Typed(subscription.filter)))
    facts.append(_health(feed, resume))
    if subscription.broken:
        facts.append(phrase("follow-cannot-post", reason=Given(heard(subscription.broken)), command=resume))
    return Entry((Link(title_of(feed), feed.site or feed.url),), tuple(facts), subscription.number)


def _last(feed: Feed) -> Line:
    if feed.last_changed_at is None:
        return phrase("follow-nothing-new")
    return phrase("follow-last-item", when=Moment(feed.last_changed_at, ago=True))


def _health(feed: Feed, resume: Command) -> Line:
    match feed.health:
        case FeedHealth.NEW if feed.kind == PUSH:
            return phrase("follow-sends-none")
        case FeedHealth.NEW:
            return phrase("follow-not-looked")
        case FeedHealth.HEALTHY if feed.kind == PUSH:
            return phrase("follow-sends-healthy")
        case FeedHealth.HEALTHY:
            return phrase("follow-healthy", cadence=describe_cadence(feed.interval))
        case FeedHealth.FAILING:
            again = phrase("follow-again", cadence=describe_cadence(feed.interval))
            return (*_trouble(feed, phrase("follow-failing")), " · ", *again)
        case FeedHealth.GONE:
            return (*_trouble(feed, phrase("follow-given-up")), " · ", resume)


def _trouble(feed: Feed, state: Line) -> Line:
    """How a feed is, since when, and why, as far as that is known."""
    if feed.failing_since:
        state = phrase("follow-since", state=state, when=Moment(feed.failing_since))
    return phrase("follow-because", state=state, reason=reason_of(feed)) if feed.reason else state


def _delivery(one: Followed) -> Line:
    if one.subscription.delivery is Delivery.DIGEST:
        return phrase("follow-for-digests")
    return phrase("follow-each-edited") if one.subscription.edits else phrase("follow-each")


def _address(feed: Feed) -> str:
    return say("follow-sends") if feed.kind == PUSH else feed.url


def _label(one: Followed) -> str:
    return shortened(describe_feed(one), LABEL_LIMIT)


def _fate_entry(item: Item, fate: ItemFate) -> Entry:
    entry = item.entry
    head: Line = (Link(entry.title or entry.link or say("follow-untitled"), entry.link),)
    facts: list[Line] = [(*_what_became(fate), " · ", *phrase("follow-seen", when=Moment(item.first_seen_at)))]
    if item.reason and fate.fate in {Fate.WAITING, Fate.FAILED}:
        retry = phrase("follow-again-at", when=Moment(item.retry_at, ago=True)) if item.retry_at else ()
        facts.append((Given(heard(item.reason)), *((" · ", *retry) if retry else ())))
    return Entry(head, tuple(facts))


def _what_became(fate: ItemFate) -> Line:
    if fate.detail and fate.fate is Fate.FILTERED:
        return phrase("follow-fate-filtered", rule=Typed(fate.detail, BRIEF))
    became = phrase("follow-fate", fate=fate.fate.value)
    if not fate.detail:
        return became
    # of a duplicate it is the title of the article that was posted before it: words of strangers, none of ours
    detail = fate.detail if fate.fate is Fate.DUPLICATE else heard(fate.detail)
    return phrase("follow-fate-because", fate=became, detail=Given(detail))
