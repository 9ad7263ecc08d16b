"""Finds descriptions that may refer to a person without an office beside the name, with their features.

"A Norwegian envoy left. Orla Venn said", "Venn spoke. The minister added": ``candidate_ranker`` weighs the features.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from math import log1p

from bot.domain.text import Span, number_at
from bot.gazetteer.countries import NamingKind, PlaceMention, find_country
from bot.gazetteer.office_words import GENDERED_HEADS, HEADS, INSTITUTIONS, MODIFIERS, office_words, other_styles
from bot.gazetteer.public_figures import find_figure, find_state
from bot.gazetteer.speaker_kinds import kind_of
from bot.nlp.speakers.candidate_ranker import load_ranker
from bot.nlp.speakers.clause_positions import opens_sentence
from bot.nlp.speakers.names import NameMention, is_subject
from bot.nlp.speakers.office_features import MOST_MENTIONS, Candidates, Features, OfficePhrase, describe
from bot.nlp.speakers.offices import clean_role
from bot.nlp.speakers.people import Person
from bot.nlp.speakers.titles import find_loose_apposition

_WORD = re.compile(r"[^\W\d_]+(?:[-.'’][^\W\d_]+)*")
_OF = re.compile(
    r" (?:of|for|to) (?:the )?(?:staff|state|parliament|defen[cs]e|foreign affairs|"
    r"[A-ZÀ-Þ][\w’'-]*(?: (?:of |and |the )?[A-ZÀ-Þ][\w’'-]*){0,4})"
)
_LED_BY = re.compile(
    r"\b(?P<article>the|an?|his|her|their|its|as|was|became|is|named|elected|appointed|former|then)[ -]$", re.IGNORECASE
)
_BECAME = re.compile(r"\b(?:he|she)\s(?:\w+\s)?(?:became|was|is)\s(?:the\s|an?\s)?$", re.IGNORECASE)
_SUPPOSED = re.compile(
    r"(?<![\w’'-])(?:[Ii]f\s(?:[\w’'-]++\s){0,3}+|(?:to|would)\s(?:be|become)\s(?:the\s|an?\s)?|[A-ZÀ-Þ][\w’'-]*+\sas\s)$"
)
"""What precedes an office that somebody would hold: "if elected", "to be", "with Orla Venn as"."""
_WOULD = re.compile(r",?\s(?:(?:he|she)\s)?(?:would|could|might|will)\b")
_NO_ONES = re.compile(r"(?<=,\s)[\w’'-]++[.,!?]{1,3}[”\"]|(?i:premier\sleague)\b")
"""An office by which somebody is spoken to ("“No, minister,” Venn said"), and words that only look like one."""
_SPEAKS = re.compile(
    r"(?:,[^,.\n]{3,90},)?\s+(?:\w+ly\s+|also\s+|had\s+|has\s+)?(?:said|says|told|called|warned|urged|denied|insisted|added|accused|rejected|"
    r"argued|wrote|tweeted|announced|noted|claimed|vowed|suggested|defended|described)\b"
)
_SPOKE = re.compile(
    r"(?:\s+(?:to|in|at)\s+(?:the\s+)?[A-ZÀ-Þ][\w.]*(?:\s[A-ZÀ-Þ]\w*)?)?"  # "Oslo's ambassador to Iceland has said"
    r"\s+(?:has\s+)?(?:said|announced|warned|told|declared|confirmed|demanded|claimed|complained|insisted|denied|"
    r"rejected|accused|condemned|stressed|noted|stated|added|argued|suggested|pledged|vowed|urged|criticised|criticized|"
    r"dismissed|admitted|acknowledged|revealed|disclosed|explained)\b"
)
_SUSPECT = re.compile(
    r"\b(?:suspect|suspected|fugitive|attacker|gunman|bomber|hijacker|killer|murderer|defendant|convict|terrorist|victim)s?,?\s\Z"
)
"""Before the name of somebody whom no office is told of besides."""
_LONGEST = 5
"""Maximum words before the head of an office."""
_PARTS = MODIFIERS | INSTITUTIONS | HEADS
_GAP = frozenset((" ", "-", "'s ", "’s ", " \u00a0"))
_SAID = ("said ", "says ")
_VAGUE = frozenset("diplomat official leader counterpart minister representative".split())
_COUNTERPART = "counterpart"
_BACK, _REACH, _NEAR, _FIRST = 8, 4, 2, 2
"""Sentences from a description to the first name, to others, and to count as near; mentions that count as first."""
_MOST = 64
"""Maximum descriptions before a name, and after it, that are considered."""
_AS = frozenset(("as", "was", "became", "is", "named", "elected", "appointed", "former", "then"))
_ENVOYS = frozenset(("envoy", "diplomat"))
_AGAIN, _STOP = 200, 2
"""How many characters after a name are searched for the description again; characters of a sentence's end."""
Held = tuple[str | None, frozenset[str], Person]
"""An office with its country, its words, and who holds it."""


