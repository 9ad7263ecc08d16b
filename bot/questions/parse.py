"""Parses a question into a query, by trying the forms in ``question_forms.toml`` in turn.

The text is folded letter by letter, names and verbs are marked in place, and the first form wins that matches the whole
text and names somebody or something. Nothing is guessed: if no form matches, there is no question.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from typing import Any

import re2

from bot.domain.attribution import Act
from bot.domain.date_phrases import find_period
from bot.domain.period import Period
from bot.domain.statement_search import COMMUNICATED
from bot.domain.text import Span, normalise_text
from bot.questions.named_entities import NamedEntity, find_named_entities, resolve_phrase
from bot.questions.question import Kind, Question
from bot.questions.unspaced import join_words, space_words
from bot.questions.vocabulary import acts_of, find_language, fold_evenly, question_forms, tables, words_of

LONGEST = 300
"""Maximum characters of a question; more is a text."""
_LONGEST_TYPED = 2_000
"""Maximum characters of a message, with mentions, emoji and spaces: Discord's own limit."""
MOST_ABOUT = 12
"""Maximum words of a topic; a longer one would match nothing."""
_BARE_WORDS = 6

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_MARKUP = re.compile(r"<(?:@[!&]?|#|a?:\w{1,32}:|/[^<>:]{1,80}:|t:)[\d:a-zA-Z]{1,40}>|@(?:everyone|here)\b|[¤§]")
_EDGES = " \t\n.,:;!?¿¡…-–—*_~`|>\"'()[]{}，。：；！？、؟،؛"
_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»]+[\"“”„«»]")
_SENTENCE_END = re.compile(r"(?<![?!])[?!]++(?:\s+|$)|(?<=\w{4})\.\s+|[？！。؟]")
_FRENCH = re.compile(r"qu|est[- ]ce")
_TOPIC_WORD = re.compile(r"[\"“„«][^\"“”„«»]+[\"”“»]|[^\s\"“”„«»]+")


@dataclass(frozen=True, slots=True)
class _Match:
    """The named parts of a form that matched, with their positions in the question ``text``."""

    text: str
    spans: Mapping[str, Span]

    def part(self, name: str) -> str:
        """The words of a part, "" if it matched nothing."""
        return self.spans[name].of(self.text) if name in self.spans else ""


@dataclass(frozen=True, slots=True)
class _Form:
    """A form of question, matched by RE2: in linear time, whatever the form."""

    expression: Any

    def match(self, text: str) -> _Match | None:
        """Match the whole of ``text``; None if it does not match."""
        found = self.expression.fullmatch(text)
        if found is None:
            return None
        spans = {name: found.span(number) for name, number in self.expression.groupindex.items()}
        return _Match(text, {name: Span(*span) for name, span in spans.items() if span[0] < span[1]})


@dataclass(frozen=True, slots=True)
class _QuestionForm:
    kind: Kind
    language: str
    bare: bool
    people: bool
    patterns: tuple[_Form, ...]


def parse_question(text: str, names: Sequence[str], now: datetime, zone: tzinfo) -> Question | None:
    """Parse ``text``; None if it is not a known question.

    ``names`` are full names of people and bodies in the archive, those with most statements first; ``now`` (aware) and
    ``zone`` are the asker's. Of several sentences, the first known question counts.
    """
    cleaned = clean(text)
    if not cleaned or len(cleaned) > LONGEST:
        return None
    period, rest = _without_period(space_words(cleaned), now, zone)
    for sentence in _sentences(rest):
        if found := _parse(sentence, names, period):
            return found
    return None


def clean(text: str) -> str:
    """``text`` on one line without mentions, emoji and invisible characters; cut, but above the limit if it was."""
    if len(text) > _LONGEST_TYPED:
        return text[:_LONGEST_TYPED]
    return " ".join(_MARKUP.sub(" ", normalise_text(text)).split())


def _without_period(text: str, now: datetime, zone: tzinfo) -> tuple[Period, str]:
    """The period asked for, and ``text`` without its words. Words in quotation marks name no period."""
    covered = _QUOTED.sub(lambda match: "¤" * len(match[0]), text)
    found = find_period(covered, now, zone)
    if found is None:
        return Period(), text
    period, spans = found
    for span in reversed(spans):
        text = f"{text[: span.start].rstrip()} {text[span.end :].lstrip()}"
    return period, " ".join(text.split())


def _sentences(text: str) -> Iterator[str]:
    """``text`` without surrounding courtesies, then each of its sentences without them."""
    for part in dict.fromkeys((text, *_SENTENCE_END.split(text))):
        if bare := _without_courtesy(part.strip(_EDGES)):
            yield bare


def _without_courtesy(text: str) -> str:
    folded = fold_evenly(text)
    match = _courtesy().match(folded)
    return text[match.end() if match else 0 :].strip(_EDGES.replace("¤", ""))


def _parse(sentence: str, names: Sequence[str], period: Period) -> Question | None:
    named = find_named_entities(sentence, names)
    language = find_language(sentence)
    marked = _mark(sentence, named, language)
    for frame in sorted(_frames(), key=lambda one: one.language != language) if language != "en" else _frames():
        for pattern in frame.patterns:
            match = pattern.match(marked)
            if match and (question := _question(frame, match, sentence, named, period)):
                return question
    return None


