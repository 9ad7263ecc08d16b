"""Invented hostile texts, made in code: what strangers can write to cost their readers time.

Each is a pump, a piece that is repeated, in a frame that looks like a message, a page, a feed's item or a received
article. The pieces are known to be expensive somewhere: overlapping alternatives, combining marks, letters that
decompose into many, brackets that never close, endless quotations.
"""

import json
import random
from collections.abc import Iterator

PUMPS = (
    *(
        "had to ",
        "have had to ",
        "said that ",
        "who said ",
        "when did ",
        "what ",
        "and about ",
        "of the ",
        "qui a dit ",
    ),
    *("a\u0300", "\u0300\u0316", "\uff9e", "\u1100\u1161\u11a8", "\ufdfa", "e\u0301\u0323", "\u0344", "\u200d"),
    *(
        "“",
        "”",
        "“No” ",
        "“No, ” said X ",
        "“",
        '"',
        "'",
        "“No,” she said. ",
        "« ",
        "„“",
        "(",
        "[",
        "<",
        "<!--",
        "&#",
        "&amp;",
    ),
    *(
        "<b>",
        "<p>",
        "<div><p>",
        "</",
        "<![CDATA[",
        "{",
        "{{",
        "\\",
        "*_",
        "`",
        "||",
        "<@1>",
        "<:a:1>",
        "http://a.b ",
        "@a",
    ),
    *(
        "Ann Brod ",
        "Minister ",
        "President of ",
        "the Foreign Minister of Norway ",
        "A. B. ",
        "Norway ",
        "U.S. ",
        "1 ",
        "2021-01-01 ",
    ),
    *(" ", "\t", "\n", "\n\n", "\u2028", "\xa0", "x", "0", "-", ".", ",", ":", "!", "?", "a-", "a.", "a,", "a:b "),
    *("last week ", "since ", "in march 2021 ", "on monday ", "31 ", "的", "ال", "и", "中文。", "ٱلْ", "🏳\u200d🌈"),
)
"""The pieces that are repeated."""
_FIRST = "Foreign Minister Ana Brod said that the bridge at Lillevik stays open. “It stays open,” she told reporters."


def pump(piece: str, characters: int) -> str:
    """``piece`` repeated to a length of ``characters``."""
    return (piece * (characters // len(piece) + 1))[:characters]


def compose_messages(count: int, seed: int = 7) -> Iterator[str]:
    """Direct messages of at most Discord's 4,000 characters, most within a question's 280."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for number in range(count):
        piece, other = PUMPS[number % len(PUMPS)], chance.choice(PUMPS)
        long = chance.choice((100, 160, 220, 279, 279, 4_000))
        head = chance.choice(("what has norway ", "who said ", "what did ana brod say about ", "", "when did "))
        yield (head + pump(piece if number % 3 else piece + other, long))[: long - 1] + "x"


def compose_text(number: int, characters: int) -> str:
    """A text that begins like an article, and then pumps."""
    piece = PUMPS[number * 7 % len(PUMPS)]
    if number % 4 == 0:
        return f"{_FIRST}\n\n{pump('“No,” said Ana Brod. ', characters)}"
    return f"{_FIRST}\n\n{_FIRST} {pump(piece, characters)} {_FIRST}"


def compose_page(number: int, characters: int) -> bytes:
    """A page whose article, head or markup pumps."""
    text, piece = compose_text(number, characters), PUMPS[number % len(PUMPS)]
    shapes = (
        f"<html><head><title>Bridge</title></head><body><article><h1>Bridge</h1><p>{text}</p></article></body></html>",
        f"<html><head><title>{text}</title></head><body><article><p>{_FIRST * 9}</p></article></body></html>",
        f"<html><body>{pump(piece, characters)}<article><p>{_FIRST * 9}</p></article>",
        f"<html><body><article>{pump('<p>' + _FIRST + '</p>', characters)}</article></body></html>",
        f'<html><head><script type="application/ld+json">{json.dumps({"articleBody": text, "headline": text[:9_000]})}'
        f"</script></head><body><p>{_FIRST * 9}</p></body></html>",
    )
    return shapes[number % len(shapes)].encode("utf-8", "replace")


def compose_feed(number: int, characters: int, *, hostile: bool) -> bytes:
    """A feed with one old item, and then with twenty, each of which pumps in another place."""
    items = ["<item><guid>old</guid><title>Old</title><description>Old.</description></item>"]
    for place in range(20 if hostile else 0):
        words = compose_text(number * 20 + place, characters // 20).replace("&", "&amp;").replace("<", "&lt;")
        fields = ("title", "description", "guid", "author")
        item = {"title": f"Bridge {number}.{place}", "description": _FIRST, "guid": f"{number}-{place}", "author": "A"}
        item[fields[place % 2]] = words
        items.append("<item>" + "".join(f"<{name}>{text}</{name}>" for name, text in item.items()) + "</item>")
    channel = f"<channel><title>Feed {number}</title>{''.join(items)}</channel>"
    return f'<?xml version="1.0"?><rss version="2.0">{channel}</rss>'.encode("utf-8", "replace")


def compose_article(number: int, characters: int) -> bytes:
    """An article for the endpoint with a text, title, outlet or HTML that pumps."""
    text, piece = compose_text(number, characters), PUMPS[number % len(PUMPS)]
    fields = (
        {"text": text, "title": "Bridge"},
        {"text": _FIRST, "title": pump(piece, characters)},
        {"html": compose_page(number, characters).decode()},
        {"text": _FIRST, "outlet": pump(piece, characters), "title": pump(piece, 400)},
        {"text": _FIRST, "url": "https://press.example/" + pump(piece, characters)},
    )
    return json.dumps(fields[number % len(fields)]).encode("utf-8", "replace")


def compose_filters(count: int) -> Iterator[str]:
    """Filters of at most 500 characters."""
    for number in range(count):
        piece = PUMPS[number * 5 % len(PUMPS)]
        yield (f"any:bridge,{'a,' * 40}b " + pump(piece, 400))[:499] if number % 2 else f"not:{'b,' * 200}c"
