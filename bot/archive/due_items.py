"""Chooses which items are read next, so that no feed or site delays the others.

A feed may list hundreds of new items at once, and a site may let every page time out. In order of due time alone, all
other items would wait behind these for an hour. So each feed and each site, however many feeds link to it, has only a
few items in progress. An item in progress stays due until it is settled, and counts.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.schema.feeds import items
from bot.web.polling_policy import find_host

_LOOKED_AT: Final = 1_000


async def next_items(connection: AsyncConnection, now: datetime, *, limit: int, abreast: int) -> tuple[int, ...]:
    """At most ``limit`` due items, ``abreast`` per feed and per site; for each feed the longest overdue first."""
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
