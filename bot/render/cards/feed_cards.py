"""What is answered about feeds: added, listed, changed, imported, and what became of their items. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.feed import Delivery, Entry, Feed, FeedHealth, Followed, Item, PostOptions
from bot.domain.follow_up import FollowUps
from bot.domain.item_outcomes import ItemOutcome, Outcome
from bot.domain.post import MENTIONS_A_DAY
from bot.i18n.messages import translate, translate_stored
from bot.render.card import LABEL_LIMIT, OPTION_LIMIT, Action, Button, Card, ComponentAction, Menu, Option
from bot.render.cards.status_card import BRIEF, UNDO_LIMIT, link_feed, reason_of, title_of
from bot.render.document import (
    ChannelPart,
    CommandPart,
    Document,
    Line,
    LinkPart,
    ListEntry,
    Part,
    StrangerText,
    StrongText,
    TimePart,
    TypedText,
    reply,
)
from bot.render.document_cards import render_cards
from bot.render.line_text import translate_parts
from bot.render.quotations import shorten
from bot.services.filter_fields import FilterPreview
from bot.services.push_sources import PUSH, PushSourceOpened
from bot.services.subscriptions import NO_FILTER, FeedAdded, FeedsImported, FilterChanged, OutcomePage

TITLES_SHOWN = 5
FAILURES_SHOWN = 15


def report_added(added: FeedAdded) -> Document:
    """A feed is followed now: where, and what it would have posted of what it shows."""
    one, feed = added.followed.subscription, added.followed.feed
    lines: list[Line] = [(link_feed(feed),), _stands(added.followed)]
    if added.found_on:
        lines.append(translate_parts("follow-found-on", address=TypedText(feed.url)))
    if one.filter:
        lines.append(_filter(one.filter))
    lines += _options(one.options)
    notes = [translate_parts("follow-from-now")]
    if added.others:
        named = tuple(part for link in added.others[:3] for part in (" ", TypedText(link.url, BRIEF)))[1:]
        notes.append(translate_parts("follow-others", addresses=named))
    if added.document.fault:
        notes.append((StrangerText(translate_stored(added.document.fault)),))
    notes.append(_undo(f"feed remove number:{one.number}"))
    total = added.look.total
    first = (
        translate_parts("follow-all-open", total=total)
        if _is_open(added.look)
        else translate_parts("follow-would-post", total=total, count=len(added.look.passing))
    )
    lines += _look_lines(added.look, first)
    return reply(translate("follow-added"), tuple(lines), _titles(added.look), tuple(notes))


def report_opened(opened: PushSourceOpened) -> Document:
    """A source sends its articles from now on, or has another token: shown this once, with how to send."""
    one, number = opened.followed, opened.followed.subscription.number
    lines: list[Line] = [(StrangerText(title_of(one.feed), 120),)]
    if opened.renewed:
        lines.append(translate_parts("follow-token-renewed", number=StrongText(str(number))))
    else:
        lines.append(_stands(one))
        if one.subscription.filter:
            lines.append(_filter(one.subscription.filter))
    lines += [
        translate_parts("follow-token"),
        (TypedText(opened.token),),
        translate_parts("follow-sent-to", address=TypedText(opened.address)),
    ]
    notes = [translate_parts("follow-token-lost", command=CommandPart(f"feed token number:{number}"))]
    if not opened.renewed:
        notes.append(_undo(f"feed remove number:{number}"))
    title = translate("follow-new-token") if opened.renewed else translate("follow-source-added")
    return reply(title, tuple(lines), notes=tuple(notes), script=_trial(opened))


def report_refiltered(changed: FilterChanged) -> Document:
    """A feed has another filter, and what it would have posted of the newest items."""
    one, look = changed.followed, changed.look
    number, now = one.subscription.number, one.subscription.filter
    first = (
        translate_parts("follow-newest-all-open", total=look.total)
        if _is_open(look)
        else translate_parts("follow-newest-would-post", total=look.total, count=len(look.passing))
    )
    lines: list[Line] = [
        _number_in(one),
        _filter(now) if now else translate_parts("follow-no-filter"),
        *_look_lines(look, first),
    ]
    notes = (
        translate_parts("follow-holds"),
        _undo(f"feed filter number:{number} filter:{changed.before or NO_FILTER}", UNDO_LIMIT),
    )
    return reply(translate("follow-refiltered"), tuple(lines), _titles(look), notes)


def report_set(one: Followed) -> Document:
    """How the items of a feed are posted."""
    options = one.subscription.options
    lines = [_number_in(one), translate_parts("follow-follow-ups-now", place=options.follow_ups)]
    lines += [(*described, ".") for described in describe_posts(options)]
    return reply(translate("follow-changed"), tuple(lines), notes=(translate_parts("follow-holds"),))


def report_feeds(followed: Sequence[Followed]) -> Document:
    """All feeds of an owner with how they are."""
    if not followed:
        return reply(
            translate("follow-feeds"), (translate_parts("follow-none", command=CommandPart("feed add url:…")),)
        )
    return reply(
        translate("follow-feeds-counted", count=len(followed)),
        entries=tuple(_feed_entry(one) for one in followed),
        notes=(translate_parts("follow-what-became", command=CommandPart("feed why number:…")),),
    )


def report_removed(one: Followed) -> Document:
    """A feed was unfollowed, and how to follow it again."""
    address = f"{PUSH} name:{title_of(one.feed)}" if one.feed.kind == PUSH else one.feed.url
    again = f"feed add url:{address}" + (f" filter:{one.subscription.filter}" if one.subscription.filter else "")
    lines = [translate_parts("follow-no-more", number=_number(one), name=_name(one), channel=_channel(one))]
    if one.feed.kind == PUSH:
        lines.append(translate_parts("follow-token-worthless"))
    return reply(translate("follow-removed"), (*lines, _undo(again, UNDO_LIMIT)))


def report_paused(one: Followed) -> Document:
    """A feed posts nothing for now."""
    says = translate_parts("follow-posts-nothing", number=_number(one), name=_name(one), channel=_channel(one))
    return reply(translate("follow-paused"), (says, _undo(f"feed resume number:{one.subscription.number}")))


def report_resumed(one: Followed) -> Document:
    """A feed posts again."""
    lines = [translate_parts("follow-posts-again", number=_number(one), name=_name(one), channel=_channel(one))]
    if one.feed.health in {FeedHealth.FAILING, FeedHealth.GONE}:
        lines.append(translate_parts("follow-silent-now", reason=reason_of(one.feed)))
    return reply(translate("follow-resumed"), tuple(lines))


def report_outcomes(page: OutcomePage) -> Document:
    """What became of the items of a feed, newest first."""
    one = page.followed
    lines = [_number_in(one)]
    if one.subscription.filter:
        lines.append(_filter(one.subscription.filter))
    if not page.fates:
        lines.append(
            translate_parts("follow-nothing-yet") if page.older is None else translate_parts("follow-nothing-more")
        )
    return reply(translate("follow-why"), tuple(lines), tuple(_fate_entry(item, fate) for item, fate in page.fates))


def render_outcomes(page: OutcomePage, followed: Sequence[Followed] = ()) -> Card:
    """Outcomes as a card, with a button to older items and a menu of ``followed`` feeds; as many as fit."""
    press = ComponentAction(Action.FATES)
    while len(page.fates) > 1 and len(render_cards(replace(report_outcomes(page), one_page=False))) > 1:
        page = replace(page, fates=page.fates[:-1], older=page.fates[-2][0].id)
    older = ComponentAction(Action.FATES, detail=f"{page.followed.subscription.number}:{page.older}", turns=True)
    addresses = [translate("follow-sends") if one.feed.kind == PUSH else one.feed.url for one in followed]
    options = tuple(
        Option(shorten(describe_feed(one), LABEL_LIMIT), f"{one.subscription.number}:", shorten(address, LABEL_LIMIT))
        for one, address in zip(followed[:OPTION_LIMIT], addresses, strict=False)
    )
    menu = Menu(translate("follow-another"), press, options) if len(options) > 1 else None
    buttons = (Button(translate("follow-older"), older),) if page.older is not None else ()
    return replace(render_cards(replace(report_outcomes(page), buttons=buttons))[0], menu=menu)


def report_progress(done: int, total: int) -> Document:
    """How far an import is."""
    return reply(translate("follow-importing"), (translate_parts("follow-progress", done=done, total=total),))


def report_imported(result: FeedsImported) -> Document:
    """What became of a list of feeds."""
    lines = [translate_parts("follow-imported-now", count=len(result.added), total=result.total)]
    if result.known:
        lines.append(translate_parts("follow-imported-known", count=result.known))
    if result.failed:
        lines.append(translate_parts("follow-imported-failed", count=len(result.failed)))
    entries = tuple(
        ListEntry((LinkPart(outline.title or outline.url, outline.url),), ((StrangerText(translate_stored(why)),),))
        for outline, why in result.failed[:FAILURES_SHOWN]
    )
    over = len(result.failed) - FAILURES_SHOWN
    notes = (translate_parts("follow-imported-more", count=over),) if over > 0 else ()
    return reply(translate("follow-imported"), tuple(lines), entries, notes)


def describe_cadence(seconds: float) -> str:
    """A cadence for people: "every 15 min", "every 6 h"."""
    if seconds < 5400:
        return translate("follow-minutes", count=round(seconds / 60))
    return translate("follow-hours", count=round(seconds / 3600))


def describe_feed(one: Followed) -> str:
    """A feed for a list to choose from: its number and title."""
    return f"{one.subscription.number} · {title_of(one.feed)}"


def _is_open(look: FilterPreview) -> bool:
    """Whether all that may pass depends on articles that are not read yet."""
    return bool(look.open and not look.passing)


def _look_lines(look: FilterPreview, first: Line) -> tuple[Line, ...]:
    """What a filter makes of the items that a feed shows: ``first`` in a sentence, then by rule."""
    if not look.total:
        return (translate_parts("follow-shows-nothing"),)
    lines = [first]
    if look.open:
        rules = TypedText(" ".join(look.open_rules), BRIEF)
        lines.append(translate_parts("follow-open", count=len(look.open), rules=rules))
    for rule, count in look.filtered[:5]:
        lines.append(translate_parts("follow-filtered", count=count, rule=TypedText(rule, BRIEF)))
    return tuple(lines)


def _titles(look: FilterPreview) -> tuple[ListEntry, ...]:
    return list_titles(look.passing or look.open)


def list_titles(entries: Sequence[Entry]) -> tuple[ListEntry, ...]:
    """The titles of the first entries."""
    return tuple(ListEntry((_link(entry),)) for entry in entries[:TITLES_SHOWN])


def _link(entry: Entry) -> LinkPart:
    return LinkPart(entry.headline or entry.link or translate("follow-untitled"), entry.link)


def _trial(opened: PushSourceOpened) -> tuple[str, ...]:
    """Lines for a shell that send an article, none of them longer than a terminal is wide."""
    return (
        f"curl {opened.address} \\",
        f'-H "Authorization: Bearer {opened.token}" \\',
        '-H "Content-Type: application/json" \\',
        """-d '{"title": "A trial",""",
        """     "text": "This article was sent to see whether articles arrive here."}'""",
    )


