"""The public functions that untrusted text reaches, each as a call with one text, and the texts that are repeated."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise

from bot.archive.index_terms import compose_document, country_term, office_terms
from bot.domain.date_phrases import find_period, parse_since
from bot.domain.feed import Entry
from bot.domain.filter import FilterFields, find_rejection, parse_filter
from bot.domain.folding import fold_letters, fold_words
from bot.domain.schedule import parse_days, parse_quiet_hours, parse_time
from bot.domain.statement_search import parse_about
from bot.domain.story import StoryArticle
from bot.domain.text import Span, normalise_text
from bot.domain.time_zones import parse_zone
from bot.domain.watch import parse_interest
from bot.errors import AttacheError
from bot.gateway.message_input import find_link
from bot.gazetteer.countries import find_places
from bot.gazetteer.name_matching import fold_name, split_names
from bot.gazetteer.office_words import head_of, office_words
from bot.gazetteer.spelling import skeleton
from bot.i18n.bidi import isolate
from bot.ingest.article_payload import parse_article
from bot.log import redact
from bot.nlp.attributions import find_attributions
from bot.nlp.language_detection import detect_language
from bot.nlp.sentences import find_sentences
from bot.nlp.structure.quotations import find_quotations
from bot.nlp.structure.transcript_turns import find_transcript_turns
from bot.nlp.summary.summarise import summarise
from bot.nlp.tagger.tagged_text import AttributionLink, EntityMention, TaggedText
from bot.nlp.tagger.tokens import show_line
from bot.questions.parse import parse_question
from bot.questions.small_talk import find_small_talk
from bot.render.markdown import block_quote, escape, escape_prose, plain
from bot.services.articles import find_address
from bot.stories.signature import make_signature
from bot.stories.terms import split
from bot.web.address_guard import parse_address
from bot.web.charset import decode
from bot.web.feeds.discovery import find_feeds
from bot.web.feeds.entry_article import parse_entry_article
from bot.web.feeds.feed_list import parse_feed_list
from bot.web.feeds.news_sitemap import find_news_sitemaps, parse_news_sitemap
from bot.web.feeds.opml import parse_opml
from bot.web.feeds.parse import parse_feed
from bot.web.feeds.platform_addresses import find_account_feed, find_platform_feed, find_profile_feed
from bot.web.feeds.telegram_page import parse_telegram_page
from bot.web.pages.boilerplate import remove_boilerplate
from bot.web.pages.page import parse_page
from bot.web.pages.plaintext import parse_text

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
_NAMES = tuple(f"{given} {family}" for given in ("Orla", "Torvald", "Birna") for family in ("Venn", "Haugseth", "Said"))
_PROSE = "The minister said on Monday that the harbour would stay open until the talks had ended. " * 20


@dataclass(frozen=True, slots=True)
class Reached:
    """A function by ``name``. ``bar`` is its limit for 100 KB, in milliseconds; ``why`` it is not 100.

    It reads at most ``longest`` characters; 0 for all that it is given.
    """

    name: str
    call: Callable[[str], object]
    bar: float = 100
    why: str = ""
    longest: int = 0


UNITS = (
    *(
        " ",
        "\n",
        "\t",
        "\u00a0",
        "\n\n",
        " \n",
        "\r",
        "a",
        "A",
        "é",
        "字",
        "1",
        "_",
        "-",
        ".",
        ",",
        "!",
        "?",
        ":",
        ";",
        "…",
    ),
    *(
        "'",
        '"',
        "“",
        "”",
        "„",
        "‘",
        "’",
        "«",
        "(",
        ")",
        "<",
        ">",
        "[",
        "]",
        "{",
        "&",
        "*",
        "`",
        "\\",
        "|",
        "©",
        "@",
        "#",
        "/",
    ),
    *(
        "\u0301\u0316",
        "\u0301\u0316\u0301a",
        "\uff9e\u0300",
        "\u0f73\u0301",
        "\u1100\u1161\u11a8",
        "ﷺ",
        "\u202e",
        "😀",
        "🇳🇴",
    ),
    *(
        "a ",
        "Aa ",
        "A. ",
        "a.",
        "a-",
        "A-",
        "a'",
        "1. ",
        "1:",
        "a: ",
        "Aa: ",
        "\nQ: a",
        "\nA A: ",
        "a, ",
        "Aa, ",
        ", and ",
        " and a",
    ),
    *(
        "“a ",
        "“a” ",
        "“a b c d e.” ",
        "‘a ",
        '"a" ',
        '" ',
        "„a“",
        "“\n",
        "(a",
        "<a ",
        "<a>",
        "</a>",
        "<!--",
        "<![CDATA[",
        "&amp;",
    ),
    *(
        "&#x301;&#x316;",
        "&#1;",
        "[a](",
        "](",
        "**a",
        "<@1>",
        "http://",
        "a.b/",
        "a@b.",
        "a@",
        "-->",
        "]]>",
        "<p>a",
        "<b x='",
        '="a',
    ),
    *(
        "the ",
        "of the ",
        "said ",
        "“a,” said ",
        "said, “a ",
        "Norway ",
        "Norwegian ",
        "New York, ",
        "Mr. ",
        "Mr. Aa ",
        "he ",
        "his ",
    ),
    *("Foreign Minister ", "Foreign Minister Orla Venn ", "Orla Venn said ", "Orla Venn, the minister of a, said a. "),
    *(
        "who is ",
        ", who is a",
        "attributable to a",
        "according to a ",
        "stressed a b and ",
        "to the ",
        "minister of the A of ",
    ),
    *(
        "had to ",
        "what did ",
        "Norway vs ",
        "last the ",
        "between 1 and ",
        "2026-01-01 ",
        "any:a ",
        'any:"a" ',
        "a,",
        "-a ",
    ),
    *(
        "charset=",
        "charset =   ",
        "<meta charset ",
        "<script type='application/ld+json'>{",
        '{"a":',
        "<?xml ",
        "<!DOCTYPE ",
        "<item>",
        "<html",
        "<html />\n",
    ),
    *(
        '"author":"a',
        '"author":{"name":',
        '"Person" "name" ',
        '"publisher":',
        " and ",
        "<span class=author>a",
        "a|b",
        "2021-",
    ),
    *(
        "\ufffd",
        "\x00",
        "\x1b[",
        "\ud800",
        "£ñ ",
        "Ð°",
        "a" * 599 + " ",
        "A" * 99 + " ",
        " " * 99 + "a",
        "\n" * 99 + "a",
    ),
)
"""The repeated pieces: letters, marks and words that mean something to some function, alone and in pairs."""

WHOLE = ("“No" + " " * 5_000 + ",” said X. ", "(" * 5_000 + "a" + ")" * 5_000, "The A" + " of" * 2_000 + " B said. ")
"""Pieces with what surrounds them."""


def invented_tagging(text: str) -> TaggedText:
    """The output of an overeager tagger: names, and a statement from each verb of saying to the next."""
    cues = [Span(*match.span()) for match in re.finditer(r"\b(?:said|stressed|according to)\b", text)]
    names = [Span(*match.span()) for match in re.finditer(r"\b[A-Z][a-z]++(?: [A-Z][a-z]++)?", text)]
    links: list[AttributionLink] = []
    ends = [cue.start for cue in cues[1:]] + [len(text)] * bool(cues)
    sources: dict[int, Span | None] = {cue.start: None for cue in cues}
    for name, cue in pairwise(sorted((*names, *cues))):
        if cue.start in sources and name.end + 1 == cue.start:
            sources[cue.start] = name
    for cue, end in zip(cues, ends, strict=True):
        if cue.end + 1 < end:
            links.append(AttributionLink(sources[cue.start], cue, (Span(cue.end + 1, end),), 0.9, 0.9))
    if not cues and text:
        links.append(AttributionLink(None, None, (Span(0, len(text)),), 0.9, 0.9))
    return TaggedText(tuple(links), tuple(EntityMention(name, "PERSON") for name in names))


def _read(text: str) -> object:
    text = normalise_text(text)
    return find_attributions(text, invented_tagging(text)) if text else None


def _page(body: str, *, head: str = "") -> object:
    html = f"<html><head>{head}</head><body><article><p>{_PROSE}</p><p>{body}</p></article></body></html>"
    return parse_page(html.encode("utf-8", "replace"), url="https://a.example/b", headers={})


def _legacy_page(body: str) -> object:
    return parse_page(
        b"<p>\xe9\xe8 " + body.encode("latin-1", "replace"),
        url=None,
        headers={"content-type": "text/html; charset=cp1252"},
    )


_TELEGRAM = (
    b"<html><div class='tgme_widget_message' data-post='a/1'><div class='tgme_widget_message_text'>%b</div></div>"
)
_SITEMAP = (
    b"<urlset xmlns:n='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>https://a.example/1</loc>"
    b"<n:title>%b</n:title></url></urlset>"
)


def _find_on_platforms(text: str) -> object:
    return (
        find_platform_feed(f"https://t.me/{text}"),
        find_account_feed(f"@{text}"),
        find_profile_feed(f"https://a/@{text}"),
    )


def _parse_list(text: str) -> object:
    with suppress(AttacheError):
        return parse_feed_list(text.encode("utf-8", "replace"))
    return None


def _feed(inside: str, *, after: str = "") -> object:
    body = f"<rss version='2.0'><channel><title>A</title><item>{inside}<link>https://a.example/b</link></item>{after}"
    return parse_feed(body.encode("utf-8", "replace"), url="https://a.example/f", headers={}, now=NOW)


def _entry(text: str) -> object:
    return parse_entry_article(Entry("a", "https://a.example/b", content=text[:400_000], media_type="text/html"))


def _received(field: str) -> Callable[[str], object]:
    def call(text: str) -> object:
        fields = {"text": _PROSE, **({"html": text, "text": None} if field == "html" else {field: text})}
        return parse_article(json.dumps({k: v for k, v in fields.items() if v is not None}).encode(), NOW)

    return call


def _safe(text: str) -> str:
    """``text`` as a text node, with markup characters escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\x00", "").replace("\x1b", "")