class OfficeDescriptions:
    """The descriptions in one text that are not beside a name, with features for people without an office."""

    def __init__(
        self,
        text: str,
        sentences: Sequence[Span],
        places: Sequence[PlaceMention],
        people: Sequence[Person],
    ) -> None:
        self._text, self._sentences = text, sentences
        self.people = tuple(people)
        """The people, with the offices beside their names."""
        self.held: frozenset[Held] = frozenset((p.country, o, p) for p in people if p.sure and p.role for o in p.roles)
        """The offices beside names, with their countries."""
        self._named = sorted(
            ((m.span.start, p) for p in people if p.sure for m in p.mentions), key=lambda pair: pair[0]
        )
        self._starts = [start for start, _ in self._named]
        self.phrases = sorted(self._find(places), key=lambda one: one.span)
        """Every office in the text that is not beside a name."""
        self._at = [one.span.start for one in self.phrases]
        self._often = Counter(one.name.casefold() for one in self.phrases)
        self._main = max(people, key=lambda p: len(p.mentions), default=None)

    def _find(self, places: Sequence[PlaceMention]) -> Iterator[OfficePhrase]:
        """The offices in the text that belong to no name, with the country in them or right before."""
        text = self._text
        taken = sorted([m.role for p in self.people for m in p.mentions if m.role])
        names = sorted(m.span for p in self.people for m in p.mentions)
        ends = [place.span.end for place in places]
        words = list(_WORD.finditer(text))
        for i, match in enumerate(words):
            word = match.group().removesuffix("'s").removesuffix("’s")
            low = word.lower()
            if (
                low not in HEADS
                or _NO_ONES.match(text, match.start())
                or low in ("general", "state", "deputy", "crown", "top")
                or (low.endswith("s") and (low[:-1] in HEADS or f"{low[:-3]}y" in HEADS))
            ):
                continue
            end = match.start() + len(word)
            if (of := _OF.match(text, end)) is not None:
                end = of.end()
            if (
                i + 1 < len(words)
                and words[i + 1].group().lower() in HEADS
                and text[match.end() : words[i + 1].start()] in _GAP
            ):
                continue
            k = i
            while k and i - k < _LONGEST and text[words[k - 1].end() : words[k].start()] in _GAP:
                before = words[k - 1].group()
                if not (before.lower() in _PARTS or (before.isupper() and len(before) > 1)):
                    break
                k -= 1
            start, country = words[k].start(), None
            last = bisect_left(ends, start + 1) - 1
            if last >= 0 and text[ends[last] : start] in _GAP:
                if places[last].naming is NamingKind.SEAT and "s" not in text[ends[last] : start]:
                    continue  # a city's
                start, country = places[last].span.start, places[last].country
            span = Span(start, end)
            country = country or find_country(text[words[k].start() : end])
            near = bisect_left(names, Span(end, end + 1), key=lambda one: one) if names else 0
            before_name = near < len(names) and names[near].start - end <= 2
            in_name = near > 0 and names[near - 1].end > span.start
            if in_name or (before_name and "." not in text[end : names[near].start]):
                continue  # "Orla King", "Minister Orla Venn"
            at = bisect_right(taken, span.start, key=lambda one: one.start)
            if any(one.overlaps(span) for one in taken[max(0, at - 3) : at + 2]):
                continue
            name = clean_role(span.of(text))
            if name:
                yield OfficePhrase(span, name, country)

    def of_person(self, person: Person, held: Collection[Held]) -> Candidates:
        """The descriptions that may be of ``person``, and "none". ``held`` are the offices of others."""
        found: dict[str, tuple[OfficePhrase, Features]] = {}
        if find_loose_apposition(self._text, person.mentions[0].span.end) is not None and person.role is None:
            return {}  # "Orla Venn, a baker in Oslo,": the text says something else of her
        starts = [mention.span.start for mention in person.mentions[:MOST_MENTIONS]]
        if any(_SUSPECT.search(self._text, max(0, start - 12), start) for start in starts):
            return {}
        for number, mention in enumerate(person.mentions[:MOST_MENTIONS]):
            here = number_at(self._sentences, mention.span.start)
            low = bisect_left(self._at, self._sentences[max(0, here - _BACK)].start)
            high = bisect_left(self._at, self._sentences[min(len(self._sentences) - 1, here + _REACH)].end)
            at = bisect_left(self._at, mention.span.start)
            low, high = max(low, at - _MOST), min(high, at + _MOST)
            subject = number < _FIRST and is_subject(self._text, self._sentences[here], mention)
            for one in self.phrases[low:high]:
                if self._is_other(person, one, here):
                    continue
                key = f"{one.name.casefold()}|{one.country}"
                if key not in found:
                    found[key] = one, self._of_phrase(person, one, held)
                self._place(found[key][1], person, one, _Naming(mention, here, number == 0, subject))
        if not found:
            return {}
        none = {
            "none": 1.0,
            "none, mentions": log1p(len(person.mentions)),
            "none, of many": log1p(len(found)),
            "none, main": float(person is self._main),
            "none, figure": float(find_state(person.name) is not None),
            "none, one word": float(len(person.name.split()) == 1),
            "none, unsure": float(not person.sure),
            "none, doubted": float(any(m.doubted for m in person.mentions)),
            "none, office told": float(person.role is not None),
            "none, silent": float(not self._speaks(person)),
        }
        candidates: Candidates = {None: {name: v for name, v in none.items() if v}}
        for phrase, features in found.values():
            candidates[phrase] = {name: v for name, v in features.items() if v}
        return candidates

    def _is_other(self, person: Person, one: OfficePhrase, here: int) -> bool:
        """Whether a description cannot be of ``person``, who is named in sentence ``here``.

        It is in that sentence and not bare, like "as minister"; or it is no fuller form of the office beside the name.
        """
        led = _LED_BY.search(self._text[max(0, one.span.start - 12) : one.span.start])
        if self._text.endswith(("our ", "my "), 0, one.span.start):
            return True  # nobody calls themselves "our ambassador"
        if self._is_supposed(person, one, as_one=led is not None and led["article"].lower() == "as"):
            return True
        bare = one.country is None and (led is None or led["article"].lower() in _AS)
        if number_at(self._sentences, one.span.start) == here and not bare:
            return True
        became = _BECAME.search(self._text, max(0, one.span.start - 40), one.span.start)
        if became is not None:
            last = bisect_left(self._starts, became.start()) - 1
            if last < 0 or self._named[last][1] is not person:
                return True  # "Venn thanked Roe. He became minister in July.": the pronoun is not about just anybody
        genders = {GENDERED_HEADS[word] for word in one.name.lower().split() if word in GENDERED_HEADS}
        if person.gender and genders and person.gender not in genders:
            return True
        figure = find_state(person.name)
        if figure and one.country not in (None, figure):
            return True
        if person.role is None:
            return False
        wanted, words = office_words(person.role), office_words(one.name)
        fuller = wanted <= words or (wanted <= _ENVOYS and "ambassador" in words)
        return one.country is None or not fuller or one.span.start > person.mentions[0].span.start

    def _is_supposed(self, person: Person, one: OfficePhrase, *, as_one: bool) -> bool:
        """Whether somebody would hold an office, or another does: "as president, he would", "with Orla Venn as"."""
        before = _SUPPOSED.search(self._text, max(0, one.span.start - 60), one.span.start)
        if not as_one:
            return before is not None
        if before is None:
            return _WOULD.match(self._text, one.span.end) is not None
        last = bisect_left(self._starts, one.span.start) - 1
        return last < 0 or self._named[last][1] is not person

    def _speaks(self, person: Person) -> bool:
        ends = (m.span for m in person.mentions)
        return any(_SPEAKS.match(self._text, m.end) or self._text.endswith(_SAID, 0, m.start) for m in ends)

    def _of_phrase(self, person: Person, one: OfficePhrase, held: Collection[Held]) -> Features:
        """The features of a description that do not depend on the name's position."""
        words, kind = office_words(one.name), kind_of(one.name)
        figure = find_state(person.name)
        country = person.country or figure
        led = _LED_BY.search(self._text[max(0, one.span.start - 12) : one.span.start])
        features = describe(self._text, one.span, one.name)
        features[f"led by {led['article'].lower() if led else 'nothing'}"] = 1.0
        features["often"] = log1p(self._often[one.name.casefold()])
        features["of country"] = float(one.country is not None)
        features["fuller"] = float(person.role is not None)
        if one.country and country:
            features["country agrees" if one.country == country else "country differs"] = 1.0
        if person is self._main:
            features["for main"] = features[f"for main | {kind}"] = 1.0
        if figure is not None:
            features[f"for figure | {kind}"] = 1.0
        others = [other for other in held if other[2] is not person]
        same = [other for other in others if one.country is not None and other[0] == one.country]
        features["held"] = float(any(words == office for _, office, _ in others))
        features["held there"] = float(any(words == office for _, office, _ in same))
        features["alike there"] = float(any(words & office or words & _VAGUE for _, office, _ in same))
        features["alike of no country"] = float(
            any(
                words & office and _COUNTERPART not in words
                for country, office, other in others
                if country is None and other.mentions[0].span.start < one.span.start
            )
        )
        return features

    def _place(self, features: Features, person: Person, one: OfficePhrase, naming: "_Naming") -> None:
        """The features of a description's position relative to one mention of the name; the nearest counts."""
        mention, there = naming.mention, number_at(self._sentences, one.span.start)
        before = one.span.start < mention.span.start
        ends = (one.span.end, mention.span.start) if before else (mention.span.end, one.span.start)
        low, high = bisect_left(self._starts, ends[0]), bisect_left(self._starts, ends[1])
        alone = {p for _, p in self._named[low:high]} <= {person}
        apart, sentence = abs(naming.sentence - there), self._sentences[there]
        if before and naming.sentence - there > _REACH and not naming.first:
            return
        order = "before" if before else "after"
        opens = opens_sentence(self._text, sentence, one.span.start)
        _raise(features, f"{order}, {min(apart, 4)} sentences", 1.0)
        _raise(features, f"{order}, near", 1 / (1 + apart))
        _raise(features, "nobody between", float(alone))
        _raise(features, f"{order}, nobody between", float(alone and apart <= _NEAR))
        _raise(features, f"{order}, opens", float(opens and apart <= _NEAR))
        if before and naming.first:
            spoke = _SPOKE.match(self._text, one.span.end, one.span.end + _AGAIN) is not None
            leads = apart == 1 and (opens or spoke or sentence.end - one.span.end <= _STOP)
            again = len(person.mentions) > 1
            _raise(features, "before first mention", 1.0)
            _raise(features, "leads", float(leads))
            _raise(features, "leads to subject", float(leads and naming.subject))
            _raise(features, "to subject", float(naming.subject and 0 < apart <= _NEAR))
            _raise(features, "to subject named again", float(naming.subject and 0 < apart <= _NEAR and again))
            head = re.escape(one.name.split()[-1])
            taken = re.search(rf"\b[Tt]he (?:\w+ )?{head}\b(?! of\b)", self._text[mention.span.end :][:_AGAIN])
            _raise(features, "taken up after", float(apart > 0 and naming.subject and taken is not None))
        if not before and apart == 1 and opens:
            definite = self._text[max(0, one.span.start - 4) : one.span.start].lower() == "the "
            _raise(features, "opens after speech", float(definite and self._speaks(person)))


