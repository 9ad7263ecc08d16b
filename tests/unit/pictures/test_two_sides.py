"""Two sides as pictures: checked words, a description that fits, the same bytes each time, soon, whatever is said."""

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.digests.two_sides import compose_two_sides
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.digest import Side, TwoSides
from bot.domain.text import Span, normalise_text
from bot.errors import NotVerbatimError
from bot.i18n.language import Language, using_language
from bot.pictures.drawing import ALT_LIMIT, Drawing, Theme
from bot.pictures.two_sides import compose_sides_drawings
from bot.pictures.typst_renderer import draw_png
from bot.render.cards.two_sides_card import compose_columns
from bot.render.markdown import units
from bot.render.quotations import find_quotations
from tests.golden import check_golden
from tests.unit.digests.quarrel import facing, trawler
from tests.unit.digests.stories import UNTIL
from tests.unit.digests.test_two_languages import account
from tests.unit.render.conftest import make_reading

WIDTH = 1056
SECONDS = 2.0
BYTES = 8 * 2**20

HOSTILE = {
    "one word": "x" * 10_000,
    "markup": '#set page(width: 10000cm) #include "secret" $ * _ ` @a <b> \\u{202e} #{while true {}}' * 20,
    "right to left": "قال الوزير إن المحادثات كانت مفيدة \u202e وصريحة " * 60,
    "marks of direction": "\u200f\u200e\u2067a\u2069\u202eb" * 400,
    "emoji": "😀👩‍👩‍👧‍👦🏴‍☠️ " * 500,
    "controls": "".join(map(chr, range(32))) * 50,
    "stacked accents": "a" + "\u0301" * 3000,
    "no letters": "…" * 500,
    "lone surrogate": "a \ud800 b",
    "breaks": "a\u2028b\u2029c\n\n" * 200,
}


def hostile(words: str) -> TwoSides:
    """Two people who say ``words``, under that name, in articles with that title."""
    spoken = list(_spoken(words))
    sides = [Side(words[:300].strip() or "A", (said.speaker,)) for _, said in spoken if said.speaker]
    return facing(sides[0], sides[1], spoken[:1], spoken[1:], about=words)


def _spoken(words: str) -> Iterator[tuple[Reading, Attribution]]:
    for n in range(2):
        text = normalise_text(f"{n} {words} .")
        name = normalise_text(words[:200]).strip() or "B"
        article = Article(text, name, f"https://o{n}.example", Outlet(name, f"o{n}.example"), None, UNTIL)
        said = Attribution((Span(2, len(text) - 2),), None, None, Kind.INDIRECT, Act.SAYS, Speaker(f"{name} {n}"))
        yield Reading(reading_id(article), article, Analysis(article.text_sha256, "1", (), (said,))), said


def shown_in(drawing: Drawing) -> list[str]:
    """All words of a drawing."""

    def words(node: Any) -> Iterator[str]:
        if isinstance(node, str):
            yield node
        elif isinstance(node, dict | list):
            for one in node.values() if isinstance(node, dict) else node:
                yield from words(one)

    return list(words(json.loads(drawing.data)))


def test_a_picture_shows_the_cards_words_and_no_others() -> None:
    for sides in (compose_two_sides(*trawler()), compose_two_sides(make_reading())):
        texts = [reading.article.text for reading in sides.readings]
        for drawing in compose_sides_drawings(compose_columns(sides)):
            quotations = [q for words in (*shown_in(drawing), drawing.alt) for q in find_quotations(words)]
            assert quotations
            assert all(any(q in text for text in texts) for q in quotations)
            for row in json.loads(drawing.data)["rows"]:
                for entry in (*row["a"], *row["b"]):
                    pieces = [piece.strip(" “”…") for piece in entry["words"]["words"].split("…")]
                    assert all(any(piece in text for text in texts) for piece in pieces)


def test_words_that_no_article_has_are_never_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.render.statement_lines.write_pieces", lambda *_: "“I never said this”")
    with pytest.raises(NotVerbatimError):
        compose_sides_drawings(compose_columns(compose_two_sides(*trawler())))


def test_the_description_says_the_rows_in_words() -> None:
    (drawing,) = compose_sides_drawings(compose_columns(compose_two_sides(*trawler())))
    check_golden("alt-twosides.txt", drawing.alt + "\n")


def test_an_empty_cell_denies_nothing_in_pictures_too() -> None:
    sides = compose_two_sides(*trawler())
    met, rest = (replace(row, b=(), clash=None) for row in (sides.rows[0], sides.rows[-1]))
    (drawing,) = compose_sides_drawings(compose_columns(replace(sides, rows=(met, rest))))
    assert "not mentioned in these articles" in shown_in(drawing)
    (drawing,) = compose_sides_drawings(compose_columns(replace(sides, rows=(sides.rows[0], rest))))
    assert "nothing else" in shown_in(drawing)


