"""Who follows which feed, and what is due: each article once in each channel that follows its feed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from benchmarks.discord_loopback.messages import Message
from benchmarks.discord_loopback.world import channel_id, guild_id, person_id
from benchmarks.load.press import FeedSites
from bot.archive.store import Archive
from bot.domain.feed import Feed, SubscriptionOptions

_ARTICLE = re.compile(r"https?://127\.8\.\d+\.\d+:\d+/a/(\d+)")


@dataclass(frozen=True, slots=True)
class Following:
    """``guilds`` servers with one news channel each; every feed is followed by ``followers`` of them, in turn."""

    feeds: int
    guilds: int
    followers: int

    def __post_init__(self) -> None:
        if not 1 <= self.followers <= self.guilds:
            raise ValueError(f"{self.followers} followers of {self.guilds} servers")

    def followers_of(self, feed: int) -> list[int]:
        """The numbers of the guilds that follow ``feed``."""
        return [(feed * self.followers + one) % self.guilds for one in range(self.followers)]

    def due(self, articles: Iterable[int]) -> Iterator[tuple[str, int]]:
        """Channel and number of everything due once these ``articles`` are published."""
        for number in articles:
            for guild in self.followers_of(number % self.feeds):
                yield channel_id(guild, 0), number

    async def arrange(self, url: str, press: FeedSites) -> None:
        """Make the archive at ``url`` follow the feeds of ``press`` from now on. All are due to be polled."""
        archive = await Archive.open(url)
        try:
            for number in range(self.feeds):
                for guild in self.followers_of(number):
                    now = datetime.now(UTC)
                    await archive.feeds.follow(
                        f"discord:guild:{guild_id(guild)}",
                        Feed(0, press.feed_url(number), next_poll_at=now),
                        (),
                        SubscriptionOptions(channel_id(guild, 0), f"discord:{person_id(guild)}"),
                        now,
                    )
        finally:
            await archive.close()


@dataclass(frozen=True, slots=True)
class Account:
    """What was due and what was posted, each as (channel, article)."""

    due: int
    posted: int
    missing: tuple[tuple[str, int], ...]
    twice: tuple[tuple[str, int], ...]
    undue: tuple[tuple[str, int], ...]
    strange: int
    """Messages without an article."""

    @property
    def exact(self) -> bool:
        """Whether every due message was posted once, and no other."""
        return not (self.missing or self.twice or self.undue or self.strange)

    @classmethod
    def draw(cls, due: Iterable[tuple[str, int]], messages: Iterable[Message]) -> Self:
        """Compare the posted messages with what was due."""
        wanted = set(due)
        told = [(message.channel, find_article(message)) for message in messages]
        found = Counter((channel, number) for channel, number in told if number is not None)
        return cls(
            due=len(wanted),
            posted=sum(found.values()),
            missing=tuple(sorted(wanted - found.keys())),
            twice=tuple(sorted(one for one, count in found.items() if count > 1)),
            undue=tuple(sorted(found.keys() - wanted)),
            strange=sum(number is None for _, number in told),
        )


def find_article(message: Message) -> int | None:
    """The number of the article in a message's link."""
    found = _ARTICLE.search(message.body)
    return int(found[1]) if found else None
