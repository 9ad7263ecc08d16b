"""Notices about a feed for its followers: recorded once per channel, and delivered like any post."""

from datetime import datetime, timedelta

from bot.archive.outbox import PostStore
from bot.archive.preferences import PreferenceStore
from bot.domain.feed import Feed, Subscription
from bot.domain.post import PostKind, lone_post, post_key
from bot.i18n.language import using_language
from bot.jobs.reader_language import language_of
from bot.render.card_codec import encode_card
from bot.render.cards.notice_cards import render_feed_notice, with_mark

NOTICE_LIFETIME = timedelta(days=2)


async def notify_follower(
    posts: PostStore, preferences: PreferenceStore, feed: Feed, follower: Subscription, sentence: str, now: datetime
) -> None:
    """Record ``sentence`` (text, or an encoded message) about ``feed`` for the follower's channel, once a day."""
    subject = f"feed:{feed.id}:{now.date()}:{sentence}"
    key = post_key(PostKind.NOTICE, follower.channel, subject, 0)
    with using_language(await language_of(preferences, follower.owner)):
        card = with_mark(render_feed_notice(follower.number, feed.title or feed.url, sentence), key)
    kept, about = encode_card(card), f"feed:{feed.id}"
    post = lone_post(PostKind.NOTICE, key, follower.owner, follower.channel, about, kept, now, NOTICE_LIFETIME)
    await posts.record([post], now)