def test_the_same_drawing_is_the_same_bytes_in_each_theme() -> None:
    (drawing,) = compose_sides_drawings(compose_columns(compose_two_sides(*trawler())))
    dark, light = (draw_png(drawing, theme) for theme in Theme)
    assert (dark, light) == tuple(draw_png(drawing, theme) for theme in Theme)
    assert dark != light
    paper = [Image.open(BytesIO(png)).convert("RGB").getpixel((2, 2)) for png in (dark, light)]
    assert paper == [(0x1E, 0x1F, 0x22), (255, 255, 255)]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_whatever_is_said_is_drawn_within_limits_or_not_at_all(words: str) -> None:
    try:
        drawings = compose_sides_drawings(compose_columns(hostile(words)))
    except NotVerbatimError:
        return
    for drawing in drawings:
        assert units(drawing.alt) <= ALT_LIMIT
        began = time.process_time()
        png = draw_png(drawing, Theme.DARK)
        assert time.process_time() - began < SECONDS
        assert len(png) < BYTES
        with Image.open(BytesIO(png)) as image:
            assert image.width == WIDTH
            assert image.height < 4 * WIDTH


def test_a_word_longer_than_the_column_stays_in_it() -> None:
    (drawing,) = compose_sides_drawings(compose_columns(hostile("W" * 10_000)))
    with Image.open(BytesIO(draw_png(drawing, Theme.LIGHT))) as image:
        margin = image.convert("L").crop((WIDTH - 30, 0, WIDTH, image.height))
        assert margin.getextrema() == (255, 255)


def test_arabic_letters_are_joined_and_stand_at_the_right() -> None:
    words = "قال الوزير إن المحادثات كانت مفيدة وصريحة"
    (drawing,) = compose_sides_drawings(compose_columns(hostile(words)))
    row = json.loads(drawing.data)["rows"][0]
    assert row["a"][0]["words"]["rtl"] is True
    alike = draw_png(drawing, Theme.LIGHT)
    apart = draw_png(replace(drawing, data=drawing.data.replace("قال", "ق\u200cا\u200cل")), Theme.LIGHT)
    assert alike != apart


def test_many_rows_take_several_pictures_each_of_bounded_height() -> None:
    spoken = [(reading, said) for reading in map(_talk, range(30)) for said in reading.analysis.attributions]
    a, b = (Side(country, ()) for country in ("Norway", "Iceland"))
    sides = facing(a, b, spoken[0::2], spoken[1::2])
    drawings = compose_sides_drawings(compose_columns(sides))
    assert len(drawings) > 3
    assert sum(len(json.loads(drawing.data)["rows"]) for drawing in drawings) == len(sides.rows)
    for drawing in drawings:
        with Image.open(BytesIO(draw_png(drawing, Theme.DARK))) as image:
            assert image.height < 3.2 * WIDTH


def _talk(n: int) -> Reading:
    things = ("herring", "border", "tariff", "pipeline", "visa", "embassy", "cable", "glacier", "ferry", "lighthouse")
    thing = f"{things[n % 10]}{'abc'[n // 10]}"
    text = f"Vik said the {thing} question would be settled with patience and a good deal of coffee by the spring."
    text += f" Orms said no {thing} had ever been on any table that her government would sit down at this year."
    found = []
    for name, country, words in (("Vik", "Norway", f"the {thing} question"), ("Orms", "Iceland", f"no {thing} had")):
        start = text.index(words)
        span = Span(start, text.index(".", start))
        found.append(Attribution((span,), None, None, Kind.INDIRECT, Act.SAYS, Speaker(name, None, country)))
    article = Article(text, f"Talk {n}", f"https://t{n}.example/", None, None, UNTIL)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "1", (), tuple(found)))


def test_arabic_beside_english_runs_its_own_way_in_a_page_that_runs_the_readers() -> None:
    sides = compose_two_sides(account("en"), account("ar"))
    for reader, leftward in ((Language.ENGLISH, False), (Language.ARABIC, True)):
        with using_language(reader):
            (drawing,) = compose_sides_drawings(compose_columns(sides))
        data = json.loads(drawing.data)
        assert {data[side]["speakers"]["rtl"] for side in "ab"} == {leftward}
        told = {side: row[side][0] for row in data["rows"] for side in "ab" if row[side]}
        assert {entry["source"]["rtl"] for entry in told.values()} == {leftward}
        assert sorted(entry["words"]["rtl"] for entry in told.values()) == [False, True]
        assert len(draw_png(drawing, Theme.LIGHT)) > 1000
