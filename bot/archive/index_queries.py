"""Queries the search index: which statements match, how many, and which belong to the person who asks."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import BigInteger, ColumnElement, Connection, Text, cast, column, func, select, table
from sqlalchemy.dialects.postgresql import TSQUERY

from bot.archive.index_terms import IndexQuery, act_term, compose_query, owner_term, spelling_term
from bot.archive.schema.readings import article_owners
from bot.archive.schema.search import said
from bot.archive.speaker_query import Spelling, spellings_of
from bot.domain.attribution import Act
from bot.domain.statement_search import Term
from bot.gazetteer.latin_names import is_latin, script_of

COUNT_LIMIT: Final = 100
"""Maximum number of statements counted for a suggestion."""
_WORDS: Final = table("said_words", column("rowid", BigInteger), column("said_words", Text))
"""SQLite's FTS5 table; its hidden column of the same name is the one to search."""


def index_of(connection: Connection, match: IndexQuery) -> tuple[ColumnElement[int], ColumnElement[bool]]:
    """The key column of the database's index, and the condition that a statement matches."""
    query = compose_query(match, connection.dialect.name)
    if connection.dialect.name == "sqlite":
        return _WORDS.c.rowid, _WORDS.c.said_words.op("MATCH")(query)
    return said.c.key, said.c.document.op("@@")(cast(query, TSQUERY))


def owner_terms(connection: Connection, askers: frozenset[str]) -> tuple[str, ...]:
    """The index terms of those ``askers`` who own a text."""
    owning = [
        asker
        for asker in sorted(askers)
        if connection.execute(select(1).where(article_owners.c.owner == asker).limit(1)).first()
    ]
    return tuple(map(owner_term, owning))


def count_visible(
    connection: Connection, marked: Sequence[Sequence[str]], askers: frozenset[str], limit: int = COUNT_LIMIT
) -> list[int]:
    """How many visible statements have one of the terms, for each of ``marked``, up to ``limit``; one query for all."""
    if not marked:
        return []
    own, attitude = owner_terms(connection, askers), (act_term(Act.ATTITUDE),)
    counted = []
    for marks in marked:
        key, found = index_of(connection, IndexQuery((tuple(Term((mark,)) for mark in marks),), attitude, own))
        counted.append(select(func.count()).select_from(select(key).where(found).limit(limit).subquery()))
    return list(connection.execute(select(*(one.scalar_subquery() for one in counted))).one())


def fullest(spelt: Sequence[Spelling], *, typed: str = "") -> str:
    """A person's longest name, preferably in the script of ``typed``, else Latin; of equals, the most frequent."""
    script = script_of(typed)
    return max(
        (one.name for one in spelt),
        key=lambda name: (script_of(name) == script, is_latin(name), len(name.split())),
        default="",
    )


def known_people(
    connection: Connection, people: Sequence[int], askers: frozenset[str], limit: int
) -> dict[int, list[Spelling]]:
    """Spellings of up to ``limit`` of ``people`` who have statements that the askers may see."""
    spelt = spellings_of(connection, people)
    seen = {person for person, known in spelt.items() if any(one.statements for one in known)}
    if owner_terms(connection, askers):
        hidden = [person for person in people if person not in seen][:limit]
        counts = count_visible(connection, [[spelling_term(one.id) for one in spelt[p]] for p in hidden], askers, 1)
        seen |= {person for person, count in zip(hidden, counts, strict=True) if count}
    return {person: spelt[person] for person in [person for person in people if person in seen][:limit]}