def _undo(words: str, limit: int = 520) -> Line:
    return translate_parts("follow-undo", command=CommandPart(words, limit))


def _filter(words: str) -> Line:
    return translate_parts("follow-filter", filter=TypedText(words))


def _stands(one: Followed) -> Line:
    return translate_parts("follow-stands", number=_number(one), channel=_channel(one), delivery=_delivery(one))


def _number_in(one: Followed) -> Line:
    return translate_parts("follow-number-in", number=_number(one), name=_name(one), channel=_channel(one))


def _number(one: Followed) -> StrongText:
    return StrongText(str(one.subscription.number))


def _name(one: Followed) -> StrangerText:
    return StrangerText(title_of(one.feed), 120)


def _channel(one: Followed) -> ChannelPart:
    return ChannelPart(one.subscription.channel)


def _feed_entry(one: Followed) -> ListEntry:
    subscription, feed = one.subscription, one.feed
    resume = CommandPart(f"feed resume number:{subscription.number}")
    how: list[Part] = [_channel(one), " · ", *_delivery(one)]
    if subscription.paused:
        how += (" · ", *translate_parts("follow-resting"))
    facts: list[Line] = [(*how, " · ", *_last(feed)), *_options(subscription.options)]
    if subscription.filter:
        facts.append(translate_parts("follow-filtered-by", filter=TypedText(subscription.filter)))
    facts.append(_health(feed, resume))
    if subscription.broken:
        facts.append(
            translate_parts(
                "follow-cannot-post", reason=StrangerText(translate_stored(subscription.broken)), command=resume
            )
        )
    return ListEntry((link_feed(feed),), tuple(facts), subscription.number)


