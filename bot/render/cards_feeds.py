"""What is answered about feeds: added, listed, changed, imported, and what became of their items. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from bot.desk.first_look import FirstLook
from bot.desk.results import Added, FatePage, Imported, Opened, Refiltered
from bot.desk.sources import PUSH
from bot.desk.subscriptions import NO_FILTER
from bot.domain.feed import Delivery, Fate, Feed, FeedHealth, Followed, Item, ItemFate
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT, Action, Button, Card, Menu, Option, Press
from bot.render.cards_desk import BRIEF, DESK, UNDO_LIMIT, title_of
from bot.render.report import Channel, Command, Entry, Given, Line, Link, Moment, Report, Strong, Typed, render_report
from bot.render.verbatim import shortened

TITLES_SHOWN = 5
FAILURES_SHOWN = 15

_FATES = {
    Fate.WAITING: "waiting to be read",
    Fate.POSTED: "posted",
    Fate.SENDING: "on its way",
    Fate.DIGEST: "kept for digests",
    Fate.FILTERED: "filtered",
    Fate.DUPLICATE: "a duplicate",
    Fate.OLD: "old",
    Fate.PAUSED: "not posted: the feed was paused",
    Fate.HELD: "held back",
    Fate.FAILED: "failed",
}


def report_added(added: Added) -> Report:
    """A feed is followed now: where, and what it would have posted of what it shows."""
    one = added.followed.subscription
    lines: list[Line] = [
        (Link(title_of(added.followed.feed), added.followed.feed.site or added.followed.feed.url),),
        _stands(added.followed),
    ]
    if added.found_on:
        lines.append(("Found on that page: ", Typed(added.followed.feed.url)))
    if one.filter:
        lines.append(("Filter ", Typed(one.filter)))
    notes: list[Line] = [("Nothing that it shows now is posted; what comes from now on is.",)]
    if added.others:
        named = (part for link in added.others[:3] for part in (" ", Typed(link.url, BRIEF)))
        notes.append(("That page names further feeds:", *named))
    if added.document.fault:
        notes.append((Given(added.document.fault),))
    notes.append(("To undo: ", Command(f"feed remove number:{one.number}")))
    total = added.look.total
    lines += _look_lines(
        added.look, "Of the one item that it shows" if total == 1 else f"Of the {total} items that it shows"
    )
    return Report("Feed added", tuple(lines), _titles(added.look), tuple(notes))


def report_opened(opened: Opened) -> Report:
    """A source sends its articles from now on, or has another token: shown this once, with how to send."""
    one, number = opened.followed, opened.followed.subscription.number
    lines: list[Line] = [(Given(title_of(one.feed), 120),)]
    if opened.renewed:
        lines.append(("Feed ", Strong(str(number)), " here. The token before is worth nothing any more."))
    else:
        lines.append(_stands(one))
        if one.subscription.filter:
            lines.append(("Filter ", Typed(one.subscription.filter)))
    lines += [
        ("Its token, shown only now; nobody can look it up later:",),
        (Typed(opened.token),),
        ("Articles are sent, while the bot runs, to ", Typed(opened.address), ". To try it:"),
    ]
    notes: list[Line] = [("A token that was lost or seen by others: ", Command(f"feed token number:{number}"))]
    if not opened.renewed:
        notes.append(("To undo: ", Command(f"feed remove number:{number}")))
    return Report(
        "New token" if opened.renewed else "Source added", tuple(lines), notes=tuple(notes), script=_trial(opened)
    )


def report_refiltered(changed: Refiltered) -> Report:
    """A feed has another filter, and what it would have posted of the newest items."""
    one, look = changed.followed, changed.look
    number, now = one.subscription.number, one.subscription.filter
    lines: list[Line] = [
        _says(one, " in ", ""),
        ("Filter ", Typed(now)) if now else ("It has no filter any more.",),
        *_look_lines(look, "Of its one item" if look.total == 1 else f"Of its newest {look.total} items"),
    ]
    notes: list[Line] = [
        ("It holds for what comes from now on, and for what still waits to be read.",),
        ("To undo: ", Command(f"feed filter number:{number} filter:{changed.before or NO_FILTER}", UNDO_LIMIT)),
    ]
    return Report("Filter changed", tuple(lines), _titles(look), tuple(notes))


def report_feeds(followed: Sequence[Followed]) -> Report:
    """All feeds of an owner with how they are."""
    if not followed:
        return Report("Feeds", (("No feed is followed here. ", Command("feed add url:…"), " begins with one."),))
    return Report(
        f"Feeds · {len(followed)}",
        entries=tuple(_feed_entry(one) for one in followed),
        notes=(("What became of items: ", Command("feed why number:…")),),
    )


def report_removed(one: Followed) -> Report:
    """A feed is followed no more, and how it is followed again."""
    address = f"{PUSH} name:{title_of(one.feed)}" if one.feed.kind == PUSH else one.feed.url
    again = f"feed add url:{address}" + (f" filter:{one.subscription.filter}" if one.subscription.filter else "")
    lines: list[Line] = [_says(one, " is followed no more in ", ".")]
    if one.feed.kind == PUSH:
        lines.append(("Its token is worth nothing any more.",))
    return Report("Feed removed", (*lines, ("To undo: ", Command(again, UNDO_LIMIT))))


def report_paused(one: Followed) -> Report:
    """A feed posts nothing for now."""
    number = one.subscription.number
    return Report(
        "Feed paused",
        (
            _says(one, " posts nothing in ", " for now; what comes meanwhile is not made up for."),
            ("To undo: ", Command(f"feed resume number:{number}")),
        ),
    )


def report_resumed(one: Followed) -> Report:
    """A feed posts again."""
    lines = [_says(one, " posts in ", " again.")]
    if one.feed.health in {FeedHealth.FAILING, FeedHealth.GONE}:
        lines.append(("It does not answer at present: ", Given(one.feed.reason or "no reason is known")))
    return Report("Feed resumed", tuple(lines))


def report_fates(page: FatePage) -> Report:
    """What became of the items of a feed, newest first."""
    one = page.followed
    lines: list[Line] = [_says(one, " in ", "")]
    if one.subscription.filter:
        lines.append(("Filter ", Typed(one.subscription.filter)))
    if not page.fates:
        lines.append(("Nothing has come from it yet." if page.older is None else "Nothing more.",))
    return Report("Why, and why not", tuple(lines), tuple(_fate_entry(item, fate) for item, fate in page.fates))


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
    menu = Menu("Another feed", press, options) if len(options) > 1 else None
    buttons = (Button("Older ›", older),) if page.older is not None else ()
    return render_report(report_fates(page), menu=menu, buttons=buttons)[0]


def report_progress(done: int, total: int) -> Report:
    """How far an import is."""
    return Report("Importing feeds", ((f"{done} of {total}",),))


def report_imported(result: Imported) -> Report:
    """What became of a list of feeds."""
    lines: list[Line] = [(f"{len(result.added)} of {result.total} feeds are followed from now on.",)]
    if result.known:
        lines.append((f"{result.known} were followed here already.",))
    if result.failed:
        lines.append((f"{len(result.failed)} could not be added:",))
    entries = tuple(
        Entry((Link(outline.title or outline.url, outline.url),), ((Given(why),),))
        for outline, why in result.failed[:FAILURES_SHOWN]
    )
    over = len(result.failed) - FAILURES_SHOWN
    notes: tuple[Line, ...] = ((f"and {over} more that could not be added",),) if over > 0 else ()
    return Report("Feeds imported", tuple(lines), entries, notes)


def describe_cadence(seconds: float) -> str:
    """A cadence for people: "every 15 min", "every 6 h"."""
    return f"every {seconds / 60:.0f} min" if seconds < 5400 else f"every {seconds / 3600:.0f} h"


def describe_feed(one: Followed) -> str:
    """A feed for a list to choose from: its number and title."""
    return f"{one.subscription.number} · {title_of(one.feed)}"


def _look_lines(look: FirstLook, of: str) -> tuple[Line, ...]:
    if not look.total:
        return (("It shows nothing at present.",),)
    if look.open and not look.passing:
        first: Line = (f"{of}, all that pass depend on their articles:",)
    else:
        first = (f"{of}, it would have posted {len(look.passing)}.",)
    lines = [first]
    if look.open:
        rules = " ".join(look.open_rules)
        are = "is decided when its article is" if len(look.open) == 1 else "are decided when their articles are"
        lines.append((f"{len(look.open)} {are} read, by ", Typed(rules, BRIEF)))
    for rule, count in look.filtered[:5]:
        lines.append((f"{count} {'is' if count == 1 else 'are'} filtered by ", Typed(rule, BRIEF)))
    return tuple(lines)


def _titles(look: FirstLook) -> tuple[Entry, ...]:
    shown = (look.passing or look.open)[:TITLES_SHOWN]
    return tuple(Entry((Link(entry.title or entry.link or "without a title", entry.link),)) for entry in shown)


def _trial(opened: Opened) -> tuple[str, ...]:
    """Lines for a shell that send an article, none of them longer than a terminal is wide."""
    return (
        f"curl {opened.address} \\",
        f'-H "Authorization: Bearer {opened.token}" \\',
        '-H "Content-Type: application/json" \\',
        """-d '{"title": "A trial",""",
        """     "text": "This article was sent to see whether articles arrive here."}'""",
    )