def _linked(text: str) -> object:
    return _page(
        "",
        head=f"<script type='application/ld+json'>{json.dumps({'@type': 'NewsArticle', 'articleBody': text})}</script>",
    )


def _meta(text: str) -> object:
    value = _safe(text).replace("'", "&#39;")
    names = ("og:title", "author", "article:published_time", "og:site_name", "description", "og:url")
    return _page("", head="".join(f"<meta property='{name}' name='{name}' content='{value}'>" for name in names))


def _elements(text: str) -> object:
    text = _safe(text)
    tags = ("h1", "time", "abbr", "a", "cite", "figcaption", "h2")
    body = "".join(
        f"<{tag} class='author date' rel='author' itemprop='author' title='a'>{text}</{tag}>" for tag in tags
    )
    return _page(body, head=f"<title>{text}</title><script type='application/ld+json'>{text}</script>")


def refused(call: Callable[[str], object], text: str) -> None:
    """Call with ``text``; an error message for the person is a valid result."""
    with suppress(AttacheError):
        call(text)


_READING = "reading a text of 100 KB honestly takes this long: 1,200 sentences, each with its names and statements"
_PARSING = "trafilatura, htmldate and lxml take this long for an honest page of 100 KB"
_FEEDPARSER = "a broken feed is read by feedparser, 35 µs a tag, at most 60,000 tags"

