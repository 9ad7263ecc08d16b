"""The page and Atom feed of what a channel was posted: an address that nobody guesses, and the posts on it.

Whoever has the address may read the page, so the token stands in the archive as it is: it is shown again to those who
manage the server, and opens nothing but what the channel shows anyway.
"""

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.domain.briefing import Briefing, BriefingStory, DatedReading
from bot.domain.feed import Entry
from bot.domain.post import PostKind


@dataclass(frozen=True, slots=True)
class ChannelPage:
    """The page of ``channel``, switched on by a person of the server ``owner``; ``name`` is its title, "" for none."""

    channel: str
    owner: str
    token: str
    name: str
    by: str
    created_at: datetime

    def __repr__(self) -> str:
        return f"ChannelPage({self.channel!r})"  # logs must not open it


@dataclass(frozen=True, slots=True)
class PostedStory:
    """A story of a post: the ids of its articles, and of those that an earlier digest told; ``named`` by title only."""

    articles: tuple[str, ...]
    told: tuple[str, ...] = ()
    named: bool = False


@dataclass(frozen=True, slots=True)
class ChannelPost:
    """A post that a channel has, sent at ``at``. An item that could not be read has its feed's ``entry`` instead."""

    key: str
    kind: PostKind
    at: datetime
    stories: tuple[PostedStory, ...] = ()
    entry: Entry | None = None


def make_token() -> str:
    """A new secret of 256 bits, to stand in an address."""
    return secrets.token_urlsafe(32)


def encode_stories(briefing: Briefing) -> str:
    """Which articles a digest tells, as JSON for storage with its post."""
    stories = [_encode(story) for story in briefing.stories]
    return _write(stories + [_encode(story) | {"named": True} for story in briefing.more])


def encode_story(story: BriefingStory) -> str:
    """Which articles a follow-up tells, as :func:`encode_stories` does."""
    return _write([_encode(story)])


def decode_stories(kept: str | None) -> tuple[PostedStory, ...]:
    """The inverse of :func:`encode_stories`. Raises ``ValueError`` for anything else."""
    try:
        return tuple(
            PostedStory(tuple(map(str, one["articles"])), tuple(map(str, one["told"])), bool(one.get("named")))
            for one in json.loads(kept or "[]")
        )
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("not the stories of a post") from error


def _write(stories: list[dict[str, object]]) -> str:
    return json.dumps(stories, separators=(",", ":"))


def _encode(story: BriefingStory) -> dict[str, object]:
    return {"articles": _ids(story.accounts), "told": _ids(story.told)}


def _ids(accounts: Iterable[DatedReading]) -> list[str]:
    return [account.reading.id for account in accounts]
