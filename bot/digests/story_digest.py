"""Composes a story from the articles of several outlets: title, key sentences, and the lines of who said what. Pure.

A story fits one screen of a telephone: two sentences about what happened, then at most eight lines, each statement once
with the outlets that carry it (:mod:`bot.digests.story_lines`).
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from bot.digests.lines.grouping import group_lines
from bot.digests.lines.weighing import FIRST_PAGE
from bot.digests.ranking import certain_statements
from bot.digests.story_lines import StoryPool, choose_lines, find_persons, unshown_groups
from bot.domain.analysis import Reading
from bot.domain.briefing import (
    BriefingSide,
    BriefingStory,
    DatedReading,
    KeySentence,
    SpeakerLines,
    StoryReadings,
    count_outlets,
    publisher,
)
from bot.domain.line import LineReference
from bot.gazetteer.name_matching import fold_name

SENTENCES = 2
"""Number of key sentences: the lead's best, then one with something new, from another outlet if there is one."""
NEW_WORDS = 0.5
"""Minimum share of a sentence's words (of four letters or more) that are new, for it to be chosen too."""
LONGEST = 360
"""Sentences with more characters rank after all shorter ones."""
OF_SENTENCES = 480
"""Maximum characters of all sentences; beyond that, only one is shown."""
OF_SHARED = 1
"""How many ranks a sentence gains if the other outlets have all its words."""
SCREEN = 1200
"""Maximum characters of a story's title, sentences, names and lines."""
MOST_READ = 8
"""Maximum articles whose lines are composed: the lead, then one of each other outlet, then the others."""
ENOUGH = 4
"""More statements than this do not make an article a better lead."""


def choose_lead(story: StoryReadings) -> BriefingStory:
    """The story without its statements: its articles oldest first, and its lead."""
    unique = {account.reading.id: account for account in sorted(story.accounts, key=lambda one: one.at, reverse=True)}
    accounts = tuple(sorted(unique.values(), key=lambda account: (account.at, account.reading.id)))
    return BriefingStory(min(accounts, key=_as_head).reading, accounts, count_outlets(accounts), told=story.told)


def _as_head(account: DatedReading) -> tuple[bool, bool, int, datetime, str]:
    """The sort key for leads: a title, no state outlet, some statements, then the earliest."""
    article = account.reading.article
    state = bool(article.outlet and article.outlet.state)
    statements = min(len(certain_statements(account.reading)), ENOUGH)
    return not article.title, state, -statements, account.at, account.reading.id


def compose_story_digest(story: StoryReadings) -> BriefingStory:
    """The story with its key sentences and who said what, by side; for a story shown before, only the news."""
    head = choose_lead(story)
    before = [account.reading for account in sorted(story.told, key=lambda one: one.at)]
    readings = [account.reading for account in head.accounts]
    sentences = _key_sentences(head)
    if before:
        known = {word for reading in before for word in _words_of(reading.article.text)}
        sentences = tuple(one for one in sentences if _is_new(_long_words(one), known))
    pool = StoryPool([*before[-MOST_READ:], *_to_read(head)], find_persons([*before, *readings]))
    used = len(head.lead.article.title or "") + sum(len(one.span) for one in sentences)
    groups = unshown_groups(pool, {reading.id for reading in before})
    chosen = choose_lines(
        pool,
        readings,
        sentences,
        groups,
        most=FIRST_PAGE - len(sentences),
        room=max(0, SCREEN - used),
    )
    sides = {side for side in pool.sides if side} if len(pool.lines) else set()
    return replace(
        head,
        sentences=sentences,
        sides=_sides(chosen),
        left_out=len(groups) - len(chosen),
        only=sides.pop() if len(sides) == 1 else "",
        told_at=max((account.at for account in story.told), default=None),
    )


def _to_read(head: BriefingStory) -> list[Reading]:
    """The articles whose lines are composed."""
    first: dict[str, Reading] = {publisher(head.lead.article): head.lead}
    for account in head.accounts:
        first.setdefault(publisher(account.reading.article), account.reading)
    chosen = {reading.id for reading in first.values()}
    others = [account.reading for account in head.accounts if account.reading.id not in chosen]
    return [*first.values(), *others][:MOST_READ]


def _key_sentences(head: BriefingStory) -> tuple[KeySentence, ...]:
    """The lead's best sentence, then the best of another outlet that adds something, else the lead's second."""
    others = [
        account.reading
        for account in head.accounts
        if publisher(account.reading.article) != publisher(head.lead.article)
    ]
    shared = {word for reading in others for word in fold_name(reading.article.text).split() if len(word) >= 4}
    ranked = _ranked(head.lead, shared)
    chosen = ranked[:1]
    known = {word for one in chosen for word in _long_words(one)}
    for one in (*(first for reading in others for first in _ranked(reading, known)[:1]), *ranked[1:]):
        words = _long_words(one)
        fits = sum(len(two.span) for two in (*chosen, one)) <= OF_SENTENCES
        if len(chosen) < SENTENCES and fits and _is_new(words, known):
            chosen.append(one)
            known |= words
    return tuple(chosen)


def _ranked(reading: Reading, shared: set[str]) -> list[KeySentence]:
    """The key sentences of an article without its headline's: whole, short ones that others share come first.

    ``shared`` are words of the others, none for a story of one outlet.
    """
    title = f" {fold_name(reading.article.title or '')} "
    found = [(rank, KeySentence(reading, span)) for rank, span in reading.analysis.ranked_summary]

    def key(one: tuple[int, KeySentence]) -> tuple[bool, bool, float]:
        words = _long_words(one[1])
        part = len(words & shared) / len(words) if words else 0.0
        told = one[1].span.of(reading.article.text).rstrip("”\"’'»)")
        whole = told.endswith((".", "!", "?", "…", "。", "؟"))
        return not whole, len(one[1].span) > LONGEST, one[0] - OF_SHARED * part

    kept = [one for one in found if f" {fold_name(one[1].span.of(reading.article.text))} " not in title]
    return [sentence for _, sentence in sorted(kept, key=key)]


def _is_new(words: set[str], known: set[str]) -> bool:
    return bool(words) and len(words - known) / len(words) >= NEW_WORDS


def _long_words(sentence: KeySentence) -> set[str]:
    return _words_of(sentence.span.of(sentence.reading.article.text))


def _words_of(text: str) -> set[str]:
    return {word for word in fold_name(text).split() if len(word) >= 4}


def _sides(chosen: Sequence[LineReference]) -> tuple[BriefingSide, ...]:
    """The chosen lines by side and speaker, as for an article."""
    of_rank = {one.line.rank: one for one in chosen}
    return tuple(
        BriefingSide(
            side.side or "",
            tuple(
                SpeakerLines(voice.speaker, tuple(of_rank[line.rank] for line in voice.lines))
                for voice in side.speakers
                if voice.speaker
            ),
        )
        for side in group_lines([one.line for one in chosen])
    )
