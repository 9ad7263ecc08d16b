"""Whose turn it is: which items are read next, so that neither a feed nor a site can hold up the others.

A feed may show hundreds of new items at once, and a site may let each page wait until its time is out. Were items read
in the order in which they are due, everybody else's would stand behind those for an hour. So each feed has a few items
under way, and so has each site, whatever number of feeds leads there; an item under way is due until it is settled,
and counts.
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
    """At most ``limit`` items that are due, ``abreast`` of one feed and of one site: of each feed the longest due."""
    longest = (items.c.retry_at, items.c.id)
    place = func.row_number().over(partition_by=items.c.feed_id, order_by=longest).label("place")
    due = select(items.c.id, items.c.link, items.c.retry_at, place).where(items.c.retry_at <= now).subquery()
    query = select(due.c.id, due.c.link).where(due.c.place <= abreast)
    rows = await connection.execute(query.order_by(due.c.place, due.c.retry_at, due.c.id).limit(_LOOKED_AT))
    return tuple(_spread(((row.id, row.link) for row in rows), abreast))[:limit]


def _spread(due: Iterable[tuple[int, str | None]], abreast: int) -> Iterator[int]:
    """Those of ``due`` that are among the first ``abreast`` of their site, or lead to none."""
    taken: Counter[str] = Counter()
    for item, link in due:
        host = find_host(link or "")
        taken[host] += 1
        if not host or taken[host] <= abreast:
            yield item
