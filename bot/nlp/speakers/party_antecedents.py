"""Resolves "it" to a state, body or document named before, or to none, with a conditional logit.

``training/pronouns.py`` fits the weights (``party_weights.json``) on annotated articles.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from math import log1p

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.countries import NamingKind, country_of
from bot.gazetteer.office_words import DOCUMENTS, SPEECH_NOUNS, head_of
from bot.nlp.speakers.antecedents import ResolvedSource, is_aside, is_in_own_words
from bot.nlp.speakers.candidate_ranker import Features, load_ranker
from bot.nlp.speakers.clause_positions import acts_at, is_governed, opens_sentence
from bot.nlp.speakers.discourse_state import DiscourseState
from bot.nlp.speakers.joint_sources import NOBODY, Resolution
from bot.nlp.speakers.organisations import describe_organisation, name_organisation, speaking_part

REACH, _WINDOW = 2, 1500
"""How many sentences and characters back a name is searched for."""
_RECENT = 4
"""How many statements back speakers are searched for."""
_DOCUMENT = re.compile(rf"\b(?:{'|'.join(sorted(DOCUMENTS | SPEECH_NOUNS))})\b", re.IGNORECASE)
_WORD = re.compile(r"[\w’'.-]++")
_LEADING, _BEFORE = 60, 5
"""How many characters, and words, before a document's noun are searched for its article."""
_ARTICLES = frozenset(("the", "a", "an", "its", "this"))
_KINDS = {NamingKind.NAME: "state", NamingKind.ADJECTIVE: "state", NamingKind.SEAT: "seat"}
_LEAD = re.compile(r"\b(?:the|an?)\s$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Party:
    """A state, seat, body or document ("kind"): its ``name``, its last mention; ``said`` if it spoke recently."""

    name: str
    kind: str
    country: str | None
    span: Span
    said: ResolvedSource | None = None


Parties = dict[Party | None, Features]


def find_parties(discourse: DiscourseState, at: Span) -> Parties:
    """The candidates for "it" at ``at``, with features; "none of them" is None."""
    context = discourse.context
    here, paragraph = context.sentence_of(at.start), context.paragraph_of(at.start)
    last: dict[str, Party] = {}
    times: dict[str, int] = {}
    for party in sorted(_named(discourse, at), key=lambda one: (one.span.start, one.said is not None)):
        key = party.country if party.kind in ("state", "seat") and party.country else party.name.casefold()
        said = party.said or (last[key].said if key in last else None)
        last[key] = Party(party.name, party.kind, party.country, party.span, said)
        times[key] = times.get(key, 0) + 1
    found: Parties = {None: {"none": 1.0}}
    edges = at.end, context.sentences[here].end
    low, high = (bisect_left(context.places, edge, key=lambda one: one.span.start) for edge in edges)
    after = {place.country for place in context.places[low:high] if place.naming is not NamingKind.SEAT}
    nearest = max((one.span.start for one in last.values()), default=0)
    for key, party in last.items():
        number = context.sentence_of(party.span.start)
        sentence, opens = context.sentences[number], context.sentences[here].start >= at.start - 2
        lead = _LEAD.search(context.text, max(sentence.start, party.span.start - 4), party.span.start)
        start = lead.start() if lead else party.span.start
        first = opens_sentence(context.text, sentence, start)
        last_spoke = party.said is not None and party.said is discourse.last
        acts = acts_at(context.text, sentence.start, party.span)
        features = {
            f"kind {party.kind}": 1.0,
            "sentences": float(here - number),
            "paragraphs": float(min(3, paragraph - context.paragraph_of(party.span.start))),
            "same sentence": float(number == here),
            "opens sentence": float(first),
            "acts": float(acts),
            "acts, same sentence": float(acts and number == here),
            "governed": float(is_governed(context.text, sentence.start, party.span)),
            "owner": float(context.text.startswith(("'", "’"), party.span.end)),
            "named last": float(party.span.start == nearest),
            "quoted": float(is_aside(party.span, at, discourse.quoted)),
            "unfinished line": float(context.is_unfinished(party.span.start)),
            "spoke": float(party.said is not None),
            "spoke last": float(last_spoke),
            "spoke last, opening": float(last_spoke and opens),
            "spoke last, one apart": float(last_spoke and not opens and number != here),
            "mentions": log1p(times[key]),
            "named after": float(key in after),
        }
        found[party] = {name: value for name, value in features.items() if value}
    return found


def _named(discourse: DiscourseState, at: Span) -> Iterator[Party]:
    context = discourse.context
    reach = max(context.sentences[max(0, context.sentence_of(at.start) - REACH)].start, at.start - _WINDOW)
    first, last = (bisect_left(context.places, edge, key=lambda one: one.span.start) for edge in (reach, at.start))
    for place in context.places[first:last]:
        if place.naming is not NamingKind.ADJECTIVE and not is_in_own_words(place.span, at, discourse.quoted):
            seat = place.naming is NamingKind.SEAT
            name = place.span.of(context.text) if seat else context.full_country(place.country)
            yield Party(name, _KINDS[place.naming], place.country, place.span)
    for noun in _DOCUMENT.finditer(context.text, reach, at.start):
        words = list(_WORD.finditer(context.text, max(reach, noun.start() - _LEADING), noun.start()))[-_BEFORE:]
        article = next((word for word in reversed(words) if word.group().lower() in _ARTICLES), None)
        phrase = context.text[article.start() : noun.end()] if article is not None else ""
        if (
            article is not None
            and len(_WORD.sub("", phrase)) < _BEFORE
            and (name := name_organisation(context, phrase))
        ):
            yield Party(name, "document", None, Span(article.start(), noun.end()))
    for said in discourse.spoken[-_RECENT:]:
        # a name without office in the sentence before, taken for a person's, is a body's if "it" refers to it
        nameless = discourse.sentences_since(said, at.start) == 1 and len(said.people) == 1
        if said.speaker is None or said.span.start >= at.start or ";" in said.speaker.name:
            continue
        if all(not p.sure or (nameless and head_of(p.role or "") is None and not p.gender) for p in said.people):
            state = country_of(said.speaker.name)
            kind = _KINDS[state[1]] if state else "body"
            yield Party(said.speaker.name, kind, said.speaker.country, said.span, said)


def resolve_it(discourse: DiscourseState, at: Span) -> Resolution:
    """Resolve "it" at ``at``; nobody if no candidate is likely enough."""
    party, probability = load_ranker("party").choose(find_parties(discourse, at))
    if party is None:
        return NOBODY
    confidence = 0.35 + 0.6 * probability
    if party.said is not None:
        return Resolution(party.said.people, party.said.speaker, confidence)
    if party.kind in ("state", "seat"):
        return Resolution((), Speaker(party.name, None, party.country), confidence)
    name = speaking_part(party.name)
    if not name:
        return NOBODY
    return Resolution((), describe_organisation(discourse.context, name, None, party.span.start), confidence)
