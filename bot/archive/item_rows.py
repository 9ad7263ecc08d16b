"""Stores a feed's snapshot: which entries are new or edited, and their initial outcomes; and which are read next.

The rules:

- An item is new if its feed has no item with its identity. It is never new twice, since identities are kept longer than
  entries are listed (see :func:`prune_items`).
- :mod:`bot.domain.item_outcomes` decides the initial outcome of a new item for each subscription.
- The next items to read are chosen so that no feed or site delays the others, however many new items a feed lists and
  however long a site's pages take (see :func:`next_items`).
- An edit replaces the stored entry. If the item was posted for a subscription with edits, it becomes due again.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import and_, bindparam, case, delete, exists, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive import feed_rows
from bot.archive.schema.base import UtcDateTime
from bot.archive.schema.feeds import fates, items, subscriptions
from bot.domain.feed import ItemState, PollOutcome, Subscription
from bot.domain.item_outcomes import ItemOutcome, NewItem, Outcome, decide_new_items
from bot.web.feeds.identity import IdentifiedEntry
from bot.web.polling_policy import find_host

_KEPT: Final = timedelta(days=90)
# rows deleted at once, so that the archive is not locked for long
_PRUNED_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class _Known:
    id: int
    fingerprint: str
    state: ItemState
    listed: bool

    def is_other(self, entry: IdentifiedEntry) -> bool:
        return self.fingerprint != entry.fingerprint


async def file_snapshot(
    connection: AsyncConnection, feed_id: int, entries: Sequence[IdentifiedEntry], now: datetime, *, first: bool
) -> PollOutcome:
    """Store the feed's current snapshot. ``first``: no entry counts as new. The feed's row must be locked."""
    found = {entry.identity: entry for entry in entries}
    known = await _load_known(connection, feed_id, found)
    fresh = [entry for entry in _oldest_first(found.values()) if entry.identity not in known]
    edited = [entry for entry in found.values() if entry.identity in known and known[entry.identity].is_other(entry)]
    listed = {identity for identity, item in known.items() if item.listed}
    others = bool(listed and found) and listed.isdisjoint(found)
    shown = await _find_shown(connection, feed_id, fresh, all_others=others)
    arrivals = [NewItem(entry.entry, shown.get(entry.identity)) for entry in fresh]
    new_ids, flood = await _insert_new(connection, feed_id, fresh, arrivals, now, first=first)
    for entry in edited:
        await _save_edit(connection, known[entry.identity], entry, now)
    if found:  # a feed that is empty for a moment has not withdrawn everything
        await _save_listed(connection, known, set(found), now)
    return PollOutcome(
        tuple(number for number, one in zip(new_ids, arrivals, strict=True) if one.shown_as is None),
        tuple(known[entry.identity].id for entry in edited),
        gap=others and not shown,
        flood=flood,
    )


async def file_follower(
    connection: AsyncConnection, subscription: Subscription, entries: Sequence[IdentifiedEntry], now: datetime
) -> None:
    """Decide on all that the feed lists for a new subscription: old, or for the first digest with its content."""
    query = select(items.c.id, items.c.identity, items.c.entry).where(
        items.c.feed_id == subscription.feed_id, items.c.listed
    )
    given = {entry.identity: entry.entry for entry in entries}
    listed = {
        row.id: given.get(row.identity) or feed_rows.decode_entry(row.entry) for row in await connection.execute(query)
    }
    dates = {item_id: entry.dated_at for item_id, entry in listed.items()}
    order = sorted(listed, key=lambda item_id: (dates[item_id] is not None, dates[item_id] or now, item_id))
    arrivals = [NewItem(listed[item_id]) for item_id in order]
    decided = [
        replace(one, item_id=item_id)
        for item_id, one in zip(order, decide_new_items(arrivals, subscription, now, first=True), strict=True)
    ]
    await _insert_fates(connection, decided, now)
    unread = case((items.c.state == ItemState.OLD.value, ItemState.NEW.value), else_=items.c.state)
    due = func.coalesce(items.c.retry_at, bindparam(None, now, UtcDateTime))
    for one in decided:
        if one.fate is Outcome.WAITING:
            values = feed_rows.encode_entry(listed[one.item_id], content=True)
            change = update(items).where(items.c.id == one.item_id)
            await connection.execute(change.values(retry_at=due, state=unread, **values))


async def prune_items(connection: AsyncConnection, now: datetime) -> int:
    """Delete up to a thousand items that their feeds have not listed for 90 days; return how many.

    None can be posted again. A dated item that returns is old by the 30-day rule. An undated item keeps its identity as
    long as its feed exists; only its content is deleted.
    """
    gone = and_(items.c.listed.is_(False), items.c.unlisted_at < now - _KEPT)
    undated = and_(
        items.c.entry["published_at"].as_string().is_(None), items.c.entry["updated_at"].as_string().is_(None)
    )
    chosen = select(items.c.id).where(gone, items.c.fingerprint != "").limit(_PRUNED_AT_ONCE)
    rows = (await connection.execute(chosen.add_columns(undated.label("undated")))).all()
    kept = [row.id for row in rows if row.undated]
    ended = [row.id for row in rows if not row.undated]
    if kept:
        words: dict[str, Any] = {"guid": None, "link": None, "title": None, "entry": {}, "fingerprint": ""}
        await connection.execute(update(items).where(items.c.id.in_(kept)).values(words))
        await connection.execute(delete(fates).where(fates.c.item_id.in_(kept)))
    if ended:
        await connection.execute(delete(items).where(items.c.id.in_(ended)))
    return len(rows)


async def _load_known(connection: AsyncConnection, feed_id: int, found: Iterable[str]) -> dict[str, _Known]:
    """The feed's items that are listed, or that this snapshot contains."""
    query = select(items.c.id, items.c.identity, items.c.fingerprint, items.c.state, items.c.listed).where(
        items.c.feed_id == feed_id, or_(items.c.listed, items.c.identity.in_(tuple(found)))
    )
    rows = (await connection.execute(query)).all()
    return {row.identity: _Known(row.id, row.fingerprint, ItemState(row.state), row.listed) for row in rows}


