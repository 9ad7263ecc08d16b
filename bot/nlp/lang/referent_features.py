"""Named features of each entity that a source may refer to, the same in all languages.

Sources come in a few sorts: a name, a description ("the minister"), a pronoun, a document, or no words at all. A
feature whose weight depends on the sort has it before a bar ("none | spoke last").
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log, log1p

from bot.domain.text import Span
from bot.gazetteer.latin_names import fold_name, names_in_script, script_of
from bot.nlp.lang.entities import Entity, EntityTable, Mention, office_head, without_article
from bot.nlp.lang.lexicon import Word, fold
from bot.nlp.lang.page import Page
from bot.nlp.lang.rankers import Features
from bot.nlp.lang.source_phrases import PhraseKind, SourcePhrase, is_any, is_demonstrative, is_function_word
from bot.nlp.tagger.tagged_text import AttributionLink

_MOST_CANDIDATES = 14
_LEAST, _LIKELY = 0.02, 0.1
_HEAD = 5
_BESIDE = 2
_FAR = 3
_LOOKED_AT = 30
"""A number of characters that contains at least one word."""
_RECENT = 8
"""Maximum statements after a report that "the report" follows."""
SORTS = {
    PhraseKind.PERSON: "name",
    PhraseKind.BODY: "body",
    PhraseKind.PLACE: "body",
    PhraseKind.GROUP: "group",
    PhraseKind.OTHER: "other",
    PhraseKind.DESCRIPTION: "described",
    PhraseKind.DOCUMENT: "document",
    PhraseKind.PRONOUN: "pronoun",
    PhraseKind.LAST: "pronoun",
    PhraseKind.RELATIVE: "relative",
}
NETWORK = "network"
"""The network's probability that words naming an entity are the speaker's name, as a logarithm."""
OWNER = "within source, owner"
"""The feature of a person named within a phrase that describes somebody else."""
OFFICE_DIFFERS = "office differs"
"""The feature of a person with another office than the one that describes the source."""
ELIDED, CONTINUED = "none", "continued"
"""Sorts of sources without words: with a cue, and without."""
_ISSUERS = (PhraseKind.PERSON, PhraseKind.BODY, PhraseKind.PLACE)
_KINDS = {
    PhraseKind.PERSON: "a person",
    PhraseKind.BODY: "a body",
    PhraseKind.PLACE: "a body",
    PhraseKind.DESCRIPTION: "a described one",
    PhraseKind.DOCUMENT: "a document",
    PhraseKind.GROUP: "a group",
    PhraseKind.OTHER: "another",
}


@dataclass(frozen=True, slots=True)
class Said:
    """Who spoke before (None if unknown), and where."""

    entity: Entity | None
    place: int
    link: AttributionLink


@dataclass(frozen=True, slots=True)
class Source:
    """The source of a link: its phrase, the entity with that name, and its sort."""

    link: AttributionLink
    phrase: SourcePhrase | None
    own: Entity | None
    issuers: tuple[Entity, ...]
    feminine: bool | None
    cue_feminine: bool | None
    """Whether the form of the cue shows that a woman speaks."""

    @classmethod
    def of(cls, table: EntityTable, link: AttributionLink) -> "Source":
        """The source of a link."""
        cue_feminine = table.cue_gender(link)
        if link.source is None:
            return cls(link, None, None, (), cue_feminine, cue_feminine)
        parsed = table.source_phrase(link)
        issuers = table.issuers(parsed) if parsed.kind is PhraseKind.DOCUMENT else ()
        return cls(link, parsed, table.own(parsed), issuers, parsed.feminine, cue_feminine)

    @property
    def sort(self) -> str:
        """The sort of its words."""
        if self.phrase is None:
            return ELIDED if self.link.cue else CONTINUED
        return SORTS[self.phrase.kind]

    @property
    def place(self) -> int:
        """Its position, or where it would be."""
        return (self.link.source or self.link.cue or self.link.content[0]).start


class ReferentFeatures:
    """The entities of a page, with features for each source in turn."""

    def __init__(self, page: Page, table: EntityTable, sources: Sequence[Source]) -> None:
        self._page, self._lexicon, self._table = page, page.lexicon, table
        self._entities = table.entities
        self._sources: dict[Entity, list[AttributionLink]] = {}
        for source in sources:
            if source.own is not None:
                self._sources.setdefault(source.own, []).append(source.link)
        self._title_end = page.paragraphs[0].end if page.paragraphs else 0
        self._nouns: dict[tuple[int, str], bool] = {}
        self._lines = [line.start for line in page.paragraphs]

    def candidates(self, source: Source, said: Sequence[Said]) -> tuple[list[Entity], list[Features]]:
        """The entities that ``source`` may refer to, each with its features; those of "nobody" come last."""
        place, sentence = source.place, self._page.sentence(source.place)
        near = sorted(
            (one for one in self._entities if one.mentions and not _contradicts(one, source)),
            key=lambda one: self._distance(one, place, sentence),
        )
        kept = near[:_MOST_CANDIDATES]
        spoke = [one.entity for one in said if one.entity is not None]
        wanted = [source.own, *source.issuers, *spoke[-2:]]
        wanted += [one for one in near[_MOST_CANDIDATES:] if share_of(one, source.link) > _LIKELY]
        more = [one for one in dict.fromkeys(wanted) if one is not None and one not in kept]
        kept += [one for one in more if not _contradicts(one, source)]
        last = _latest([m for one in kept if one is not source.own for m in one.mentions], place)
        rows = [self._describe(one, source, said, spoke, place, sentence, last) for one in kept]
        return kept, [*rows, self._nobody(source, said, rows)]

    def meant(self, source: Source, said: Sequence[Said]) -> Entity | None:
        """The entity that a source of a single noun refers to, if the text tells it for sure.

        "The paper" is the paper named last, if the noun was last used in its name; "the report" is of the party that
        last reported, or said something in a report; in Han, "the port's figures" are of the port.
        """
        parsed, own = source.phrase, source.own
        if parsed is None or own is None:
            return None
        if parsed.kind is PhraseKind.DOCUMENT:
            owner = next((one for one in source.issuers if one.kind is PhraseKind.BODY), None)
            return owner if owner and self._lexicon.writing.unspaced else self._issuer(parsed.name, said)
        if self._lexicon.writing.unspaced:
            return self._pointed_at(parsed.name, said)
        definite = self._lexicon.writing.definite[:1]
        if not definite or not parsed.name.startswith(definite) or len(self._lexicon.words(parsed.name)) != 1:
            return None
        used = self._heads.get(without_article(parsed.name, self._lexicon), [])
        before = used[: bisect_left(used, source.place)]
        named = self._named_by(before) if before else None
        described = parsed.kind in (PhraseKind.DESCRIPTION, PhraseKind.OTHER) and named is not None
        return None if described and not any(one.entity is named for one in said) else named

    def _named_by(self, uses: Sequence[int]) -> Entity | None:
        """The body that the last of some uses of a noun names: itself, or by the word after it."""
        last = uses[-1]
        if (named := self._named_at.get(last)) is not None:
            return named
        if (begun := self._bodies_at.get(last + 1)) is not None:
            return begun  # "movement [Reef]"
        follows = self._next_word(last)
        earlier = ((self._named_at.get(end), self._next_word(end)) for end in reversed(uses[-_RECENT:-1]))
        return next((one for one, word in earlier if one is not None and follows and word == follows), None)

    def _next_word(self, end: int) -> str:
        """The word after a position, if only a space is between."""
        after = self._page.words(Span(end, min(len(self._page.text), end + _LOOKED_AT)))[:1]
        return after[0].forms[0] if after and after[0].span.start == end + 1 else ""

    def _pointed_at(self, name: str, said: Sequence[Said]) -> Entity | None:
        """The body that spoke last, if its name has the noun of "this body"."""
        pointing = self._lexicon.pattern["pronouns.demonstratives"].match(name)
        noun = name[pointing.end() :] if pointing else ""
        spoke = (one.entity for one in reversed(said[-_RECENT:]) if one.entity is not None)
        last = next((one for one in spoke if one.kind is PhraseKind.BODY and one.name != name), None)
        return last if last is not None and len(noun) >= _BESIDE and noun in last.name else None

    def _issuer(self, name: str, said: Sequence[Said]) -> Entity | None:
        """Who spoke last in a sentence that has the noun of a document named without its owner."""
        pointing = self._lexicon.pattern["pronouns.demonstratives"].match(name)
        definite = self._lexicon.writing.definite[:1]
        if self._lexicon.writing.unspaced:
            noun = name[pointing.end() :] if pointing else name
        else:
            noun = without_article(name, self._lexicon) if definite and name.startswith(definite) else ""
        if not self._lexicon.lists["documents.words"].holds(noun):
            return None
        for one in reversed(said[-_RECENT:]):
            if self._has_noun(self._page.sentence(one.place), noun):
                entity = one.entity
                if entity is not None and not self._is_noun_alone(entity):  # not "his office"
                    return entity if entity.kind in _ISSUERS else None
        return None

    def _is_noun_alone(self, entity: Entity) -> bool:
        """Whether a body is named by nothing but a noun, in a script with spaces."""
        return entity.kind is PhraseKind.BODY and not self._lexicon.writing.unspaced and " " not in entity.name

    def _has_noun(self, number: int, noun: str) -> bool:
        """Whether a sentence has a document's noun."""
        known = self._nouns.get((number, noun))
        if known is None:
            sentence = self._page.sentences[number]
            if self._lexicon.writing.unspaced:
                known = self._page.text.find(noun, sentence.start, sentence.end) >= 0
            else:
                forms = (form for word in self._page.words(sentence) for form in word.forms)
                known = any(form.startswith(noun) and len(form) - len(noun) <= _BESIDE for form in forms)
            self._nouns[number, noun] = known
        return known

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        """Where the text has each noun without an article, by the noun."""
        found: dict[str, list[int]] = {}
        article = fold(self._lexicon.writing.definite[0])
        for word in self._page.words(Span(0, len(self._page.text))):
            for form in () if any(one.startswith(article) for one in word.forms) else word.forms:
                found.setdefault(form, []).append(word.span.end)
        return found

    @cached_property
    def _bodies_at(self) -> dict[int, Entity]:
        """Bodies that the gazetteer knows, by the start of each mention."""
        bodies = {one.span for one in self._page.places if one.body}
        mentions = ((one, mention.span) for one in self._entities for mention in one.mentions)
        return {span.start: one for one, span in mentions if span in bodies}

    @cached_property
    def _named_at(self) -> dict[int, Entity]:
        """Bodies, groups and described people of several words, by the end of the first word of each mention."""
        kinds = (PhraseKind.BODY, PhraseKind.GROUP, PhraseKind.DESCRIPTION)
        named = sorted(
            (one for one in self._entities if one.kind in kinds and " " in one.name), key=lambda one: len(one.name)
        )
        spans = ((one, mention.span) for one in named for mention in one.mentions)
        words = ((one, self._page.words(span)[:1]) for one, span in spans)
        return {word.span.end: one for one, found in words for word in found}

    def _distance(self, one: Entity, place: int, sentence: int) -> tuple[int, int]:
        before = [m for m in one.mentions if m.span.start <= place]
        if before:
            return sentence - before[-1].sentence, place - before[-1].span.start
        after = one.mentions[0]
        return 2 * (after.sentence - sentence) + 2, after.span.start - place

    def _describe(
        self,
        one: Entity,
        source: Source,
        said: Sequence[Said],
        spoke: Sequence[Entity],
        place: int,
        sentence: int,
        last: Mention | None,
    ) -> Features:
        found: Features = {_KINDS[one.kind]: 1.0}
        self._add_own(found, one, source)
        links = self._sources.get(one, [])
        others = [link for link in links if link is not source.link]
        found["named as source"] = log1p(len(others)) / 2
        found["never named as source"] = float(not links and source.sort != SORTS[PhraseKind.RELATIVE])
        found["sources' doubt"] = min((1.0 - link.score for link in links), default=0.0)
        if found.get("own") and source.phrase is not None and said:
            # "the minister", if somebody who may be the minister has just spoken
            near = self._line(place) - self._line(said[-1].place) <= 1
            bare = source.phrase.kind is PhraseKind.DESCRIPTION and self._is_bare(source.phrase)
            agree = any(
                other.feminine in (None, source.feminine) or source.feminine is None
                for other in spoke[-1:]
                if other.kind is PhraseKind.PERSON
            )
            found["own, bare after somebody"] = float(near and bare and agree)
            found["own, bare and pointing after somebody"] = float(
                near and bare and agree and is_demonstrative(source.phrase, self._lexicon, self._page.text)
            )
        self._add_mentions(found, one, source, place, sentence, last)
        self._add_speech(found, one, said, spoke, place)
        self._add_agreement(found, one, source)
        found["office untold, spoke last"] = float(bool(found.get("office untold") and found.get("spoke last")))
        found["office differs, only later"] = float(bool(found.get(OFFICE_DIFFERS) and found.get("only later")))
        found["mentions"] = log1p(len(one.mentions)) / 2
        found["in title"] = float(any(m.span.start < self._title_end for m in one.mentions))
        found = {name: value for name, value in found.items() if value}
        found |= {f"{source.sort} | {name}": value for name, value in found.items()}
        share = share_of(one, source.link)
        return found | ({NETWORK: log(share / _LEAST)} if share > _LEAST else {})

    def _add_own(self, found: Features, one: Entity, source: Source) -> None:
        """Add features for whether the phrase itself names the entity, and how well."""
        if one in source.issuers:
            found["issuer"] = 1.0
        parsed, link = source.phrase, source.link
        if parsed is None or one is not source.own or link.source is None:
            return
        found["own"] = 1.0
        found["own, function word"] = float(is_function_word(parsed, self._lexicon))
        found["own, doubt"] = 1.0 - link.score
        found["own, governed"] = float(self._table.is_after_preposition(link.source))
        found["own, plural"] = float(parsed.plural)
        found["own, length"] = log1p(len(parsed.name if self._lexicon.writing.unspaced else parsed.name.split())) / 3
        words = self._page.words(link.source)
        begun = not self._lexicon.writing.unspaced and bool(words) and self._lexicon.act(words[0].text) is not None
        found["own, verb first"] = float(begun and not words[0].of(self._lexicon.lists["titles.words"]))
        if parsed.kind is not PhraseKind.PERSON:
            found["own, unknown"] = float(is_any(parsed, self._lexicon, self._page.text))
            found["own, pointing"] = float(is_demonstrative(parsed, self._lexicon, self._page.text))
            found["own, generic"] = float(self._is_generic(parsed))
            found["own, one word"] = float(len(words) == 1 and not self._lexicon.writing.unspaced)
            found["own, small letters"] = float(self._lexicon.writing.cased and not any(w.capital for w in words))
            found["own, with state"] = float(parsed.country is not None)
            found["own, oblique"] = float(any(m.oblique and m.span.contains(link.source) for m in one.mentions))
        else:
            found["own, full name"] = float(" " in parsed.name or "·" in parsed.name)
            found["own, titled"] = float(parsed.role is not None)
            if not self._lexicon.writing.cased:
                known = names_in_script(script_of(parsed.name))
                parts = [parsed.name] if self._lexicon.writing.unspaced else parsed.name.split()
                found["own, figure's name"] = float(any(fold_name(part) in known for part in parts))
        if link.cue is not None:
            gap = max(link.source.start - link.cue.end, link.cue.start - link.source.end)
            found["own, apart from cue"] = log1p(max(0, gap - 2)) / 4
            found["own, behind conjunction"] = float(self._is_spoken_of(link.cue, link.source))
            inside = any(piece.overlaps(link.source) for piece in link.content)
            found["own, within words"] = float(inside)
            found["own, another nearer to cue"] = float(self._is_another_nearer(one, link.cue, gap))
        found["own, quoted"] = float(self._page.quotation(link.source.start) is not None)
        found["own, named again"] = float(len(one.mentions) > 1)

    def _is_spoken_of(self, cue: Span, source: Span) -> bool:
        """Whether a source follows the conjunction between a cue and its content."""
        if self._lexicon.writing.unspaced or source.start <= cue.end:
            return False
        between, conjunctions = self._page.words(Span(cue.end, source.start)), self._lexicon.lists["conjunctions"].whole
        return any(word.forms[0] in conjunctions for word in between)

    def _is_another_nearer(self, one: Entity, cue: Span, gap: int) -> bool:
        """Whether somebody else is named nearer to a cue, in its sentence."""
        sentence = self._page.sentence(cue.start)
        others = (m for other in self._entities if other is not one for m in other.mentions)
        near = (m.span for m in others if m.sentence == sentence and not m.quoted)
        return any(max(span.start - cue.end, cue.start - span.end) < gap for span in near)

    def _add_mentions(
        self, found: Features, one: Entity, source: Source, place: int, sentence: int, last: Mention | None
    ) -> None:
        """Add features for how the entity was mentioned before the source."""
        if one is source.own and len(one.mentions) == 1:
            return
        end = source.link.source.end if source.link.source else place
        before = [m for m in one.mentions if m.span.start < place]
        if not before:
            found["only later"] = 1.0
            after = next((m for m in one.mentions if m.span.start >= end), None)
            found["later, in sentence"] = float(after is not None and after.sentence == sentence)
        else:
            latest = before[-1]
            apart = sentence - latest.sentence
            found["in sentence"] = float(apart == 0)
            found["in sentence before"] = float(apart == 1)
            found["in last sentences"] = float(2 <= apart <= _FAR)
            found["far"] = float(apart > _FAR)
            found["latest"] = float(last is not None and latest.span == last.span)
            found["latest, opens sentence"] = float(latest.opens)
            found["latest, opens near sentence"] = float(latest.opens and apart <= 1)
            found["latest, quoted"] = float(latest.quoted)
            found["latest, oblique"] = float(latest.oblique)
            found["touches"] = float(0 <= place - latest.span.end <= _BESIDE)
            found["opens this line"] = float(
                self._line(latest.span.start) == self._line(place) and latest.opens and latest.sentence != sentence
            )
        link = source.link
        if link.source is None and link.cue is not None:
            gaps = [m.span.start - link.cue.end for m in one.mentions if m.sentence == sentence]
            found["right after cue"] = float(any(0 <= gap <= 2 * _BESIDE for gap in gaps))
            gaps = [link.cue.start - m.span.end for m in one.mentions if m.sentence == sentence]
            found["right before cue"] = float(any(0 <= gap <= 2 * _BESIDE for gap in gaps))
        inside = [m for m in one.mentions if any(piece.contains(m.span) for piece in link.content)]
        found["within words"] = float(bool(inside))
        found["only within words"] = float(len(inside) == len(one.mentions))

    def _add_speech(
        self, found: Features, one: Entity, said: Sequence[Said], spoke: Sequence[Entity], place: int
    ) -> None:
        """Add features for when the entity spoke before."""
        times = sum(1 for other in spoke if other is one)
        found["spoke"] = float(times > 0)
        found["share of speech"] = times / len(spoke) if spoke else 0.0
        if not spoke or spoke[-1] is not one:
            found["spoke, before last"] = float(len(spoke) > 1 and spoke[-2] is one)
            return
        before = next(other for other in reversed(said) if other.entity is one)
        apart = self._page.sentence(place) - self._page.sentence(before.place)
        lines = self._line(place) - self._line(before.place)
        found["spoke last"] = 1.0
        found["spoke last, in sentence"] = float(apart == 0)
        found["spoke last, in sentence before"] = float(apart == 1)
        found["spoke last, in this line"] = float(lines == 0)
        found["spoke last, in line before"] = float(lines == 1)
        found["spoke last, long ago"] = float(lines > _BESIDE)
        found["spoke last, stranger since"] = float(said[-1].entity is None)
        found["spoke twice"] = float(len(spoke) > 1 and spoke[-2] is one)

    def _add_agreement(self, found: Features, one: Entity, source: Source) -> None:
        """Add features for gender, number, state, office, and words shared by the phrase and the entity."""
        _add_gender(found, one, source)
        parsed = source.phrase
        if parsed is None or one is source.own:
            return
        phrase = source.link.source
        within = [m for m in one.mentions if phrase is not None and phrase.contains(m.span)]
        found["within source"] = float(bool(within))
        found["within source, oblique"] = float(any(m.oblique for m in within))
        if one.kind is PhraseKind.PERSON and phrase is not None:
            found[OWNER] = float(any(self._table.is_owner(one, m.span, phrase) for m in within))
        plural = one.plural or one.kind is PhraseKind.GROUP
        if parsed.kind is PhraseKind.PRONOUN and parsed.plural != plural:
            found["number differs"] = 1.0
        if parsed.country and one.country:
            found["state agrees" if parsed.country == one.country else "state differs"] = 1.0
        head, office = office_head(parsed.role, self._lexicon), office_head(one.role, self._lexicon)
        if self._is_generic(parsed):
            found["generic phrase"] = 1.0
        elif head and office:
            found["office agrees" if head == office else OFFICE_DIFFERS] = 1.0
        elif head:
            found["office untold"] = 1.0
        if parsed.kind is PhraseKind.DESCRIPTION and one.role and not self._is_generic(parsed):
            shared = self._shared(parsed.role or parsed.name, one.role)
            if shared is not None:
                found["office, shared"], found["office, more"] = shared, 1.0 - shared
        if parsed.kind not in (PhraseKind.PERSON, PhraseKind.PRONOUN, PhraseKind.RELATIVE, PhraseKind.LAST):
            found["shares a word"] = float(self._shares_word(parsed.name, one.name))

    def _shares_word(self, phrase: str, name: str) -> bool:
        if self._lexicon.writing.unspaced:
            return len(phrase) >= _BESIDE and phrase[-_BESIDE:] in name
        heads = [self._head(word) for word in self._lexicon.words(phrase) if len(word.text) > _FAR]
        own = {self._head(word) for word in self._lexicon.words(name)}
        return any(head in own for head in heads)

    def _shared(self, phrase: str, role: str) -> float | None:
        """The share of a phrase's words after the first (or of its character pairs) that an office has."""
        if self._lexicon.writing.unspaced:
            heads = [phrase[at : at + _BESIDE] for at in range(len(phrase) - 1)]
            return sum(head in role for head in heads) / max(1, len(heads))
        heads = [self._head(word) for word in self._lexicon.words(phrase)[1:] if len(word.text) > _FAR]
        own = {self._head(word) for word in self._lexicon.words(role)}
        return sum(head in own for head in heads) / len(heads) if heads else None

    def _head(self, word: Word) -> str:
        return without_article(word.text, self._lexicon)[:_HEAD]

    def _is_bare(self, parsed: SourcePhrase) -> bool:
        """Whether a phrase is little more than one noun, without a state."""
        if parsed.country is not None or is_any(parsed, self._lexicon, self._page.text):
            return False
        words = [w for w in self._lexicon.words(parsed.name) if w.forms[0] not in self._lexicon.lists["articles"].whole]
        return len(parsed.name) <= _FAR if self._lexicon.writing.unspaced else len(words) <= _FAR

    def _is_generic(self, parsed: SourcePhrase) -> bool:
        """Whether a phrase fits many: "the diplomat", "the agency", but not "the agency for energy"."""
        if not self._lexicon.writing.unspaced and not self._is_bare(replace(parsed, country=None)):
            return False
        for name in ("titles.generic", "bodies.generic"):
            if self._lexicon.writing.unspaced:
                if self._lexicon.pattern[name].search(parsed.name) is not None:
                    return True
            elif any(w.of(self._lexicon.lists[name]) for w in self._lexicon.words(parsed.name)[:2]):
                return True
        return False

    def _nobody(self, source: Source, said: Sequence[Said], rows: Sequence[Features]) -> Features:
        found: Features = {
            "nobody": 1.0,
            "nobody, few": 1.0 / (1 + len(rows)),
            "nobody, doubt": 1.0 - source.link.score,
            "nobody, first to speak": float(not any(one.entity for one in said)),
            "nobody, stranger last": float(bool(said) and said[-1].entity is None),
            "nobody, plural": float(bool(source.phrase and source.phrase.plural)),
            "nobody, quoted": float(self._page.quotation(source.link.content[0].start) is not None),
        }
        found = {name: value for name, value in found.items() if value}
        return found | {f"{source.sort} | {name}": value for name, value in found.items()}

    def _line(self, place: int) -> int:
        return sum(1 for start in self._lines if start <= place)


