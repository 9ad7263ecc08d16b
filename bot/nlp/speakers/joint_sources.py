"""Splits joint sources ("Orla Venn and the Icelandic ministry") and joins the speakers that they resolve to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.countries import NamingKind, country_of, find_places
from bot.gazetteer.office_words import MODIFIERS, head_of
from bot.gazetteer.outlets import is_outlet
from bot.nlp.speakers.capitalised_words import ORGANISATION
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.people import Person

_ARTICLE = re.compile(r"^(?:the|both(?: the)?)\s+", re.IGNORECASE)
_STATE_S = re.compile(r"(?:[Tt]he )?(?:U\.?S\.?|U\.?K\.?|U\.?N\.?|E\.?U\.?)")
"""Names of states that can also precede a noun."""
_OWNER = re.compile(r"(?:['’]s|s['’])$")
_OF_STATE = re.compile(r"s\s(?:of|in|from)\s(?:the\s)?(.+)$")
_AS_WELL = " as well as "
_CAPITALS = re.compile(r"(?:[Tt]he )?[A-Z]{3,8}")
_ITS_OWN = re.compile(r"(?:[A-ZÀ-Þ][\w-]*+ ){1,2}[a-z][\w-]*s$")


def split_joint_source(context: DocumentContext, span: Span) -> list[Span]:
    """The parts of "X and Y" or "X, Y and Z" if each can stand alone; empty if it is one source."""
    text = span.of(context.text)
    if " and " not in text or re.search(r"\b(?:of|for|between)\b[^,]*\band\b", text):
        return []
    parts, at = [], 0
    for match in re.finditer(r"(?:,|(?<!\s))\s++(?:and|as well as)\s+|,\s+", text):
        if match.start() > at:
            parts.append(Span(span.start + at, span.start + match.start()))
        at = match.end()
    if at < len(text):
        parts.append(Span(span.start + at, span.end))
    first, last = parts[0].of(context.text), parts[-1].of(context.text)
    if _is_adjective(first) and not _is_adjective(last):
        return []  # "the Norwegian and Icelandic ministries"
    if _is_half(first, last):
        return []  # "Icelandic defence and military officials", "Iceland Fisheries and Border Protection officers"
    if _OWNER.search(first):
        return []  # "Norway's and Iceland's envoy"
    places = [country_of(_ARTICLE.sub("", part.of(context.text))) for part in parts]
    if all(places[1:]) and (state := _OF_STATE.search(first)) and country_of(state[1]):
        return []  # "ministers of Norway, Iceland and France"
    if places[0] and not places[-1] and _STATE_S.fullmatch(first) and _ITS_OWN.match(text, at):
        return []  # "US and Norwegian officials"
    stands = [_may_stand(part.of(context.text)) or context.mentions_in(part) for part in parts]
    return parts if len(parts) > 1 and (all(stands) or _AS_WELL in text) else []


def _may_stand(phrase: str) -> bool:
    """Whether ``phrase`` alone names somebody: by an office, a place, or as a newspaper or broadcaster."""
    return (
        head_of(phrase) is not None
        or bool(find_places(phrase))
        or is_outlet(phrase)
        or _CAPITALS.fullmatch(phrase) is not None
    )


def _is_adjective(phrase: str) -> bool:
    """Whether ``phrase`` is only a possessive or adjective: "the Norwegian"."""
    place = country_of(_ARTICLE.sub("", phrase))
    return place is not None and place[1] is NamingKind.ADJECTIVE


def _is_half(first: str, last: str) -> bool:
    """Whether ``first`` only describes the noun of ``last``: a state's field, or half a body's name."""
    noun = first.rpartition(" ")[2]
    if country_of(_ARTICLE.sub("", first)) or not find_places(first) or head_of(first):
        return False
    if last[-1:] != "s" or _ARTICLE.match(last) or find_places(last):
        return False
    return noun in MODIFIERS or (noun.istitle() and last[:1].isupper() and noun.lower() not in ORGANISATION)


def join_speakers(speakers: Sequence[Speaker]) -> Speaker:
    """One speaker for several: names and roles joined by "; ", each country once."""
    roles = [s.role for s in speakers if s.role]
    countries = dict.fromkeys(s.country for s in speakers if s.country)
    return Speaker("; ".join(s.name for s in speakers), "; ".join(roles) or None, "; ".join(countries) or None)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The speaker of an attribution: the people, if any, the speaker to show, and a probability."""

    people: tuple[Person, ...]
    speaker: Speaker | None
    confidence: float


NOBODY = Resolution((), None, 0.5)


def as_people(people: Sequence[Person], confidence: float) -> Resolution:
    """``people`` as joint speakers, or the only one."""
    return Resolution(tuple(people), join_speakers([person.speaker for person in people]), confidence)
