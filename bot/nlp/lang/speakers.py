"""Who the sources of one text are: names as fully as the text gives them, and whom pronouns and no words mean.

One walk through the text. Where nothing agrees nobody is named; each answer says how sure it is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.nlp.lang.lexicon import Word, fold
from bot.nlp.lang.parties import Party, PartyKind, name_key, parse_party, stem
from bot.nlp.lang.statements import Page
from bot.nlp.tagger.tagged_text import AttributionLink

NAMED, NAMED_BEFORE, REFERRED, ELIDED, DESCRIBED, GUESSED = 0.95, 0.9, 0.8, 0.75, 0.7, 0.5
"""How often an answer of each kind is right, as counted on annotated texts."""
_BACK = 12
_FORMS = 3
_HEAD = 5
_PARAGRAPHS = 2
_NAMING = (PartyKind.PERSON, PartyKind.PLACE, PartyKind.BODY, PartyKind.GROUP, PartyKind.OTHER)


@dataclass(slots=True)
class Person:
    """Somebody whom the text names, as far as it has told."""

    name: str
    role: str | None = None
    country: str | None = None
    feminine: bool | None = None
    places: list[int] = field(default_factory=list)

    def learn(self, party: Party) -> None:
        """Take in what another naming tells."""
        if len(party.name.split()) > len(self.name.split()) or (
            len(self.name.split()) == 1 and len(party.name) > len(self.name) and "·" in party.name
        ):
            self.name = party.name
        if self.role is None or (party.role and self.country is None and party.country):
            self.role = party.role or self.role
        self.country = self.country or party.country
        self.feminine = party.feminine if self.feminine is None else self.feminine
        self.places.append(party.span.start)

    @property
    def speaker(self) -> Speaker:
        """The person as a speaker."""
        return Speaker(self.name, self.role, self.country)


@dataclass(frozen=True, slots=True)
class Answer:
    """Who speaks, and the probability that it is right; nobody where it cannot be told."""

    speaker: Speaker | None
    confidence: float = 0.0


NOBODY = Answer(None)


def resolve_speakers(page: Page, links: Sequence[AttributionLink]) -> list[Answer]:
    """An answer for each of ``links``, which stand in order of the text."""
    resolver = _Resolver(page)
    for link in links:
        resolver.introduce(link)
    resolver.introduce_named()
    answers: list[tuple[Answer, Person | None]] = [(NOBODY, None)] * len(links)
    order = sorted(range(len(links)), key=lambda n: (links[n].cue or links[n].content[0]).start)
    for number in order:
        answers[number] = resolver.answer(links[number])
    # what was told of a person later holds for all that the person says
    return [replace(answer, speaker=person.speaker) if person else answer for answer, person in answers]


@dataclass(frozen=True, slots=True)
class _Said:
    """Who spoke before, and where."""

    answer: Answer
    place: int
    person: Person | None
    party: Party | None


class _Resolver:
    def __init__(self, page: Page) -> None:
        self._page, self._lexicon = page, page.lexicon
        self._all_words = page.words(Span(0, len(page.text))) if page.text else []
        self._people: dict[str, Person] = {}
        self._said: list[_Said] = []

    # who there is

    def introduce(self, link: AttributionLink) -> None:
        """Know a person whom a source names."""
        if link.source is not None:
            party = self._party(link, link.source)
            if party.kind is PartyKind.PERSON:
                self._enter(party)

    def _party(self, link: AttributionLink, source: Span) -> Party:
        party = parse_party(self._page.text, source, self._lexicon)
        if party.kind is PartyKind.PERSON and self._oblique(link):
            party = replace(party, name=self._nominative(party))
        told = self._cue_gender(link)
        return replace(party, feminine=told) if party.feminine is None and told is not None else party

    def _oblique(self, link: AttributionLink) -> bool:
        """Whether a source stands in another case: after "according to", or behind a cue that is a noun."""
        return link.cue is not None and any(w.of(self._lexicon.lists["according"]) for w in self._page.words(link.cue))

    def _cue_gender(self, link: AttributionLink) -> bool | None:
        lists = self._lexicon.lists
        for word in self._page.words(link.cue) if link.cue else ():
            if word.of(lists["cue.feminine"]):
                return True
            if word.of(lists["cue.masculine"]):
                return False
        return None

    def _enter(self, party: Party) -> Person:
        person = self._find(party.name)
        if person is None:
            person = self._people[name_key(party.name, self._lexicon)] = Person(party.name)
        person.learn(party)
        return person

    def _find(self, name: str) -> Person | None:
        key = name_key(name, self._lexicon)
        found = self._people.get(key)
        if found is None and self._lexicon.writing.unspaced:
            ends = [p for p in self._people.values() if p.name.endswith(name) or name.endswith(p.name)]
            return ends[0] if len(ends) == 1 else None
        return found

    def introduce_named(self) -> None:
        """Learn role and country from other namings: words of a role right before or after a name."""
        text, lists = self._page.text, self._lexicon.lists
        if self._lexicon.writing.unspaced:
            for person in tuple(self._people.values()):
                for match in re.finditer(re.escape(re.split("[·•・‧]", person.name)[-1]), text):
                    self._introduce_unspaced(person, Span(*match.span()))
            return
        words = self._page.words(Span(0, len(text))) if text else []
        for number, word in enumerate(words):
            if word.of(lists["titles.words"]) and not (number and words[number - 1].of(lists["titles.words"])):
                self._introduce_titled(words[number : number + _BACK])
        keys = set(self._people)
        for word in words:
            key = name_key(word.text, self._lexicon)
            if key in keys and (word.capital or not self._lexicon.writing.cased):
                self._people[key].places.append(word.span.start)

    def _introduce_titled(self, words: list[Word]) -> None:
        """Read on from a title as long as words may belong to a role and a name."""
        text = self._page.text
        end, named = 0, False
        lists = self._lexicon.lists
        for number, word in enumerate(words):
            gap = text[words[number - 1].span.end : word.span.start] if number else ""
            if any(mark in gap for mark in '.;:!?\n»”"“«()') or (named and ("," in gap or "،" in gap)):
                break
            if (
                number
                and self._lexicon.act(word.text) is not None
                and not word.capital
                and not word.of(lists["titles.words"])
            ):
                break
            party = parse_party(text, Span(words[0].span.start, word.span.end), self._lexicon)
            if named and party.kind is not PartyKind.PERSON:
                break
            if party.kind is PartyKind.PERSON and (self._lexicon.writing.cased or self._find(party.name)):
                if named and not word.capital:
                    break
                named, end = True, number
            elif named:
                break
        if named:
            party = parse_party(text, Span(words[0].span.start, words[end].span.end), self._lexicon)
            known = self._find(party.name)
            if known is not None:
                if name_key(party.name, self._lexicon) == name_key(known.name, self._lexicon):
                    self._learn(known, party)
            elif self._lexicon.writing.cased:
                self._enter(replace(party, name=self._nominative(party)))

    def _learn(self, person: Person, party: Party) -> None:
        longer = len(party.name.split()) > len(person.name.split())
        name = self._nominative(party) if longer else person.name
        person.learn(replace(party, name=name if name_key(name, self._lexicon) else person.name))

    def _nominative(self, party: Party) -> str:
        """The name as a subject: of its last word's forms in this text the shortest, in full where that is told."""
        if not self._lexicon.endings:
            return party.name
        words = party.name.split()
        return " ".join(self._shortest_form(word) for word in words) if words else party.name

    def _shortest_form(self, word: str) -> str:
        key = stem(fold(word), self._lexicon)
        forms = [w.text for w in self._all_words if w.capital and abs(len(w.text) - len(word)) <= _FORMS]
        forms = [form for form in forms if stem(fold(form), self._lexicon) == key]
        return min(forms, key=len, default=word)

    def _introduce_unspaced(self, person: Person, span: Span) -> None:
        text = self._page.text
        person.places.append(span.start)
        first = max([0, *(m.end() for m in re.finditer(r"[，。；：、\s“”「」（）()！？]", text[: span.start]))])
        title = self._lexicon.pattern["titles.words"]
        start = max(first, span.start - 24)
        if not any(m.end() == span.start - start for m in title.finditer(text[start : span.start])):
            return
        party = parse_party(text, Span(start, span.end), self._lexicon)
        if party.kind is PartyKind.PERSON and party.role and len(party.role) <= _BACK:
            person.learn(replace(party, name=person.name))

    # who speaks

    def answer(self, link: AttributionLink) -> tuple[Answer, Person | None]:
        """Who says ``link``; remembered for those that follow."""
        place = (link.cue or link.content[0]).start
        answer, person, party = self._answer(link, place)
        if answer.speaker is not None:
            self._said.append(_Said(answer, place, person, party))
        return answer, person

    def _answer(self, link: AttributionLink, place: int) -> tuple[Answer, Person | None, Party | None]:
        if link.source is None:
            before = self._last(place, 1 if link.cue is None else _PARAGRAPHS)
            if before is None or (self._disagrees(before, self._cue_gender(link))):
                return NOBODY, None, None
            sure = ELIDED if self._page.sentence(before.place) + 2 >= self._page.sentence(place) else GUESSED
            return Answer(before.answer.speaker, min(sure, before.answer.confidence)), before.person, before.party
        party = self._party(link, link.source)
        return self._of_party(party, link.source.start)

    def _of_party(self, party: Party, place: int) -> tuple[Answer, Person | None, Party | None]:
        kind = party.kind
        if kind is PartyKind.PERSON:
            person = self._find(party.name) or self._enter(party)
            return Answer(person.speaker, NAMED), person, party
        if kind in (PartyKind.PRONOUN, PartyKind.LAST):
            return self._referent(party, place)
        if kind is PartyKind.RELATIVE:
            nearest = self._nearest(place, None, same_sentence=True)
            return (Answer(nearest.speaker, REFERRED), nearest, party) if nearest else self._referent(party, place)
        if kind is PartyKind.DOCUMENT:
            return self._issuer(party, place)
        if kind is PartyKind.DESCRIPTION:
            return self._described(party, place)
        if kind is PartyKind.BODY:
            return self._body(party)
        return Answer(Speaker(party.name, None, party.country), NAMED_BEFORE), None, party

    def _body(self, party: Party) -> tuple[Answer, Person | None, Party | None]:
        """A body by its name; by its kind alone ("the agency") one named before of that kind, or that spoke last."""
        plain = " " not in party.name and party.name[:1].islower() and party.country is None
        if plain and not self._lexicon.writing.unspaced:
            head = fold(party.name)[:_HEAD]
            bodies = [said for said in self._said if said.person is None and said.answer.speaker is not None]
            same = [one for one in bodies if one.answer.speaker and head in fold(one.answer.speaker.name)]
            generic = any(w.of(self._lexicon.lists["bodies.generic"]) for w in self._lexicon.words(party.name))
            if same or (bodies and generic):
                before = (same or bodies)[-1]
                return Answer(before.answer.speaker, DESCRIBED if same else GUESSED), None, before.party
        return Answer(Speaker(party.name, None, party.country), NAMED_BEFORE), None, party

    def _referent(self, party: Party, place: int) -> tuple[Answer, Person | None, Party | None]:
        before = self._last(place, _PARAGRAPHS)
        if party.plural:
            if before is not None and before.person is None:
                return Answer(before.answer.speaker, REFERRED), None, before.party
            return NOBODY, None, None
        if before is not None and before.person is not None and not self._disagrees(before, party.feminine):
            return Answer(before.answer.speaker, REFERRED), before.person, before.party
        near = before is not None and self._page.sentence(before.place) + 1 >= self._page.sentence(place)
        if before is not None and near and before.person is None and not (before.party and before.party.plural):
            return Answer(before.answer.speaker, REFERRED), None, before.party
        person = self._nearest(place, party.feminine, same_sentence=False)
        return (Answer(person.speaker, DESCRIBED), person, party) if person else (NOBODY, None, None)

    def _disagrees(self, before: _Said, feminine: bool | None) -> bool:
        """Whether who spoke before is of another gender than is told here."""
        known = before.person.feminine if before.person else None
        return feminine is not None and known is not None and known != feminine

    def _last(self, place: int, paragraphs: int) -> _Said | None:
        """Who spoke last, in this paragraph or in so many before it."""
        if not self._said:
            return None
        before = self._said[-1]
        lines = sum(1 for p in self._page.paragraphs if before.place < p.start <= place)
        return before if lines < paragraphs + 1 else None

    def _nearest(self, place: int, feminine: bool | None, *, same_sentence: bool) -> Person | None:
        """The person named last before a place, of that gender or of an untold one."""
        page = self._page
        number = page.sentence(place)
        first = page.sentences[number if same_sentence else max(0, number - 3)].start if page.sentences else 0
        agreeing = [p for p in self._people.values() if feminine is None or p.feminine in (None, feminine)]
        told = [(max((at for at in p.places if first <= at < place), default=-1), p) for p in agreeing]
        if feminine:
            told = [pair for pair in told if pair[1].feminine and pair[0] >= 0] or told
        told = [pair for pair in told if pair[0] >= 0]
        return max(told, key=lambda pair: pair[0])[1] if told else None

    def _issuer(self, party: Party, place: int) -> tuple[Answer, Person | None, Party | None]:
        """Whose document it is: the body or state of its phrase, else who spoke last."""
        before = self._last(place, 1)
        if before is not None:
            return Answer(before.answer.speaker, GUESSED), before.person, before.party
        return Answer(Speaker(party.name, None, party.country), GUESSED), None, party

    def _described(self, party: Party, place: int) -> tuple[Answer, Person | None, Party | None]:
        """Who holds an office: the person of that role and country, else who spoke last and has no other."""
        head = _head(party.role, self._lexicon.writing.unspaced)
        before = self._last(place, 0)
        if before is not None and before.person is not None and self._holds(before, party, head):
            before.person.country = before.person.country or party.country
            return Answer(before.answer.speaker, DESCRIBED), before.person, before.party
        same = [p for p in self._people.values() if p.role and _head(p.role, self._lexicon.writing.unspaced) == head]
        same = [p for p in same if _agree(party.country, p.country) and any(at < place for at in p.places)]
        if same:
            latest = max(same, key=lambda p: max(at for at in p.places if at < place))
            return Answer(latest.speaker, DESCRIBED), latest, party
        person = before.person if before is not None and not self._disagrees(before, party.feminine) else None
        if before is not None and person is not None and _agree(party.country, person.country):
            return Answer(before.answer.speaker, GUESSED), person, before.party
        before = self._last(place, _PARAGRAPHS)
        if before is not None and before.person is not None and self._holds(before, party, head):
            person = before.person
            if person.role is None and not self._generic(party):
                person.role = party.role
            person.country = person.country or party.country
            return Answer(person.speaker, DESCRIBED), person, party
        person = before.person if before is not None else None
        if before is not None and person is not None and _both_feminine(person, party):
            return Answer(before.answer.speaker, GUESSED), person, party
        return Answer(Speaker(party.name, None, party.country), GUESSED), None, party

    def _holds(self, before: _Said, party: Party, head: str) -> bool:
        """Whether who spoke before may be the one described: same country and gender, and the office or none known."""
        person = before.person
        if person is None or self._disagrees(before, party.feminine) or not _agree(party.country, person.country):
            return False
        return person.role is None or self._generic(party) or _head(person.role, self._lexicon.writing.unspaced) == head

    def _generic(self, party: Party) -> bool:
        """Whether a description fits holders of many offices: "the diplomat"."""
        if self._lexicon.writing.unspaced:
            return self._lexicon.pattern["titles.generic"].search(party.name) is not None
        return any(w.of(self._lexicon.lists["titles.generic"]) for w in self._lexicon.words(party.name)[:2])


def _both_feminine(person: Person, party: Party) -> bool:
    return bool(person.feminine and party.feminine) and _agree(party.country, person.country)


def _agree(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _head(role: str | None, unspaced: bool) -> str:
    """The word of a role that names the office, roughly."""
    if not role:
        return ""
    return role[-2:] if unspaced else role.split()[0].casefold()[:5]
