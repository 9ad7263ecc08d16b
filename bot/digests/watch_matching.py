"""Decides whether an article matches a watch, and which of its words show it. Pure.

A speaker matches by name in any transliteration ("Sergey Lavrov" is Sergei Lavrov; a surname alone matches everybody
with it), by an office, or by a country or body under any of its names. A topic matches by its consecutive words,
regardless of case and accents, where an article is about it: in the title, in a sentence with a statement, or in a key
sentence. A watch for both needs a statement of the speaker in a sentence with the topic, or any statement of theirs
under a title with it.

Each speaker has a key, so that there is one alert per event and speaker: :func:`speaker_key` makes it and
:func:`find_new_speakers` compares it. Names are compared as within an article, where a surname alone means the person
with that surname; the name of an office is its country's.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from bot.digests.ranking import certain_statements, sort_key
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution, Speaker
from bot.domain.folding import fold_words, holds_words
from bot.domain.language_filter import passes
from bot.domain.text import Span
from bot.domain.watch import EVERYBODY, NOBODY, Interest
from bot.gazetteer.countries import all_names, country_of, translated_countries
from bot.gazetteer.latin_names import latin_name
from bot.gazetteer.name_matching import alike_across_scripts, fold_name, is_own_name, split_names
from bot.gazetteer.office_classes import named_office, office_classes
from bot.gazetteer.spelling import compatible, skeleton

_SENTENCE_END = re.compile(r"[.!?][”\"’»)]*\s|\n")
_AROUND = 400
_KEY_LIMIT = 200
"""Maximum characters of a speaker's key."""
_OFFICE = "@"
"""The prefix of an office's key."""


@dataclass(frozen=True, slots=True)
class WatchMatch:
    """The part of an article that matches a watch: a statement, or else a key sentence; neither if only the title does.

    ``speaker`` is the key of the statement's speaker, ``NOBODY`` without a statement.
    """

    statement: Attribution | None = None
    sentence: Span | None = None
    speaker: str = NOBODY


@dataclass(frozen=True)
class WatchedArticle:
    """An article prepared for matching: folded once for all watches."""

    reading: Reading

    @cached_property
    def title(self) -> str:
        """The folded title."""
        return fold_words(self.reading.article.title or "")

    @property
    def language(self) -> str | None:
        """The language of the article as detected, else as the article states it."""
        return self.reading.analysis.language or self.reading.article.language

    @cached_property
    def statements(self) -> tuple[tuple[Attribution, str], ...]:
        """The statements that are certain enough, strongest first, each with the words of its sentences."""
        text = self.reading.article.text
        found = sorted(certain_statements(self.reading), key=sort_key)
        return tuple((one, fold_words(_sentences_of(text, one.span))) for one in found)

    @cached_property
    def sentences(self) -> tuple[tuple[Span, str], ...]:
        """The key sentences in text order, each with its words."""
        text = self.reading.article.text
        return tuple((span, fold_words(span.of(text))) for span in self.reading.analysis.summary)

    def find(self, interest: Interest) -> tuple[WatchMatch, ...]:
        """The matches for ``interest``: each speaker's strongest statement, strongest first; () for none."""
        if not passes(interest.languages, self.language):
            return ()
        topics = [topic for part in interest.topics if (topic := fold_words(part))]
        said = self.statements
        if interest.speaker:
            said = tuple(one for one in said if one[0].speaker and is_meant(interest.speaker, one[0].speaker))
        if not topics:
            return _by_speaker(interest, said)
        if about := [one for one in said if _holds(one[1], topics)]:
            return _by_speaker(interest, about)
        if interest.speaker:
            return _by_speaker(interest, said) if _holds(self.title, topics) else ()
        sentence = next((span for span, words in self.sentences if _holds(words, topics)), None)
        if sentence is None and not _holds(self.title, topics):
            return ()
        return (WatchMatch(sentence=sentence or next((span for span, _ in self.sentences), None)),)


