"""Whether an article is what a watch waits for, and which of its words show it. Pure.

A speaker is found by a name in any transliteration ("Sergey Lavrov" is Sergei Lavrov; a surname alone is everybody who
bears it), by an office in words, or by a country or body, under any of its names. A topic is found by its words in a
row, whatever their case and accents, where an article is about it: in the title, in a sentence with a statement, or in
a key sentence. A watch for both wants a statement of the speaker in a sentence that holds the topic, or any of theirs
under a title that does.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from bot.archive.names import fold_name, split_names
from bot.digests.strength import certain, weakness
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution, Speaker
from bot.domain.folding import fold_words, holds_words
from bot.domain.text import Span
from bot.domain.watch import Interest
from bot.reading.speakers.countries import all_names, country_of
from bot.reading.speakers.spelling import compatible, skeleton

_SENTENCE_END = re.compile(r"[.!?][”\"’»)]*\s|\n")
_AROUND = 400


@dataclass(frozen=True, slots=True)
class Match:
    """What of an article a watch was waiting for: a statement, or else a key sentence; neither for its title alone."""

    statement: Attribution | None = None
    sentence: Span | None = None


@dataclass(frozen=True)
class Matter:
    """An article as watches look at it: folded once, asked by many."""

    reading: Reading

    @cached_property
    def title(self) -> str:
        """The title's words."""
        return fold_words(self.reading.article.title or "")

    @cached_property
    def statements(self) -> tuple[tuple[Attribution, str], ...]:
        """The statements that are sure enough, the strongest first, each with the words of its sentences."""
        text = self.reading.article.text
        found = sorted(certain(self.reading), key=weakness)
        return tuple((one, fold_words(_sentences_of(text, one.span))) for one in found)

    @cached_property
    def sentences(self) -> tuple[tuple[Span, str], ...]:
        """The key sentences in the text's order, each with its words."""
        text = self.reading.article.text
        return tuple((span, fold_words(span.of(text))) for span in self.reading.analysis.summary)

    def find(self, interest: Interest) -> Match | None:
        """What in it is of ``interest``; None when nothing is."""
        topics = [topic for part in interest.topic.split(",") if (topic := fold_words(part))]
        said = self.statements
        if interest.speaker:
            said = tuple(one for one in said if one[0].speaker and is_meant(interest.speaker, one[0].speaker))
        if not topics:
            return Match(said[0][0]) if said else None
        for statement, words in said:
            if _holds(words, topics):
                return Match(statement)
        if interest.speaker:
            return Match(said[0][0]) if said and _holds(self.title, topics) else None
        sentence = next((span for span, words in self.sentences if _holds(words, topics)), None)
        if sentence is None and not _holds(self.title, topics):
            return None
        return Match(sentence=sentence or next((span for span, _ in self.sentences), None))


def is_meant(words: str, speaker: Speaker) -> bool:
    """Whether ``words`` (a name, an office, a country or body) stand for ``speaker``."""
    folded = fold_words(words)
    country = _countries().get(folded)
    if country is not None and country == speaker.country:
        return True
    if speaker.role and holds_words(fold_words(speaker.role), folded):
        return True
    wanted = _sounds(words)
    return any(_is_name(wanted, _sounds(name)) for name in split_names(speaker.name))


def _is_name(wanted: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether ``wanted`` stands in ``name``, or both are full names that one person can have."""
    runs = (name[start : start + len(wanted)] for start in range(len(name) - len(wanted) + 1))
    if wanted and wanted in runs:
        return True
    return len(wanted) > 1 and len(name) > 1 and wanted[-1] == name[-1] and compatible(wanted, name)


@lru_cache(maxsize=4096)
def _sounds(name: str) -> tuple[str, ...]:
    """The words of a name as they sound, so that transliterations agree."""
    return tuple(filter(None, map(skeleton, fold_name(name).split())))


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    """The country or body that each of its names stands for, folded; a full name before a shorter one's fold."""
    return {fold_words(name): found[0] for name in sorted(all_names()) if (found := country_of(name))}


def _sentences_of(text: str, span: Span) -> str:
    """The sentences that ``span`` begins and ends in, within its paragraphs, as far as 400 characters beyond it."""
    begin = max(0, span.start - _AROUND)
    starts = [match.end() for match in _SENTENCE_END.finditer(text, begin, span.start)]
    end = _SENTENCE_END.search(text, span.end - 1, span.end + _AROUND)
    return text[starts[-1] if starts else begin : end.end() if end else span.end + _AROUND]


def _holds(words: str, topics: Iterable[str]) -> bool:
    return any(holds_words(words, topic) for topic in topics)