def _stands(one: Followed) -> Line:
    number, channel = one.subscription.number, one.subscription.channel
    return ("Feed ", Strong(str(number)), " here, in ", Channel(channel), _delivery(one), ".")


def _feed_entry(one: Followed) -> Entry:
    subscription, feed = one.subscription, one.feed
    head: Line = (Link(title_of(feed), feed.site or feed.url),)
    state = "paused" if subscription.paused else ""
    facts: list[Line] = [
        (Channel(subscription.channel), _delivery(one), *([f" · {state}"] if state else []), *_last(feed))
    ]
    if subscription.filter:
        facts.append(("filter ", Typed(subscription.filter)))
    facts.append(_health(feed, subscription.number))
    if subscription.broken:
        facts.append(
            ("⚠ cannot post: ", Given(subscription.broken), " · ", Command(f"feed resume number:{subscription.number}"))
        )
    return Entry(head, tuple(facts), subscription.number)


def _last(feed: Feed) -> Line:
    return (
        (" · last item ", Moment(feed.last_changed_at, ago=True)) if feed.last_changed_at else (" · nothing new yet",)
    )


def _health(feed: Feed, number: int) -> Line:
    since: Line = (" since ", Moment(feed.failing_since)) if feed.failing_since else ()
    reason: Line = (": ", Given(feed.reason)) if feed.reason else ()
    match feed.health:
        case FeedHealth.NEW if feed.kind == PUSH:
            return ("sends its articles · none has come yet",)
        case FeedHealth.NEW:
            return ("not looked at yet",)
        case FeedHealth.HEALTHY if feed.kind == PUSH:
            return ("healthy · sends its articles",)
        case FeedHealth.HEALTHY:
            return (f"healthy · looked at {describe_cadence(feed.interval)}",)
        case FeedHealth.FAILING:
            return ("⚠ failing", *since, *reason, f" · tried again {describe_cadence(feed.interval)}")
        case FeedHealth.GONE:
            return ("⚠ given up", *since, *reason, " · ", Command(f"feed resume number:{number}"))


