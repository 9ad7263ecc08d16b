"""Resolves sources that are neither names nor pronouns: an office, a relation, a body, a document."""

import re
from dataclasses import replace

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.countries import NamingKind, country_of, find_country
from bot.gazetteer.office_words import SPEECH_NOUNS, head_of
from bot.nlp.speakers.capitalised_words import ORGANISATION
from bot.nlp.speakers.definite_descriptions import resolve_description
from bot.nlp.speakers.discourse_state import MEMORY, DiscourseState
from bot.nlp.speakers.joint_sources import NOBODY, Resolution, as_people
from bot.nlp.speakers.organisations import (
    DETERMINER,
    ISSUERS,
    describe_organisation,
    find_earlier,
    head_words,
    is_document,
    is_kind_of,
    is_one_person,
    is_persons_words,
    is_state_body,
    name_organisation,
    speaking_part,
    stated_side,
    without_apposition,
)
from bot.nlp.speakers.participants import find_counterpart
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.pronouns import find_person

_POSSESSIVE = re.compile(r"^(?P<owner>his|her|their|its|my|our)\s+(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|several)\s", re.IGNORECASE)
_ONE = re.compile(r"(?:an?|one|another)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|his|her|their|its|this|that|both)\s", re.IGNORECASE)
_ANYBODY = frozenset(("official", "diplomat", "lawmaker", "expert", "analyst", "source"))
"""Speakers that a headline quotes without a name: "Official: …"."""
_SINGULAR = ("affairs", "states", "relations", "services")
_WHOSE = re.compile(r"whose\s+(.+)", re.IGNORECASE | re.DOTALL)
_CLOSE = 2
"""Maximum characters between a country and "whose government"."""
_THE_ONE = re.compile(r"the\s+(?P<more>(?:[\w.-]+\s+){1,4})?(?P<head>\w+)", re.IGNORECASE)
_SPECIFIC = 2
"""From this many words before "official" on, the phrase identifies the person, whoever spoke since."""
_FEW = 4
"""Maximum statements, and sentences, since "the group" was named."""
_NEAR, _BACK = 400, 3
"""How many characters and sentences before a description are searched for the person's introduction."""
_ONE_OF = re.compile(r"one of (?:the )?(.+)s", re.IGNORECASE)
_LATELY, _FAR = 20, 40
"""How many recent statements, and sentences, are searched for an unnamed person who spoke."""
_LONGEST = 9
"""Maximum words of a description that may mean one person."""
_PRINCIPAL = re.compile(r"\s(?:for|of|to)\s(the\s(?:[\w-]++\s){0,2}[\w-]++)$")
"""Whom somebody serves: "spokesman for the prime minister"."""
_PROPER = re.compile(r"(?<![\w’'-])(?:[A-ZÀ-Þ][\w’'-]*+ ){1,5}+(?:(?:of|for|on) (?:[A-ZÀ-Þ][\w’'-]*+ ?){1,4}+)?")
_ISSUES = re.compile(
    r"\b(?:ministry|government|office|presidency|embassy|council|commission|department)\b", re.IGNORECASE
)
"""Bodies that issue statements and communiqués."""
_JOINT = frozenset(("communiqué", "communique"))
"""Documents that no single person speaks in."""
_ISSUED = frozenset(("communiqué", "communique", "readout", "release", "text"))
"""Documents that bodies issue, and people do not."""


def find_by_description(discourse: DiscourseState, span: Span, phrase: str) -> Resolution | None:
    """The one person that a definite description means; None for several people, for a body, or if nobody fits."""
    words = phrase.split()
    named = phrase[0].isupper() and not _INDEFINITE.match(phrase) and phrase.lower() not in _ANYBODY
    definite = _DEFINITE.match(phrase) or named
    plural = words[-1].lower().endswith("s") and words[-1].lower() not in _SINGULAR
    if not definite or plural or len(words) > _LONGEST or head_words(phrase)[-1].lower() in ISSUERS:
        return None
    if "counterpart" in phrase.lower() and (other := find_counterpart(discourse.context, phrase, None)):
        return as_people((other,), 0.75)
    found = resolve_description(discourse.context, span, phrase, discourse.spoken)
    if found and (owned := _POSSESSIVE.match(phrase)) and owned["owner"].lower() in ("his", "her"):
        owner = find_person(discourse, span, owned["owner"].lower())
        sides = {p.country for p in (found[0], owner[0]) if p.country} if owner else set()
        if len(sides) > 1 and not find_country(phrase):
            return None  # "his spokeswoman" is none of another country
    return as_people((found[0],), found[1]) if found else None


