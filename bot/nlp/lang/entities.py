"""Finds the people, bodies, states, groups and described persons that a text names, with their details and mentions."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import takewhile

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.latin_names import fold_name, latin_words, names_in_script, script_of
from bot.nlp.lang.lexicon import Lexicon, Word, fold
from bot.nlp.lang.page import Page
from bot.nlp.lang.roles import RolePhrase, RolePhrases
from bot.nlp.lang.source_phrases import (
    REFERRING,
    PhraseKind,
    SourcePhrase,
    is_function_word,
    is_given,
    is_given_name,
    name_key,
    opens_sentence,
    parse_source_phrase,
    preposition,
    stem,
)
from bot.nlp.lang.sources import is_in_place_phrase, name_source
from bot.nlp.lang.unspaced_names import find_names
from bot.nlp.speakers.capitalised_words import given_names
from bot.nlp.summary.tokenizer import find_stop_words
from bot.nlp.tagger.tagged_text import AttributionLink

_BACK = 12
_SPACES = (" ", "\xa0")
_NICKNAME_OPENS, _NICKNAME_CLOSES = (' "', " «", " “"), ('" ', "» ", "” ")
_MARKS, _LISTING = re.compile(r"[，。；：、\s“”「」（）()！？]"), "、"
_LONGEST_OFFICE = 24
"""Maximum characters of an office before a name, in scripts without spaces."""
_COMMA = re.compile("[,،]")
_FORMS = 3
_FRAGMENT = 2
"""Words of at most this many letters are no names in a script without capitals."""
_NEAR = 3
_SURE = 0.5
"""Minimum probability, by the network, for words to name somebody."""
_SURELY = 0.85
"""Minimum probability, by the network, of a name that ends before a source does."""
_FULL_NAME = 2
_LONGEST_RUN = 4
_MOST_ALIKE = 20
"""With more people of one given name, a shorter form of a name is not looked for."""
_LONGEST_PHRASE = 6
_ISSUERS = (PhraseKind.PERSON, PhraseKind.BODY, PhraseKind.PLACE, PhraseKind.DESCRIPTION, PhraseKind.GROUP)


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of an entity. ``oblique``: after a preposition; ``opens``: the first entity in its sentence."""

    span: Span
    sentence: int
    quoted: bool
    oblique: bool
    opens: bool = False


@dataclass(slots=True, eq=False)
class Entity:
    """A person or thing in the text that may speak."""

    name: str
    kind: PhraseKind
    role: str | None = None
    country: str | None = None
    feminine: bool | None = None
    plural: bool = False
    described: str | None = None
    spans: set[Span] = field(default_factory=set)
    mentions: tuple[Mention, ...] = ()

    def learn(self, parsed: SourcePhrase) -> None:
        """Add the details of another mention."""
        if self.kind is PhraseKind.PERSON and (
            len(parsed.name.split()) > len(self.name.split())
            or (len(self.name.split()) == 1 and len(parsed.name) > len(self.name) and "·" in parsed.name)
        ):
            self.name = parsed.name
        if self.role is None or (parsed.role and self.country is None and parsed.country):
            self.role = self.office(parsed.role) or self.role
        self.country = self.country or parsed.country
        self.feminine = parsed.feminine if self.feminine is None else self.feminine
        self.plural = self.plural or parsed.plural
        self.described = self.described or parsed.described

    def office(self, role: str | None) -> str | None:
        """A role without the name after it: "leader of the “House” party Ana Ruiz"."""
        return (role or "").partition(self.name)[0].strip() or None

    @property
    def speaker(self) -> Speaker:
        """The entity as a speaker."""
        role = self.role if self.kind is PhraseKind.PERSON else None
        return Speaker(" ".join(_plain(self.name).split()), role and _plain(role), self.country)


def _plain(words: str) -> str:
    """Words without the signs of hashtags."""
    return words.replace("#", "").replace("_", " ")


