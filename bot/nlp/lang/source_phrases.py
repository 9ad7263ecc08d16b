"""Parses what a phrase names: a person with role and country, a description, a state, a body, a document, a pronoun."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import dropwhile, pairwise, takewhile

from bot.domain.text import UNSPACED, Span
from bot.gazetteer.countries import BODIES
from bot.gazetteer.latin_names import latin_words, script_of
from bot.nlp.lang.lexicon import Lexicon, Word, fold
from bot.nlp.lang.names import SURELY_NAMED
from bot.nlp.lang.page import Page
from bot.nlp.lang.places import Place, find_places
from bot.nlp.lang.unspaced_names import looks_like_name
from bot.nlp.speakers.capitalised_words import given_names
from bot.nlp.summary.tokenizer import find_stop_words

_BRACKETS = re.compile(rf" ?[(（][^()（）]{{0,20}}[)）](?: (?=[{UNSPACED}])|(?=.))")
_SEPARATOR = re.compile(r"[,，،;；\n]")
_HAN_NAME = re.compile(rf"[{UNSPACED}A-Za-z][{UNSPACED}A-Za-z·•・‧.\-\s]{{0,24}}")
_LONGEST_HAN = 14
_HAN_WORD = 3
_MOST_NAME_WORDS = 8
_LONGEST_PLAIN = 4
_FULL_NAME = 2
_SPELLED = re.compile(r"(?:[\"«“„]|(?<!\w)\w{1,2} )$")
_SPELLED_ON = re.compile(r" \w{1,2} \w{1,3}\b")
_DIGITS = "0123456789"
_MARKS = tuple('"«“„')
_CLOSING = tuple('"»”')
_QUOTING = ' "«“'
_MOST_TIMES = 5
"""Maximum occurrences of a name that are looked at."""
_SINGLE_OPENED, _SINGLE_CLOSED = re.compile(r"(?<!\S)'\w"), re.compile(r"\w'(?!\w)")
_EDGE = " ,，،、\"“”«»'’()（）-–—:：#"


_GENDERS = (("masculine", False, False), ("feminine", True, False), ("plural", None, True), ("any_gender", None, False))
"""Lists of pronouns, with gender (whether feminine) and number (whether plural)."""


class PhraseKind(Enum):
    """How a phrase names somebody."""

    PERSON = auto()
    DESCRIPTION = auto()
    PLACE = auto()
    BODY = auto()
    GROUP = auto()
    DOCUMENT = auto()
    PRONOUN = auto()
    RELATIVE = auto()
    LAST = auto()
    OTHER = auto()


REFERRING = (PhraseKind.PRONOUN, PhraseKind.RELATIVE, PhraseKind.LAST)
"""Kinds that only refer to somebody named elsewhere."""


@dataclass(frozen=True, slots=True)
class SourcePhrase:
    """What a phrase names. ``name`` is a person's name, else the phrase; ``feminine`` is None if unknown."""

    kind: PhraseKind
    name: str
    span: Span
    role: str | None = None
    country: str | None = None
    feminine: bool | None = None
    plural: bool = False
    described: str | None = None
    """The words between an article and a person's name that no list knows as an office."""


def parse_source_phrase(page: Page, span: Span) -> SourcePhrase:
    """What the phrase ``span`` names."""
    text, lexicon = page.text, page.lexicon
    first = bisect_left(page.places, span.start, key=lambda p: p.span.start)
    last = bisect_right(page.places, span.end, key=lambda p: p.span.end)
    places = list(page.places[first:last])
    if lexicon.writing.unspaced:
        return _UnspacedPhrase(page, span, places).parse()
    words = lexicon.words(text, span.start, span.end)
    pronoun = _pronoun(words, lexicon, text, span)
    if pronoun is not None:
        return pronoun
    return _Phrase(page, span, words, places).parse()


def _pronoun(words: list[Word], lexicon: Lexicon, text: str, span: Span) -> SourcePhrase | None:
    lists = lexicon.lists
    folded = [word.forms[0] for word in words]
    name = span.of(text)
    if not words:
        return SourcePhrase(PhraseKind.OTHER, name, span)
    if len(words) <= 2 and any(form in lists["pronouns.relative"].whole for word in words for form in word.forms):
        return SourcePhrase(PhraseKind.RELATIVE, name, span)
    if len(words) <= 3 and all(w in lists["pronouns.same"].whole or w in lists["articles"].whole for w in folded):
        return SourcePhrase(PhraseKind.LAST, name, span)
    own = words[0].forms[0] in lists["pronouns.any_gender"].whole
    if own and len(words) <= 3 and words[-1].of(lists["documents.words"]):
        return SourcePhrase(PhraseKind.PRONOUN, name, span)  # "their own assessment" refers to them
    owned = len(words) == _FULL_NAME and lexicon.has(words[-1], "titles.words", "bodies.words")
    if len(words) > _FULL_NAME or owned:
        return None
    for kind, feminine, plural in _GENDERS:
        pronouns = lists[f"pronouns.{kind}"].whole
        if any(
            w in pronouns and (len(words) == 1 or w not in lists["articles"].whole) for w in folded[:1] + folded[-1:]
        ):
            return SourcePhrase(PhraseKind.PRONOUN, name, span, feminine=feminine, plural=plural)
    return None