def _options(options: PostOptions) -> tuple[Line, ...]:
    """What is set of a feed's posts, in a line."""
    told = list(describe_posts(options))
    if options.follow_ups is not FollowUps.NONE:
        told.insert(0, translate_parts("follow-follow-ups", place=options.follow_ups))
    return (tuple(part for one in told for part in (" · ", *one))[1:],) if told else ()


def describe_posts(options: PostOptions, *, limited: bool = True) -> Iterator[Line]:
    """Whom posts mention, and how often where that is ``limited``; their tag, and that they show pictures."""
    if options.role:
        role = ChannelPart(options.role, "@&")
        limit = translate_parts("follow-mentions-limited", role=role, day=MENTIONS_A_DAY)
        yield limit if limited else translate_parts("follow-mentions", role=role)
    if options.tag:
        yield translate_parts("follow-tagged", tag=StrangerText(options.tag))
    if options.pictures:
        yield translate_parts("follow-pictures")


def _last(feed: Feed) -> Line:
    if feed.last_changed_at is None:
        return translate_parts("follow-nothing-new")
    return translate_parts("follow-last-item", when=TimePart(feed.last_changed_at, ago=True))


def _health(feed: Feed, resume: CommandPart) -> Line:
    match feed.health:
        case FeedHealth.NEW if feed.kind == PUSH:
            return translate_parts("follow-sends-none")
        case FeedHealth.NEW:
            return translate_parts("follow-not-looked")
        case FeedHealth.HEALTHY if feed.kind == PUSH:
            return translate_parts("follow-sends-healthy")
        case FeedHealth.HEALTHY:
            return translate_parts("follow-healthy", cadence=describe_cadence(feed.interval))
        case FeedHealth.FAILING:
            again = translate_parts("follow-again", cadence=describe_cadence(feed.interval))
            return (*_trouble(feed, translate_parts("follow-failing")), " · ", *again)
        case FeedHealth.GONE:
            return (*_trouble(feed, translate_parts("follow-given-up")), " · ", resume)