def _oldest_first(entries: Collection[IdentifiedEntry]) -> list[IdentifiedEntry]:
    """Sort by date if all entries have one; else reverse the document's order, which starts with the newest."""
    dates = {entry.identity: entry.entry.dated_at for entry in entries}
    dated = {identity: date for identity, date in dates.items() if date}
    backwards = list(entries)[::-1]
    return sorted(backwards, key=lambda entry: dated[entry.identity]) if len(dated) == len(dates) else backwards


async def _find_shown(
    connection: AsyncConnection, feed_id: int, fresh: Sequence[IdentifiedEntry], *, all_others: bool
) -> dict[str, str]:
    """The old identities of ``fresh`` entries that the feed listed before under another identity, by the new one.

    Link, text and date must be equal. Two undated entries may also be a live page announced again: they count as one
    only if ``all_others`` is set, that is, if no listed entry kept its identity.
    """
    linked = {(entry.entry.link, entry.fingerprint): entry for entry in fresh if entry.entry.link}
    if not linked:
        return {}
    query = select(items.c.link, items.c.fingerprint, items.c.title, items.c.entry).where(
        items.c.feed_id == feed_id, items.c.fingerprint.in_(sorted({words for _, words in linked}))
    )
    shown = {}
    for row in await connection.execute(query.order_by(items.c.id)):
        again = linked.get((row.link, row.fingerprint))
        dated = feed_rows.decode_entry(row.entry).published_at
        if again and dated == again.entry.published_at and (dated or all_others):
            shown[again.identity] = row.title or row.link
    return shown