FUNCTIONS = (
    Reached("domain.text.normalise_text", normalise_text),
    Reached("domain.folding.fold_letters", fold_letters),
    Reached("domain.folding.fold_words", fold_words),
    Reached("domain.filter.parse_filter", parse_filter),
    Reached(
        "domain.filter.decide",
        lambda text: find_rejection(parse_filter("any:harbour not:x"), FilterFields("a", "b", text)),
    ),
    Reached("domain.dates.find_period", lambda text: find_period(text, NOW, UTC), longest=300),
    Reached("domain.dates.parse_since", lambda text: parse_since(text, NOW, UTC)),
    Reached("domain.schedule.parse_days", parse_days),
    Reached("domain.schedule.parse_time", parse_time),
    Reached("domain.schedule.parse_quiet_hours", parse_quiet_hours),
    Reached("domain.watch.parse_interest", lambda text: parse_interest(text, text)),
    Reached("domain.zones.parse_zone", parse_zone),
    Reached("domain.said.parse_about", parse_about),
    Reached("archive.marks.compose_document", lambda text: compose_document([text], [country_term("a")], "sqlite")),
    Reached("archive.marks.office_marks", office_terms),
    Reached("archive.names", lambda text: [fold_name(name) for name in split_names(text)]),
    Reached("questions.parse_question", lambda text: parse_question(text, _NAMES, NOW, UTC)),
    Reached("questions.parse_question, read", lambda text: parse_question(text, _NAMES, NOW, UTC), longest=300),
    Reached("questions.find_talk", find_small_talk),
    Reached("newsroom.find_address", find_address),
    Reached("gateway.material.find_link", find_link),
    Reached("log.redact", redact),
    Reached("render.markdown.escape", escape),
    Reached("render.markdown.escape_prose", escape_prose),
    Reached("render.markdown.plain", plain),
    Reached("render.markdown.block_quote", block_quote),
    Reached("words.direction.isolate", isolate),
    Reached("sources.address.parse_address", parse_address),
    Reached(
        "sources.charset.decode",
        lambda text: decode(b"\xe9" + text.encode("latin-1", "replace"), "cp1252"),
        150,
        "charset-normalizer",
    ),
    Reached(
        "sources.charset.decode, nothing declared",
        lambda text: decode(b"\xe9 " + text.encode("utf-16", "replace")),
        400,
        "charset-normalizer",
    ),
    Reached("sources.plaintext.parse_text", parse_text),
    Reached(
        "sources.boilerplate.remove_boilerplate",
        lambda text: remove_boilerplate([text[at : at + 320] for at in range(0, len(text), 320)]),
        300,
        "every line of 320 characters is compared with the eleven patterns of cues",
    ),
    Reached("sources.page.parse_page, body", _page, 3_000, _PARSING),
    Reached("sources.page.parse_page, text", lambda text: _page(_safe(text)), 3_000, _PARSING),
    Reached("sources.page.parse_page, legacy encoding", _legacy_page, 3_000, _PARSING),
    Reached("sources.page.parse_page, head", lambda text: _page("", head=text), 3_000, _PARSING),
    Reached("sources.page.parse_page, meta tags", _meta, 3_000, _PARSING),
    Reached("sources.page.parse_page, elements", _elements, 3_000, _PARSING),
    Reached("sources.page.parse_page, linked data", _linked, 3_000, _PARSING),
    Reached(
        "sources.page.parse_page, plain text",
        lambda text: parse_page(text.encode("utf-8", "replace"), url=None, headers={"content-type": "text/plain"}),
    ),
    Reached("feeds.parse_feed, title", lambda text: _feed(f"<title>{_safe(text)}</title>", after="</channel></rss>")),
    Reached(
        "feeds.parse_feed, text",
        lambda text: _feed(
            f"<description>{_safe(text)}</description><author>{_safe(text)}</author><pubDate>{_safe(text)}</pubDate>",
            after="</channel></rss>",
        ),
        200,
    ),
    Reached(
        "feeds.parse_feed, raw",
        lambda text: _feed(f"<description>{text}</description>", after="</channel></rss>"),
        3_000,
        _FEEDPARSER,
    ),
    Reached("feeds.parse_feed, broken", lambda text: _feed(f"<description>{text}", after=text), 3_000, _FEEDPARSER),
    Reached(
        "feeds.parse_feed, bare",
        lambda text: parse_feed(text.encode("utf-8", "replace"), url="https://a.example/", headers={}, now=NOW),
        3_000,
        _FEEDPARSER,
    ),
    Reached("feeds.parse_carried", _entry, 3_000, _PARSING),
    Reached("feeds.platforms", _find_on_platforms),
    Reached("feeds.parse_feed_list", lambda text: _parse_list(f"https://a.example/ {text}")),
    Reached("feeds.parse_feed_list, JSON", lambda text: _parse_list(json.dumps({"url": text, "title": text}))),
    Reached("feeds.telegram", lambda text: parse_telegram_page(_TELEGRAM % text.encode("utf-8", "replace"))),
    Reached("feeds.news_sitemap", lambda text: parse_news_sitemap(_SITEMAP % _safe(text).encode("utf-8", "replace"))),
    Reached("feeds.find_news_sitemaps", lambda text: find_news_sitemaps(text.encode("utf-8", "replace"))),
    Reached("feeds.find_feeds", lambda text: find_feeds(text.encode("utf-8", "replace"), url="https://a.example/")),
    Reached(
        "feeds.parse_opml",
        lambda text: parse_opml(
            f"<opml><body><outline text='{_safe(text).replace(chr(39), '')}' xmlUrl='https://a.example/'/>{text}</body></opml>".encode(
                "utf-8", "replace"
            )
        ),
    ),
    *(
        Reached(f"received.parse_article, {field}", _received(field))
        for field in ("title", "outlet", "url", "published_at", "text", "html")
    ),
    Reached("reading.detect_language", detect_language),
    Reached("reading.find_sentences", find_sentences, 400, "nupunkt"),
    Reached("reading.summarise", lambda text: summarise(text, find_sentences(text), count=5), 1_500, _READING),
    Reached("reading.find_quotations", find_quotations, 200, "each line that opens one is a quotation of its own"),
    Reached("reading.find_turns", lambda text: find_transcript_turns(normalise_text(text)), 250, "each line is a turn"),
    Reached("reading.find_places", find_places),
    Reached("reading.show_line", show_line),
    Reached("reading.head_of", head_of),
    Reached("reading.role_words", office_words),
    Reached("reading.skeleton", skeleton),
    Reached("reading.find_attributions", _read, 4_000, _READING),
    Reached("stories.split", split, 150, "one character may stand for eighteen letters"),
    Reached(
        "stories.sign",
        lambda text: make_signature(StoryArticle("a", "A", None, text[:500], text, NOW)),
        300,
        "MinHash of its first 5,000 words, whatever its length",
    ),
)