class _Phrase:
    """A phrase in a script with spaces."""

    def __init__(self, page: Page, span: Span, words: list[Word], places: list[Place]) -> None:
        text, lexicon = page.text, page.lexicon
        self._page, self._text, self._span, self._lexicon, self._places = page, text, span, lexicon, places
        before = lexicon.lists["articles"].whole | lexicon.lists["leading_words"].whole
        skipped = len(list(takewhile(lambda word: word.forms[0] in before, words)))
        joiners = lexicon.lists["names.joiners"].whole
        if skipped > 1 and words[skipped - 1].forms[0] in joiners and _is_some(words[skipped - 2], lexicon):
            skipped -= 2  # "une des filles"
        elif 0 < skipped < len(words) and words[skipped].forms[0] in joiners:
            # "one of the girls" is a name for her; "that of the ministry" means the ministry
            some = _is_some(words[skipped - 1], lexicon)
            after = takewhile(lambda word: word.forms[0] in before, words[skipped + 1 :])
            skipped += -1 if some else 1 + len(list(after))
        self._skipped = words[:skipped]
        self._feminine_article = any(w.of(lexicon.lists["titles.feminine"]) for w in words[:skipped])
        self._article = any(word.forms[0] in lexicon.lists["articles"].whole for word in words[:skipped])
        self._plural_article = any(w.forms[0] in lexicon.lists["titles.plural"].whole for w in words[:skipped])
        relative = lexicon.lists["pronouns.relative"].whole
        ruled = {one for one, after in pairwise(words) if after.of(lexicon.lists["names.ruling"])}
        self._words = list(
            takewhile(
                lambda w: (
                    (w in ruled or relative.isdisjoint(w.forms))
                    and not is_cut(text, w, lexicon, first=w is words[skipped])
                ),
                words[skipped:],
            )
        )

    def parse(self) -> SourcePhrase:
        words, lists = self._words, self._lexicon.lists
        if not words:
            return SourcePhrase(PhraseKind.OTHER, _clean(self._span.of(self._text)), self._span)
        run = self._name()
        run = run if self._is_body_s(run) else self._page.names.trimmed(run)
        run = run if run and (run[0].capital or not self._lexicon.writing.cased) else []  # "(Region) of Holm"
        plural = words[0].of(lists["titles.plural"]) or self._plural_article
        informants = words[0].of(lists["informants"]) and len(words) > 1 and words[1] not in run
        quoted = self._is_behind_several(run)
        if informants or (plural and (len(run) < _FULL_NAME or self._plural_article) and not quoted):
            run = []
        if run and (self._is_thing(run) or not self._page.names.may_be(Span(run[0].span.start, run[-1].span.end))):
            run = []
        foreign = bool(run) and (self._names_foreign_title(run) or self._is_body_s(run))
        run = [] if foreign else run
        feminine = self._feminine(run)
        country = self._country(run)
        if run:
            name = self._between(run[0], run[-1])
            role = self._role(run)
            described = None if role else self._description(run)
            if role and all(word.of(lists["titles.ranks"]) for word in self._heads(run)):
                role, described = None, role
            return SourcePhrase(PhraseKind.PERSON, name, self._span, role, country, feminine, described=described)
        whole = self._between(words[0], self._last(words))
        several = informants and self._lexicon.cases is None
        parsed = SourcePhrase(
            PhraseKind.OTHER, whole, self._span, country=country, feminine=feminine, plural=plural or several
        )
        if foreign:
            return replace(parsed, kind=PhraseKind.BODY, plural=False)
        return self._with_kind(parsed, several=several)

    def _is_behind_several(self, run: list[Word]) -> bool:
        """Whether a full name stands right behind outlets that quote somebody: "according to the media Jon Ek"."""
        words = self._words
        if len(run) < _FULL_NAME or run[-1] is not words[-1] or self._lexicon.cases is not None:
            return False
        number = words.index(run[0])
        ends = is_given(run[0]) and bool(number)
        near = ends and self._text[words[number - 1].span.end : run[0].span.start] == " "
        return (
            near
            and is_body_noun(words[0], self._lexicon)
            and not words[number - 1].capital
            and not self._belongs_to_role(run)
        )

    def _with_kind(self, parsed: SourcePhrase, *, several: bool) -> SourcePhrase:
        """``parsed``, which is no person with a name, with its kind; ``several``: those around somebody."""
        words, lists, country, plural = self._words, self._lexicon.lists, parsed.country, parsed.plural
        if several:
            return replace(parsed, kind=PhraseKind.GROUP)
        titled = any(word.of(lists["titles.words"]) for word in words[:2])
        if any(word.of(lists["documents.words"]) for word in words[:2]):
            return replace(parsed, kind=PhraseKind.DOCUMENT)
        if plural:
            return replace(parsed, kind=PhraseKind.GROUP)
        if titled and not words[0].of(lists["bodies.words"]):
            return replace(parsed, kind=PhraseKind.DESCRIPTION, role=self._role([]))
        if any(word.of(lists["bodies.words"]) for word in words) or (
            self._article and words[0].capital and not country
        ):
            return replace(parsed, kind=PhraseKind.BODY, name=self._without_apposition(parsed.name))
        if country and self._places:
            states = len({place.country for place in self._places})
            return replace(
                parsed, kind=PhraseKind.PLACE, country=country if states == 1 else None
            )  # "Norway and Iceland"
        return parsed

    def _without_apposition(self, name: str) -> str:
        """A body's name without what it is, behind a comma: "Ek, the agency for trade"."""
        first, _, rest = name.partition(", ")
        ands = self._lexicon.lists["names.and"].whole
        several = any(word.forms[0] in ands for word in self._lexicon.words(rest)) or "," in rest
        named = any(word.capital for word in self._lexicon.words(rest))
        apart = self._lexicon.writing.cased and rest[:1].islower() and not several and not named
        return _clean(first) if apart else name

    def _names_foreign_title(self, run: list[Word]) -> bool:
        """Whether a name goes on with small letters of a foreign script, as those of papers do."""
        own = script_of(next(iter(self._lexicon.lists["prepositions"].whole), ""))
        number = self._words.index(run[-1]) + 1
        script = script_of(run[0].text)
        after = self._words[number] if number < len(self._words) else None
        if after is None or after.capital or after.span.start != run[-1].span.end + 1:
            return False
        return script != own and script_of(after.text) == script

    def _last(self, words: list[Word]) -> Word:
        """The last word of a description, without trailing function words: "71 per cent [of the]"."""
        ends, lexicon = ("articles", "conjunctions", "connectives", "names.joiners", "prepositions"), self._lexicon
        kept = (word for word in reversed(words) if word.capital or not lexicon.has_whole(word, *ends))
        return next(kept, words[-1])

    def _is_thing(self, run: list[Word]) -> bool:
        """Whether a name with an article and without a role is a body's: "la Autoridad Portuaria"."""
        lists = self._lexicon.lists
        titled = any(word.of(lists["titles.words"]) for word in (*self._words, *self._skipped))
        return self._article and self._lexicon.writing.cased and not titled and run[0] is self._words[0]

    def _between(self, first: Word, last: Word) -> str:
        start = first.span.start + self._conjunction(first)
        name = _clean(self._text[start : last.span.end])
        for article, joined in zip(self._lexicon.writing.definite, self._lexicon.writing.definite[1:], strict=False):
            if start and self._text.startswith(joined, start - 1):
                return article + name[1:]  # a preposition attached to the article was cut off
        return name

    def _conjunction(self, word: Word) -> int:
        """The length of what is attached to the article of a known word."""
        lists, definite = self._lexicon.lists, self._lexicon.writing.definite[:1]
        for front in self._lexicon.proclitics if definite else ():
            rest = word.text.removeprefix(front)
            if rest != word.text and rest.startswith(definite):
                return len(front) * (lists["bodies.words"].holds(fold(rest)) or lists["titles.words"].holds(fold(rest)))
            group = front in lists["attached_conjunctions"].whole and rest != word.text
            if group and fold(rest) in lists["titles.plural"].whole and not lists["titles.words"].holds(word.forms[0]):
                return len(front)  # "and-ministers"
        return 0

    def _before(self, word: Word) -> Word | None:
        """The word of the phrase before another one."""
        number = self._words.index(word)
        return self._words[number - 1] if number else None

    def _place_of(self, word: Word) -> Place | None:
        return next((p for p in self._places if p.span.overlaps(word.span)), None)

    def _is_place(self, word: Word) -> bool:
        """Whether a word belongs to a state; without capitals, not a name that only begins like an adjective of one."""
        place = self._place_of(word)
        if place is None or self._lexicon.writing.cased or not place.adjective:
            return place is not None
        definite = word.text.startswith(self._lexicon.writing.definite)
        return definite or self._page.names.likeness(word.span) < SURELY_NAMED

    def _known(self, word: Word) -> bool:
        """Whether a word belongs to a role, a body or a place rather than to a name."""
        lists = self._lexicon.lists
        return (
            self._lexicon.has(word, "titles.definite", "bodies.words")
            or self._is_place(word)
            or word.of(lists["documents.words"])
            or (word.of(lists["titles.plural"]) and not self._lexicon.writing.cased)  # "head of the ministers"
            or (self._lexicon.cases is not None and word.text.endswith(self._lexicon.cases.unlike))
            or self._names_region(word)
        )

    def _names_region(self, word: Word) -> bool:
        """Whether a word is a region's name: after "province", or after "provinces", a name and "and"."""
        regions, number = self._lexicon.lists["names.regions"], self._words.index(word)
        if not regions.entries or not number:
            return False
        if not self._lexicon.writing.cased and self._text[word.span.start - 1 : word.span.end + 1] == f"({word.text})":
            return True
        before = self._words[number - 1]
        if self._lexicon.writing.cased:  # "doctor of the village Holm Jon Ek"
            named = [one.capital for one in self._words[number : number + 1 + _FULL_NAME]]
            return before.of(regions) and len(named) > _FULL_NAME and all(named) and not is_given(word)
        joined = tuple(self._lexicon.lists["attached_conjunctions"].whole)
        return before.of(regions) or (word.text.startswith(joined) and self._names_region(before))

    def _name(self) -> list[Word]:
        """The words of a person's name."""
        if self._lexicon.writing.cased:
            return self._cased_name()
        name = self._behind_marks(self._plain_name())
        return [] if any(map(self._is_function, name[1:])) else name

    def _behind_marks(self, name: list[Word]) -> list[Word]:
        """A name without the end of a quoted one before it: "head of the institute “Bay View” Jon Ek"."""
        if not name or _sign_before(self._text, name[0].span.start) not in _MARKS:
            return name
        gaps = (self._text[one.span.end : other.span.start] for one, other in pairwise(name))
        ends = [n for n, gap in enumerate(gaps, start=1) if any(mark in gap for mark in _CLOSING)]
        return name[ends[-1] :] if ends else name

    def _is_body_s(self, name: list[Word]) -> bool:
        """Whether a name is the whole phrase, and the text names a body by it: "the agency Bay View"."""
        if self._lexicon.writing.cased or len(name) < _FULL_NAME or name[0] is not self._words[0]:
            return False
        spelt, at = self._text[name[0].span.start : name[-1].span.end], -1
        for _ in range(_MOST_TIMES):
            at = self._text.find(spelt, at + 1)
            if at < 0:
                return False
            before = self._page.word_before(at)
            beside = before is not None and not self._text[before.span.end : at].strip(_QUOTING)
            if before is not None and beside and before.of(self._lexicon.lists["bodies.generic"]):
                return True
        return False

    def _cased_name(self) -> list[Word]:
        """The run of capitalised words that are no role, body or place: the last one, or the one before a comma."""
        particles = self._lexicon.lists["names.particles"]
        runs: list[list[Word]] = []
        for word in self._words:
            near = runs and runs[-1][-1].span.end + 2 >= word.span.start
            joined = near and not _SEPARATOR.search(self._text, runs[-1][-1].span.end, word.span.start)
            named = (
                word.capital
                and (
                    not self._known(word)
                    or self._opens_name(word)
                    or (joined and (self._closes_name(word, runs[-1]) or self._is_initial(word)))
                )
                and not (word.text.isupper() and len(word.text) > 1 and not joined)
            )
            if named and joined:
                runs[-1].append(word)
            elif named:
                runs.append([word])
            elif joined and runs and word.of(particles) and word is not self._words[-1]:
                runs[-1].append(word)
        runs = [self._without_employer(self._trimmed(run)) for run in runs]
        runs = [run for run in runs if run and len(run) <= _MOST_NAME_WORDS and not self._describes(run)]
        words, lists = self._words, self._lexicon.lists
        titled = any(word.of(lists["titles.words"]) for word in words)
        if titled:
            runs = [self._without_body(run) for run in runs]
            runs = [run for run in runs if run and not self._belongs_to_role(run[:1]) and self._stands_alone(run, runs)]
            runs = [self._from_given(run) for run in runs if not self._names_body(run) and not self._lists(run)]
        elif any(word.of(lists["bodies.words"]) for word in words):
            runs = [run for run in runs if self._is_apart(run)]  # "manager of the Union for trade, Jon Ek"
        elif not words[0].capital:
            runs = [run for run in runs if not self._belongs_to_role(run)]  # "the family of Venn"
        if not runs or self._is_headed_by_body(runs[-1]):
            return []
        best = max(runs, key=lambda run: (len(run) > 1, run[0].span.start))
        if runs[0][0] is words[0] and runs[0][-1] is not words[-1]:
            after = words[words.index(runs[0][-1]) + 1]
            if _SEPARATOR.search(self._text, runs[0][-1].span.end, after.span.start):
                best = runs[0]
        quoted = self._text[best[0].span.start - 1 : best[0].span.start] in _MARKS
        alone = len(best) == 1 and best[0] is words[0] and not (len(words) > 1 and words[1].capital)
        alone = alone and not is_named(self._text, best[0])
        return [] if quoted or alone else best

    def _is_headed_by_body(self, last: list[Word]) -> bool:
        """Whether the noun is a body's: "the Court of Justice", whose last word is also a word of offices."""
        cases = self._lexicon.cases
        described = (word for word in self._words if cases is None or not cases.describes(word.text))
        closing = cases is None and self._is_apart(last)
        return is_body_noun(next(described, self._words[0]), self._lexicon) and not closing

    def _is_apart(self, run: list[Word]) -> bool:
        """Whether a full name does not belong to the body before it: "the agency for trade, Jon Ek"."""
        return self._closes_phrase(run) or self._is_behind_several(run) or self._is_behind_body(run)

    def _is_behind_body(self, run: list[Word]) -> bool:
        """Whether a full name is surely a person's, right behind a body's noun: "(for) the Commission Jon Ek"."""
        words, lists = self._words, self._lexicon.lists
        behind = len(words) == len(run) + 1 and run[-1] is words[-1] and words[0].of(lists["bodies.words"])
        if not behind or len(run) < _FULL_NAME or not words[0].capital or words[0].of(lists["bodies.named"]):
            return False
        return is_given(run[0]) and self._page.names.is_sure(Span(run[0].span.start, run[-1].span.end))

    def _closes_phrase(self, run: list[Word]) -> bool:
        """Whether a run is a full name that ends a phrase with a small letter, behind a comma."""
        words, before = self._words, self._before(run[0])
        if words[0].capital or before is None or run[-1] is not words[-1]:
            return False
        comma = "," in self._text[before.span.end : run[0].span.start]
        return comma and len(run) >= _FULL_NAME and is_given(run[0])

    def _lists(self, run: list[Word]) -> bool:
        """Whether a run is the last of an office's fields: "minister of Ports, Trade and Energy"."""
        before = self._before(run[0])
        joins = before is not None and before.forms[0] in self._lexicon.lists["names.and"].whole
        return joins and len(run) == 1 and run[-1] is self._words[-1]

    def _from_given(self, run: list[Word]) -> list[Word]:
        """A run without the end of a body's name before it: "editor of Port [Post Jon Ek]", "of Port [Ek J. Venn]"."""
        before = self._before(run[0])
        if len(run) <= _FULL_NAME or before is None or is_given(run[0]):
            return run
        if self._lexicon.cases is not None:
            initial = next((n for n, word in enumerate(run[:-1]) if n and self._is_initial(word)), 0)
            return run[initial:] if initial and not any(map(is_given, run[:initial])) else run
        near = self._text[before.span.end : run[0].span.start] == " "
        part = near and (before.capital or self._lexicon.has_whole(before, "names.joiners"))
        return run[1:] if part and run[1].capital and is_given(run[1]) else run

    def _without_employer(self, run: list[Word]) -> list[Word]:
        """A full name without whom or where it is of: "Jon Ek of Venn Holm Port", "Jon Ek of Holm"."""
        particles, names = self._lexicon.lists["names.particles"], self._page.names
        at = next((n for n, word in enumerate(run) if not word.capital and word.of(particles)), 0)
        rest = run[at + 1 :]
        if at != _FULL_NAME or not rest or not is_given(run[0]) or not all(word.capital for word in rest):
            return run
        joins = run[at].forms[0] in self._lexicon.lists["names.joiners"].whole
        elsewhere = joins and names.is_none(Span(rest[0].span.start, rest[-1].span.end))
        return run[:at] if len(rest) > _FULL_NAME or elsewhere else run

    def _is_initial(self, word: Word) -> bool:
        """Whether a word is a letter with a dot: "Jon M. Ek"."""
        return len(word.text) == 1 and self._text.startswith(".", word.span.end)

    def _describes(self, run: list[Word]) -> bool:
        """Whether a run is a single adjective of the noun right after it: "the Northern railway"."""
        following = next((word for word in self._words if word.span.start > run[-1].span.end), None)
        near = following is not None and not following.capital and following.span.start == run[-1].span.end + 1
        return near and len(run) == 1 and self._lexicon.cases is not None and self._lexicon.cases.agrees(run[0].text)

    def _without_body(self, run: list[Word]) -> list[Word]:
        """A run without its first word and particles if those belong to a role: "editor of the Times Jon Ek"."""
        return list(dropwhile(lambda word: not word.capital, run[1:])) if self._belongs_to_role(run) else run

    def _opens_name(self, word: Word) -> bool:
        """Whether a place begins a name ("Salvador Barraza"): it is the first word, and a name follows directly."""
        if self._lexicon.endings or len(self._words) < _FULL_NAME or (place := self._place_of(word)) is None:
            return False
        if (before := self._before(word)) is not None:
            titled = before.of(self._lexicon.lists["titles.words"]) and before.span.end + 1 == word.span.start
            return titled and not place.adjective and self._words[-1] is word
        after = self._words[1]
        return after.capital and not self._known(after) and after.span.start == word.span.end + 1

    def _closes_name(self, word: Word, run: list[Word]) -> bool:
        """Whether a place or a word of offices is a surname: the last word, after a first name with a title."""
        place = self._place_of(word)
        if (
            word is not self._words[-1]
            or len(run) > 1
            or self._lexicon.endings
            or (place is not None and place.adjective)
        ):
            return False
        before = self._before(run[0])
        titled = before is not None and before.of(self._lexicon.lists["titles.words"])
        return titled or (word.capital and is_given(run[0]))

    def _belongs_to_role(self, run: list[Word]) -> bool:
        """Whether a run is part of a role: "president of the Union of Traders"."""
        before = self._before(run[0])
        if before is None or _SEPARATOR.search(self._text, before.span.end, run[0].span.start):
            return False
        return not before.capital and before.forms[0] in self._lexicon.lists["names.joiners"].whole

    def _names_body(self, run: list[Word]) -> bool:
        """Whether a run is the name of a body, right after the body's noun: "head of the school Bo Venn"."""
        before = self._before(run[0])
        given = len(run) >= _FULL_NAME and any(map(is_given, run[:_FULL_NAME]))
        if before is None or before.span.end + 1 != run[0].span.start or given:
            return False
        lists = self._lexicon.lists
        noun = (before.capital and self._before(before)) or before  # "the Secondary School Bo Venn"
        named = before.of(lists["bodies.named"]) or (noun.capital and noun.of(lists["bodies.named"]))
        return named or (before.capital and before.of(lists["bodies.words"]))

    def _stands_alone(self, run: list[Word], runs: list[list[Word]]) -> bool:
        """Whether a run is more than the second word of a place or body whose first word belongs to a role."""
        before = self._before(run[0])
        if len(run) > 1 or before is None or not before.capital or not runs or self._known(before):
            return True
        return _sign_before(self._text, run[0].span.start) in ",،"

    def _trimmed(self, run: list[Word]) -> list[Word]:
        """A run that ends with a capitalised word, without a genitive of the role at its beginning."""
        while run and not run[-1].capital:
            run = run[:-1]
        endings = tuple(self._lexicon.lists["names.genitives"].whole)
        while endings and len(run) > 2 and run[0].forms[0].endswith(endings) and not run[1].forms[0].endswith(endings):
            run = run[1:]
        return run

    def _plain_name(self) -> list[Word]:
        """In a script without capitals: the words after the last word of the role, or the part after a comma."""
        words, lists = self._words, self._lexicon.lists
        known = [n for n, word in enumerate(words) if self._known(word)]
        definite = self._lexicon.writing.definite
        if len(words) == 1 and (self._lexicon.act(words[0].text) or self._is_function(words[0])):
            return []
        if self._is_function(words[0]):
            return []
        if not known:
            short = len(words) <= 4
            described = words[0].text.startswith(definite) or any(map(str.isdigit, words[0].text))
            return words if short and not described else []
        if known == [0] and words[0].text.startswith(definite) and self._is_place(words[0]):
            return self._surely_named(words[1:])  # "the Norwegian Ana Ruiz"
        if _FULL_NAME <= known[0] <= _LONGEST_PLAIN and (
            self._opens_role(words[known[0]])
            or self._separated(words[known[0] - 1], words[known[0]])
            or not any(word.text.startswith(definite) for word in words[: known[0]])
        ):
            return words[: known[0]]
        titled = any(word.of(lists["titles.definite"]) for word in words)
        rest = words[known[-1] + 1 :]
        commas = [n for n in range(1, len(rest)) if self._separated(rest[n - 1], rest[n])]
        rest = rest[commas[-1] :] if titled and commas else rest  # "adviser of Ek, Bo Venn"
        if titled and len(rest) > _FULL_NAME and not self._separated(words[known[-1]], rest[0]):
            rest = list(dropwhile(lambda word: word.text.startswith(definite), rest))
        if (
            known[0] > 0
            and not rest
            and _SEPARATOR.search(self._text, words[known[0] - 1].span.end, words[known[0]].span.start)
        ):
            return words[: known[0]]
        return self._behind_role(words[known[-1]], rest) if titled and rest else []

    def _behind_role(self, last: Word, rest: list[Word]) -> list[Word]:
        """The name among the words ``rest`` behind the ``last`` word that belongs to a role or a place."""
        words, definite = self._words, self._lexicon.writing.definite
        place, number = self._place_of(last), words.index(last)
        stated = place is not None and not place.adjective and number > 1
        if stated and len(rest) == 1 and self._separated(words[number - 1], last):
            return [last, *rest]  # "minister of trade, Georgia Ek"
        if len(rest) > _LONGEST_PLAIN or self._leads_on(rest[0]):
            return self._surely_named(rest)
        if self._is_owned(last, rest[0]):
            rest = list(dropwhile(lambda word: word.text.startswith(definite), rest[1:]))  # "head of Scotland Ana Ek"
            if len(rest) < _FULL_NAME or rest[-1].text.startswith(definite):
                return []
        separated = self._separated(last, rest[0])
        return rest if separated or not rest[0].text.startswith(definite) else []

    def _surely_named(self, words: list[Word]) -> list[Word]:
        """The last words, if the network takes two to four of them for a name: "head of the … of the port Jon Ek"."""
        likeness = self._page.names.likeness
        name = list(takewhile(lambda word: likeness(word.span) >= SURELY_NAMED, reversed(words)))[::-1]
        number = self._words.index(name[0]) if name else 0
        where = self._lexicon.lists["locatives"].whole
        near = [word.forms[0] in where for word in self._words[max(0, number - _FULL_NAME) : number]]
        if near[-1:] == [True]:  # "in Port Jon Ek"
            name = name[1:]
        elif any(near):  # "at the crossing Port Ek"
            return []
        return name if _FULL_NAME <= len(name) <= _LONGEST_PLAIN else []

    def _is_owned(self, title: Word, word: Word) -> bool:
        """Whether the words after a role without article depend on it: "a senior diplomat", "Venn's lawyer"."""
        lists, place = self._lexicon.lists, self._place_of(title)
        bare = not title.text.startswith(self._lexicon.writing.definite) and word.span.start == title.span.end + 1
        named = (place is not None and not place.adjective) or self._names_region(title)
        if title.text.endswith(tuple(lists["pronouns.attached"].whole)):
            return False  # "her uncle Jon Ek"
        return bare and not named and not title.of(lists["titles.ranks"])

    def _opens_role(self, word: Word) -> bool:
        """Whether a word after a name begins the person's description: "one of the ministers", "minister of trade"."""
        titled = word.of(self._lexicon.lists["titles.words"])
        return titled and not word.text.startswith(self._lexicon.writing.definite)

    def _separated(self, one: Word, other: Word) -> bool:
        return _SEPARATOR.search(self._text, one.span.end, other.span.start) is not None

    def _leads_on(self, word: Word) -> bool:
        """Whether a word continues a role rather than begins a name."""
        return self._is_function(word) or preposition(self._text, word, self._lexicon) != ""

    def _is_function(self, word: Word) -> bool:
        names = ("leading_words", "prepositions", "conjunctions", "negations", "pronouns.relative")
        return self._lexicon.has_whole(word, *names)

    def _role(self, run: list[Word]) -> str | None:
        """The role beside a name: from its first title on, without the country."""
        lists, heads = self._lexicon.lists, self._heads(run)
        if not heads:
            return None
        before = takewhile(
            lambda one: one[0].of(lists["titles.fields"]) and one[0].span.end + 1 == one[1].span.start,
            self._pairs(heads[0]),
        )
        first = [heads[0], *(word for word, _ in before)][-1]
        outside = [word for word in self._words if word.span.start >= first.span.start]
        if run and first.span.start < run[0].span.start:
            outside = [word for word in outside if word.span.start < run[0].span.start]
        elif run:
            outside = [word for word in outside if word.span.start > run[-1].span.end]
        addressed = self._lexicon.lists["titles.honorifics"]
        while len(outside) > 1 and (
            (not all(map(self._is_rank, outside)) and self._is_rank(outside[-1]) and self._stands_apart(*outside[-2:]))
            or (self._lexicon.writing.cased and outside[-1].of(addressed))
        ):
            outside.pop()
        kept = [w for w in outside if not self._represents(w) or self._names_region(w)]
        ends = ("articles", "conjunctions", "names.joiners", "prepositions", "locatives")
        while len(kept) > 1 and self._lexicon.has_whole(kept[-1], *ends):
            kept.pop()
        if not kept:
            return None
        inner = self._text[kept[0].span.start : kept[-1].span.end]
        for place in self._places:
            inside = kept[0].span.start <= place.span.start and place.span.end <= kept[-1].span.end
            governor = self._governor(place)
            if (
                inside
                and place.adjective
                and self._drops(place)
                and (governor is None or governor.of(lists["titles.words"]))
            ):
                inner = inner.replace(place.span.of(self._text), "", 1)
        for article, joined in zip(self._lexicon.writing.definite, self._lexicon.writing.definite[1:], strict=False):
            if inner.startswith(joined):
                inner = article + inner.removeprefix(joined)  # "to the spokesman"
        role = _clean(re.sub(r"\s{2,}", " ", inner))
        return role[:1].lower() + role[1:] if role[1:2].islower() else role

    def _stands_apart(self, before: Word, word: Word) -> bool:
        """Whether a rank belongs to the name after it: behind a comma or a rank, or, without capitals, with an article.

        A noun with an article before it cannot govern it, either.
        """
        article = any(map(self._lexicon.is_definite, (before, word)))
        ranked = self._lexicon.writing.caseless and self._is_rank(before)
        return self._separated(before, word) or article or ranked

    def _is_rank(self, word: Word) -> bool:
        """Whether a word is a rank or a form of address, which no office ends with."""
        return self._lexicon.has(word, "titles.honorifics", "titles.ranks")

    def _heads(self, run: list[Word]) -> list[Word]:
        """The head nouns of offices outside a name."""
        lists = self._lexicon.lists
        titles = (word for word in self._words if word.of(lists["titles.definite"]) and word not in run)
        return [word for word in titles if not (self._lexicon.has(word, "titles.honorifics", "titles.fields"))]

    def _pairs(self, word: Word) -> list[tuple[Word, Word]]:
        """The words before a word, nearest first, each with the word after it."""
        before = self._words[: self._words.index(word) + 1]
        return list(zip(before[-2::-1], before[:0:-1], strict=False))

    def _description(self, run: list[Word]) -> str | None:
        """The words between an article and a full name: "el [editor de la revista], Jon Ek"."""
        first = self._words[0]
        if not (self._article and self._lexicon.writing.cased and len(run) >= _FULL_NAME and is_given(run[0])):
            return None
        if first is run[0] or first.capital or self._lexicon.has(first, "bodies.words", "documents.words"):
            return None
        if all(self._place_of(word) for word in takewhile(lambda word: word is not run[0], self._words)):
            return None  # "the Peruvian"
        return _clean(self._text[first.span.start : run[0].span.start])

    def _represents(self, word: Word) -> bool:
        place = self._place_of(word)
        if place is None or not self._drops(place):
            return False
        relative = self._lexicon.lists["pronouns.relative"].whole
        before = takewhile(lambda one: one is not word, self._words)
        return all(relative.isdisjoint(one.forms) for one in before)  # not in "which Norway holds"

    def _drops(self, place: Place) -> bool:
        """Whether a place can be left out of a role: not if it belongs to the name of a body."""
        capital = place.span.of(self._text)[:1].isupper()
        if place.body or (place.country in BODIES and not place.adjective) or self._is_topic(place):
            return False
        if not self._lexicon.writing.cased:
            return True
        before = self._governor(place)
        known = before is None or before.text.isupper() or before.of(self._lexicon.lists["titles.words"])
        named = before is not None and before.capital and not known and not place.adjective
        return not named and (capital != place.adjective or self._lexicon.cases is not None)

    def _is_topic(self, place: Place) -> bool:
        """Whether a state is only what somebody studies, or where something is done: "mission to help Norway"."""
        if place.adjective:
            return False
        before = self._governor(place)
        if before is not None and before.of(self._lexicon.lists["titles.topical"]):
            return True
        aims = self._lexicon.lists["names.aims"]
        begun = next((word.span.start for word in self._words[1:] if word.of(aims)), place.span.end)
        return begun < place.span.start

    def _is_only_near(self, place: Place) -> bool:
        """Whether an adjective of several states describes another noun than an office or body: "European trade"."""
        if not place.adjective or place.country not in BODIES or not self._lexicon.writing.cased:
            return False
        if self._lexicon.cases is None:  # "Banco Central Europeo": another adjective may stand between
            described = [one for one in self._words if one.span.end < place.span.start][-2:]
        else:
            described = [one for one in self._words if one.span.start == place.span.end + 1]
        known = any(self._lexicon.has(one, "titles.words", "bodies.words") for one in described)
        return bool(described) and not known

    def _governor(self, place: Place) -> Word | None:
        """The word before a place, skipping articles and prepositions."""
        lists = self._lexicon.lists
        between = lists["articles"].whole | lists["names.joiners"].whole
        before = (word for word in reversed(self._words) if word.span.end <= place.span.start)
        return next((word for word in before if word.forms[0] not in between), None)

    def _country(self, run: list[Word]) -> str | None:
        if not run and is_international(self._words, self._lexicon):
            return None
        inside = [
            p
            for p in self._places
            if not any(p.span.overlaps(word.span) for word in run)
            and not self._is_topic(p)
            and not self._is_only_near(p)
        ]
        many = self._plural_article or self._words[0].of(self._lexicon.lists["titles.plural"])
        if many and self._lexicon.writing.cased and len({place.country for place in inside}) > 1:
            return None  # "the ministers of Iceland and Norway"
        return inside[0].country if inside else None

    def _feminine(self, run: list[Word]) -> bool | None:
        lists = self._lexicon.lists
        joiners = lists["names.joiners"].whole  # "the head of the army": the army's article says nothing of the head
        head = takewhile(lambda word: word in run or word.forms[0] not in joiners, self._words)
        titles = [word for word in head if word not in run]
        if not self._lexicon.writing.cased:
            titles = titles[:1]  # a ministry is feminine although its field is not
        if self._feminine_article or any(word.of(lists["titles.feminine"]) for word in titles):
            return True
        if any(word.of(lists["titles.masculine"]) for word in (*self._skipped, *titles)):
            return False
        known = any(self._lexicon.has(word, "titles.words", "bodies.words") for word in titles)
        return False if known and not self._lexicon.writing.cased else None


