"""The posts of one item for those who follow its feed. What they have in common is composed once."""

from dataclasses import dataclass, field, replace
from datetime import datetime

import structlog

from bot.archive.preferences import PreferenceStore
from bot.domain.analysis import Reading
from bot.domain.feed import Feed, Item, Subscription
from bot.domain.post import Post, PostKind, lone_post
from bot.errors import NotVerbatimError
from bot.gazetteer.outlets import credit
from bot.i18n.language import Language, current_language, using_language
from bot.i18n.messages import translate
from bot.jobs.reader_language import language_of
from bot.render.card import Card
from bot.render.card_codec import encode_card
from bot.render.cards.briefing_cards import with_why
from bot.render.cards.item_card import render_bare_item, render_item
from bot.render.cards.notice_cards import with_role
from bot.services.articles import ArticleService

_log = structlog.get_logger(__name__)


@dataclass(slots=True)
class ItemComposer:
    """Composes the posts of ``item``, decided already. ``reading`` is None if it has no article."""

    item: Item
    feed: Feed
    reading: Reading | None
    article_service: ArticleService
    preferences: PreferenceStore
    _cards: dict[tuple[Language, bool], Card] = field(default_factory=dict)

    async def compose(self, follower: Subscription, key: str, now: datetime) -> Post:
        """The follower's post. ``key`` depends on the article: two feeds with one article make one post."""
        with using_language(await language_of(self.preferences, follower.owner)):
            card = with_role(with_why(await self._card(follower.options.pictures), key), follower.options.role)
        subject = self.item.article or f"item:{self.item.id}"
        post = lone_post(PostKind.ITEM, key, follower.owner, follower.channel, subject, encode_card(card), now, None)
        return replace(post, tag=follower.options.tag)

    async def _card(self, pictures: bool) -> Card:
        """The item's card in the current language, rendered in a worker once for all who get the same."""
        kind = current_language(), pictures
        if kind not in self._cards:
            self._cards[kind] = await self._render(pictures)
        return self._cards[kind]

    async def _render(self, pictures: bool) -> Card:
        feed, entry, reading = self.feed, self.item.entry, self.reading
        title, reason, link = feed.title or feed.url, self.item.reason or "", entry.link
        picture = ((reading.article.picture if reading else None) or entry.picture) if pictures else None
        carried_at, outlet = credit(entry, source=None if feed.kind == "push" else feed.url, site=title)
        if reading is not None:
            elsewhere = reading.article.url == carried_at != link
            try:
                return await self.article_service.render(
                    render_item, reading, title, link=link if elsewhere else None, picture=picture
                )
            except NotVerbatimError as error:
                reason = translate("item-unchecked")
                _log.error("an item cannot be shown word for word", action="item", item=self.item.id, exc_info=error)
        return await self.article_service.render(render_bare_item, entry, title, reason, outlet=outlet, picture=picture)
