"""Explains why something was posted: the answer to the button "Why this?", for posts of the same server."""

from dataclasses import dataclass

from bot.archive.outbox import PostStore
from bot.archive.post_origins import PostOriginStore
from bot.archive.schedules import ScheduleStore
from bot.domain.feed import Followed, Item
from bot.domain.post import Post, PostKind
from bot.domain.scheduled_digest import ScheduledDigest
from bot.errors import UsageError
from bot.i18n.messages import translatable


@dataclass(frozen=True, slots=True)
class PostExplanation:
    """A post with its origin: its feed and item, or its schedule; ``outlets`` cover the item's story."""

    post: Post
    followed: Followed | None = None
    item: Item | None = None
    outlets: tuple[str, ...] = ()
    digest: ScheduledDigest | None = None


class PostExplanationService:
    """Explains posts."""

    def __init__(self, posts: PostStore, postings: PostOriginStore, schedules: ScheduleStore) -> None:
        self._posts = posts
        self._postings = postings
        self._schedules = schedules

    async def explain(self, owner: str, key: str) -> PostExplanation:
        """Why the post ``key`` was made. Raises ``UsageError`` if the owner has no such post."""
        post = await self._posts.load(key)
        if post is None or post.owner != owner:  # another owner's post looks like one that does not exist
            raise UsageError(translatable("desk-post-unknown"))
        found = await self._postings.find(owner, key)
        if found is None:
            return PostExplanation(post, digest=await self._find_digest(post))
        followed, item = found
        outlets = await self._postings.outlets(owner, item.story) if item.story is not None else ()
        return PostExplanation(post, followed, item, outlets)

    async def _find_digest(self, post: Post) -> ScheduledDigest | None:
        """The schedule of a digest's post, whose subject is "<schedule>:<local day>"; None if it was removed."""
        ident = post.subject.partition(":")[0]
        found = await self._schedules.load(int(ident)) if post.kind is PostKind.DIGEST and ident.isdecimal() else None
        return found if found and found.owner == post.owner else None
