"""Who the source of each attribution is: names, pronouns, descriptions, bodies and elided sources, to a speaker.

Better nobody than the wrong one: every answer carries a probability, and None stands where nothing is near enough.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.reading.speakers.antecedents import (
    PLURAL,
    PRONOUNS,
    Spoken,
    find_antecedent,
    gender_of,
)
from bot.reading.speakers.bodies import (
    DETERMINER,
    SPOKESPERSON,
    describe_body,
    find_earlier,
    find_full_name,
    find_introduced,
    is_one_person,
    is_own_words,
    name_body,
    without_apposition,
)
from bot.reading.speakers.countries import Naming, country_of, find_country
from bot.reading.speakers.descriptions import find_described
from bot.reading.speakers.elided import find_predecessor, find_subjects, is_agentless, is_spoken_to
from bot.reading.speakers.heads import find_heads, foremost
from bot.reading.speakers.joined import find_parts, join_speakers
from bot.reading.speakers.listed import find_list_head
from bot.reading.speakers.offices import find_subject_before
from bot.reading.speakers.participants import (
    find_counterpart,
    find_other,
    find_participants,
    find_sides,
    is_joint,
    opens_jointly,
)
from bot.reading.speakers.people import Person
from bot.reading.speakers.roles import HEADS, SPEECH_NOUNS, head_of
from bot.reading.speakers.scene import Scene
from bot.reading.speakers.sources import Source, find_outer

_POSSESSIVE = re.compile(r"^(?P<owner>his|her|their|its|my|our)\s+(?P<rest>.+)$", re.IGNORECASE | re.DOTALL)
_RELATIVE = re.compile(
    r",\s+(?:who|whose|which)\s|(?<=delegation),?\s+(?:led|headed|chaired)\s+by\s|(?<=mission),?\s+(?:led|headed)\s+by\s"
)
_GAVE = re.compile(rf"^(?:the|an?)\s+(?:{'|'.join(sorted(SPEECH_NOUNS))})\s+(he|she)\s+\w+", re.IGNORECASE)
_BODY_BEFORE = re.compile(r"\b((?:the|an?)\s+(?:(?!the\b|an?\b)[\w.&’'-]+\s+){0,5}[\w.&’'-]+),?\s*$", re.IGNORECASE)
_BODYS_WORDS = re.compile(
    r"(?P<owner>(?:the\s+)?[A-Z][\w.&-]*(?:\s+(?:of|and|the|for|[A-Z])[\w.&-]*)*)['’]s?\s+(?:[a-z-]+\s+){0,2}"
    rf"(?:{'|'.join(sorted(SPEECH_NOUNS))}|statistics|data|figures|website|schedule|estimates?|records|readout)",
    re.IGNORECASE,
)
_VIA = re.compile(
    r"^(?:an?|the|his|her|in)?\s*(?:[\w-]+\s+){0,3}?(?:statement|tweet|post|letter|report|speech|message|announcement|"
    r"interview|estimates?|analysis|poll|survey|study|release|memo|communiqué|article|remarks|comments)"
    r"(?:\s+\w+day)?\s+(?:by|from|of|to)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """The speaker of one attribution: the people if they are people, the speaker to show, and a probability."""

    people: tuple[Person, ...]
    speaker: Speaker | None
    confidence: float


_NOBODY = Resolved((), None, 0.5)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|several)\s", re.IGNORECASE)
_OFFICE_FIRST = re.compile(
    rf"\W*(?:(?:But|And|Yet|Still|Later,?)\s+)?(?P<office>[Tt]he\s+(?:[\w’'-]+\s+){{0,3}}?(?:{'|'.join(sorted(HEADS))}))\s"
)
_WHOSE = re.compile(r"whose\s+(.+)", re.IGNORECASE | re.DOTALL)
_CLOSE = 2
"""Characters between a country and "whose government"."""
_THE_ONE = re.compile(
    r"the\s+(?:\w+\s+)?(?P<head>official|diplomat|source|aide|adviser|analyst|spokes\w+)", re.IGNORECASE
)
_LATELY = 4
"""Sentences and statements back in which somebody without a name may have spoken."""
_NAME_BEFORE = 120  # characters before "who" in which a name may begin
_MEMORY = 60
"""How many sources before an elided one are looked at."""


class Resolver:
    """Resolves the sources of one text, in order: what was resolved before helps what comes after."""

    def __init__(self, scene: Scene, sources: Sequence[Source]) -> None:
        self._scene = scene
        self._sources = sources
        self._outer = find_outer(sources)
        self._quoted = tuple(sorted(s for one in sources for s in one.content))
        self._spoken: list[Spoken] = []
        self._bodies: list[Speaker] = []
        self._done: dict[int, Resolved] = {}
        self._genders: dict[str, str] = {}

    def resolve(self) -> tuple[Resolved, ...]:
        """One answer a source, in the order given."""
        order = sorted(range(len(self._sources)), key=lambda i: self._sources[i].anchor.start)
        for at, i in enumerate(order):
            one = self._sources[i]
            answer = self._answer(i, order[:at][-_MEMORY:])
            self._done[i] = answer
            if self._outer[i]:
                continue  # who is quoted inside another's words does not speak on outside them
            if not answer.people and answer.speaker is not None:
                self._bodies.append(answer.speaker)
            if answer.speaker is not None:
                self._spoken.append(Spoken(one.anchor, answer.people, answer.speaker))
        return tuple(self._done[i] for i in range(len(self._sources)))

    def _answer(self, i: int, earlier: list[int]) -> Resolved:
        one = self._sources[i]
        if one.source is None:
            return self._elided(i, earlier)
        return _NOBODY if is_spoken_to(self._scene, one) else self._explicit(one.source)

    # --- sources that stand in the text ---

    def _explicit(self, span: Span) -> Resolved:
        text = self._scene.text
        if clause := _RELATIVE.search(span.of(text)):
            span = Span(span.start, span.start + clause.start())
        phrase = span.of(text).strip()
        bare = re.sub(r"['’]s?$", "", phrase) if re.search(r"(?:['’]s|s['’])$", phrase) else phrase
        lowered = bare.lower()
        if not re.search(r"\w", bare):
            return _NOBODY
        if lowered in PRONOUNS:
            return self._pronoun(span, lowered)
        if via := _VIA.match(bare):
            inner = Span(span.start + len(span.of(text)) - len(span.of(text).lstrip()) + via.end(), span.end)
            return self._explicit(inner)
        if gave := _GAVE.match(bare):
            lead = len(span.of(text)) - len(span.of(text).lstrip())
            return self._pronoun(
                Span(span.start + lead + gave.start(1), span.start + lead + gave.end(1)), gave[1].lower()
            )
        named = self._named(span, bare)
        if named is not None:
            return named
        if is_joint(bare):
            people = find_participants(self._scene, span)
            if people:
                return self._people(people, 0.75)
        if (sides := find_sides(self._scene, bare)) and (name := name_body(self._scene, bare)):
            return Resolved((), Speaker(name, None, "; ".join(sides)), 0.7)
        several = self._several(span)
        return several if several is not None else self._described(span, bare)

    def _named(self, span: Span, phrase: str) -> Resolved | None:
        """The source when it names people: the one it is about, or all that it joins."""
        mentions = self._scene.mentions_in(span)
        if not mentions:
            return None
        text = self._scene.text
        heads = find_heads(self._scene, span, mentions)
        if heads is None:
            return None
        if not heads:
            return self._owned(span, phrase, mentions[0][1], mentions[0][0].span)
        groups = [[heads[0]]]
        joint = re.search(r"\band\b|&|/", text[heads[0][0].span.end : heads[-1][0].span.start])
        for left, right in pairwise(heads):
            between = text[left[0].span.end : right[0].span.start]
            joined = joint and re.search(r"(?:\band\b|&|,|/)", between) and not re.match(r"\s*\(", between)
            groups.append([right]) if joined else groups[-1].append(right)
        people = tuple(dict.fromkeys(foremost(group) for group in groups))
        if len(people) == 1 and " and " in text[span.start : heads[0][0].span.start]:
            several = self._several(span)
            if several is not None:
                return several
        return self._people(people, 0.96 if all(p.sure for p in people) else 0.9)

    def _owned(self, span: Span, phrase: str, owner: Person, at: Span) -> Resolved:
        """A body described through a person: "Navalny's associates", "associates of Navalny"."""
        text = self._scene.text
        person = self._by_description(span, phrase) if DETERMINER.match(phrase) else None
        if person is not None:
            return person
        full = text[span.start : at.start] + owner.name + text[at.end : span.end]
        return self._body(full, owner.country)

    def _pronoun(self, span: Span, word: str) -> Resolved:
        if word in ("who", "which"):
            return self._relative(span)
        if word in PLURAL:
            return self._they(span)
        if word in ("it", "its"):
            return self._it(span)
        if word in ("i", "my", "me"):
            return _NOBODY
        if unnamed := self._unnamed(span):
            return unnamed
        found = self._antecedent(span, word)
        return self._people((found[0],), 0.35 + 0.6 * found[1]) if found else _NOBODY

    def _it(self, span: Span) -> Resolved:
        """The body that spoke last, in this paragraph or the one before."""
        here = self._scene.sentence_of(span.start)
        for said in reversed(self._spoken[-_MEMORY:]):
            # a name of no office in the sentence before, taken for a person's, is a body's where "it" takes it up
            nameless = here - self._scene.sentence_of(said.span.start) == 1 and len(said.people) == 1
            body = all(not p.sure or (nameless and not p.role and not p.gender) for p in said.people)
            if said.speaker is not None and body:
                far = self._scene.paragraph_of(span.start) - self._scene.paragraph_of(said.span.start)
                return Resolved(said.people, said.speaker, 0.6) if far <= 2 else _NOBODY
        return _NOBODY

    def _they(self, span: Span) -> Resolved:
        """Several who spoke together just before, the participants named before, or the body that spoke last."""
        here = self._scene.sentence_of(span.start)
        if opens_jointly(self._scene, here - 1) and (people := find_participants(self._scene, span)):
            return self._people(people, 0.75)
        last = next((s for s in reversed(self._spoken) if len(s.people) != 1), None)
        near = last is not None and here - self._scene.sentence_of(last.span.start) <= 2
        if near and last is not None and len(last.people) > 1:
            return self._people(last.people, 0.8)
        people = () if near else find_participants(self._scene, span)
        if people:
            return self._people(people, 0.7)
        one = span.of(self._scene.text).lower() == "both"  # which no one body is
        return Resolved((), self._bodies[-1], 0.6) if self._bodies and near and not one else _NOBODY

    def _antecedent(self, span: Span, word: str) -> tuple[Person, float] | None:
        """The person a pronoun means; what it shows of a gender is remembered."""
        gender = gender_of(word)
        found = self._opening(span, gender) or find_antecedent(
            self._scene, span, gender, self._spoken, self._quoted, self._genders
        )
        if found and gender and found[1] > 0.7 and not found[0].gender:
            self._genders.setdefault(found[0].name, gender)
        return found

    def _opening(self, span: Span, gender: str) -> tuple[Person, float] | None:
        """Whom the sentence is about by his office, for a pronoun in it: "The chancellor was heckled when he said"."""
        sentence = self._scene.sentences[self._scene.sentence_of(span.start)]
        opening = _OFFICE_FIRST.match(self._scene.text, sentence.start, span.start)
        if opening is None or any(p.sure for _, p in self._scene.mentions_in(Span(opening.end(), span.start))):
            return None
        at = Span(*opening.span("office"))
        found = find_described(self._scene, at, at.of(self._scene.text), self._spoken)
        known = found[0].gender or self._genders.get(found[0].name, "") if found else ""
        return found if found and (not known or not gender or known == gender) else None

    def _unnamed(self, span: Span) -> Resolved | None:
        """Who "he" is after "the representative of Kenya said": a person known by description, who spoke last."""
        last = self._spoken[-1] if self._spoken else None
        if last is None or last.people or last.speaker is None or not is_one_person(last.speaker.name):
            return None
        between = Span(last.span.start, span.start) if last.span.start < span.start else None
        if between is None or self._scene.sentence_of(span.start) - self._scene.sentence_of(last.span.start) > 2:
            return None
        if any(p.sure and not m.possessive for m, p in self._scene.mentions_in(between)):
            return None
        return Resolved((), last.speaker, 0.75)

    def _relative(self, span: Span) -> Resolved:
        """ "who": the name right before it, or somebody described; "which": the body."""
        before = self._scene.mentions_in(Span(max(0, span.start - _NAME_BEFORE), span.start)) if span.start else []
        near = [person for mention, person in before if span.start - mention.span.end <= 3]
        if near:
            return self._people((near[0],), 0.9)
        body = _BODY_BEFORE.search(self._scene.text[max(0, span.start - _NAME_BEFORE) : span.start])
        fits = body and (span.of(self._scene.text).lower() == "which" or head_of(body[1]) is not None)
        return self._described(Span(span.start - len(body[0]), span.start), body[1]) if body and fits else _NOBODY

    def _described(self, span: Span, phrase: str) -> Resolved:
        """A source without a name: a person by office, a country, a seat of power, or a body."""
        if answer := self._same_official(span, phrase) or self._by_description(span, phrase):
            return answer
        if (owned := _POSSESSIVE.match(phrase)) and (answer := self._possessed(span, owned)):
            return answer
        if whose := _WHOSE.fullmatch(phrase):
            near = [p for p in self._scene.places if 0 <= span.start - p.span.end <= _CLOSE]
            return self._body(whose[1], near[-1].country) if near else _NOBODY
        if owned and owned["owner"].lower() == "its" and owned["rest"][:1].isupper():
            # "Norway sees it otherwise. Its Harbour Council said …"
            return self._body(owned["rest"], find_subject_before(self._scene.text, span.start), span.start)
        name = DETERMINER.sub("", without_apposition(phrase))
        if re.fullmatch(r"[A-Z]{2,5}", name) and (holder := self._by_initials(name)):
            return self._people((holder,), 0.85)
        if said := _BODYS_WORDS.fullmatch(phrase):
            return self._explicit(Span(span.start + said.start("owner"), span.start + said.end("owner")))
        if place := country_of(name):
            country, naming = place
            shown = name if naming is Naming.SEAT else self._scene.full_country(country)
            return Resolved((), Speaker(shown, None, country), 0.93)
        return self._body(phrase, None, span.start)

    def _same_official(self, span: Span, phrase: str) -> Resolved | None:
        """ "the official" after "a senior official said": the one without a name who spoke last or before that."""
        short = _THE_ONE.fullmatch(phrase)
        if short is None:
            return None
        here = self._scene.sentence_of(span.start)
        for said in self._spoken[-_LATELY:][::-1]:
            if said.people or said.speaker is None or here - self._scene.sentence_of(said.span.start) > _LATELY:
                continue
            if is_one_person(said.speaker.name) and head_of(said.speaker.name) == head_of(short["head"]):
                return Resolved((), said.speaker, 0.8)
        return None

    def _possessed(self, span: Span, owned: re.Match[str]) -> Resolved | None:
        """ "his Icelandic counterpart", "her host", "his remarks", "her spokesman": somebody by whose he is."""
        found = self._antecedent(span, owned["owner"].lower())
        if found and owned["owner"].lower() in ("his", "her"):
            words = re.findall(r"[\w-]+", owned["rest"].lower())
            if {"host", "hostess", "guest", "visitor", "interlocutor"} & set(words):
                other = find_other(self._scene, span, found[0])
                return self._people((other,), 0.75) if other else _NOBODY
            if "counterpart" in words and (other := find_counterpart(self._scene, owned["rest"], found[0])):
                return self._people((other,), 0.8)
            if words and words[-1] in SPEECH_NOUNS:
                return self._people((found[0],), 0.35 + 0.6 * found[1])
            name = found[0].name
            country = find_country(owned["rest"]) if "counterpart" in words else found[0].country
            return replace(self._body(f"{name}'s {owned['rest']}", country), confidence=0.3 + 0.6 * found[1])
        return None

    def _by_initials(self, letters: str) -> Person | None:
        """Whose office the letters shorten: "EAM" for the External Affairs Minister, "PM" for the Prime Minister."""
        holders = [
            p
            for p in self._scene.people
            if p.role
            and "".join(w[0] for w in p.role.replace("-", " ").split() if w not in {"of", "for", "and", "the"}).upper()
            == letters
        ]
        return holders[0] if len(holders) == 1 else None

    def _by_description(self, span: Span, phrase: str) -> Resolved | None:
        definite = re.match(r"(?:the|his|her|their|its|this|that|both)\s", phrase, re.IGNORECASE) or (
            phrase[0].isupper() and not _INDEFINITE.match(phrase)
        )
        words = phrase.split()
        plural = words[-1].lower().endswith("s") and words[-1].lower() not in (
            "affairs",
            "states",
            "relations",
            "services",
        )
        if not definite or plural or len(words) > 9:
            return None
        if "counterpart" in phrase.lower() and (other := find_counterpart(self._scene, phrase, None)):
            return self._people((other,), 0.75)
        found = find_described(self._scene, span, phrase, self._spoken)
        return self._people((found[0],), found[1]) if found else None

    def _body(self, phrase: str, country: str | None, at: int | None = None) -> Resolved:
        """An organisation or a group; the fullest description of it so far lends its name. It stands at ``at``."""
        name = name_body(self._scene, phrase)
        if not name:
            return _NOBODY
        if earlier := find_earlier(name, phrase, self._bodies):
            return Resolved((), earlier, 0.8)
        if at is not None and (told := find_introduced(self._scene, phrase, at)):
            return Resolved((), told, 0.75)
        if at is not None and (full := find_full_name(self._scene, phrase, at)):
            return Resolved((), describe_body(self._scene, full[0], full[1], at), 0.8)
        if country is None and at is not None and SPOKESPERSON.match(phrase):
            country = self._spokesperson_of(at)
        if is_own_words(name, phrase) and self._spoken:
            return self._author()
        if country is None and without_apposition(phrase) != phrase:
            country = find_country(phrase)  # "Selmouth Watch, the Norwegian agency"
        return Resolved((), describe_body(self._scene, name, country, at), 0.85)

    def _spokesperson_of(self, at: int) -> str | None:
        """The country of the body that spoke in the sentence before ``at``, whose "a spokesman" is."""
        last = self._spoken[-1] if self._spoken else None
        if last is None or last.people or last.speaker is None:
            return None
        near = self._scene.sentence_of(at) - self._scene.sentence_of(last.span.start) <= 1
        return last.speaker.country if near else None

    def _author(self) -> Resolved:
        """Whose "the statement" is: who spoke last."""
        last = self._spoken[-1] if self._spoken else None
        if last is not None and last.people:
            return self._people(last.people, 0.7)
        issuers = [body for body in self._bodies if not is_one_person(body.name)] or self._bodies
        return Resolved((), issuers[-1], 0.7) if issuers else _NOBODY

    def _several(self, span: Span) -> Resolved | None:
        """All of "X and Y" together, where each can be resolved by itself; else None."""
        answers = [self._explicit(part) for part in find_parts(self._scene, span)]
        speakers = [a.speaker for a in answers if a.speaker is not None]
        if not answers or len(speakers) < len(answers):
            return None
        people = tuple(p for a in answers for p in a.people)
        return Resolved(people, join_speakers(speakers), min(a.confidence for a in answers))

    def _people(self, people: tuple[Person, ...], confidence: float) -> Resolved:
        return Resolved(people, join_speakers([Speaker(p.name, p.role, p.country) for p in people]), confidence)

    # --- sources left out ---

    def _elided(self, i: int, earlier: list[int]) -> Resolved:
        """Who speaks where no source stands: who spoke before in the sentence, else whom the sentence is about."""
        one = self._sources[i]
        if (head := find_list_head(self._scene.text, one.place.start)) is not None:
            return self._explicit(head)
        sentence = self._scene.sentences[self._scene.sentence_of(one.place.start)]
        first = not any(self._sources[j].place.start >= sentence.start for j in earlier)
        if is_agentless(self._scene, one, first=first):
            return _NOBODY
        if before := find_predecessor(self._scene, self._sources, self._outer, i, earlier):
            answer = self._done[before[0]]
            return replace(answer, confidence=answer.confidence * before[1])
        if one.cue is None:
            return _NOBODY
        if people := find_subjects(self._scene, one):
            return self._people(people, 0.8)
        opening = self._scene.text[sentence.start : one.cue.start]
        if re.match(r"(?:he|she)\b", opening, re.IGNORECASE):
            return self._pronoun(
                Span(sentence.start, sentence.start + len(opening.split()[0])), opening.split()[0].lower()
            )
        phrase = re.match(r"(?:the|its|both)?\s*(?:[\w’'.-]+\s+){1,5}", opening, re.IGNORECASE)
        if phrase and (described := find_described(self._scene, sentence, phrase.group().strip(), self._spoken)):
            return self._people((described[0],), 0.6)
        return _NOBODY


def resolve_speakers(scene: Scene, sources: Iterable[Source]) -> tuple[Resolved, ...]:
    """The speakers of ``sources``, one answer each, in the order given."""
    return Resolver(scene, tuple(sources)).resolve()