def find_same_official(discourse: DiscourseState, span: Span, phrase: str) -> Resolution | None:
    """ "the official" after "a senior official said": that unnamed official, unless a named one has spoken since."""
    short = _THE_ONE.fullmatch(phrase)
    head = head_of(short["head"]) if short is not None else None
    if short is None or head is None:
        return None
    more = {*(short["more"] or "").lower().split()} - {"same"}
    for said in discourse.spoken[-_LATELY:][::-1]:
        if said.speaker is None or discourse.sentences_since(said, span.start) > _FAR:
            continue
        if len(more) < _SPECIFIC and any(head in office for person in said.people for office in person.roles):
            break
        one = _ONE_OF.fullmatch(said.speaker.name)
        name = one[1] if one else said.speaker.name
        same = head_of(name) == head and more <= {*name.lower().split()}
        if not said.people and is_one_person(name) and same:
            return Resolution((), said.speaker, 0.8)
    return None if more else _find_introduced(discourse, span, short["head"])


def _find_introduced(discourse: DiscourseState, span: Span, noun: str) -> Resolution | None:
    """ "the diplomat" after "a diplomat in Kabul", even if that diplomat was not a source."""
    sentences = discourse.context.sentences
    reach = max(span.start - _NEAR, sentences[max(0, discourse.context.sentence_of(span.start) - _BACK)].start)
    one = rf"\b(?:[Aa]n?|[Oo]ne)\s((?:(?:[\w-]+|(?:[A-Z]\.)+)\s){{0,3}}{re.escape(noun)})\b"
    found = [*re.finditer(one, discourse.context.text[reach : span.start])]
    if len(found) != 1 or not noun.islower():
        return None
    where, since = reach + found[0].start(), Span(reach + found[0].end(), span.start)
    near = discourse.context.mentions_in(Span(reach, span.start))
    if any(where - _CLOSE <= m.span.end <= where or 0 <= m.span.start - since.start <= _CLOSE for m, _ in near):
        return None  # "a retired general, Tam Roe", "Tam Roe, a general"
    last = discourse.last
    spoken = last.speaker if last is not None and last.span.start >= since.start else None
    if last is not None and spoken is not None and (last.people or is_one_person(spoken.name)):
        return None
    return Resolution((), describe_organisation(discourse.context, found[0][1]), 0.7)


def find_by_owner(discourse: DiscourseState, span: Span, phrase: str) -> Resolution | None:
    """ "his Icelandic counterpart", "her host", "its council", "whose government": somebody identified by an owner."""
    if whose := _WHOSE.fullmatch(phrase):
        near = [p for p in discourse.context.places if 0 <= span.start - p.span.end <= _CLOSE]
        return resolve_organisation(discourse, whose[1], near[-1].country) if near else NOBODY
    owned = _POSSESSIVE.match(phrase)
    if owned is None:
        return None
    found = find_person(discourse, span, owned["owner"].lower())
    if found and owned["owner"].lower() in ("his", "her"):
        return _of_person(discourse, found, owned["rest"])
    return None


def _of_person(discourse: DiscourseState, found: tuple[Person, float], rest: str) -> Resolution:
    """Resolve "his ``rest``", if "he" is ``found``."""
    owner, probability = found
    words = re.findall(r"[\w-]+", rest.lower())
    if "counterpart" in words and (other := find_counterpart(discourse.context, rest, owner)):
        return as_people((other,), 0.8)
    if words and words[-1] in SPEECH_NOUNS:
        return as_people((owner,), 0.35 + 0.6 * probability)
    country = find_country(rest) if "counterpart" in words else owner.country
    return replace(
        resolve_organisation(discourse, f"{owner.name}'s {rest}", country), confidence=0.3 + 0.6 * probability
    )


def find_state(discourse: DiscourseState, name: str) -> Resolution | None:
    """The state or seat of power called ``name``, if there is one."""
    place = country_of(name)
    if place is None:
        return None
    shown = name if place[1] is NamingKind.SEAT else discourse.context.full_country(place[0])
    return Resolution((), Speaker(shown, None, place[0]), 0.93)