def _mark(sentence: str, named: Sequence[NamedEntity], language: str) -> str:
    """``sentence`` folded, with "¤" for each letter of a known name and "§" for each letter of a verb of saying."""
    marked = list(fold_evenly(sentence))
    no_verb_after = words_of("stop", "articles") | words_of("stop", "prepositions") | words_of("before", "nouns")
    if _FRENCH.match("".join(marked)):  # "qui a dit": has said
        no_verb_after -= {"a"}
    before = ""
    for match in _WORD.finditer(sentence):
        word = fold_evenly(match[0])
        follows = before in no_verb_after or before.endswith(("'s", "’s"))
        if not follows and acts_of(word, language) is not None:
            marked[match.start() : match.end()] = "§" * len(word)
        before = word
    for one in named:
        marked[one.span.start : one.span.end] = "¤" * len(one.span)
    return "".join(marked)


def _question(
    frame: _QuestionForm, match: _Match, sentence: str, named: Sequence[NamedEntity], period: Period
) -> Question | None:
    who = _resolved(match, "who", sentence, named)
    other = _resolved(match, "other", sentence, named)
    if frame.people and any(one.is_country and one.span.overlaps(match.spans["who"]) for one in named):
        return None
    if ("who" in match.spans and not who) or ("other" in match.spans and not other):
        return None
    about = _topic(match, sentence, frame.language if frame.language != "en" else find_language(sentence))
    if about is None or (frame.bare and not _is_title(sentence)):
        return None
    (name, country), (second, its_country) = who or ("", ""), other or ("", "")
    if not (name or about) or (second and (country or its_country)):
        return None
    if frame.kind is Kind.SIDES and name == second:
        return None
    earliest = frame.kind is not Kind.SIDES and _asks_for_earliest(match)
    return Question(frame.kind, name, country, second, about, _acts(match, sentence), period, earliest)


def _is_title(sentence: str) -> bool:
    """Whether words after a name may be a topic, not the asker's own statement: they are short and have no "is"."""
    words = fold_evenly(sentence).split()
    return len(words) <= _BARE_WORDS and words_of("stop", "copulas").isdisjoint(words)


def _resolved(match: _Match, group: str, sentence: str, named: Sequence[NamedEntity]) -> tuple[str, str] | None:
    if group not in match.spans or "§" in match.part(group):
        return None
    start, end = match.spans[group].start, match.spans[group].end
    inside = [
        NamedEntity(Span(one.span.start - start, one.span.end - start), one.name, one.is_country)
        for one in named
        if start <= one.span.start and one.span.end <= end
    ]
    who = resolve_phrase(sentence[start:end], inside)
    return (join_words(who[0]), who[1]) if who else None


def _acts(match: _Match, sentence: str) -> frozenset[Act]:
    if "verb" not in match.spans:
        return COMMUNICATED
    verb = fold_evenly(match.spans["verb"].of(sentence))
    return acts_of(verb, find_language(sentence)) or COMMUNICATED


def _asks_for_earliest(match: _Match) -> bool:
    """Whether the form's own words, not a name or topic, ask for the first time."""
    words = list(match.text)
    for span in match.spans.values():
        words[span.start : span.end] = " " * len(span)
    return not words_of("order", "earliest").isdisjoint(_WORD.findall("".join(words)))


def _topic(match: _Match, sentence: str, language: str) -> str | None:
    """The words that narrow the search, as typed; "" for none, None for too many."""
    if "about" not in match.spans:
        return ""
    words = [word for raw in _TOPIC_WORD.findall(match.spans["about"].of(sentence)) if (word := _bare_word(raw))]
    shouted = sentence == sentence.upper()
    stop = words_of("stop", "en") | _stop_words(language)

    def narrows(word: str) -> bool:
        if word[0] in '"“„«' or (word.isupper() and len(word) > 1 and not shouted):  # "WHO", "IT"
            return True
        return fold_evenly(word) not in stop

    kept = [word for word in words if narrows(word)]
    if len(kept) > 1 and fold_evenly(kept[0]) in words_of("nouns", "heads"):
        kept = kept if narrows(words[words.index(kept[0]) + 1]) else kept[1:]
    return join_words(" ".join(kept)) if len(kept) <= MOST_ABOUT else None


def _stop_words(language: str) -> frozenset[str]:
    """The words that narrow nothing in ``language``, and in one that asks with the same words."""
    if language == "en":
        return frozenset()
    kin = dict(pair.split(":") for pair in words_of("stop", "kin"))
    return words_of("stop", language) | words_of("stop", kin.get(language, language))


def _bare_word(word: str) -> str:
    if word[0] in '"“„«':
        return word
    return re.sub(r"['’]s?$", "", re.sub(r"^(?:[ldnmsj]|qu)['’]", "", word.strip(_EDGES)))


@lru_cache(maxsize=1)
def _courtesy() -> re.Pattern[str]:
    phrases = "|".join(re.escape(p.strip()) for p in sorted(tables()["courtesy"]["before"].split("|"), key=len)[::-1])
    return re.compile(rf"(?:(?:{phrases})\b[\s,:;.!-]*)+")


@lru_cache(maxsize=1)
def _frames() -> tuple[_QuestionForm, ...]:
    """The compiled forms of questions."""
    document = question_forms()
    macros = {
        **document["macros"],
        "noun": f"(?:{'|'.join(tables()['nouns']['said'].split())})",
        "group": f"(?:{'|'.join(tables()['nouns']['groups'].split())})",
        "anybody": f"(?:{'|'.join(tables()['nouns']['anybody'].split())})",
    }

    def compiled(pattern: str) -> _Form:
        for name, macro in macros.items():
            pattern = pattern.replace(f"{{{name}}}", macro)
        return _Form(re2.compile(pattern))

    return tuple(
        _QuestionForm(
            Kind(frame["kind"]),
            frame.get("language", "en"),
            frame.get("bare", False),
            frame.get("people", False),
            tuple(map(compiled, frame["patterns"])),
        )
        for frame in document["frame"]
    )
