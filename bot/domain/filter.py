"""Filters of a feed: a line of rules, all of which an item must pass. Pure.

    any:sanctions,"New START" not:sport speaker:Lavrov country:Russia language:en

``any`` requires one of its words, ``all`` every one, ``not`` none; a word without a rule is required. Words match whole
words in title, summary and text, regardless of case and accents. ``speaker`` requires a quoted speaker (by name, office
or country), ``country`` a country that speaks or is named in title or summary, ``language`` a code.
"""

import difflib
import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.attribution import Speaker
from bot.domain.folding import fold_words, holds_words
from bot.domain.text import normalise_text
from bot.errors import UsageError
from bot.i18n.messages import Translatable, translatable

FILTER_LIMIT = 500
"""Maximum characters of a filter."""
_WITH_SPACES = 10
"""How many times the limit a filter may have with extra spaces, before they are collapsed."""
EXAMPLE = 'any:sanctions,"New START" not:sport speaker:Lavrov'
FILTER_RULES = (
    ("any:a,b", translatable("console-rule-any")),
    ("all:a,b or a b", translatable("console-rule-all")),
    ("not:a,b", translatable("console-rule-not")),
    ("speaker:a,b", translatable("console-rule-speaker")),
    ("country:a,b", translatable("console-rule-country")),
    ("language:en,fr", translatable("console-rule-language")),
)
"""How each rule is written, and what it requires of an item."""

_NAME = re.compile(r"(\w+):")
_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"|„([^“”]*)[“”]")
_BARE = re.compile(r"[^\s,\"“”„]+")
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
_SIMPLE = re.compile(r"[^\s,:\"“”„]+")


class RuleKind(StrEnum):
    """What a rule requires of an item; the value is its written name."""

    ANY = "any"
    ALL = "all"
    NOT = "not"
    SPEAKER = "speaker"
    COUNTRY = "country"
    LANGUAGE = "language"


_IN_TEXT = frozenset({RuleKind.ANY, RuleKind.ALL, RuleKind.SPEAKER, RuleKind.COUNTRY})


@dataclass(frozen=True, slots=True)
class Rule:
    """A requirement with its words, in the order given."""

    kind: RuleKind
    words: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind}:" + ",".join(word if _SIMPLE.fullmatch(word) else f'"{word}"' for word in self.words)

    @property
    def short(self) -> str:
        """The rule as typed: a single required word stands alone."""
        return str(self).removeprefix(f"{RuleKind.ALL}:") if len(self.words) == 1 else str(self)


@dataclass(frozen=True, slots=True)
class Filter:
    """Rules that an item must all pass. ``str`` gives a line that parses to the same filter, no longer than typed."""

    rules: tuple[Rule, ...] = ()

    def __str__(self) -> str:
        return " ".join(rule.short for rule in self.rules)


@dataclass(frozen=True, slots=True)
class FilterFields:
    """What is known of an item: ``text`` None if unread, who is quoted, all folded names of its countries."""

    title: str = ""
    summary: str = ""
    text: str | None = None
    speakers: tuple[Speaker, ...] = ()
    countries: frozenset[str] = frozenset()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """The rule that rejects an item, and for ``all`` and ``not`` the decisive word."""

    rule: Rule
    word: str | None = None

    def __str__(self) -> str:
        if self.word is None or len(self.rule.words) == 1:
            return str(self.rule)
        return str(Rule(self.rule.kind, (self.word,)))


def parse_filter(text: str) -> Filter:
    """Parse ``text``. Raises ``UsageError`` that gives the position of the mistake."""
    if len(text) <= _WITH_SPACES * FILTER_LIMIT:
        text = " ".join(normalise_text(text).split())
    if len(text) > FILTER_LIMIT:
        raise UsageError(translatable("filter-long", characters=len(text), limit=FILTER_LIMIT))
    rules, at = [], 0
    while at < len(text):
        if text[at] == " ":
            at += 1
            continue
        rule, at = _parse_rule(text, at)
        rules.append(rule)
    return Filter(tuple(rules))


def find_rejection(filter_: Filter, facts: FilterFields) -> Rejection | None:
    """The first rule that rejects the item, if any. Unknown fields (see ``find_undecided``) reject nothing."""
    words = fold_words(f"{facts.title}\n{facts.summary}\n{facts.text or ''}")
    return next((found for rule in filter_.rules if (found := _reject(rule, facts, words))), None)