class EntityTable:
    """All entities of a page."""

    def __init__(self, page: Page, links: Sequence[AttributionLink]) -> None:
        self._page, self._lexicon = page, page.lexicon
        self._words = page.words(Span(0, len(page.text))) if page.text else []
        self._starts = [word.span.start for word in self._words]
        self._placed = {at for one in page.places for at in range(one.span.start, one.span.end)}
        self._people: dict[str, list[Entity]] = {}
        self._by_word: dict[str, dict[Entity, None]] = {}
        self._others: dict[str, Entity] = {}
        if self._lexicon.writing.caseless:
            self._introduce_after_titles()
        named = [link for link in links if link.source is not None]
        self._wholes = sorted({one.source for one in named if one.source is not None})
        for link in sorted(named, key=self._has_more_words) if self._lexicon.writing.caseless else named:
            self._introduce(self.source_phrase(link))
        for span in dict.fromkeys(span for link in links for span, share in link.named if share >= _SURE):
            self._introduce_tagged(span)
        self._introduce_named()
        for link in named if self._lexicon.writing.caseless else ():
            self._learn_from_description(link)
        for person in self._persons():
            person.feminine = _gender_by_name(person.name) if person.feminine is None else person.feminine
        self._place()
        self._phrases = RolePhrases(page.text, self._lexicon, self._words, page.places)

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """All of them, in order of first mention."""
        found = [*self._persons(), *self._others.values()]
        return tuple(sorted(found, key=lambda one: min((m.span for m in one.mentions), default=Span(0, 1))))

    def source_phrase(self, link: AttributionLink) -> SourcePhrase:
        """What the source of a link names."""
        if link.source is None:
            raise ValueError("a link without source names nobody")
        parsed = self._with_known_name(self._without_object(parse_source_phrase(self._page, link.source)))
        parsed = self._as_tagged(link, parsed)
        if self._is_joint(link, parsed):
            return replace(parsed, kind=PhraseKind.GROUP, name=self._joint_name(link.source), role=None, plural=True)
        if self._lexicon.cases and parsed.kind not in REFERRING and self.is_declined(link, link.source):
            parsed = replace(parsed, name=self._subject(parsed))
        feminine = self.cue_gender(link)
        return replace(parsed, feminine=feminine) if parsed.feminine is None and feminine is not None else parsed

    def _as_tagged(self, link: AttributionLink, parsed: SourcePhrase) -> SourcePhrase:
        """A person's name without where the person is from, if the network ends it there: "Jon Ek [of Holm]"."""
        if parsed.kind is not PhraseKind.PERSON or not link.named or not self._lexicon.writing.cased:
            return parsed
        span, share = max(link.named, key=lambda pair: pair[1])
        if share < _SURELY or span.end >= parsed.span.end or not parsed.span.overlaps(span):
            return parsed
        after = self._page.words(Span(span.end, parsed.span.end))[:1]
        if not any(self._lexicon.has_whole(word, "names.joiners") for word in after):
            return parsed
        named = parse_source_phrase(self._page, span)
        shorter = named.kind is PhraseKind.PERSON and " " in named.name and parsed.name.startswith(f"{named.name} ")
        return replace(parsed, name=named.name) if shorter else parsed

    def _is_joint(self, link: AttributionLink, parsed: SourcePhrase) -> bool:
        """Whether several speak together, of whom one has the name: "[Jon Ek and his wife, Ana Ruiz,] deny it"."""
        plural, lists = self._lexicon.lists["cue.plural"], self._lexicon.lists
        if parsed.kind is not PhraseKind.PERSON or link.source is None or link.cue is None:
            return False
        before = [word for word in self._page.words_before(link.cue.start)[:_NEAR] if word.of(lists["auxiliaries"])]
        if not any(word.of(plural) for word in (*before, *self._page.words(link.cue))):
            return False
        words = self._page.words(link.source)
        ands = [n for n, word in enumerate(words) if word.forms[0] in lists["names.and"].whole]
        return any(self._may_be_subject(words[:n]) and self._may_be_subject(words[n + 1 :]) for n in ands[:_NEAR])

    def _may_be_subject(self, words: Sequence[Word]) -> bool:
        """Whether words beside "and" are a subject of their own: a name, or a noun with an article or possessive."""
        lists = self._lexicon.lists
        names = ("articles", "pronouns.any_gender", "titles.plural")
        begun = any(self._lexicon.has(word, *names) for word in words[:1]) and len(words) > 1
        titled = any(word.of(lists["titles.words"]) or word.capital for word in words[:1])
        return begun or (titled and words[-1].capital)

    def _joint_name(self, source: Span) -> str:
        """The words that name several who speak together, without the article before them."""
        words = self._page.words(source)
        first = next((word for word in words if not word.of(self._lexicon.lists["articles"])), words[0])
        return self._page.text[first.span.start : words[-1].span.end]

    def _has_more_words(self, link: AttributionLink) -> int:
        """An order: single words, then long phrases, then two words, which may be a subject and its object."""
        spaces = link.source.of(self._page.text).count(" ") if link.source is not None else 0
        return {0: 0, 1: 2}.get(spaces, 1)

    def _without_object(self, parsed: SourcePhrase) -> SourcePhrase:
        """``parsed`` without the object after it, if the text elsewhere names a person by its first word."""
        first, _, rest = parsed.name.partition(" ")
        alone = not rest and parsed.kind is not PhraseKind.OTHER  # a surname with an article looks like any noun
        definite = self._lexicon.writing.definite[:1]
        titled = (parsed.role or "").split(" ")[-1].startswith(definite) if definite else False
        alone = alone or (" " in rest and titled)  # "the northern leader Ek Min Ho"
        if alone or not self._lexicon.writing.caseless or parsed.kind in REFERRING or self._is_office(first):
            return parsed
        persons = self._people.get(name_key(first, self._lexicon), [])
        others = self._people.get(name_key(parsed.name, self._lexicon), [])
        if any(" " in one.name for one in persons):  # "Ek", known as "Jon Ek", before an object
            others = [one for one in others if one.name != parsed.name]
        count = self._page.text.count
        apart = count(first) > count(f"{first} {rest}")
        known = apart and bool(persons) and not any(fold(first) in fold(one.name).split() for one in others)
        known = known or self._is_before_other(parsed, first, rest, others)
        if known and parsed.role is not None and " " in rest:
            return replace(parsed, name=rest)  # "Jon Ek's lawyer Orla Venn"
        return replace(parsed, kind=PhraseKind.PERSON, name=first, role=None) if known else parsed

    def _with_known_name(self, parsed: SourcePhrase) -> SourcePhrase:
        """``parsed`` as a person if it ends, behind a noun with an article, with a full name from elsewhere."""
        words, definite = parsed.name.split(), self._lexicon.writing.definite
        if (
            not self._lexicon.writing.caseless
            or parsed.kind is not PhraseKind.DESCRIPTION
            or len(words) <= _LONGEST_RUN
        ):
            return parsed
        name = " ".join(words[-_FULL_NAME:])
        governed = not words[-_FULL_NAME - 1].startswith(definite) or words[-_FULL_NAME].startswith(definite)
        if governed or not any(one.name == name for one in self._people.get(name_key(name, self._lexicon), [])):
            return parsed
        role = (parsed.role or parsed.name).removesuffix(name).strip() or None
        return replace(parsed, kind=PhraseKind.PERSON, name=name, role=role)

    def _learn_from_description(self, link: AttributionLink) -> None:
        """Give a person the office of a description that ends with the name, which is then no entity of its own."""
        parsed = self.source_phrase(link)
        whole = fold(parsed.span.of(self._page.text))
        person = self.find(parsed.name) if parsed.kind is PhraseKind.PERSON and parsed.role else None
        if person is not None and whole in self._others:
            person.learn(parsed)
            del self._others[whole]

    def _is_before_other(self, parsed: SourcePhrase, first: str, rest: str, others: Sequence[Entity]) -> bool:
        """Whether the second of two words is the name of people who are not called by the first: "Ek Venn"."""
        if parsed.kind is not PhraseKind.PERSON or parsed.role or not others or " " in rest:
            return False
        full = all(" " in one.name and fold(first) not in fold(one.name).split() for one in others)
        return (
            full
            and not is_given_name(first)
            and self._page.text.count(first) > self._page.text.count(f"{first} {rest}")
        )

    def _is_office(self, text: str) -> bool:
        """Whether a word of a text belongs to an office, a body or a document."""
        return any(self._lexicon.knows(*word.forms) for word in self._lexicon.words(text))

    def cue_gender(self, link: AttributionLink) -> bool | None:
        """Whether the form of a cue shows that a woman speaks; None if it shows nothing."""
        lists = self._lexicon.lists
        for word in self._page.words(link.cue) if link.cue else ():
            if word.of(lists["cue.feminine"]):
                return True
            if word.of(lists["cue.masculine"]):
                return False
        return None

    def own(self, parsed: SourcePhrase) -> Entity | None:
        """The entity that a phrase names by itself; None for a pronoun."""
        if parsed.kind in REFERRING:
            return None
        if parsed.kind is PhraseKind.PERSON or (self._lexicon.writing.unspaced and len(parsed.name) == 1):
            return self.find(parsed.name)
        return self._others.get(fold(parsed.name))

    def issuers(self, parsed: SourcePhrase) -> tuple[Entity, ...]:
        """The entities named within a phrase that names a document."""
        found = (self.own(one) for one in self._within(parsed))
        return tuple(one for one in found if one is not None)

    def role_phrases(self, entity: Entity) -> list[RolePhrase]:
        """Phrases beside the mentions of a person that may be the office; none if a title already states it."""
        titled = entity.role not in (None, entity.described)
        if entity.kind is not PhraseKind.PERSON or titled or self._lexicon.writing.unspaced:
            return []
        return self._phrases.beside(entity.name, [mention.span for mention in entity.mentions if not mention.quoted])

    def set_role(self, entity: Entity, phrase: RolePhrase) -> None:
        """Take a phrase as the office of a person, and the state in it as the person's."""
        parsed = parse_source_phrase(self._page, phrase.span)
        named = parsed.kind is PhraseKind.PERSON
        if named and is_given(self._lexicon.words(parsed.name)[0]):
            return  # somebody else, with an office
        joined = phrase.words[0].forms[0] in self._lexicon.lists["names.joiners"].whole
        if self._introduces_another(phrase) or (joined and self._lexicon.writing.cased):
            return
        articles = self._lexicon.lists["articles"]
        if all(self._is_place(word) or word.of(articles) for word in phrase.words):
            entity.country = entity.country or parsed.country
            return  # "the Peruvian"
        role = phrase.span.of(self._page.text)
        first = self._first_name(phrase, entity)
        if first is not None:
            entity.name = f"{first.text} {entity.name}"
            before = Span(phrase.span.start, phrase.words[-2].span.end)
            parsed = parse_source_phrase(self._page, before)
            role, named = before.of(self._page.text), False
        role = role if named else parsed.role or role
        entity.role = entity.office(role) or role
        entity.country = entity.country or parsed.country
        entity.feminine = parsed.feminine if entity.feminine is None else entity.feminine

    def _first_name(self, phrase: RolePhrase, entity: Entity) -> Word | None:
        """The first name at the end of an office, without capitals: no noun without article follows one with it."""
        words, definite = phrase.words, self._lexicon.writing.definite
        if not self._lexicon.writing.caseless or len(words) < _FULL_NAME or " " in entity.name or not definite:
            return None
        beside = any(mention.span.start == words[-1].span.end + 1 for mention in entity.mentions)
        article = fold(definite[0])
        articles = [any(form.startswith(article) for form in word.forms) for word in words[-2:]]
        known = self._is_office(words[-1].text) or self._is_place(words[-1])
        return words[-1] if beside and articles == [True, False] and not known else None

    def _introduces_another(self, phrase: RolePhrase) -> bool:
        """Whether a full name in a phrase is not governed by its noun: "head of Ruiz's campaign Jon Ek"."""
        joiners, words = self._lexicon.lists["names.joiners"].whole, phrase.words
        if not self._lexicon.writing.cased or self._lexicon.cases is not None:
            return False
        return any(
            before.capital and word.capital and after.capital and is_given(word) and before.forms[0] not in joiners
            for before, word, after in zip(words, words[1:], words[2:], strict=False)
        )

    def find(self, name: str) -> Entity | None:
        """The person with a name, or with a part of it."""
        words = fold(name).split()
        same = self._people.get(name_key(name, self._lexicon), ())
        found = [one for one in same if self._are_alike(words, fold(one.name).split())]
        if not same and self._lexicon.writing.unspaced:
            ends = [p for p in self._persons() if p.name.endswith(name) or name.endswith(p.name)]
            ends = ends or [p for p in self._persons() if p.name[:-1] == name and self._is_cut_from(name, p.name)]
            return ends[0] if len(ends) == 1 else None
        return found[-1] if found else self._by_other_words(words)

    def _is_cut_from(self, name: str, longer: str) -> bool:
        """Whether the text has a name of several characters only as part of a longer one."""
        return len(name) > 1 and self._page.text.count(name) == self._page.text.count(longer)

    def _by_other_words(self, words: list[str]) -> Entity | None:
        """The only person whose name is a longer or shorter form of a name that ends otherwise.

        "Jon Ek" is "Jon Ek Ruiz"; "Ek" alone is "Jon Ek Ruiz" or "Ek Min-ho", if it is no given name.
        """
        if not self._lexicon.writing.cased or self._lexicon.cases is not None or not words:
            return None
        with_word = self._by_word.get(words[0], {})
        if len(with_word) > _MOST_ALIKE:
            return None
        found = [one for one in with_word if _is_longer(fold(one.name).split(), words)]
        return found[0] if len(found) == 1 else None

    def _are_alike(self, one: list[str], other: list[str]) -> bool:
        """Whether two names with one surname may be one person's: one has no first name, or they share another word."""
        if min(len(one), len(other)) < _FULL_NAME:
            return True
        stems = {stem(word, self._lexicon) for word in one[:-1]}
        letters = {word[:1] for word in one[:-1]} if any(len(w.strip(".")) == 1 for w in (*one, *other)) else set()
        return any(stem(word, self._lexicon) in stems or word[:1] in letters for word in other[:-1])

    def _persons(self) -> list[Entity]:
        return list(dict.fromkeys(one for people in self._people.values() for one in people))

    # --- the entities ---

    def _introduce(self, parsed: SourcePhrase) -> None:
        if parsed.kind is PhraseKind.RELATIVE:
            self._introduce_antecedent(parsed)
        if parsed.kind in REFERRING or (self._lexicon.writing.unspaced and len(parsed.name) == 1):
            return
        if parsed.kind is PhraseKind.PERSON:
            if not self._is_no_name(parsed):
                self._enter(parsed)
            return
        key = fold(parsed.name)
        entity = self._others.get(key)
        if entity is None:
            entity = self._others[key] = Entity(parsed.name, parsed.kind, parsed.role)
        entity.learn(parsed)
        entity.spans.add(parsed.span)
        if parsed.kind is PhraseKind.DOCUMENT:
            for one in self._within(parsed):
                self._introduce(one)

    def _introduce_tagged(self, span: Span) -> None:
        """Add the entity named by a span that the network takes for a speaker's name, unless it is known."""
        if self._lexicon.writing.caseless and span.start in self._placed and span.start - 1 in self._placed:
            return  # "the House" of "the White House"
        line = self._page.paragraph(span.end - 1)
        span = self._with_kind(span if line.start <= span.start else Span(line.start, span.end))
        source = name_source(self._page, span) if not is_in_place_phrase(self._page, span) else None
        if source is None or self._page.quotation(source.start) is not None:
            return
        parsed = parse_source_phrase(self._page, source)
        if parsed.kind is not PhraseKind.PERSON and self._is_cut(source):
            return
        words = self._page.words(source)
        opens = not words or self._opens_sentence(words[0])
        if self._lexicon.cases and parsed.kind not in REFERRING and not opens:
            parsed = replace(parsed, name=self._subject(parsed))
        if self.own(parsed) is None and parsed.kind is not PhraseKind.RELATIVE:
            self._introduce(parsed)

    def _is_cut(self, span: Span) -> bool:
        """Whether words are only the beginning of a source: "the Association (of Traders)"."""
        number = bisect_right(self._wholes, span.start, key=lambda one: one.start) - 1
        if not self._lexicon.writing.cased or number < 0 or span.end >= self._wholes[number].end:
            return False
        after = self._page.words(Span(span.end, self._wholes[number].end))[:1]
        joins = any(self._lexicon.has_whole(word, "names.joiners") for word in after)
        return joins and not self._page.text[span.end : after[0].span.start].strip()

    def _with_kind(self, span: Span) -> Span:
        """A name with the kind of outlet before it, in a script without capitals: "[the paper] Estrella"."""
        before = self._page.words_before(span.start)[:1] if self._lexicon.writing.caseless else []
        if (
            not before
            or before[0].span.end + 1 != span.start
            or not before[0].of(self._lexicon.lists["bodies.generic"])
        ):
            return span
        return Span(before[0].span.start + len(preposition(self._page.text, before[0], self._lexicon)), span.end)

    def _is_no_name(self, parsed: SourcePhrase) -> bool:
        """Whether a word in a script without capitals is a verb, a function word or a fragment rather than a name."""
        if not self._lexicon.writing.caseless or " " in parsed.name:
            return False
        return len(parsed.name) <= _FRAGMENT or is_function_word(parsed, self._lexicon)

    def _introduce_antecedent(self, parsed: SourcePhrase) -> None:
        """Add the entity that the words right before a relative pronoun name."""
        if self._lexicon.writing.unspaced:
            return
        lists, text = self._lexicon.lists, self._page.text
        last = bisect_right(self._starts, parsed.span.start - 1) - 1
        first = last + 1
        while first > 0 and last - first < _LONGEST_PHRASE:
            word = self._words[first - 1]
            after = self._words[first].span.start if first <= last else parsed.span.start
            gap = text[word.span.end : after].strip()
            known = self._lexicon.has_whole(word, "leading_words", "conjunctions", "prepositions")
            if (gap and (gap != "," or first <= last)) or (known and not word.of(lists["names.joiners"])):
                break
            if self._lexicon.act(word.text) is not None and not word.of(lists["titles.words"]):
                break
            first -= 1
            if word.forms[0] in lists["articles"].whole and not self._is_within_name(first):
                break
        if first <= last:
            span = Span(self._words[first].span.start, self._words[last].span.end)
            found = parse_source_phrase(self._page, span)
            if found.kind in _ISSUERS:
                self._introduce(found)

    def _is_within_name(self, number: int) -> bool:
        """Whether an article that is a preposition, too, joins the words of a body's name: "Office des Ports"."""
        lists, before = self._lexicon.lists, self._words[number - 1] if number else None
        if before is None or not self._lexicon.has_whole(self._words[number], "names.joiners"):
            return False
        return before.capital or before.of(lists["bodies.words"])

    def _within(self, parsed: SourcePhrase) -> Iterator[SourcePhrase]:
        """The phrase beside the document's own words: the longest phrase first."""
        span, lexicon, text = parsed.span, self._lexicon, self._page.text
        if lexicon.writing.unspaced:
            whole = span.of(text)
            name = parsed.name if parsed.name in whole else whole
            ends = [m.start() for m in lexicon.pattern["documents.words"].finditer(name) if m.start() > 1]
            ends = [self._owner_s_end(name[:end]) for end in ends]
            start = span.start + whole.find(name)
            some = lexicon.pattern["titles.indefinite"].match(parsed.name)
            bare = some is not None and lexicon.writing.attached[0] not in parsed.name  # "a Norwegian study"
            tries = [] if bare else [Span(start, start + end) for end in ends[:1]]
        else:
            words = self._page.words(span)
            after = [w for w in words[1:] if not w.of(lexicon.lists["documents.words"])]
            heads = [self._head(after, number) for number, w in enumerate(after) if self._may_speak(w)]
            starts = [w.span.start + len(preposition(text, w, lexicon)) for w in heads][:3]
            tries = [Span(start, span.end) for start in starts]
        for one in tries:
            inner = parse_source_phrase(self._page, one)
            if inner.kind in _ISSUERS:
                yield replace(inner, name=self._subject(inner))
                return

    def _owner_s_end(self, name: str) -> int:
        """The end of a document's owner, in a script without spaces, before what it is like: "the paper's [latest]"."""
        of, pattern = name.rfind(self._lexicon.writing.attached[0]), self._lexicon.pattern
        heads = ("bodies.words", "titles.words")
        like = of > 1 and not any(pattern[one].search(name, of) for one in heads)
        return of if like else len(name)

    def _head(self, words: Sequence[Word], number: int) -> Word:
        """A word of an office, or the noun that it modifies: "auditor general"."""
        word, before = words[number], words[number - 1] if number else None
        if word.capital or before is None or before.span.end + 1 != word.span.start or not self._lexicon.writing.cased:
            return word
        names = ("articles", "prepositions", "names.joiners", "conjunctions", "leading_words")
        grammar = self._lexicon.has_whole(before, *names)
        return word if grammar or self._lexicon.cases is not None else before

    def _may_speak(self, word: Word) -> bool:
        known = self._lexicon.has(word, "titles.words", "bodies.words")
        return known or (word.capital and self._lexicon.writing.cased)

    def _is_oblique(self, link: AttributionLink) -> bool:
        """Whether a source is in another case: after "according to", or after a cue that is a noun."""
        return link.cue is not None and any(w.of(self._lexicon.lists["according"]) for w in self._page.words(link.cue))

    def is_object(self, link: AttributionLink, parsed: SourcePhrase) -> bool:
        """Whether a source is the object of its verb, by its case: "they ask [the growers] to wait"."""
        cases = self._lexicon.cases
        if cases is None or link.source is None or parsed.kind is PhraseKind.PERSON or " " in parsed.name:
            return False
        many = fold(parsed.name).endswith(cases.many) and cases.knows(parsed.name)
        return many and cases.nominative(parsed.name) != parsed.name and not self.is_declined(link, link.source)

    def is_declined(self, link: AttributionLink, source: Span) -> bool:
        """Whether a source begins with a preposition, or follows one or a noun that introduces speakers."""
        if self._is_oblique(link):
            return True
        first = bisect_left(self._starts, source.start)
        around, lists = self._words[max(0, first - 1) : first + 1], self._lexicon.lists
        if any(self._lexicon.has_whole(word, "prepositions", "locatives") for word in around):
            return True
        if link.cue is not None and len(self._page.words(link.cue)) > 1 and around[0].span.end == link.cue.end:
            return around[0].of(lists["leading_words"])  # "follows from"
        return bool(first) and self._lexicon.has(around[0], "according", "documents.words")

    def _enter(self, parsed: SourcePhrase) -> Entity:
        person = self.find(parsed.name)
        if person is None:
            person = Entity(parsed.name, PhraseKind.PERSON)
            self._people.setdefault(name_key(parsed.name, self._lexicon), []).append(person)
        person.learn(parsed)
        self._know_words(person)
        return person

    def _know_words(self, person: Entity) -> None:
        """Let a person be found by all words of the name, and mentions by the last one."""
        for word in fold(person.name).split():
            self._by_word.setdefault(word, {})[person] = None
        named = self._people.setdefault(name_key(person.name, self._lexicon), [])
        if person not in named:
            named.append(person)

    def _introduce_named(self) -> None:
        """Add people by other mentions, with role and country: words of a role right before or after a name."""
        lists = self._lexicon.lists
        if self._lexicon.writing.unspaced:
            names = filter(self._page.names.may_be, find_names(self._page.text, self._lexicon))
            for span in map(self._page.names.whole, names):
                self._enter(SourcePhrase(PhraseKind.PERSON, span.of(self._page.text), span))
            for person in self._persons():
                for span in self._spelled(person.name):
                    self._introduce_unspaced(person, span)
            return
        for number, word in enumerate(self._words):
            if not self._is_title(word) or (number and self._words[number - 1].of(lists["titles.words"])):
                continue
            titles = takewhile(lambda one: one.of(lists["titles.words"]), self._words[number : number + _BACK])
            if any(not one.of(lists["titles.fields"]) for one in titles):
                self._introduce_titled(self._words[self._first_of_title(number) : number + _BACK])
        if self._lexicon.writing.cased:
            spelt: dict[str, Span] = {}
            for run in self._named_runs():
                span = Span(run[0].span.start, run[-1].span.end)
                if spelt.setdefault(span.of(self._page.text), span) != span:
                    continue
                parsed = parse_source_phrase(self._page, span)
                named = parsed.kind is PhraseKind.PERSON and len(parsed.name.split()) >= _FULL_NAME
                if named and not self._begins_with_addressee(run):
                    self._enter(replace(parsed, name=self._nominative(parsed)))

    def _begins_with_addressee(self, run: list[Word]) -> bool:
        """Whether the first of two words follows a preposition and names somebody else: "told the [Post] Ek"."""
        number = bisect_left(self._starts, run[0].span.start)
        prepositions, names = self._lexicon.lists["prepositions"].whole, self._page.names
        governed = number > 0 and self._words[number - 1].forms[0] in prepositions
        return governed and len(run) == _FULL_NAME and names.is_none(run[0].span) and names.is_sure(run[1].span)

    def _first_of_title(self, number: int) -> int:
        """The number of a title's first word: in languages with cases, of the adjective right before it."""
        words = self._words
        if self._lexicon.cases is None or not number:
            return number
        before = words[number - 1]
        near = self._page.text[before.span.end : words[number].span.start] == " "
        return number - 1 if near and before.of(self._lexicon.lists["titles.fields"]) else number

    def _is_title(self, word: Word) -> bool:
        """Whether a word may be one person's title: not in "in the Council of Ministers, Jon Ek"."""
        plural = self._lexicon.writing.cased and word.of(self._lexicon.lists["titles.plural"])
        return word.of(self._lexicon.lists["titles.words"]) and not plural

    def _introduce_after_titles(self) -> None:
        for number, word in enumerate(self._words):
            if word.of(self._lexicon.lists["titles.definite"]):
                self._introduce_plain(number)

    def _introduce_plain(self, number: int) -> None:
        """Add a person in a script without capitals: two words of a name after a role, its fields and its state."""
        words, lists, text = self._words, self._lexicon.lists, self._page.text
        at, definite = number + 1, self._lexicon.writing.definite
        while at < len(words) and at <= number + _BACK:
            word = words[at]
            if text[words[at - 1].span.end : word.span.start].replace("\xa0", " ") not in (" ", "، ", ": "):
                return
            known = self._lexicon.has(word, "titles.definite", "bodies.words")
            known = known or words[at - 1].of(lists["names.regions"])
            if not (known or word.text.startswith(definite) or self._is_place(word)):
                break
            at += 1
        name: list[Word] = []
        for word, before in zip(words[at:], words[at - 1 :], strict=False):
            gap = text[before.span.end : word.span.start].replace("\xa0", " ")
            ends = self._lexicon.act(word.text) is not None or self._lexicon.has_whole(
                word, "prepositions", "conjunctions", "leading_words", "negations", "names.words_after", "locatives"
            )
            relative = not lists["pronouns.relative"].whole.isdisjoint(word.forms)
            if ends or relative or (name and gap != " ") or self._is_place(word) or self._is_office(word.text):
                break
            name.append(word)
            if len([one for one in name if not one.of(lists["names.particles"])]) == _FULL_NAME:
                break
        name = self._page.names.trimmed(name)
        if len(name) < _FULL_NAME or not self._is_used_as_name(name):
            return
        spelt = Span(name[0].span.start, name[-1].span.end)
        if self._page.names.may_be(spelt):
            parsed = parse_source_phrase(self._page, Span(words[number].span.start, spelt.end))
            self._enter(replace(parsed, kind=PhraseKind.PERSON, name=spelt.of(text)))

    def _is_used_as_name(self, name: list[Word]) -> bool:
        """Whether words after a title are a name: a public figure has it, or the text repeats it."""
        figures = names_in_script(script_of(name[0].text))
        if any(fold_name(word.text) in figures for word in name):
            return True
        return self._times[name[-1].forms[0]] >= _FULL_NAME

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(form for word in self._words for form in word.forms)

    def _is_place(self, word: Word) -> bool:
        """Whether a word belongs to the name of a state or body."""
        return word.span.end - 1 in self._placed

    def _runs(self) -> Iterator[list[Word]]:
        """Adjacent capitalised words within sentences and outside quotations."""
        run: list[Word] = []
        lists = self._lexicon.lists
        function = lists["leading_words"].whole | lists["prepositions"].whole | lists["locatives"].whole
        for word in (*self._words, None):
            near = word is not None and run and self._are_one_name(run, word)
            if word is not None and word.capital and (near or not run) and word.forms[0] not in function:
                run.append(word)
                continue
            if len(run) > _FULL_NAME and self._is_of_role(run[0]):
                run = run[1:]
            if _FULL_NAME <= len(run) <= _LONGEST_RUN:
                yield run
            run = [word] if word is not None and word.capital and word.forms[0] not in function else []

    def _are_one_name(self, run: list[Word], other: Word) -> bool:
        """Whether a word continues a name: after a space, an initial or a mark of a nickname, "Jon “Joe” Ek"."""
        text, one = self._page.text, run[-1]
        gap = text[one.span.end : other.span.start]
        if len(run) > 1 and len(one.text) == 1:
            gap = gap.removeprefix(".")
        if gap in _NICKNAME_OPENS:
            return text[other.span.end : other.span.end + _FULL_NAME] in _NICKNAME_CLOSES
        begun = text[max(0, one.span.start - _FULL_NAME) : one.span.start]
        return gap in _SPACES or (len(run) > 1 and gap in _NICKNAME_CLOSES and begun in _NICKNAME_OPENS)

    def _named_runs(self) -> Iterator[list[Word]]:
        """Runs that may be names of people; those at the start of a sentence come last and need more evidence."""
        for run in sorted(self._runs(), key=lambda run: self._opens_sentence(run[0])):
            if self._is_where(run[0]):
                continue
            if not self._opens_sentence(run[0]):
                yield run
                continue
            titled = len(run) > _FULL_NAME and is_given(run[1]) and not is_given(run[0])
            if self._is_somebody(run[titled:]):
                yield run[titled:]

    def _is_where(self, word: Word) -> bool:
        """Whether a word follows a preposition of place."""
        number = bisect_left(self._starts, word.span.start)
        return number > 0 and self._words[number - 1].forms[0] in self._lexicon.lists["locatives"].whole

    def _is_somebody(self, run: list[Word]) -> bool:
        """Whether a run at the start of a sentence is a name: by given name, what follows, or the surname elsewhere."""
        stop = find_stop_words(self._lexicon.code)
        if self._lexicon.act(run[0].text) or any(word.text.lower() in stop for word in run):
            return False
        if is_given(run[0]) or self._is_described(run[-1]):
            return True
        same = self._people.get(name_key(run[-1].text, self._lexicon), [])
        return not any(" " in one.name for one in same) and not run[-1].text.isupper() and run[-1].text in self._alone

    @cached_property
    def _alone(self) -> frozenset[str]:
        """Words that occur inside a sentence without article or preposition, as names of people do."""
        return frozenset(
            word.text
            for one, word in zip(self._words, self._words[1:], strict=False)
            if self._page.text[one.span.end : word.span.start] == " "
            and not (one.capital or self._lexicon.has(one, "articles", "names.joiners"))
        )

    def _is_described(self, word: Word) -> bool:
        """Whether an age, an office or a relative pronoun follows after a comma."""
        lists, number = self._lexicon.lists, bisect_left(self._starts, word.span.end)
        near = self._words[number : number + _NEAR]
        if not near or self._page.text[word.span.end : near[0].span.start] != ", ":
            return False
        relative = near[0].forms[0] in lists["pronouns.relative"].whole
        return relative or any(one.text.isdecimal() or one.of(lists["titles.words"]) for one in near)

    def _is_of_role(self, word: Word) -> bool:
        """Whether a word for a place or office follows a preposition: "minister of Energy Ana Ruiz"."""
        number = bisect_left(self._starts, word.span.start)
        if number > 0 and self._words[number - 1].of(self._lexicon.lists["names.regions"]):
            return not is_given(word)  # "doctor of the village Holm Jon Ek"
        joined = number > 0 and self._words[number - 1].forms[0] in self._lexicon.lists["names.joiners"].whole
        return joined and (self._is_place(word) or word.of(self._lexicon.lists["titles.words"]))

    def _opens_sentence(self, word: Word) -> bool:
        return opens_sentence(self._page.text, word.span.start)

    def _introduce_titled(self, words: list[Word]) -> None:
        """Read on from a title for as long as the words may belong to a role and a name."""
        end, named = 0, False
        for number, word in enumerate(words):
            gap = self._between(words[number - 1], word, named=named) if number else ""
            if any(mark in gap for mark in '.;:!?\n»”"“«()') or (named and ("," in gap or "،" in gap)):
                break
            if number and (self._is_verb(word) or (not named and self._leads_away(word, gap))):
                break
            parsed = parse_source_phrase(self._page, Span(words[0].span.start, word.span.end))
            if named and parsed.kind is not PhraseKind.PERSON:
                break
            if parsed.kind is PhraseKind.PERSON and (self._lexicon.writing.cased or self.find(parsed.name)):
                if named and not word.capital:
                    break
                named, end = True, number
            elif named:
                break
        if named:
            parsed = parse_source_phrase(self._page, Span(words[0].span.start, words[end].span.end))
            known = self.find(parsed.name)
            if known is not None:
                if name_key(parsed.name, self._lexicon) == name_key(known.name, self._lexicon):
                    self._learn(known, parsed)
            elif self._lexicon.writing.cased:
                self._enter(replace(parsed, name=self._nominative(parsed)))

    def _between(self, one: Word, other: Word, *, named: bool) -> str:
        """The text between two words, in a name without the dot of an initial."""
        gap = self._page.text[one.span.end : other.span.start]
        return gap.removeprefix(".") if named and one.abbreviates(self._lexicon) else gap

    def _leads_away(self, word: Word, gap: str) -> bool:
        """Whether a word begins another phrase: about a place, or about somebody else after a comma."""
        lists, form = self._lexicon.lists, word.forms[0]
        if self._lexicon.writing.caseless:
            return False
        elsewhere = form in lists["locatives"].whole - lists["names.joiners"].whole
        return elsewhere or ("," in gap and form in lists["leading_words"].whole)

    def _is_verb(self, word: Word) -> bool:
        """Whether a word is a verb of saying, or can only belong to a verb."""
        lexicon, others = self._lexicon, ("names.joiners", "names.particles", "articles", "prepositions")
        if word.capital or lexicon.has(word, "titles.words"):
            return False
        only = lexicon.has_whole(word, "auxiliaries") and not lexicon.has_whole(word, *others)
        return only or lexicon.act(word.text) is not None

    def _learn(self, person: Entity, parsed: SourcePhrase) -> None:
        longer = len(parsed.name.split()) > len(person.name.split())
        name = self._nominative(parsed) if longer else person.name
        person.learn(replace(parsed, name=name if name_key(name, self._lexicon) else person.name))

    def _nominative(self, parsed: SourcePhrase) -> str:
        """The name as a subject: each word in the form that this text has for one.

        If it has none for a given name, that name is turned as the surname is: "with Pavlo Roeom" in a language with
        cases.
        """
        cases, words = self._lexicon.cases, parsed.name.split()
        if not self._lexicon.endings or not words:
            return parsed.name
        if cases is not None and parsed.role and cases.nominative(parsed.role) != parsed.role:
            return self._subject(parsed)  # "[the words] of the prosecutor Jon Ek"
        forms = [self._shortest_form(word) for word in words]
        if forms == words and (turned := self._turned(words)) is not None:
            return turned
        if cases is not None and forms[-1] != words[-1]:
            forms = [
                next(iter(self._nominatives(word)), word) if form == word and not self._is_subject(word) else form
                for word, form in zip(words, forms, strict=True)
            ]
        return " ".join(forms)

    def _nominatives(self, name: str) -> list[str]:
        """What a word of a name in an oblique case may be in the nominative, most likely first."""
        turned = self._lexicon.cases.name(name) if self._lexicon.cases is not None else name
        found = [turned] if turned != name else []
        for ending, others in self._lexicon.endings:
            if name.endswith(ending) and len(name) > len(ending) + 2:
                found += [name.removesuffix(ending) + other for other in others]
        return found

    def _subject(self, parsed: SourcePhrase) -> str:
        """The name of a phrase in an oblique case, turned into the nominative."""
        cases = self._lexicon.cases
        if cases is None:
            return parsed.name
        if parsed.kind is not PhraseKind.PERSON:
            subject = cases.nominative(parsed.name)
            proper = subject == parsed.name and " " not in subject and subject.istitle() and not cases.knows(subject)
            return self._shortest_form(subject) if proper else subject
        if (turned := self._turned(parsed.name.split())) is not None:
            return turned
        words = [(word, self._shortest_form(word)) for word in parsed.name.split()]
        return " ".join(form if word != form or self._is_subject(word) else cases.name(word) for word, form in words)

    def _turned(self, words: list[str]) -> str | None:
        """A full name as a subject, if its given name is only known as one: "to [Olga Venn]"; else None."""
        cases = self._lexicon.cases
        if cases is None or len(words) != _FULL_NAME or is_given_name(words[0]):
            return None
        turned = next(filter(is_given_name, cases.given_names(words[0])), None)
        return f"{turned} {cases.name(words[1])}" if turned is not None else None

    def _is_subject(self, name: str) -> bool:
        """Whether a word of a name occurs in this form at the start of a sentence or before a verb of saying."""
        governing = ("prepositions", "locatives", "leading_words", "according", "documents.words")
        for number in self._numbers.get(name, ()):
            before, after = self._words[number - 1 : number], self._words[number + 1 : number + 2]
            word = self._words[number]
            if self._opens_sentence(word):
                return True
            free = not any(self._lexicon.has(one, *governing) for one in before)
            if free and any(self._lexicon.act(one.text) and one.span.start == word.span.end + 1 for one in after):
                return True
        return False

    @cached_property
    def _numbers(self) -> dict[str, list[int]]:
        """The numbers of the words with each spelling."""
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self._words):
            found.setdefault(word.text, []).append(number)
        return found

    @cached_property
    def _by_stem(self) -> dict[str, list[str]]:
        """The spellings of capitalised words by their stems, in text order."""
        found: dict[str, list[str]] = {}
        for form in dict.fromkeys(word.text for word in self._words if word.capital):
            found.setdefault(stem(fold(form), self._lexicon), []).append(form)
        return found

    def _shortest_form(self, word: str) -> str:
        """The shortest spelling in the text of a word of a name, preferably one of a subject."""
        alike = self._by_stem.get(stem(fold(word), self._lexicon), [])
        forms = {form: None for form in alike if abs(len(form) - len(word)) <= _FORMS}
        oblique = {form for form in forms if any(one in forms and one != form for one in self._nominatives(form))}
        return min(forms, key=lambda form: (len(form), form in oblique), default=word)

    def _introduce_unspaced(self, person: Entity, span: Span) -> None:
        text = self._page.text
        title = self._lexicon.pattern["titles.words"]
        start = begin = max(0, span.start - _LONGEST_OFFICE)
        titled = {m.end() for m in title.finditer(text, begin, span.start)}
        for mark in _MARKS.finditer(text, begin, span.start):
            if mark[0] != _LISTING or mark.start() not in titled:  # "president, chief of the army Venn" is one person
                start = mark.end()
        if not any(m.end() == span.start - start for m in title.finditer(text[start : span.start])):
            return
        states = (one.span.start for one in self._page.places if start < one.span.start < span.start)
        for begin in (start, *list(states)[:1]):  # "retweeted what [Norway]'s ambassador Venn"
            parsed = parse_source_phrase(self._page, Span(begin, span.end))
            offices = (parsed.role or "").split(_LISTING)
            if parsed.kind is PhraseKind.PERSON and parsed.role and max(map(len, offices)) <= _BACK:
                person.learn(replace(parsed, name=person.name))
                return

    # --- their mentions ---

    def _place(self) -> None:
        """Find all mentions, and which of them come first in their sentence."""
        for person in self._persons():
            person.spans |= set(self._spelled(person.name) if self._lexicon.writing.unspaced else ())
        if not self._lexicon.writing.unspaced:
            for number, word in enumerate(self._words):
                same = self._people.get(name_key(word.text, self._lexicon))
                if same and (word.capital or not self._lexicon.writing.cased):
                    self._person_with_surname(same, number).spans.add(word.span)
        folded = fold(self._page.text)
        for name, other in self._others.items():
            whole = re.escape(name) if self._lexicon.writing.unspaced else rf"(?<!\w){re.escape(name)}(?!\w)"
            found = (Span(*m.span()) for m in re.finditer(whole, folded))
            other.spans |= {one for one in found if not any(one.overlaps(known) for known in other.spans)}
        first: dict[int, int] = {}
        entities = [*self._persons(), *self._others.values()]
        for entity in entities:
            entity.mentions = tuple(self._mention(span) for span in sorted(entity.spans))
            for mention in entity.mentions:
                if not mention.quoted:
                    first[mention.sentence] = min(first.get(mention.sentence, mention.span.start), mention.span.start)
        for entity in entities:
            entity.mentions = tuple(
                replace(m, opens=not m.quoted and first[m.sentence] == m.span.start) for m in entity.mentions
            )

    def _person_with_surname(self, same: Sequence[Entity], number: int) -> Entity:
        """Of people with one surname, the one whose other names precede it; else the one named last."""
        before = {stem(word.forms[0], self._lexicon) for word in self._words[max(0, number - _FULL_NAME) : number]}
        named = [one for one in same if {stem(w, self._lexicon) for w in fold(one.name).split()[:-1]} & before]
        latest = max(same, key=lambda one: max((span.start for span in one.spans), default=-1))
        return named[0] if named else latest

    def _spelled(self, name: str) -> Iterator[Span]:
        for match in re.finditer(re.escape(re.split("[·•・‧]", name)[-1]), self._page.text):
            yield Span(*match.span())

    def _mention(self, span: Span) -> Mention:
        quoted = self._page.quotation(span.start) is not None
        return Mention(span, self._page.sentence(span.start), quoted, self.is_after_preposition(span))

    def is_after_preposition(self, span: Span) -> bool:
        """Whether a preposition precedes the name or role that contains ``span``."""
        lists = self._lexicon.lists
        if self._lexicon.writing.unspaced:
            return span.start > 0 and self._page.text[span.start - 1] in lists["leading_words"].whole
        number = bisect_right(self._starts, span.start) - 1
        while number > 0 and self._joins(number):
            number -= 1
        if number <= 0:
            return False
        return self._lexicon.has_whole(self._words[number - 1], "prepositions", "locatives", "names.joiners")

    def is_owner(self, entity: Entity, span: Span, phrase: Span) -> bool:
        """Whether a person named within a phrase is not the one it describes: "Venn's lawyer", "aide of Mr Venn"."""
        lists, text = self._lexicon.lists, self._page.text
        if self._lexicon.writing.unspaced:
            return text.startswith(self._lexicon.writing.attached, span.end) and span.end < phrase.end
        own = set(fold(entity.name).split())
        words = self._page.words(Span(phrase.start, span.start)) if phrase.start < span.start else []
        while words and fold(words[-1].text) in own:
            words.pop()
            if len(words) > 1 and words[-1].of(lists["names.particles"]) and fold(words[-2].text) in own:
                words.pop()
        if not words or _COMMA.search(text, words[-1].span.end, span.start):
            return False
        if self._lexicon.cases is not None:
            head, name = words[0].text, entity.name.split()[-1]
            return self._lexicon.cases.nominative(head) == head and fold(span.of(text)) != fold(name)
        governed = [n for n, word in enumerate(words) if n and self._governs(word)]
        if not governed:
            return False
        nested = words[governed[-1] + 1 :]
        titles = (word for word in nested if not word.of(lists["titles.fields"]))
        return not nested or any(word.of(lists["titles.definite"]) for word in titles)

    def _governs(self, word: Word) -> bool:
        return self._lexicon.has_whole(word, "names.joiners", "prepositions")

    def _joins(self, number: int) -> bool:
        """Whether the word before belongs to the same name or role."""
        word, before = self._words[number], self._words[number - 1]
        near = self._page.text[before.span.end : word.span.start] in (" ", "'", "’", ". ")
        return near and (before.capital or self._lexicon.has(before, "titles.words", "articles"))


def _is_longer(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name is another one with a word more, or one of them is a single word of the other, not the last."""
    shorter, longer = sorted((list(one), list(other)), key=len)
    if len(shorter) == 1:
        known = len(shorter[0]) == 1 or is_given_name(shorter[0])
        return not known and len(longer) > 1 and shorter[0] in longer[:-1]
    return len(longer) == len(shorter) + 1 and longer[: len(shorter)] == shorter


def _gender_by_name(name: str) -> bool | None:
    """Whether the first of several names is a woman's; None if unknown."""
    first, *others = name.split()
    gender = given_names().get(" ".join(latin_words(first))) if others else None
    return None if gender is None else gender == "f"


def office_head(role: str | None, lexicon: Lexicon) -> str:
    """The word of a role that names the office, abbreviated."""
    if not role:
        return ""
    return role[-2:] if lexicon.writing.unspaced else without_article(role.split()[0], lexicon)[:5]


def without_article(word: str, lexicon: Lexicon) -> str:
    """A folded word without the article attached to its front."""
    folded = fold(word)
    article = next((one for one in map(fold, lexicon.writing.definite) if folded.startswith(one)), "")
    return folded[len(article) :] if len(folded) - len(article) > _FRAGMENT else folded