@dataclass(frozen=True, slots=True)
class _Naming:
    """A mention of a person in a sentence: whether it is the first one, and whether it is a subject."""

    mention: NameMention
    sentence: int
    first: bool
    subject: bool


def infer_offices(descriptions: OfficeDescriptions) -> list[Person]:
    """The people of a text; those without an office get the office and country of their description.

    The most certain are decided first: a description that is taken cannot be anybody else's.
    """
    ranker = load_ranker("described_office")
    held = set(descriptions.held)
    known: dict[Person, Person] = {}
    open_ones = [
        p
        for p in descriptions.people
        if (p.role is None and (p.sure or len(p.mentions[0].words) > 1)) or (p.role and p.country is None and p.sure)
    ]
    candidates = {p: descriptions.of_person(p, held) for p in open_ones}
    first = {p: ranker.choose(candidates[p]) for p in open_ones if candidates[p]}
    for person in sorted(first, key=lambda p: (first[p][0] is None, -first[p][1])):
        found, _ = ranker.choose(descriptions.of_person(person, held)) if known else first[person]
        if found is not None:
            known[person] = _described(person, found)
            held.add((known[person].country, office_words(found.name), person))
    return [known.get(person, person) for person in descriptions.people]


def _described(person: Person, one: OfficePhrase) -> Person:
    words = office_words(one.name)
    longer = person.role is None or len(words) > len(office_words(person.role))
    return replace(
        person,
        role=one.name if longer else person.role,
        country=person.country or find_figure(person.name) or one.country,
        roles=(*person.roles, words, *other_styles(words)),
        sure=True,
    )


def _raise(features: Features, name: str, value: float) -> None:
    if value > features.get(name, 0.0):
        features[name] = value