def share_of(one: Entity, link: AttributionLink) -> float:
    """The network's probability that words naming an entity are the speaker's name."""
    return sum(share for span, share in link.named if any(m.span.overlaps(span) for m in one.mentions))


def _add_gender(found: Features, one: Entity, source: Source) -> None:
    """Add features for whether the gender of a source, and of its cue, agrees with the entity's."""
    if source.feminine is not None and one.feminine is not None:
        found["gender agrees" if source.feminine == one.feminine else "gender differs"] = 1.0
    elif source.feminine is not None:
        found["woman, untold" if source.feminine else "man, untold"] = 1.0
    if None not in (source.cue_feminine, one.feminine):
        found["cue's gender agrees" if source.cue_feminine == one.feminine else "cue's gender differs"] = 1.0
    elif source.cue_feminine is not None:
        found[f"{'woman' if source.cue_feminine else 'man'}'s cue, {_KINDS[one.kind]}"] = 1.0


def _contradicts(one: Entity, source: Source) -> bool:
    """Whether a source cannot mean somebody.

    A plural is not one person, a pronoun or verb of one gender no person of the other, a spokesman not the body that he
    speaks for, and a document with an issuer not another document.
    """
    if _is_spoken_for(one, source):
        return True
    if source.issuers and one.kind is PhraseKind.DOCUMENT and one is not source.own:
        return True
    if one.kind is not PhraseKind.PERSON:
        return False
    if source.phrase is None:
        return None not in (source.cue_feminine, one.feminine) and source.cue_feminine != one.feminine
    if source.phrase.plural:
        return True
    if source.sort != "pronoun":
        return False
    return None not in (source.feminine, one.feminine) and source.feminine != one.feminine


def _is_spoken_for(one: Entity, source: Source) -> bool:
    """Whether a state or body is named after the office of somebody whom a source describes: "a spokesman for it"."""
    phrase, parsed = source.link.source, source.phrase
    if parsed is None or phrase is None or parsed.kind is not PhraseKind.DESCRIPTION or one is source.own:
        return False
    named = one.kind in (PhraseKind.BODY, PhraseKind.PLACE)
    return named and any(phrase.start < m.span.start and phrase.contains(m.span) for m in one.mentions)


def _latest(mentions: Sequence[Mention], place: int) -> Mention | None:
    before = [m for m in mentions if m.span.start < place and not m.quoted]
    return max(before, key=lambda m: m.span.start, default=None)
