"""Texts that say what the tagger would find: "{source:Tavares} {cue:dijo} que {content:el puerto está abierto}"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.attribution import Attribution
from bot.domain.text import Span
from bot.nlp.lang.attributions import find_attributions
from bot.nlp.tagger.tagged_text import AttributionLink, TaggedText

_MARK = re.compile(r"\{(source|cue|content)(\d?):([^{}]*)\}")


def tag(marked: str) -> tuple[str, TaggedText]:
    """The text and what its marks say; marks with the same number (none is one) belong together."""
    text, at = "", 0
    spans: dict[str, dict[str, list[Span]]] = {}
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        part = spans.setdefault(match[2], {"source": [], "cue": [], "content": []})
        part[match[1]].append(Span(len(text), len(text) + len(match[3])))
        text += match[3]
        at = match.end()
    text += marked[at:]
    links = [
        AttributionLink(
            next(iter(part["source"]), None), next(iter(part["cue"]), None), tuple(part["content"]), 0.9, 0.9
        )
        for part in spans.values()
        if part["content"]
    ]
    return text, TaggedText(tuple(links), ())


def with_named(marked: str, words: str, share: float) -> tuple[str, TaggedText]:
    """A tagging whose network takes some words for the speaker's name."""
    text, tagging = tag(marked)
    span = Span(text.index(words), text.index(words) + len(words))
    return text, TaggedText(tuple(replace(link, named=((span, share),)) for link in tagging.links), ())


def read(marked: str, language: str) -> tuple[str, Sequence[Attribution]]:
    """The text and its attributions."""
    text, tagging = tag(marked)
    return text, find_attributions(text, tagging, language)


def statements_of(marked: str, language: str) -> list[tuple[str | None, list[str]]]:
    """Who said what, in order: the speaker's name and the words."""
    text, found = read(marked, language)
    return [(one.speaker.name if one.speaker else None, [piece.of(text) for piece in one.content]) for one in found]
