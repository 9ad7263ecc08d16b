"""Setting the scene and resolving take time in proportion to the text, however hostile it is."""

import re
import time
from collections.abc import Callable

import pytest

from bot.domain.text import Span
from bot.nlp.speakers.document_context import build_context
from bot.nlp.speakers.resolve import resolve_speakers
from bot.nlp.speakers.source_spans import SourceSpan

pytestmark = pytest.mark.slow

LENGTH = 100_000  # characters
LIMIT = 10.0  # seconds of processor time; 0.5 to 2 s on an idle core, where a quadratic search takes 20 s and more


def name(i: int) -> str:
    """A different capitalised word for every number below 26**3."""
    return "O" + "".join(chr(97 + i // 26**k % 26) for k in range(3))


def hostile(unit: str | Callable[[int], str]) -> str:
    make = unit if callable(unit) else lambda _: str(unit)
    pieces: list[str] = []
    size = 0
    while size < LENGTH:
        pieces.append(make(len(pieces)))
        size += len(pieces[-1])
    return "".join(pieces)


@pytest.mark.parametrize(
    "unit",
    [
        "Orla Venn ",
        "Orla Venn, ",
        "a, ",
        "(",
        "(ABC) ",
        "\n",
        "minister of the ",
        "Foreign Minister ",
        "Mr. Venn ",
        "Russian Minister Orla Venn said. ",
        "Orla Venn (foreign minister) ",
        "OSLO, 3 May - Norway: Mayor Orla Venn of the Oslo Harbour Institute, ",
        "Mayor Orla Venn, who led the observers, in Norway’s ",
        "a-",
        "Orla and ",
        "😀",
        lambda i: f"{name(i)} {name(i + 1)} met. ",
    ],
)
def test_the_scene_of_a_hostile_text(unit: str | Callable[[int], str]) -> None:
    text = hostile(unit)
    started = time.process_time()
    build_context(text)
    assert time.process_time() - started < LIMIT


@pytest.mark.parametrize(
    ("sentence", "source"),
    [
        ("Minister {} left. They said it is over. ", "They"),
        ("Minister {}, who said it is over, left. ", "who"),
        ("Minister {} left. His Icelandic counterpart said it is over. ", "His Icelandic counterpart"),
        ("Minister {} left. The ministry said it is over. ", "The ministry"),
        ("Minister {} left. Both ministers said it is over. ", "Both ministers"),
        ("Minister {} left, and said it is over. ", None),
        ("It was said that it is over. ", None),
        ("He said it is over. ", "He"),
    ],
)
def test_the_speakers_of_a_hostile_text(sentence: str, source: str | None) -> None:
    text = hostile(lambda i: sentence.format(name(i)))
    context = build_context(text)
    found = [Span(*m.span()) for m in re.finditer(re.escape(source), text)] if source else []
    cues = [Span(*m.span()) for m in re.finditer("said", text)]
    said = [Span(*m.span()) for m in re.finditer("it is over", text)]
    sources = [
        SourceSpan(found[i] if source else None, cue, (what,))
        for i, (cue, what) in enumerate(zip(cues, said, strict=True))
    ]
    started = time.process_time()
    resolve_speakers(context, sources)
    assert time.process_time() - started < LIMIT
