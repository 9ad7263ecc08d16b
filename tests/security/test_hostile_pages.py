"""Parsing strangers' bytes: an article or a sentence, in bounded time."""

import json
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.article import Article
from bot.domain.text import normalise_text
from bot.errors import AttacheError
from bot.web.pages.page import MAX_TAGS, parse_page
from bot.web.pages.upload import parse_upload

N = MAX_TAGS - 1_000
SECONDS = 30  # about six times what the costliest takes on an idle core, for the slowest machine that runs tests


def parse(body: bytes | str) -> Article | AttacheError:
    raw = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    try:
        return parse_page(raw, url="https://quill.example/a", headers={"content-type": "text/html"})
    except AttacheError as error:
        return error


HOSTILE: dict[str, str | bytes] = {
    "deep": "<div>" * 200_000 + "words",
    "deep below the limit": "<div>" * N + "words",
    "closed towers": ("<div>" * 240 + "x" + "</div>" * 240) * (N // 480),
    "towers of links": ("<div><a href=x>" * 60 + "y" + "</a></div>" * 60) * (N // 240),
    "towers of lists": ("<ul><li>" * 60 + "y" + "</li></ul>" * 60) * (N // 240),
    "unclosed links": "<a href=x>" * N + "x",
    "links": "<p>" + "<a href=x>a few words</a>" * (N // 2),
    "paragraphs": "<p>A few words were said here.</p>" * (N // 2),
    "dated paragraphs": "<time datetime='2031-05-06'>6 May 2031</time><p>Published 6 May 2031</p>" * (N // 4),
    "cells": "<table>" + "<tr><td>a few words" * (N // 2),
    "line breaks": "<p>" + "some words<br>" * N,
    "meta": "<head>" + "<meta name='author' content='x y'>" * N + "</head><p>words",
    "spaces": "<p>" + " " * 4_000_000 + "x",
    "line ends": "<p>" + "\n" * 4_000_000 + "x",
    "dashes in a comment": "<!--" + "-" * 4_000_000,
    "one class": "<p class='" + "comment-" * 500_000 + "'>x",
    "attributes": "<p " + "a=b " * 500_000 + ">x",
    "entities": "<p>" + "&amp;" * 900_000,
    "one word": "<p>" + "a" * 4_000_000,
    "words": "<p>" + "word " * 900_000,
    "titles": "<title>" + "a | b - " * 100_000 + "</title><p>" + "word " * 100,
    "bylines": "<p class=author>" + "By " * 100_000 + "<p>" + "word " * 100,
    "dates": "<p>" + "2031-05-06 " * 100_000,
    "cues": "<p>Read more " + "about this " * 100_000,
    "quotes": "<p>" + "“" * 300_000,
    "deep data": "<script type='application/ld+json'>" + "[" * 1_000_000 + "</script><p>words",
    "deep objects": "<script type='application/ld+json'>" + '{"a":' * 100_000 + "</script><p>words",
    "wide data": f"<script type='application/ld+json'>{json.dumps([{'@type': 'Person'}] * 25_000)}</script><p>words",
    "broken data": "<script type='application/ld+json'>" + '{"author":{"name":"x",' * 50_000 + "</script><p>words",
    "zeros": b"\x00" * 4_000_000,
    "every byte": bytes(range(256)) * 16_000,
}


@pytest.mark.slow  # half a second each; every day, the small ones below
@pytest.mark.parametrize("shape", HOSTILE)
def test_no_shape_of_page_takes_long(shape: str) -> None:
    body = HOSTILE[shape]
    started = time.process_time()
    parse(f"<html><body>{body}" if isinstance(body, str) else body)
    assert time.process_time() - started < SECONDS


PROSE = "<p>" + "The minister said that the harbour would stay open until the talks had ended. " * 30
SMALL: dict[str, str | bytes] = {  # a hundred or three hundred kilobytes that took from ten seconds to minutes
    "marks of tags in a legacy encoding": b"<meta charset=windows-1252><p>\xe9\xe8" + b"<" * 260_000,
    "a value of brackets": f"<head><meta name='author' content='{'(' * 100_000}'></head>{PROSE}",
    "a value of tags": f"<head><meta property='og:title' content='{'&lt;a ' * 30_000}'></head>{PROSE}",
    "comments in data": f"<script type='application/ld+json'>{json.dumps('<!--' * 30_000)}</script>{PROSE}",
    "broken data": "<script type='application/ld+json'>" + '"author":{"name":' * 6_000 + "</script>" + PROSE,
    "short paragraphs": "<p>a" * 25_000,
    "single quotes": PROSE + "<p>" + "‘a " * 35_000,
    "marks in a row": PROSE + "<p>a" + "\u0301\u0316" * 75_000,
    "marks as entities": PROSE + "<p>a" + "&#x301;&#x316;" * 20_000,
}


@pytest.mark.parametrize("shape", SMALL)
def test_no_small_page_takes_long(shape: str) -> None:
    body = SMALL[shape]
    started = time.process_time()
    parse(f"<html><body>{body}" if isinstance(body, str) else body)
    assert time.process_time() - started < 8


TAGS = st.sampled_from(
    "p div a li ul table tr td h1 h2 br blockquote article main script style meta title time span b svg".split()
)
FRAGMENTS = st.one_of(
    st.text(max_size=30),
    st.builds("<{}>".format, TAGS),
    st.builds("</{}>".format, TAGS),
    st.builds("<p>{}</p>".format, st.text(max_size=200)),
    st.builds(
        "<{} {}='{}'>".format,
        TAGS,
        st.sampled_from(["class", "href", "id", "datetime", "content"]),
        st.text(max_size=20),
    ),
    st.builds(
        "<meta property='{}' content='{}'>".format,
        st.sampled_from(["og:title", "og:url", "og:site_name", "article:published_time"]),
        st.text(max_size=30),
    ),
    st.builds("<link rel=canonical href='{}'>".format, st.text(max_size=30)),
    st.builds(
        "<script type='application/ld+json'>{}</script>".format,
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.text(max_size=10),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(
                    st.sampled_from(["@type", "author", "name", "headline", "datePublished", "@graph", "articleBody"]),
                    inner | st.just("NewsArticle"),
                    max_size=4,
                )
            ),
            max_leaves=8,
        ).map(json.dumps),
    ),
    st.just("<p>The minister of Arvonia said that the border would open within a week, and that talks go on.</p>"),
)


def is_sound(outcome: Article | AttacheError) -> bool:
    return isinstance(outcome, AttacheError) or outcome.text == normalise_text(outcome.text) != ""


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(FRAGMENTS, max_size=25).map("".join))
def test_any_markup_gives_an_article_or_a_sentence(markup: str) -> None:
    assert is_sound(parse(markup))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=2000))
def test_any_bytes_give_an_article_or_a_sentence(body: bytes) -> None:
    assert is_sound(parse(body))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=20) | st.sampled_from(["a.txt", "a.html", "a.md"]), st.binary(max_size=500))
def test_any_upload_gives_an_article_or_a_sentence(name: str, body: bytes) -> None:
    try:
        outcome: Article | AttacheError = parse_upload(name, body)
    except AttacheError as error:
        outcome = error
    assert is_sound(outcome)