def resolve_organisation(
    discourse: DiscourseState, phrase: str, country: str | None, at: int | None = None
) -> Resolution:
    """An organisation or a group at ``at``, named by the fullest description of it so far."""
    name = name_organisation(discourse.context, phrase)
    if not name:
        return NOBODY
    if earlier := find_earlier(name, phrase, discourse.bodies):
        return Resolution((), earlier, 0.8)
    if named := _find_named(discourse, name, phrase, at):
        return named
    if is_persons_words(name, phrase) and discourse.spoken:
        return _author(discourse, name.rsplit(maxsplit=1)[-1].lower(), at)
    speaker = speaking_part(name, named=_ONE.match(phrase) is not None)
    if not speaker or is_document(name):
        before = _named_before(discourse, name, phrase)
        if before or not speaker:
            return before or NOBODY
    if speaker != name and (state := find_state(discourse, speaker)):
        return state
    of_state = is_state_body(phrase)
    if country is None and at is not None and (principal := _PRINCIPAL.search(speaker)) and not stated_side(speaker):
        found = resolve_description(discourse.context, Span(at, at + len(phrase)), principal[1], discourse.spoken)
        country = found[0].country if found else None
    if country is None and (without_apposition(phrase) != phrase or of_state):
        country = find_country(phrase)  # "Selmouth Watch, the Norwegian agency"
    described = describe_organisation(discourse.context, speaker, country, at, of_state=of_state)
    return Resolution((), described, 0.85)


def _find_named(discourse: DiscourseState, name: str, phrase: str, at: int | None) -> Resolution | None:
    """ "the group" after "Harbour Watch said": the body that spoke last, if it can be of that kind."""
    said = next((one for one in reversed(discourse.spoken[-_FEW:]) if not one.people), None)
    if said is None or said.speaker is None or at is None or discourse.sentences_since(said, at) > _FEW:
        return None
    before = discourse.context.sentences[max(0, discourse.context.sentence_of(at) - 1)].start
    since = [
        DETERMINER.sub("", found[0].strip())
        for found in _PROPER.finditer(discourse.context.text, max(before, said.span.end), at)
    ]
    for body in reversed(since):  # "Reef Watch said so. The Selm Institute reported. The think tank"
        if " " in body and body.rsplit(maxsplit=1)[-1].lower() in ORGANISATION and is_kind_of(name, phrase, body):
            return Resolution((), describe_organisation(discourse.context, body), 0.7)
    return Resolution((), said.speaker, 0.7) if is_kind_of(name, phrase, said.speaker.name) else None


def _named_before(discourse: DiscourseState, name: str, phrase: str) -> Resolution | None:
    """Resolve "the report": the speaker of an earlier statement whose source has the same noun."""
    noun = name.rsplit(maxsplit=1)[-1].lower()
    for said in discourse.spoken[-MEMORY:][::-1] if _DEFINITE.match(phrase) else ():
        source = head_words(DETERMINER.sub("", said.span.of(discourse.context.text)))
        if said.speaker is not None and source and source[-1].lower() == noun:
            return Resolution(said.people, said.speaker, 0.7)
    return None


def _author(discourse: DiscourseState, noun: str, at: int | None) -> Resolution:
    """The author of "the communiqué" or another ``noun``: the speaker in a sentence with one, else the last."""
    told = re.compile(r"\b(?:communiqu[ée]|statement|release)\b" if noun == "text" else rf"\b{re.escape(noun)}\b")
    for said in discourse.spoken[-MEMORY:][::-1] if noun in _ISSUED else ():
        sentence = discourse.context.sentences[discourse.context.sentence_of(said.span.start)]
        if said.speaker is None or (noun in _JOINT and (said.people or is_one_person(said.speaker.name))):
            continue
        if told.search(sentence.of(discourse.context.text)):
            return Resolution(said.people, said.speaker, 0.7)
    if noun in _JOINT:
        return _issuer_before(discourse, noun, at)
    if discourse.last is not None and discourse.last.people:
        return as_people(discourse.last.people, 0.7)
    bodies = [body for body in discourse.bodies if not is_one_person(body.name)]
    issuers = [body for body in bodies if _ISSUES.search(body.name)] or bodies or discourse.bodies
    return Resolution((), issuers[-1], 0.7) if issuers else NOBODY


def _issuer_before(discourse: DiscourseState, noun: str, at: int | None) -> Resolution:
    """The body that the text names with the document before ``at``: "the G7 communiqué"; else the last that issues."""
    named = re.compile(
        rf"\b(?P<issuer>[A-ZÀ-Þ][\w.]*+(?:\s[A-ZÀ-Þ][\w.]*+){{0,4}}+)['’]?s?\s(?:joint\s)?{re.escape(noun)}\b"
    )
    for found in named.finditer(discourse.context.text, 0, at or 0):
        if issuer := find_state(discourse, found["issuer"]):
            return issuer
    issuers = [body for body in discourse.bodies if _ISSUES.search(body.name) and not is_one_person(body.name)]
    return Resolution((), issuers[-1], 0.7) if issuers else NOBODY