def _trouble(feed: Feed, state: Line) -> Line:
    """How a feed is, since when, and why, as far as that is known."""
    if feed.failing_since:
        state = translate_parts("follow-since", state=state, when=TimePart(feed.failing_since))
    return translate_parts("follow-because", state=state, reason=reason_of(feed)) if feed.reason else state


def _delivery(one: Followed) -> Line:
    if one.subscription.delivery is Delivery.DIGEST:
        return translate_parts("follow-for-digests")
    return translate_parts("follow-each-edited") if one.subscription.edits else translate_parts("follow-each")


def _fate_entry(item: Item, fate: ItemOutcome) -> ListEntry:
    facts: list[Line] = [
        (*_what_became(fate), " · ", *translate_parts("follow-seen", when=TimePart(item.first_seen_at)))
    ]
    if item.reason and fate.fate in {Outcome.WAITING, Outcome.FAILED}:
        retry = translate_parts("follow-again-at", when=TimePart(item.retry_at, ago=True)) if item.retry_at else ()
        facts.append((StrangerText(translate_stored(item.reason)), *((" · ", *retry) if retry else ())))
    return ListEntry((_link(item.entry),), tuple(facts))


def _what_became(fate: ItemOutcome) -> Line:
    if fate.detail and fate.fate is Outcome.FILTERED:
        return translate_parts("follow-fate-filtered", rule=TypedText(fate.detail, BRIEF))
    became = translate_parts("follow-fate", fate=fate.fate.value)
    if not fate.detail:
        return became
    # of a duplicate it is the title of the article that was posted before it: words of strangers, none of ours
    detail = fate.detail if fate.fate is Outcome.DUPLICATE else translate_stored(fate.detail)
    return translate_parts("follow-fate-because", fate=became, detail=StrangerText(detail))
