"""The invented press: the same articles in every run, no two alike, each in the feed that is to bring it."""

import re
from itertools import combinations
from typing import Any

import aiohttp

from benchmarks.load.invented import invent_article
from benchmarks.load.press import SHOWN, FeedSites
from bot.web.pages.page import parse_page


def shingles(number: int) -> set[tuple[str, ...]]:
    words = " ".join(invent_article(number).paragraphs).lower().split()
    return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}


def test_an_article_has_its_number_for_ever_and_as_many_words_as_asked_for() -> None:
    assert invent_article(7) == invent_article(7)
    assert invent_article(7).title != invent_article(8).title
    assert 200 <= len(" ".join(invent_article(7, words=200).paragraphs).split()) < 300
    assert invent_article(7, words=0).title == invent_article(7, words=200).title


def test_no_two_articles_are_copies() -> None:
    found = [shingles(number) for number in range(40)]
    assert max(len(one & other) / len(one | other) for one, other in combinations(found, 2)) < 0.1


async def ask(url: str, **headers: Any) -> tuple[int, str, str]:
    async with aiohttp.ClientSession() as session, session.get(url, headers=headers) as answer:
        return answer.status, await answer.text(), answer.headers.get("ETag", "")


async def test_feeds_gain_articles_in_turn_and_answer_304_between() -> None:
    async with FeedSites(3, words=60).open() as sites:
        _, before, tag = await ask(sites.feed_url(1))
        assert (await ask(sites.feed_url(1), **{"If-None-Match": tag}))[0] == 304
        sites.publish(2)  # of feeds 0 and 1
        assert (await ask(sites.feed_url(2)))[1].count("<item>") == 1
        status, after, _ = await ask(sites.feed_url(1), **{"If-None-Match": tag})
        assert (status, before.count("<item>"), after.count("<item>")) == (200, 1, 2)
        links = re.findall(r"<link>([^<]*a/\d+)</link>", after)
        assert links == [sites.article_url(4), sites.article_url(1)]
        assert sites.published_at.keys() == {3, 4}


async def test_a_page_holds_its_article_and_one_that_is_not_out_none() -> None:
    async with FeedSites(2, words=60).open() as sites:
        status, page, _ = await ask(sites.article_url(1))
        article = parse_page(page.encode(), url=sites.article_url(1), headers={"content-type": "text/html"})
        assert (status, article.title) == (200, invent_article(1).title)
        assert article.text.split("\n\n") == list(invent_article(1, words=60).paragraphs)
        assert (await ask(sites.article_url(2)))[0] == 404


async def test_a_feed_shows_its_newest() -> None:
    async with FeedSites(1, words=0).open() as sites:
        sites.publish(SHOWN)
        _, feed, _ = await ask(sites.feed_url(0))
        assert feed.count("<item>") == SHOWN
        assert sites.article_url(SHOWN) + "<" in feed
        assert sites.article_url(0) + "<" not in feed
