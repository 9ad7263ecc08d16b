"""Answers questions in natural language from the archive; never guesses."""

import asyncio
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from bot.archive.preferences import PreferenceStore
from bot.archive.search import SearchStore
from bot.clock import Clock
from bot.concurrency import Offload
from bot.digests.search_results import count_listed
from bot.domain.attribution import Kind as Speech
from bot.domain.date_phrases import find_impossible_date
from bot.domain.digest import TwoSides, TwoSidesQuery
from bot.domain.folding import fold_words
from bot.domain.language_filter import take_languages
from bot.domain.statement_search import COMMUNICATED, SearchScope, StatementQuery
from bot.errors import UsageError
from bot.fair_queue import FairQueue
from bot.gazetteer.countries import country_of
from bot.i18n.messages import quote_input, translatable
from bot.questions.question import Kind, Question
from bot.questions.question_words import LONGEST_MESSAGE, find_question_words, parse_message
from bot.questions.small_talk import SmallTalkKind
from bot.questions.vocabulary import opposites_of
from bot.services.empty_results import either, is_known
from bot.services.statement_search import SearchPage, StatementSearchService, languages_of, zone_of
from bot.services.two_sides import TwoSidesService

SHOWN = 5
"""Maximum number of quotations in an answer."""
SEARCHED_FOR_QUOTES = 100
"""Number of statements, the first found, from which quotations are taken."""
_NAMES_A_WORD = 5
_LOOKED_FOR = 2  # words of a message without a question that are searched for whether or not anything has them
_QUOTED = re.compile(r"[\"“”„«»][^\"“”„«»]*[\"“”„«»]")
_AT_ONCE = 8  # concurrent questions, each of which takes some ten queries
_EACH, _WAITING_EACH, _WAITING = 2, 8, 256


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A greeting or thanks; ``names`` are up to two people in the archive, those with most statements first."""

    talk: SmallTalkKind
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Text that is not a question; ``names`` as above, for examples."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StatementsFound:
    """The first page of statements found; if the earliest is requested, ``scope`` is what was searched."""

    question: Question
    zone: ZoneInfo
    said: SearchPage
    scope: SearchScope | None = None


@dataclass(frozen=True, slots=True)
class NothingFound:
    """Nothing was found: ``why``, what was searched; ``known`` who said other things, or ``alike`` names."""

    question: Question
    zone: ZoneInfo
    why: UsageError
    known: bool = False
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SidesFound:
    """Two sides that answer a question."""

    question: Question
    zone: ZoneInfo
    sides: TwoSides


Answer = SmallTalk | NotUnderstood | StatementsFound | NothingFound | SidesFound


class QuestionService:
    """Answers questions from what ``askers`` may see; ``local`` parses untrusted text off the event loop."""

    def __init__(
        self,
        search: SearchStore,
        saying: StatementSearchService,
        sides: TwoSidesService,
        preferences: PreferenceStore,
        clock: Clock,
        *,
        local: Offload = asyncio.to_thread,
    ) -> None:
        self._search = search
        self._saying = saying
        self._sides = sides
        self._preferences = preferences
        self._clock = clock
        self._local = local
        self._turns = FairQueue(_AT_ONCE, waiting=_WAITING, share=_EACH, queue=_WAITING_EACH, spare=2, quick=4.0)

    async def answer(self, text: str, *, askers: frozenset[str], readers: Collection[str]) -> Answer:
        """The answer to ``text``, in the first time zone of ``readers``. Raises ``ArchiveError``, ``ReadingError``."""
        async with self._turns.turn():
            return await self._answer(text[: LONGEST_MESSAGE + 1], askers, readers)

    async def _answer(self, text: str, askers: frozenset[str], readers: Collection[str]) -> Answer:
        talk, words = await self._local(find_question_words, text)
        if talk:
            return SmallTalk(talk, await self._examples(askers))
        zone = await zone_of(self._preferences, readers)
        names = await self._names(words, askers)
        text, languages = _take_languages(text)
        question, topic = await self._local(parse_message, text, names, self._clock.now(), zone)
        if question is None:
            question = await self._ask_about(topic, askers) if topic else None
        if question is None:
            return NotUnderstood(await self._examples(askers))
        languages = languages or await languages_of(self._preferences, readers)
        try:
            _check_dates(question.about)
            if question.kind is Kind.SIDES:
                wanted = TwoSidesQuery("", a=question.who, b=question.other, about=question.about)
                return SidesFound(question, zone, await self._sides.find(wanted, askers))
            question, said = await self._find(question, askers, languages)
        except UsageError as error:
            known = await self._is_known(question, askers)
            alike = () if known or not question.who else await self._search.nearest(question.who, askers=askers)
            return NothingFound(question, zone, error, known, alike)
        scope = await self._search.scope(said.wanted, askers=askers) if question.earliest else None
        return StatementsFound(question, zone, await self._saying.save_query(said), scope)

    async def _ask_about(self, topic: str, askers: frozenset[str]) -> Question | None:
        """The question for statements that contain all words of ``topic``.

        None if there are none, except for one or two words, of which the answer then says where they were looked for.
        """
        known = len(topic.split()) <= _LOOKED_FOR or await is_known(self._search, StatementQuery(about=topic), askers)
        return Question(Kind.SAID, about=topic) if known else None

    async def _find(
        self, question: Question, askers: frozenset[str], languages: frozenset[str]
    ) -> tuple[Question, SearchPage]:
        """What answers the question, and the question that it answers: whether somebody agreed, also with no."""
        other = replace(question, acts=opposites_of(question.acts))
        try:
            return question, await self._find_asked(question, askers, languages)
        except UsageError as error:
            if question.kind is not Kind.WHETHER or not other.acts:
                raise
            try:
                return other, await self._find_asked(other, askers, languages)
            except UsageError:
                raise error from None

    async def _find_asked(self, question: Question, askers: frozenset[str], languages: frozenset[str]) -> SearchPage:
        wanted = replace(wanted_of(question), languages=languages)
        try:
            said = await self._saying.load_page(wanted, askers=askers)
        except UsageError:
            if question.acts >= COMMUNICATED or not await is_known(
                self._search, replace(wanted, acts=COMMUNICATED), askers
            ):
                raise
            acts = either([translatable("whosaid-act", act=act) for act in sorted(question.acts)])
            raise UsageError(translatable("desk-none-of-this-kind", acts=acts)) from None
        if question.kind is not Kind.QUOTE:
            return said
        page = await self._search.find(wanted, askers=askers, limit=SEARCHED_FOR_QUOTES)
        quoted = tuple(one for one in page.found if one.attribution.kind is not Speech.INDIRECT)
        if not quoted:
            raise UsageError(translatable("desk-none-quoted"))
        # there is no further page: what is counted is what is shown
        alone = replace(page, found=quoted[:SHOWN], older=None, newer=None, total=len(quoted[:SHOWN]), over=False)
        listed = await self._local(count_listed, alone.found, wanted.about, SHOWN)
        return SearchPage(wanted, alone, listed=listed)

    async def _is_known(self, question: Question, askers: frozenset[str]) -> bool:
        who = StatementQuery(question.who, countries=wanted_of(question).countries)
        return bool(question.who or question.country) and await is_known(self._search, who, askers)

    async def _names(self, words: Collection[str], askers: frozenset[str]) -> tuple[str, ...]:
        """People and organisations in the archive that ``words`` may name, most statements first."""
        found = {
            one.name: one.statements
            for word in words
            for one in await self._search.suggest_speakers(word, askers=askers, limit=_NAMES_A_WORD)
            if country_of(one.name) is None
        }
        return tuple(sorted(found, key=lambda name: -found[name]))

    async def _examples(self, askers: frozenset[str]) -> tuple[str, ...]:
        first, *others = [one.name for one in await self._search.suggest_speakers("", askers=askers)] or [""]
        apart = (name for name in others if set(fold_words(name).split()).isdisjoint(fold_words(first).split()))
        return tuple(name for name in (first, next(apart, "")) if name)  # not a person and their office


def _check_dates(about: str) -> None:
    """Raise ``UsageError`` for a topic with a date that is none: nobody would find it among the words."""
    if impossible := find_impossible_date(_QUOTED.sub(" ", about)):
        raise UsageError(translatable("dates-unknown", typed=quote_input(impossible)))


def _take_languages(text: str) -> tuple[str, frozenset[str]]:
    """A question without its rule of languages; words that are no such rule stay."""
    try:
        return take_languages(text)
    except UsageError:
        return text, frozenset()


def wanted_of(question: Question) -> StatementQuery:
    """The search for a question."""
    return StatementQuery(
        who=question.who,
        about=question.about,
        since=question.period.since,
        until=question.period.until,
        acts=question.acts,
        countries=frozenset({question.country}) if question.country else frozenset(),
        earliest=question.earliest,
    )