def find_new_speakers(speakers: Sequence[str], alerted: Collection[str]) -> tuple[str, ...]:
    """The ``speakers``, by key, that are not among the ``alerted`` ones of an event; each once.

    ``NOBODY``, the event itself, counts only if there was no alert at all.
    """
    if EVERYBODY in alerted:
        return ()
    known, left = list(alerted), []
    for speaker in speakers:
        if known if speaker == NOBODY else any(_is_same(speaker, one) for one in known):
            continue
        known.append(speaker)
        left.append(speaker)
    return tuple(left)


def speaker_key(speaker: Speaker) -> str:
    """The key of a speaker within an event: the name by sound, or office and country."""
    name = " ".join(_sounds(speaker.name)) or fold_name(speaker.name)
    office = not is_own_name(speaker.name)
    return (f"{_OFFICE}{name}, {speaker.country or ''}" if office else name)[:_KEY_LIMIT]


def is_meant(words: str, speaker: Speaker) -> bool:
    """Whether ``words`` (a name, an office, a country or body) mean ``speaker``."""
    folded = fold_words(words)
    country = _countries().get(folded)
    if country is not None and country == speaker.country:
        return True
    if speaker.role and (
        holds_words(fold_words(speaker.role), folded) or named_office(words) in office_classes(speaker.role)
    ):
        return True
    wanted = _sounds(words)
    names = split_names(speaker.name)
    return any(_is_name(wanted, _sounds(name)) or alike_across_scripts(words, name) for name in names)


def _by_speaker(interest: Interest, said: Iterable[tuple[Attribution, str]]) -> tuple[WatchMatch, ...]:
    found: dict[str, WatchMatch] = {}
    for statement, _ in said:
        for speaker in _alone(statement):
            if not interest.speaker or is_meant(interest.speaker, speaker):
                key = speaker_key(speaker)
                found.setdefault(key, WatchMatch(statement, speaker=key))
    return tuple(found.values())


def _alone(statement: Attribution) -> tuple[Speaker, ...]:
    """Each of the joint speakers separately."""
    speaker = statement.speaker
    return tuple(replace(speaker, name=name) for name in split_names(speaker.name)) if speaker else ()


def _is_same(a: str, b: str) -> bool:
    """Whether two keys can be the same speaker's."""
    if NOBODY in (a, b) or a.startswith(_OFFICE) or b.startswith(_OFFICE):
        return a == b
    first, second = tuple(a.split()), tuple(b.split())
    return _is_name(first, second) or _is_name(second, first)


def _is_name(wanted: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether ``name`` contains ``wanted``, or both are full names that one person can have."""
    runs = (name[start : start + len(wanted)] for start in range(len(name) - len(wanted) + 1))
    if wanted and wanted in runs:
        return True
    return len(wanted) > 1 and len(name) > 1 and wanted[-1] == name[-1] and compatible(wanted, name)


@lru_cache(maxsize=4096)
def _sounds(name: str) -> tuple[str, ...]:
    """The words of a name by sound, so that transliterations agree."""
    return tuple(filter(None, map(skeleton, fold_name(latin_name(name)).split())))


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """The country or body for each of its names, folded; a full name has precedence over a shorter one's fold."""
    english = {fold_words(name): found[0] for name in sorted(all_names()) if (found := country_of(name))}
    return {**translated_countries(), **english}


def _sentences_of(text: str, span: Span) -> str:
    """The sentences in which ``span`` begins and ends, within its paragraphs and at most 400 characters beyond it."""
    begin = max(0, span.start - _AROUND)
    starts = [match.end() for match in _SENTENCE_END.finditer(text, begin, span.start)]
    end = _SENTENCE_END.search(text, span.end - 1, span.end + _AROUND)
    return text[starts[-1] if starts else begin : end.end() if end else span.end + _AROUND]


def _holds(words: str, topics: Iterable[str]) -> bool:
    return any(holds_words(words, topic) for topic in topics)
