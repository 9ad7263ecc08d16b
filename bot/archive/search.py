"""Searches all statements by words, people, countries and dates.

Every method takes the ``askers`` ("discord:<user id>", "discord:guild:<id>", "console") and returns nothing from other
owners' private texts, not even a name.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from datetime import datetime, timedelta
from typing import Final, TypeVar

import structlog
from sqlalchemy import ColumnElement, Connection, RowMapping, and_, case, delete, func, or_, select

from bot.archive.analysis_rows import decode_article, decode_statement
from bot.archive.autocomplete import SUGGESTIONS, find_similar_names, suggest_speakers
from bot.archive.database import Store, insert, off_the_loop
from bot.archive.index_queries import fullest, known_people, owner_terms
from bot.archive.index_terms import UNKNOWN, IndexQuery, act_term, country_term, language_term
from bot.archive.keyset_pages import KeysPage, choose_keys, load_keys, load_keys_page
from bot.archive.schema.readings import (
    analyses,
    article_owners,
    articles,
    spellings,
    statement_speakers,
    statements,
    texts,
)
from bot.archive.schema.search import said, searches
from bot.archive.speaker_query import SpeakerQuery, resolve_speaker_query, spellings_of
from bot.archive.statement_index import date_of
from bot.domain.attribution import Act, Attribution
from bot.domain.folding import fold_words
from bot.domain.statement_search import (
    COMMUNICATED,
    TOTAL_LIMIT,
    FoundStatement,
    FoundStatements,
    SearchScope,
    SpeakerSuggestion,
    StatementQuery,
    Term,
    parse_about,
)
from bot.domain.text import text_sha256
from bot.gazetteer.latin_names import is_latin
from bot.nlp.lang.word_forms import topic_forms

T = TypeVar("T")

BESIDE: Final = 4
"""Statements before and after a found one that are loaded with it: its line must not run into them."""
_MOST_NAMES: Final = 10
_KEEP: Final = timedelta(days=90)
"""How long a query is kept for its buttons after its last use."""

_log = structlog.get_logger(__name__)


class SearchStore(Store):
    """Searches statements and speakers. All methods raise ``ArchiveError``."""

    async def find(
        self,
        wanted: StatementQuery,
        *,
        askers: frozenset[str],
        limit: int = 10,
        before: int | None = None,
        after: int | None = None,
    ) -> FoundStatements:
        """At most ``limit`` statements in the requested order: those nearest to the cursor ``before`` or ``after``."""
        return await self._read(_find, wanted, askers, limit, before, after)

    async def scope(self, wanted: StatementQuery, *, askers: frozenset[str]) -> SearchScope:
        """What was searched within the dates of ``wanted``, whatever its other terms."""
        return await self._read(_find_scope, wanted, askers)

    async def suggest_speakers(
        self, prefix: str, *, askers: frozenset[str], limit: int = SUGGESTIONS
    ) -> tuple[SpeakerSuggestion, ...]:
        """People with statements by a prefix of any word of a spelling, countries by a prefix of any name."""
        return await self._read(suggest_speakers, prefix, askers, limit)

    async def nearest(self, who: str, *, askers: frozenset[str]) -> tuple[str, ...]:
        """Names of people and countries with statements that ``who`` may misspell, the most similar first."""
        return await self._read(find_similar_names, who, askers)

    async def keep_question(self, ident: str, question: str, now: datetime) -> None:
        """Store a query under ``ident``, 20 hex digits, and delete queries that were not used for long."""
        async with self._engines.writing() as connection:
            row = insert(connection, searches).values(id=ident, question=question, asked_at=now)
            await connection.execute(row.on_conflict_do_update(index_elements=["id"], set_={"asked_at": now}))
            await connection.execute(delete(searches).where(searches.c.asked_at < now - _KEEP))

    async def load_question(self, ident: str) -> str | None:
        """The query stored under ``ident``; None if it was deleted."""
        query = select(searches.c.question).where(searches.c.id == ident)
        question: str | None = await self._engines.scalar(query)
        return question

    async def _read(self, work: Callable[..., T], *args: object) -> T:
        async with self._engines.reading() as connection:
            return await connection.run_sync(work, *args)


def _find(
    connection: Connection,
    wanted: StatementQuery,
    askers: frozenset[str],
    limit: int,
    before: int | None,
    after: int | None,
) -> FoundStatements:
    speaker = resolve_speaker_query(connection, wanted.who)
    about = parse_about(wanted.about)
    if not speaker.known or (wanted.about.strip() and not about):
        return FoundStatements(())
    match = _compose(wanted, speaker, about, owner_terms(connection, askers))
    # one scan both counts and returns the page, unless the page lies beyond the counted range
    keys = load_keys(connection, match, wanted, TOTAL_LIMIT + 1)
    total, over = min(len(keys), TOTAL_LIMIT), len(keys) > TOTAL_LIMIT
    page = choose_keys(keys, wanted, limit, before=before, after=after)
    if over and (page is None or page.on is None):
        page = load_keys_page(connection, match, wanted, limit, before=before, after=after)
    page = page or KeysPage(())
    older, newer = (page.back, page.on) if wanted.earliest else (page.on, page.back)
    return FoundStatements(
        _load(connection, page.keys, askers),
        older,
        newer,
        total,
        over,
        _names_of(connection, speaker.people, askers) if speaker.people else (),
    )


def _compose(wanted: StatementQuery, speaker: SpeakerQuery, about: Sequence[Term], own: tuple[str, ...]) -> IndexQuery:
    written = [word for word in wanted.about.split() if word != word.lower()]
    capitals = set(fold_words(" ".join(written)).split())
    every = [*(_forms_of(term, capitals) for term in about), *speaker.every]
    if wanted.countries:
        every.append(tuple(Term((country_term(country),)) for country in sorted(wanted.countries)))
    if wanted.languages:
        every.append(tuple(Term((language_term(language),)) for language in sorted({*wanted.languages, UNKNOWN})))
    none = []
    if wanted.acts >= COMMUNICATED:
        none = [act_term(act) for act in sorted(frozenset(Act) - wanted.acts)]
    else:
        every.append(tuple(Term((act_term(act),)) for act in sorted(wanted.acts)))
    return IndexQuery(tuple(every), tuple(none), own)


def _forms_of(term: Term, capitals: Set[str]) -> tuple[Term, ...]:
    """The terms of which one must match for ``term``: its English forms, and those of other languages and scripts."""
    forms = [Term((form,)) for form in term.forms] if term.inflected else [term]
    may_name = not is_latin("".join(term.words)) or not capitals.isdisjoint(term.words)
    return tuple(dict.fromkeys((*forms, *topic_forms(term, name=may_name))))


def _load(connection: Connection, keys: Sequence[int], askers: frozenset[str]) -> tuple[FoundStatement, ...]:
    """The statements with these keys, in order, each in its oldest visible article. Damaged ones are left out."""
    rows = {
        row["key"]: row
        for row in connection.execute(
            select(said.c.key, statements, texts.c.sha256, texts.c.text, analyses.c.language.label("language"))
            .join(statements, statements.c.id == said.c.statement_id)
            .join(texts, texts.c.id == statements.c.text_id)
            .join(analyses, analyses.c.text_id == statements.c.text_id)
            .where(said.c.key.in_(keys))
        ).mappings()
    }
    carried = _load_articles(connection, {row["text_id"] for row in rows.values()}, askers)
    people = _load_people(connection, [row["id"] for row in rows.values()])
    beside = _load_beside(connection, [row["id"] for row in rows.values()])
    return off_the_loop(_decode_all, keys, rows, carried, people, beside)


def _decode_all(
    keys: Sequence[int],
    rows: Mapping[int, RowMapping],
    carried: Mapping[int, Sequence[RowMapping]],
    people: Mapping[int, str],
    beside: Mapping[int, tuple[Attribution, ...]],
) -> tuple[FoundStatement, ...]:
    found = []
    for key in keys:
        row = rows.get(key)
        if row is None or not carried.get(row["text_id"]):
            continue
        article = carried[row["text_id"]][0]
        try:
            found.append(_decode(row, article, people.get(row["id"]), beside.get(row["id"], ())))
        except (TypeError, KeyError, ValueError) as error:
            _log.warning("a stored statement is damaged", action="search", article=article["id"], exc_info=error)
    return tuple(found)


def _load_beside(connection: Connection, statement_ids: Sequence[int]) -> dict[int, tuple[Attribution, ...]]:
    """For each statement those at most ``BESIDE`` places before and after it in its text; damaged ones are left out."""
    one = statements.alias()
    near = statements.c.position.between(one.c.position - BESIDE, one.c.position + BESIDE)
    query = (
        select(one.c.id.label("of"), statements)
        .join(statements, and_(statements.c.text_id == one.c.text_id, near))
        .where(one.c.id.in_(statement_ids), statements.c.id != one.c.id)
    )
    return off_the_loop(_decode_beside, connection.execute(query).mappings().all())


def _decode_beside(rows: Sequence[RowMapping]) -> dict[int, tuple[Attribution, ...]]:
    found: dict[int, list[Attribution]] = defaultdict(list)
    decoded: dict[int, Attribution | None] = {}
    for row in rows:
        if row["id"] not in decoded:
            try:
                decoded[row["id"]] = decode_statement(row)
            except (TypeError, KeyError, ValueError):
                decoded[row["id"]] = None
        if (other := decoded[row["id"]]) is not None:
            found[row["of"]].append(other)
    return {number: tuple(others) for number, others in found.items()}


def _decode(
    row: RowMapping, article: RowMapping, person: str | None, beside: tuple[Attribution, ...]
) -> FoundStatement:
    words = row["text"]
    if text_sha256(words) != row["sha256"]:
        raise ValueError("the stored text is not the one that was read")
    attribution = decode_statement(row)
    attribution.span.of(words)
    at = date_of(article["published_at"], article["first_read_at"])
    found = decode_article(words, article)
    language = row["language"] or found.language
    return FoundStatement(row["id"], article["id"], attribution, found, at, row["key"], person, language, beside)


def _load_articles(
    connection: Connection, text_ids: Iterable[int], askers: frozenset[str]
) -> dict[int, list[RowMapping]]:
    """The visible articles of each text, oldest first."""
    query = select(articles).where(articles.c.text_id.in_(sorted(text_ids)), _visible(askers))
    found: dict[int, list[RowMapping]] = defaultdict(list)
    for row in connection.execute(query).mappings():
        found[row["text_id"]].append(row)
    for rows in found.values():
        rows.sort(key=lambda row: (date_of(row["published_at"], row["first_read_at"]), row["id"]))
    return found


def _visible(askers: frozenset[str]) -> ColumnElement[bool]:
    """Whether an article is public or belongs to one of the askers."""
    owned = select(article_owners.c.article_id).where(article_owners.c.article_id == articles.c.id)
    return or_(~owned.exists(), owned.where(article_owners.c.owner.in_(sorted(askers))).exists())


def _load_people(connection: Connection, statement_ids: Sequence[int]) -> dict[int, str]:
    """The full name of each statement's speaker, if it has exactly one."""
    query = (
        select(statement_speakers.c.statement_id, spellings.c.person_id)
        .join(spellings, spellings.c.id == statement_speakers.c.spelling_id)
        .where(statement_speakers.c.statement_id.in_(statement_ids))
    )
    made: dict[int, set[int]] = defaultdict(set)
    for row in connection.execute(query):
        made[row.statement_id].add(row.person_id)
    known = spellings_of(connection, sorted({person for people in made.values() for person in people}))
    return {one: fullest(known[min(people)]) for one, people in made.items() if len(people) == 1}


def _names_of(connection: Connection, people: Sequence[int], askers: frozenset[str]) -> tuple[str, ...]:
    """Full names of up to ten of ``people`` with statements that the askers may see."""
    known = known_people(connection, people, askers, _MOST_NAMES)
    return tuple(dict.fromkeys(map(fullest, known.values())))


def _find_scope(connection: Connection, wanted: StatementQuery, askers: frozenset[str]) -> SearchScope:
    published, read = articles.c.published_at, articles.c.first_read_at
    at = case((published <= read, published), else_=read)
    query = select(func.count(), func.min(at), func.max(at)).where(_visible(askers))
    if wanted.since is not None:
        query = query.where(at >= wanted.since)
    if wanted.until is not None:
        query = query.where(at < wanted.until)
    return SearchScope(*connection.execute(query).one())