def _delivery(one: Followed) -> str:
    if one.subscription.delivery is Delivery.DIGEST:
        return " · for digests only"
    return " · each item, edited when the article is" if one.subscription.edits else " · each item"


def _says(one: Followed, before: str, after: str) -> Line:
    name = title_of(one.feed)
    channel = Channel(one.subscription.channel)
    return ("Feed ", Strong(str(one.subscription.number)), " · ", Given(name, 120), before, channel, after)


def _address(feed: Feed) -> str:
    return "sends its articles" if feed.kind == PUSH else feed.url


def _label(one: Followed) -> str:
    return shortened(describe_feed(one), LABEL_LIMIT)


def _fate_entry(item: Item, fate: ItemFate) -> Entry:
    entry = item.entry
    head: Line = (Link(entry.title or entry.link or "without a title", entry.link),)
    facts: list[Line] = [(*_what_became(fate), " · seen ", Moment(item.first_seen_at))]
    if item.reason and fate.fate in {Fate.WAITING, Fate.FAILED}:
        again: Line = (" · tried again ", Moment(item.retry_at, ago=True)) if item.retry_at else ()
        facts.append((Given(item.reason), *again))
    return Entry(head, tuple(facts))


def _what_became(fate: ItemFate) -> Line:
    words = _FATES[fate.fate]
    if not fate.detail:
        return (words,)
    if fate.fate is Fate.FILTERED:
        return (f"{words} by ", Typed(fate.detail, BRIEF))
    return (f"{words}: ", Given(fate.detail))
