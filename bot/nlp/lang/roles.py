"""Chooses the phrase beside a person's name that is the office, if no known title says so: "Jon Ek, grower of
oysters,".

The phrase before the name, or between the commas after it, has features that do not depend on the language.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.text import Span
from bot.nlp.lang.lexicon import Lexicon, Word, fold
from bot.nlp.lang.places import Place
from bot.nlp.lang.rankers import Features

_LONGEST_AFTER, _LONGEST_BEFORE, _MOST_MENTIONS, _MOST_NAMES = 14, 8, 4, 4
_BRACKET = re.compile(r"\s*[(（][^()（）]{1,24}[)）]")
_COMMA = re.compile(r"\s*[,،，]\s*")
_ENDS = re.compile(r"[,،;؛.:!?…()\[\]«»\"“”\n]")
_JOINS = (" ", "'", "’", "")


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Words that may be an office, with features."""

    words: tuple[Word, ...]
    features: Features

    @property
    def span(self) -> Span:
        """Their position."""
        return Span(self.words[0].span.start, self.words[-1].span.end)


class RolePhrases:
    """The phrases beside the names of one text."""

    def __init__(self, text: str, lexicon: Lexicon, words: Sequence[Word], places: Sequence[Place]) -> None:
        self._text, self._lexicon, self._words = text, lexicon, words
        self._starts = [word.span.start for word in words]
        self._placed = {at for one in places for at in range(one.span.start, one.span.end)}

    def beside(self, name: str, spans: Sequence[Span]) -> list[RolePhrase]:
        """The candidates beside the mentions ``spans`` of somebody called ``name``."""
        found: dict[Span, RolePhrase] = {}
        own = set(fold(name).split())
        for number, span in enumerate(sorted(spans)[:_MOST_MENTIONS]):
            last = bisect_left(self._starts, span.start)
            if last == len(self._words) or self._words[last].span.start != span.start:
                continue
            first = self._first_of_name(last, own)
            for side, words, facts in (*self._after(last), *self._before(first)):
                facts["first mention"] = float(number == 0)
                phrase = RolePhrase(words, self._describe(side, words, facts))
                found.setdefault(phrase.span, phrase)
        return list(found.values())

    def _gap(self, number: int) -> str:
        """The text between a word and the one after it."""
        end = self._words[number + 1].span.start if number + 1 < len(self._words) else len(self._text)
        gap = self._text[self._words[number].span.end : end]
        return gap.removeprefix(".") if self._words[number].abbreviates(self._lexicon) else gap

    def _first_of_name(self, last: int, own: set[str]) -> int:
        first = last
        while first > 0 and last - first < _MOST_NAMES and self._gap(first - 1) in (" ", ". "):
            before = self._words[first - 1]
            if not own & set(before.forms) and not (before.capital and len(before.text) == 1):
                break
            first -= 1
        return first

    def _after(self, last: int) -> Iterator[tuple[str, tuple[Word, ...], Features]]:
        at = self._words[last].span.end
        bracket = _BRACKET.match(self._text, at)
        comma = _COMMA.match(self._text, bracket.end() if bracket else at)
        if comma is None and not self._is_office_with_article(last + 1):
            return
        number = bisect_left(self._starts, comma.end() if comma else at)
        words: list[Word] = []
        article = False
        while number < len(self._words) and len(words) < _LONGEST_AFTER:
            word = self._words[number]
            if not words and self._is_article(word):
                article = True
            elif words and self._is_act(word):
                break
            else:
                words.append(word)
            if _ENDS.search(self._gap(number)):
                break
            number += 1
        if words:
            following = self._words[number] if number < len(self._words) else words[-1]
            relative = following.forms[0] in self._lexicon.lists["pronouns.relative"].whole
            if article and following not in words and self._is_act(following) and not relative:
                return  # "beside Jon Ek, the minister [said]" is about two people
            closed = number < len(self._words) and _ENDS.search(self._gap(number)) is not None
            yield "after", tuple(words), {"article": float(article), "closed": float(closed)}

    def _is_office_with_article(self, number: int) -> bool:
        """Whether an office with an attached article follows a name directly: "Jon Ek the-spokesman"."""
        if number >= len(self._words) or self._gap(number - 1) != " ":
            return False
        office = self._words[number]
        return self._lexicon.is_definite(office) and office.of(self._lexicon.lists["titles.definite"])

    def _before(self, first: int) -> Iterator[tuple[str, tuple[Word, ...], Features]]:
        if first == 0:
            return
        comma = self._gap(first - 1).strip() in (",", "،")
        if not comma and self._gap(first - 1) != " ":
            return
        start = first - 1
        while start > 0 and first - start < _LONGEST_BEFORE and self._gap(start - 1) in _JOINS:
            if self._is_act(self._words[start - 1]):
                break
            start -= 1
        if comma and self._words[start].forms[0] in self._lexicon.lists["locatives"].whole:
            return  # "in the Council of Ministers, Jon Ek"
        articles = [n for n in range(start, first) if self._is_article(self._words[n])]
        titles = [n for n in range(start, first) if self._words[n].of(self._lexicon.lists["titles.words"])]
        begins = {first - 1, start, *(n + 1 for n in articles[-2:]), *titles[:1]}
        for begin in sorted(begins):
            if begin < first:
                facts = {
                    "article": float(begin - 1 in articles),
                    "closed": float(begin == start),
                    "comma": float(comma),
                    "nearest article": float(bool(articles) and begin - 1 == articles[-1]),
                }
                yield "before", tuple(self._words[begin:first]), facts

    def _is_article(self, word: Word) -> bool:
        return word.forms[0] in self._lexicon.lists["articles"].whole

    def _is_act(self, word: Word) -> bool:
        lists = self._lexicon.lists
        relative = word.forms[0] in lists["pronouns.relative"].whole
        spoken = self._lexicon.act(word.text) is not None and not word.of(lists["titles.words"])
        return relative or ((spoken or self._is_auxiliary(word)) and not word.capital)

    def _is_auxiliary(self, word: Word) -> bool:
        """Whether a word is an auxiliary verb, which no office contains: "like Venn [are] for it"."""
        lexicon = self._lexicon
        others = ("articles", "prepositions", "names.joiners", "pronouns.objects", "locatives")
        cased = lexicon.writing.cased and lexicon.cases is None
        return cased and lexicon.has_whole(word, "auxiliaries") and not lexicon.has_whole(word, *others)

    def _describe(self, side: str, words: tuple[Word, ...], facts: Features) -> Features:
        lists = self._lexicon.lists
        function = ("leading_words", "prepositions", "conjunctions", "negations", "locatives")
        found = facts | {
            "any": 1.0,
            "title first": float(words[0].of(lists["titles.words"])),
            "title inside": float(any(word.of(lists["titles.words"]) for word in words[1:])),
            "body inside": float(any(word.of(lists["bodies.words"]) for word in words)),
            "capital first": float(words[0].capital),
            "capital inside": float(any(word.capital for word in words[1:])),
            "function word first": float(self._lexicon.has_whole(words[0], *function)),
            "definite first": float(
                bool(self._lexicon.writing.definite) and words[0].text.startswith(self._lexicon.writing.definite)
            ),
            "verb first": float(self._is_act(words[0])),
            "verb inside": float(any(map(self._is_act, words[1:]))),
            "place inside": float(any(word.span.end - 1 in self._placed for word in words)),
            "place first": float(words[0].span.end - 1 in self._placed),
            "number inside": float(any(any(map(str.isdigit, word.text)) for word in words)),
            "one word": float(len(words) == 1),
            "long": float(len(words) > _MOST_NAMES),
            "function word last": float(self._lexicon.has_whole(words[-1], *function, "articles")),
        }
        found = {name: value for name, value in found.items() if value}
        return found | {f"{side} | {name}": value for name, value in found.items()}


def no_role(count: int) -> Features:
    """The features for none of ``count`` phrases being an office."""
    return {"no role": 1.0, "no role, few": 1.0 / (1 + count)}