def find_undecided(filter_: Filter, facts: FilterFields) -> tuple[Rule, ...]:
    """The rules that depend on the article's text: their words are not in title and summary, but may be in the text."""
    if facts.text is not None:
        return ()
    words = fold_words(f"{facts.title}\n{facts.summary}")
    return tuple(rule for rule in filter_.rules if rule.kind in _IN_TEXT and _failed(rule, facts, words))


def _reject(rule: Rule, facts: FilterFields, words: str) -> Rejection | None:
    waits = facts.text is None and rule.kind in _IN_TEXT
    untold = facts.language is None and rule.kind is RuleKind.LANGUAGE
    return None if waits or untold else _failed(rule, facts, words)


def _failed(rule: Rule, facts: FilterFields, words: str) -> Rejection | None:
    found = [word for word in rule.words if _holds(rule.kind, word, facts, words)]
    match rule.kind:
        case RuleKind.NOT:
            return Rejection(rule, found[0]) if found else None
        case RuleKind.ALL:
            missing = [word for word in rule.words if word not in found]
            return Rejection(rule, missing[0]) if missing else None
        case _:
            return None if found else Rejection(rule)


def _holds(kind: RuleKind, word: str, facts: FilterFields, words: str) -> bool:
    folded = fold_words(word)
    match kind:
        case RuleKind.SPEAKER:
            said = (fact for one in facts.speakers for fact in (one.name, one.role, one.country) if fact)
            return any(holds_words(fold_words(fact), folded) for fact in said)
        case RuleKind.COUNTRY:
            return folded in facts.countries
        case RuleKind.LANGUAGE:
            return facts.language is not None and facts.language.casefold().split("-")[0] == folded
        case _:
            return holds_words(words, folded)


def _parse_rule(text: str, start: int) -> tuple[Rule, int]:
    """The rule that begins at ``start``, and its end."""
    kind, at = RuleKind.ALL, start
    if named := _NAME.match(text, start):
        if named[1].casefold() not in list(RuleKind):
            raise _mistake(text, start, translatable("filter-no-rule", name=named[1]), _guess(named[1]))
        kind, at = RuleKind(named[1].casefold()), named.end()
    words = []
    while True:
        word, at = _parse_word(text, at, kind)
        words.append(word)
        if not text.startswith(",", at):
            break
        at += 1
    if at < len(text) and text[at] != " ":
        raise _mistake(text, at, translatable("filter-no-comma"))
    return Rule(kind, tuple(dict.fromkeys(words))), at


def _parse_word(text: str, at: int, kind: RuleKind) -> tuple[str, int]:
    quoted = _QUOTED.match(text, at)
    found = quoted or _BARE.match(text, at)
    if found is None:
        missing = text[at : at + 1] in {"", " ", ","}
        raise _mistake(text, at, translatable("filter-no-word") if missing else translatable("filter-unclosed"))
    word = " ".join(re.sub(r"[\"“”„]", "", next(filter(None, found.groups()), "") if quoted else found[0]).split())
    if not quoted and _NAME.match(word):
        raise _mistake(text, at, translatable("filter-colon", word=word), translatable("filter-quote-it"))
    if not fold_words(word):
        raise _mistake(text, at, translatable("filter-no-letters"))
    if kind is RuleKind.LANGUAGE and not _LANGUAGE.fullmatch(word := word.lower()):
        raise _mistake(text, at, translatable("filter-no-language", word=word), translatable("filter-languages"))
    return word, found.end()


def _guess(name: str) -> Translatable:
    near = difflib.get_close_matches(name.casefold(), list(RuleKind), n=1)
    if near:
        return translatable("filter-did-you-mean", name=near[0])
    return translatable("filter-rules", names=", ".join(RuleKind))


def _mistake(text: str, at: int, mistake: Translatable, mend: Translatable | None = None) -> UsageError:
    near = text[at : at + 20] or translatable("filter-at-the-end")
    if mend is None:
        return UsageError(translatable("filter-mistake", at=at + 1, near=near, mistake=mistake, example=EXAMPLE))
    return UsageError(
        translatable("filter-mistake-to-mend", at=at + 1, near=near, mistake=mistake, mend=mend, example=EXAMPLE)
    )