async def _insert_new(
    connection: AsyncConnection,
    feed_id: int,
    fresh: Sequence[IdentifiedEntry],
    arrivals: Sequence[NewItem],
    now: datetime,
    *,
    first: bool,
) -> tuple[list[int], bool]:
    """The ids of the new items, and whether some of them exceed the number that is posted one by one."""
    if not fresh:
        return [], False
    query = select(subscriptions).where(subscriptions.c.feed_id == feed_id)
    followers = [feed_rows.decode_subscription(row) for row in (await connection.execute(query)).mappings()]
    by_follower = [decide_new_items(arrivals, follower, now, first=first) for follower in followers]
    decided = [[fates_of[place] for fates_of in by_follower] for place in range(len(fresh))]
    rows = []
    for entry, ahead in zip(fresh, decided, strict=True):
        waits = any(fate.fate is Outcome.WAITING for fate in ahead)
        old = all(fate.fate in {Outcome.OLD, Outcome.DUPLICATE} for fate in ahead)
        rows.append(
            {
                "feed_id": feed_id,
                "identity": entry.identity,
                "fingerprint": entry.fingerprint,
                "first_seen_at": now,
                "listed": True,
                "state": (ItemState.OLD if old else ItemState.NEW).value,
                "attempts": 0,
                "retry_at": now if waits else None,
                **feed_rows.encode_entry(entry.entry, content=not old),
            }
        )
    added = await connection.execute(insert(items).returning(items.c.id, sort_by_parameter_order=True), rows)
    ids: list[int] = list(added.scalars())
    await _insert_fates(
        connection,
        [
            ItemOutcome(item_id, fate.subscription_id, fate.fate, fate.detail)
            for item_id, ahead in zip(ids, decided, strict=True)
            for fate in ahead
        ],
        now,
    )
    flood = not first and any(fate.fate is Outcome.WAITING and fate.detail for ahead in decided for fate in ahead)
    return ids, flood


async def _insert_fates(connection: AsyncConnection, decided: Sequence[ItemOutcome], now: datetime) -> None:
    if decided:
        await connection.execute(insert(fates), [feed_rows.encode_outcome(fate, now) for fate in decided])


async def _save_edit(connection: AsyncConnection, item: _Known, entry: IdentifiedEntry, now: datetime) -> None:
    values: dict[str, Any] = {
        "fingerprint": entry.fingerprint,
        "edited_at": now,
        **feed_rows.encode_entry(entry.entry, content=item.state is not ItemState.OLD),
    }
    if item.state in {ItemState.READ, ItemState.FAILED} and await _is_posted_with_edits(connection, item.id):
        values["retry_at"] = now
    await connection.execute(update(items).where(items.c.id == item.id).values(values))


async def _is_posted_with_edits(connection: AsyncConnection, item_id: int) -> bool:
    posted = (
        select(fates.c.item_id)
        .join(subscriptions, subscriptions.c.id == fates.c.subscription_id)
        .where(
            fates.c.item_id == item_id,
            fates.c.fate.in_((Outcome.POSTED.value, Outcome.SENDING.value)),
            subscriptions.c.edits,
        )
    )
    return bool((await connection.execute(select(exists(posted)))).scalar_one())


async def _save_listed(connection: AsyncConnection, known: dict[str, _Known], found: set[str], now: datetime) -> None:
    back = [item.id for identity, item in known.items() if identity in found and not item.listed]
    gone = [item.id for identity, item in known.items() if identity not in found and item.listed]
    if back:
        await connection.execute(update(items).where(items.c.id.in_(back)).values(listed=True, unlisted_at=None))
    if gone:
        await connection.execute(update(items).where(items.c.id.in_(gone)).values(listed=False, unlisted_at=now))


_LOOKED_AT: Final = 1_000


async def next_items(connection: AsyncConnection, now: datetime, *, limit: int, abreast: int) -> tuple[int, ...]:
    """At most ``limit`` due items, ``abreast`` per feed and site including those in progress; longest overdue first."""
    longest = (items.c.retry_at, items.c.id)
    place = func.row_number().over(partition_by=items.c.feed_id, order_by=longest).label("place")
    due = select(items.c.id, items.c.link, items.c.retry_at, place).where(items.c.retry_at <= now).subquery()
    query = select(due.c.id, due.c.link).where(due.c.place <= abreast)
    rows = await connection.execute(query.order_by(due.c.place, due.c.retry_at, due.c.id).limit(_LOOKED_AT))
    return tuple(_spread(((row.id, row.link) for row in rows), abreast))[:limit]


def _spread(due: Iterable[tuple[int, str | None]], abreast: int) -> Iterator[int]:
    """The first ``abreast`` items of each site, and all items without a link."""
    taken: Counter[str] = Counter()
    for item, link in due:
        host = find_host(link or "")
        taken[host] += 1
        if not host or taken[host] <= abreast:
            yield item
