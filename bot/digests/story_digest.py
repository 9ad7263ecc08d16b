"""Composes a story from the articles of several outlets: title, key sentences, and who said what by side. Pure.

Every statement is shown once, as in the first article, naming the others that carry the same words.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.digests.deduplication import deduplicate_statements
from bot.digests.ranking import certain_statements, sort_key
from bot.digests.speaker_matching import StorySpeaker, match_speakers
from bot.domain.analysis import Reading
from bot.domain.attribution import Attribution
from bot.domain.briefing import (
    BriefingSide,
    BriefingStory,
    DatedReading,
    KeySentence,
    SpeakerStatements,
    StatementReference,
    StoryReadings,
    count_outlets,
    publisher,
)
from bot.gazetteer.name_folding import fold_name

SENTENCES = 3
"""Key sentences of a story; at most ``OF_LEAD`` of them come from the lead article."""
OF_LEAD = 2
NEW_WORDS = 0.5
"""Minimum share of a sentence's words (of four letters or more) that are new, for it to be chosen too."""
STATEMENTS = 6
SIDES = 4
VOICES = 3
"""Speakers per side."""
OF_VOICE = 2
ENOUGH = 4
"""Above this number of statements, an article makes no better lead."""


def choose_lead(story: StoryReadings) -> BriefingStory:
    """The story without its statements: its articles oldest first, and its lead."""
    unique = {account.reading.id: account for account in sorted(story.accounts, key=lambda one: one.at, reverse=True)}
    accounts = tuple(sorted(unique.values(), key=lambda account: (account.at, account.reading.id)))
    return BriefingStory(min(accounts, key=_as_head).reading, accounts, count_outlets(accounts))


def _as_head(account: DatedReading) -> tuple[bool, bool, int, datetime, str]:
    """The sort key for leads: a title, no state outlet, some statements, then the earliest."""
    article = account.reading.article
    state = bool(article.outlet and article.outlet.state)
    statements = min(len(certain_statements(account.reading)), ENOUGH)
    return not article.title, state, -statements, account.at, account.reading.id


def compose_story_digest(story: StoryReadings) -> BriefingStory:
    """The story with its key sentences and who said what, by side; of a story told before, only what is new."""
    head = choose_lead(story)
    before = [account.reading for account in sorted(story.told, key=lambda one: one.at)]
    said = [*_said_in(before), *_statements(head)]
    persons = match_speakers((r.id, a.speaker) for r, a in said if a.speaker)
    sentences = _key_sentences(head)
    if before:
        known = {word for reading in before for word in _words_of(reading.article.text)}
        sentences = tuple(one for one in sentences if _is_new(_long_words(one), known))
    old = {reading.id for reading in before}
    told = [one for one in deduplicate_statements(said, persons) if one[1].reading.id not in old]
    chosen = _choose(told, persons, sentences)
    return replace(
        head,
        sentences=sentences,
        sides=_sides(told, persons, chosen),
        left_out=len(told) - len(chosen),
        told_at=max((account.at for account in story.told), default=None),
    )


def _key_sentences(head: BriefingStory) -> tuple[KeySentence, ...]:
    """The lead's key sentences, then the first of each other outlet that adds something new."""
    chosen = [KeySentence(head.lead, span) for span in head.lead.analysis.summary[:OF_LEAD]]
    known = {word for one in chosen for word in _long_words(one)}
    translate_stored = {publisher(head.lead.article)}
    for account in head.accounts:
        reading = account.reading
        if len(chosen) == SENTENCES or publisher(reading.article) in translate_stored or not reading.analysis.summary:
            continue
        sentence = KeySentence(reading, reading.analysis.summary[0])
        words = _long_words(sentence)
        if _is_new(words, known):
            chosen.append(sentence)
            translate_stored.add(publisher(reading.article))
            known |= words
    return tuple(chosen)


def _is_new(words: set[str], known: set[str]) -> bool:
    return bool(words) and len(words - known) / len(words) >= NEW_WORDS


def _long_words(sentence: KeySentence) -> set[str]:
    return _words_of(sentence.span.of(sentence.reading.article.text))


def _words_of(text: str) -> set[str]:
    return {word for word in fold_name(text).split() if len(word) >= 4}


def _statements(head: BriefingStory) -> list[tuple[Reading, Attribution]]:
    """Every statement of the story with its article, oldest article first, in text order."""
    return _said_in([account.reading for account in head.accounts])


def _said_in(readings: Sequence[Reading]) -> list[tuple[Reading, Attribution]]:
    return [(reading, a) for reading in readings for a in sorted(certain_statements(reading), key=lambda a: a.span)]


def _choose(
    told: Sequence[tuple[int, StatementReference]], persons: Sequence[StorySpeaker], sentences: Sequence[KeySentence]
) -> list[int]:
    """Indices of the statements to show: the strongest of each side in turn, first of speakers not shown yet.

    Statements that several outlets carry rank higher; those in a key sentence come last.
    """
    shown = {(sentence.reading.id, sentence.span) for sentence in sentences}

    def rank(n: int) -> tuple[bool, int, float, int]:
        one = told[n][1]
        points, surety, span = sort_key(one.statement)
        in_sentence = any(reading == one.reading.id and s.contains(span) for reading, s in shown)
        return in_sentence, points - len(one.also), surety, n

    waiting: dict[str, list[int]] = {}
    for n in sorted(range(len(told)), key=rank):
        waiting.setdefault(persons[told[n][0]].speaker.country or "", []).append(n)
    chosen: list[int] = []
    for side in list(waiting.values())[:SIDES] * (VOICES * OF_VOICE):
        if len(chosen) < STATEMENTS and (found := _next_of_side(side, told, chosen)) is not None:
            chosen.append(found)
    return sorted(chosen)


def _next_of_side(
    side: Sequence[int], told: Sequence[tuple[int, StatementReference]], chosen: Sequence[int]
) -> int | None:
    """The next statement of a side (strongest first), of its least shown speaker, within the limits; or None."""
    translate_stored = Counter(told[n][0] for n in side if n in chosen)

    def may_speak(n: int) -> bool:
        times = translate_stored[told[n][0]]
        return times < OF_VOICE if times else len(translate_stored) < VOICES

    waiting = [n for n in side if n not in chosen and may_speak(n)]
    return min(waiting, key=lambda n: translate_stored[told[n][0]], default=None)


def _sides(
    told: Sequence[tuple[int, StatementReference]], persons: Sequence[StorySpeaker], chosen: Sequence[int]
) -> tuple[BriefingSide, ...]:
    """The chosen statements by country and speaker; the side with most statements first, those without country last."""
    grouped: dict[str, dict[int, list[StatementReference]]] = {}
    for n in chosen:
        person, one = told[n]
        grouped.setdefault(persons[person].speaker.country or "", {}).setdefault(person, []).append(one)
    said = Counter(persons[person].speaker.country or "" for person, _ in told)
    return tuple(
        BriefingSide(
            label, tuple(SpeakerStatements(persons[person].speaker, tuple(found)) for person, found in voices.items())
        )
        for label, voices in sorted(grouped.items(), key=lambda item: (not item[0], -said[item[0]]))
    )
