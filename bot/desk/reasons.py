"""Why a post stands where it stands: the answer to its button "Why this?", within the server whose post it is."""

from dataclasses import dataclass
from typing import Protocol

from bot.archive.posts import PostStore
from bot.domain.feed import Followed, Item
from bot.domain.post import Post
from bot.errors import UsageError


@dataclass(frozen=True, slots=True)
class Reason:
    """A post with what led to it: the feed and the item, None of a digest; ``outlets`` carry the item's story."""

    post: Post
    followed: Followed | None = None
    item: Item | None = None
    outlets: tuple[str, ...] = ()


class Postings(Protocol):
    """Knows which item of which subscription a post was made of."""

    async def posted(self, owner: str, key: str) -> tuple[Followed, Item] | None:
        """The subscription and item of the owner's post ``key``; None when it was made of none."""
        ...


class Outlets(Protocol):
    """Knows who carries a story."""

    async def outlets(self, story: int) -> tuple[str, ...]:
        """The names of the outlets of ``story``, in the order in which they came."""
        ...


class Reasons:
    """Explains posts."""

    def __init__(self, posts: PostStore, postings: Postings, stories: Outlets) -> None:
        self._posts = posts
        self._postings = postings
        self._stories = stories

    async def explain(self, owner: str, key: str) -> Reason:
        """Why the post ``key`` was made. Raises ``UsageError`` where the owner has no such post."""
        post = await self._posts.load(key)
        if post is None or post.owner != owner:  # another's post is answered like one that never was
            raise UsageError("Nothing is remembered of this post.", "Look at /feed why, if you manage this server.")
        found = await self._postings.posted(owner, key)
        if found is None:
            return Reason(post)
        followed, item = found
        outlets = await self._stories.outlets(item.story) if item.story is not None else ()
        return Reason(post, followed, item, outlets)
