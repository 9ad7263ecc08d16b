"""Finds an official's country by the stance they voice: "Dahl reaffirmed Iceland’s commitment" makes Dahl Icelandic."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import NamingKind, PlaceMention

_VOICES = re.compile(
    r"\b(?:re)?(?:affirm|iterat|stat|assur|confirm|underscor|underlin|emphasi[sz]|stress|express|convey|shar|ratif|"
    r"renew|outlin|present|explain|voic|pledg|set|pass|declar|highlight)(?:e[sd]?|s|ed|ied|ies|ing)?\b"
    r"(?:\s+(?:out|on))?(?:\s+(?:the|that|in|full|once|again|both))*\s+$",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+(?:and\s+|,\s*)?){0,3}?(?:commitment|support|willingness|readiness|solidarity|position|"
    r"interest|determination|perspectives?|adherence|policy|resolve|appreciation|gratitude|condolences|desire|"
    r"intention|stance|approach|backing|dedication|hopes?|openness|views?|vision|concerns?|proposals?|priorities|"
    r"invitation|offer|assessments?|outrage|regret)\b",
    re.IGNORECASE,
)
_READY = re.compile(
    r"\s+(?:(?:stands|remains|is|was|were|are)\s+(?:\w+\s+)?(?:ready|prepared|willing|committed|determined|interested|"
    r"open|responsible)\b|(?:remained|stood|stayed)\s+(?:ready|prepared|willing|committed|open)\b|would\s+(?:never\s+\w+|not\s+"
    r"(?:accept|allow|tolerate|recogni[sz]e|agree|give|back|bow|negotiate|yield|abandon|permit|rest|sign|withdraw))\b|"
    r"(?:firmly|resolutely|strongly|highly|always|fully|never)\s+\w+|attaches\b|looks\s+forward\b|values\b)"
)
_SIDE = re.compile(r"\s+(?:side|government|people)\b")
_WINDOW = 90
"""Characters before a place in which the verb must be."""


@dataclass(frozen=True, slots=True)
class StanceCue:
    """A country for which the subject of sentence ``sentence``, named before ``before``, speaks."""

    country: str
    sentence: int
    before: int


def find_stance_cues(text: str, sentences: Sequence[Span], places: Sequence[PlaceMention]) -> tuple[StanceCue, ...]:
    """Every country whose commitment, support or readiness somebody voices, in text order."""
    found = []
    for place in places:
        if place.naming is NamingKind.ADJECTIVE:
            continue
        number = number_at(sentences, place.span.start)
        start = max(sentences[number].start if sentences else 0, place.span.start - _WINDOW)
        verb = _VOICES.search(text[start : place.span.start])
        after = text[place.span.end : place.span.end + _WINDOW]
        if verb and place.naming is NamingKind.NAME and _OWN.match(after):
            found.append(StanceCue(place.country, number, start + verb.start()))
        elif _READY.match(after):
            found.append(StanceCue(place.country, number, place.span.start))
    return tuple(found)


def opens_with_stance(text: str, sentence: Span, place: PlaceMention) -> bool:
    """Whether ``sentence`` opens with a country that is ready, willing or opposed: "Norway stands ready to …"."""
    if text[sentence.start : place.span.start] not in ("", "The "):
        return False
    side = _SIDE.match(text, place.span.end)
    return _READY.match(text, side.end() if side else place.span.end) is not None