def _is_some(word: Word, lexicon: Lexicon) -> bool:
    """Whether an article introduces somebody new."""
    return word.forms[0] in lexicon.lists["titles.indefinite"].whole


def is_international(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a body belongs to no state: "International Court for Lebanon"."""
    lists = lexicon.lists
    body = any(word.of(lists["bodies.words"]) for word in words)
    return body and any(word.of(lists["bodies.international"]) for word in words)


def is_given(word: Word) -> bool:
    """Whether a word is a given name."""
    return is_given_name(word.text)


def is_given_name(name: str) -> bool:
    """Whether a name is a given name, as a subject has it."""
    return " ".join(latin_words(name)) in given_names()


def is_body_noun(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word is a body's noun and no office's."""
    return word.of(lexicon.lists["bodies.words"]) and not word.of(lexicon.lists["titles.words"])


def is_any(parsed: SourcePhrase, lexicon: Lexicon, text: str) -> bool:
    """Whether a phrase introduces somebody new: "un responsable"."""
    if lexicon.writing.unspaced:
        return lexicon.pattern["titles.indefinite"].match(parsed.span.of(text)) is not None
    words = lexicon.words(text, parsed.span.start, parsed.span.end)[:2]
    return any(_is_some(word, lexicon) for word in words)


def is_demonstrative(parsed: SourcePhrase, lexicon: Lexicon, text: str) -> bool:
    """Whether a phrase refers to somebody named before: "ce responsable", "the minister" in languages with articles."""
    if lexicon.writing.unspaced:
        return lexicon.pattern["pronouns.demonstratives"].match(parsed.span.of(text)) is not None
    words = lexicon.words(text, parsed.span.start, parsed.span.end)[:1]
    lists, definite = lexicon.lists, lexicon.writing.definite
    return any(
        word.forms[0] in lists["pronouns.demonstratives"].whole
        or word.forms[0] in lists["articles"].whole - lists["titles.indefinite"].whole
        or (definite and word.text.startswith(definite))
        for word in words
    )


def is_thing(parsed: SourcePhrase, page: Page) -> bool:
    """Whether a phrase is an act, a thing or a clause: "the new post of envoy", "two", "he opened and the first"."""
    lexicon = page.lexicon
    if lexicon.writing.unspaced:
        return _is_thing_in_han(parsed.name, lexicon)
    if parsed.kind is PhraseKind.DOCUMENT:
        return False
    source = page.words(parsed.span)
    pronouns = lexicon.lists["pronouns.subjects"].whole
    first = source[0] if len(source) > _FULL_NAME else None
    if first and first.forms[0] in pronouns and fold(first.text) != first.text.lower():  # "él", not the article
        return True
    words = source if parsed.kind is PhraseKind.PERSON else lexicon.words(parsed.name)
    if is_share(words, lexicon):
        return True
    nobody = [word for word in words[:2] if word.of(lexicon.lists["names.nobody"])]
    if nobody and words[0] not in nobody and words[0].of(lexicon.lists["bodies.words"]):
        return False  # "the Alliance in support of trade"
    several = len(words) > 1  # "two" is nobody, "two ministers" are somebody
    return any(not (several and word.of(lexicon.lists["titles.plural"])) for word in nobody)


def _is_thing_in_han(name: str, lexicon: Lexicon) -> bool:
    """Whether a phrase in a script without spaces is a document of nobody's, or a work: "the latest data"."""
    for word in lexicon.lists["names.nobody"].whole:
        if name.startswith(word) and name[len(word) :] in lexicon.lists["documents.words"].whole:
            return True
        if name.endswith("》") and name[: name.find("《")].endswith(word):
            return True
    return False


def is_share(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words are a share without those that it is of: "another 20 per cent"."""
    share = next((n for n, word in enumerate(words) if word.of(lexicon.lists["names.shares"])), None)
    if share is None or not any(map(str.isdecimal, "".join(word.text for word in words[: share + 1]))):
        return False
    of_whom = lexicon.lists["names.joiners" if lexicon.writing.cased else "prepositions"].whole
    return not any(lexicon.cases or word.forms[0] in of_whom for word in words[share + 1 :])


def is_function_word(parsed: SourcePhrase, lexicon: Lexicon) -> bool:
    """Whether a phrase is a single word that names nobody."""
    words = lexicon.words(parsed.name)
    names = ("leading_words", "prepositions", "conjunctions", "negations", "articles")
    return len(words) == 1 and (
        lexicon.act(parsed.name) is not None
        or parsed.name.lower() in find_stop_words(lexicon.code)
        or lexicon.has_whole(words[0], *names)
    )


def is_cut(text: str, word: Word, lexicon: Lexicon, *, first: bool) -> bool:
    """Whether a phrase that names somebody ends before a word; not if that opens a quoted name or a spelled-out one.

    It does not end before an office that is its ``first`` word: "his counterpart Jon Ek".
    """
    known = word.forms[0] in lexicon.lists["names.words_after"].whole
    if first and word.of(lexicon.lists["titles.words"]):
        return False
    spelled = _SPELLED.search(text[max(0, word.span.start - 4) : word.span.start]) is not None
    return known and not spelled and _SPELLED_ON.match(text, word.span.end) is None


def written_on(word: Word, lexicon: Lexicon) -> str:
    """The preposition that may be attached to a word, in scripts without capitals; "" if none."""
    if lexicon.writing.cased:
        return ""
    fronts = (word.forms[0].removesuffix(form) for form in word.forms[1:])
    return next((one for one in fronts if one in lexicon.lists["prepositions"].whole), "")


def preposition(text: str, word: Word, lexicon: Lexicon) -> str:
    """The preposition attached to a word that also occurs alone or is known; "" if none."""
    front = written_on(word, lexicon)
    bare, rest = word.forms[0][len(front) :], word.text[len(front) :]
    known = (
        lexicon.knows(bare) or word.of(lexicon.lists["audience"]) or word.text.startswith(lexicon.writing.definite[1:])
    )
    return front if front and (known or re.search(rf"(?<!\w){re.escape(rest)}(?!\w)", text)) else ""


def is_named(text: str, word: Word) -> bool:
    """Whether a word is capitalised in the middle of a sentence, here or elsewhere in the text."""
    return any(not opens_sentence(text, match.start()) for match in re.finditer(rf"\b{re.escape(word.text)}\b", text))


def opens_sentence(text: str, place: int) -> bool:
    """Whether a sentence, a quotation or what a colon introduces begins at a position."""
    before = text[max(0, place - 3) : place].rstrip(" \xa0")
    return not before or before[-1] in '.!?…:\n«“"„'


def _sign_before(text: str, place: int) -> str:
    """The last character before a position that is no space."""
    while place > 0 and text[place - 1].isspace():
        place -= 1
    return text[place - 1 : place]


def _clean(phrase: str) -> str:
    """A phrase without punctuation at its ends; a quotation mark that this cut off is restored."""
    return _closed(phrase.strip(_EDGE)) or phrase


def _closed(phrase: str) -> str:
    """A phrase with its missing closing marks added."""
    for opening, closing in ("«»", "“”", "《》", "()"):
        phrase += closing * (phrase.count(opening) > phrase.count(closing))
    phrase += "'" * (_SINGLE_OPENED.search(phrase) is not None and _SINGLE_CLOSED.search(phrase) is None)
    return phrase + '"' * (phrase.count('"') % 2)


class _UnspacedPhrase:
    """A phrase in a script without spaces: the words after its last title are a name, else the words before it."""

    def __init__(self, page: Page, span: Span, places: list[Place]) -> None:
        text, lexicon = page.text, page.lexicon
        whole = _BRACKETS.sub("", span.of(text).strip(_EDGE))
        phrase = re.split(r"[(（]", whole)[0].strip(_EDGE) or span.of(text).strip(_EDGE)
        aged = re.match(rf"\d{{1,3}}(?:{lexicon.pattern['names.years'].pattern})", phrase)
        if aged and phrase[aged.end() : aged.end() + 1] in lexicon.writing.attached:
            phrase = phrase[aged.end() + 1 :]  # "the 30-year-old [Ek]"
        begun = lexicon.pattern["prepositions"].match(phrase)
        phrase = phrase[begun.end() :] if begun and len(phrase) > begun.end() + 1 else phrase
        if re.match(rf"[{lexicon.writing.days}]", text[span.end : span.end + 1]):
            phrase = phrase.rstrip(_DIGITS)
        cuts = [m for m in _cuts(lexicon).finditer(phrase) if m.start() > 1 and not _is_inside(m, phrase, lexicon)]
        # "the port's [measuring] station" is a body; "said [to] the media" is none
        bodies = lexicon.lists["bodies.words"].whole
        if phrase.endswith(tuple(word for word in bodies if len(word) > 1)):
            cuts = [
                m
                for m in cuts
                if m[0][0] in _DIGITS
                or not phrase[m.start() :].isalpha()
                or (len(m[0]) == 1 and phrase[m.end() :] in bodies)
            ]
        cut = cuts[0].start() if cuts else len(phrase)
        called = phrase.find(f"{lexicon.writing.attached[0]}“", cut)
        if called >= 0:  # "which is based in London, the “Bay Institute”"
            phrase, cut = phrase[called + 1 :], len(phrase)
        self._phrase = _without_ending(phrase[:cut].strip(_EDGE), lexicon).strip(_EDGE)
        self._start = span.start + max(0, span.of(text).find(self._phrase))
        self._page = page
        self._places, self._lexicon, self._pattern = places, lexicon, lexicon.pattern
        of = self._start + self._phrase.rfind(lexicon.writing.attached[0])
        headed = [one for one in places if one.span.start > of] or places  # "the tourists [in Norway] from Iceland"
        country = headed[0].country if headed else None
        self._parsed = SourcePhrase(PhraseKind.OTHER, _closed(self._phrase) or span.of(text), span, country=country)

    def parse(self) -> SourcePhrase:
        if not self._phrase:
            return self._parsed
        bodies = [Span(*m.span()) for m in self._pattern["bodies.words"].finditer(self._phrase)]
        titles = [
            m
            for m in self._pattern["titles.words"].finditer(self._phrase)
            if not any(p.span.overlaps(Span(self._start + m.start(), self._start + m.end())) for p in self._places)
            and not any(one.contains(Span(*m.span())) and len(one) > len(m[0]) for one in bodies)
        ]
        if len(titles) > 1 and titles[-1][0] in self._lexicon.lists["titles.honorifics"].whole:
            self._phrase = self._phrase[: titles.pop().start()]  # "spokesman Venn, Mr"
        titled = self._titled(titles) if titles else None
        if titled is not None and titled.kind is PhraseKind.PERSON:
            return titled
        return self._pronoun() or titled or self._untitled()

    def _pronoun(self) -> SourcePhrase | None:
        attached = self._lexicon.writing.attached
        for kind, feminine, plural in reversed(_GENDERS):
            for word in self._lexicon.lists[f"pronouns.{kind}"].whole:
                if self._phrase.startswith(word) and not self._phrase[len(word) :].startswith(attached):
                    return replace(self._parsed, kind=PhraseKind.PRONOUN, feminine=feminine, plural=plural)
        return None

    def _titled(self, titles: list[re.Match[str]]) -> SourcePhrase:
        phrase, last = self._phrase, titles[-1]
        feminine = True if self._pattern["titles.feminine"].search(phrase) else None
        if feminine is None and self._pattern["titles.masculine"].search(phrase):
            feminine = False
        rest = phrase[last.end() :].strip(_EDGE)
        if rest.startswith(self._lexicon.writing.attached) or self._pattern["titles.plural"].match(
            phrase, last.start()
        ):
            return replace(self._parsed, kind=PhraseKind.GROUP, plural=True)
        joined = self._joined(phrase, last)
        if joined is not None:
            self._parsed = replace(self._parsed, country=joined.country)
        begin = joined.span.start - self._start if joined is not None else 0
        role = self._role(phrase[: last.end()], begin)
        pointed = self._pattern["pronouns.demonstratives"].match(phrase) is not None or self._pronoun() is not None
        named = looks_like_name(rest, self._lexicon) or (not pointed and self._is_name(rest))
        if named and (name := self._whole_name(rest, last.end())):
            return replace(self._parsed, kind=PhraseKind.PERSON, name=name, role=role, feminine=feminine)
        before = phrase[: titles[0].start()].strip(_EDGE)
        free = not any(p.span.start - self._start < titles[0].start() for p in self._places)
        short = len(before) <= _HAN_WORD or "·" in before or "•" in before
        definite = self._pattern["titles.indefinite"].match(before) is None  # "several experts" names nobody
        named = not pointed and not rest and free and short and definite and len(before) > 1 and self._is_name(before)
        if named and (name := self._whole_name(before, 0)):
            return replace(
                self._parsed, kind=PhraseKind.PERSON, name=name, role=self._role(titles[0][0], 0), feminine=feminine
            )
        return replace(self._parsed, kind=PhraseKind.DESCRIPTION, role=role, feminine=feminine)

    def _untitled(self) -> SourcePhrase:
        phrase, parsed = self._phrase, self._parsed
        if len(self._places) == 1 and self._places[0].span == Span(self._start, self._start + len(phrase)):
            return replace(parsed, kind=PhraseKind.PLACE)
        of = phrase.rfind(self._lexicon.writing.attached[0]) + 1
        if of and len(self._places) == 1 and self._places[0].span == Span(self._start + of, self._start + len(phrase)):
            return replace(parsed, kind=PhraseKind.PLACE, name=phrase[of:])  # "angry Norway"
        if any(phrase.endswith(word) for word in self._lexicon.lists["documents.words"].whole):
            return replace(parsed, kind=PhraseKind.DOCUMENT)
        acronym = phrase.isascii() and phrase.isupper()
        if self._pattern["pronouns.demonstratives"].match(phrase):
            return replace(parsed, kind=PhraseKind.BODY)
        if phrase[0] in "《〈" or self._places or acronym or self._pattern["bodies.words"].search(phrase):
            return replace(parsed, kind=PhraseKind.BODY)
        named = self._is_name(phrase) and (len(phrase) <= _HAN_WORD + 1 or re.search("[·•・‧A-Za-z]", phrase))
        if named and (name := self._whole_name(phrase, 0)):
            return replace(parsed, kind=PhraseKind.PERSON, name=name)
        return replace(parsed, kind=PhraseKind.GROUP, plural=True)

    def _whole_name(self, words: str, after: int) -> str:
        """A name in its full form in the text; "" for words that are no name."""
        start = self._start + self._phrase.index(words, after)
        span = Span(start, start + len(words))
        return self._page.names.whole(span).of(self._page.text) if self._page.names.may_be(span) else ""

    def _is_name(self, words: str) -> bool:
        brief = len(words) <= _LONGEST_HAN or words.isascii()
        shaped = _HAN_NAME.fullmatch(words) is not None and brief
        return shaped and len(words) > 1 and self._pattern["bodies.words"].search(words) is None

    def _is_national(self, rest: str) -> bool:
        """Whether the state before ``rest`` belongs to a body's name: "Academy of China"."""
        return self._pattern["bodies.national"].match(rest) is not None

    def _joined(self, phrase: str, title: re.Match[str]) -> Place | None:
        """The state that a title's office begins with after "and": "the chairman Ek and [Norway]'s president Venn"."""
        for join in self._pattern["names.joiners"].finditer(phrase, 1, title.start()):
            other = [m.end() for m in self._pattern["titles.words"].finditer(phrase, 0, join.start())]
            name = phrase[other[-1] : join.start()] if other else None
            place = next((one for one in self._places if one.span.start == self._start + join.end()), None)
            if place is not None and name is not None and (not name or self._is_name(name)):
                return place
        return None

    def _role(self, phrase: str, begin: int) -> str | None:
        """The role from ``begin``, without the country there, unless that is part of a body's name."""
        start = begin
        for place in self._places:
            if place.span.start == self._start + start and not self._is_national(phrase[start + len(place.span) :]):
                start += len(place.span)
        role = phrase[start:].strip(_EDGE + "".join(self._lexicon.writing.attached))
        return role if role not in self._lexicon.lists["titles.honorifics"].whole else None


def _without_ending(phrase: str, lexicon: Lexicon) -> str:
    """A phrase without the possessive particle at its end, where it owns nothing."""
    ending = next((one for one in lexicon.writing.attached[:1] if phrase.endswith(one)), "")
    return phrase.removesuffix(ending) if len(phrase) - len(ending) > 1 else phrase


def _is_inside(cut: re.Match[str], phrase: str, lexicon: Lexicon) -> bool:
    """Whether a word that would end a source is part of a longer one, of a state's name, or of a title in marks."""
    near = phrase[max(0, cut.start() - _HAN_WORD) : cut.end() + _HAN_WORD]
    at = cut.start() - max(0, cut.start() - _HAN_WORD)
    inside = (m for m in lexicon.pattern["names.within"].finditer(near) if m.start() <= at < m.end())
    if len(cut[0]) == 1 and any(len(m[0]) > 1 for m in inside):
        return True
    if any(p.span.start < cut.start() < p.span.end for p in find_places(phrase, lexicon.code)):
        return True
    return phrase.rfind("《", 0, cut.start()) > phrase.rfind("》", 0, cut.start())


def _cuts(lexicon: Lexicon) -> re.Pattern[str]:
    """Words that end a source in a script without spaces: days, and words of time and place."""
    return re.compile(rf"\d{{1,2}}[{lexicon.writing.days}]|{lexicon.pattern['names.words_after'].pattern}")


def name_key(name: str, lexicon: Lexicon) -> str:
    """A key shared by all spellings of a person's last name."""
    folded = fold(name)
    if lexicon.writing.unspaced:
        return re.split(r"[·•・‧\s]", folded)[-1]
    words = [word for word in re.findall(r"[^\W_]+(?:-[^\W_]+)*", folded) if len(word) > 1] or [folded]
    return stem(words[-1], lexicon)


def stem(word: str, lexicon: Lexicon) -> str:
    """A folded name without its case ending, in languages with cases."""
    if not lexicon.endings or len(word) < 4:
        return word
    for ending, nominatives in lexicon.endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            bare = word[: len(word) - len(ending)]
            return bare + nominatives[0].rstrip(lexicon.writing.soft_letters + lexicon.writing.vowels[:1])
    return word[:-1] if word[-1] in lexicon.writing.soft_letters else word
