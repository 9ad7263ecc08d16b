"""Keeps the search index up to date: built from the stored rows whenever they change, and for old archives.

Statements below the confidence threshold are never shown and not indexed. Attitudes are indexed under their own term.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, RowMapping, Select, Table, Text, cast, delete, func, select, update
from sqlalchemy import insert as plain_insert

from bot.archive.analysis_rows import decode_statement
from bot.archive.database import hold_index, insert, insert_missing, off_the_loop
from bot.archive.index_terms import (
    PRIVATE_TERM,
    UNKNOWN,
    act_term,
    compose_document,
    country_term,
    language_term,
    name_term,
    office_terms,
    owner_term,
    spelling_term,
)
from bot.archive.name_clustering import cluster_spellings
from bot.archive.schema.readings import (
    analyses,
    article_owners,
    articles,
    spellings,
    statement_speakers,
    statements,
    texts,
)
from bot.archive.schema.search import indexed_texts, offices, said, voice_words, voices
from bot.digests.statement_context import find_context
from bot.domain.attribution import THRESHOLD, Act, Attribution
from bot.domain.folding import fold_words
from bot.gazetteer.latin_names import consonant_key, latin_name
from bot.gazetteer.name_matching import name_keys

VERSION: Final = 2
"""Version of documents and terms; texts indexed by an older version are found as before until they are reindexed."""
NUMBER_BITS: Final = 32
"""Bits of a key for the statement: room for four billion."""
BATCH: Final = 200
"""Texts indexed per transaction when an archive is opened."""
REINDEXED: Final = 20
"""Texts reindexed per transaction while the program runs: some 100 ms of work."""

_LAST_NUMBER: Final = (1 << NUMBER_BITS) - 1
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_WORD: Final = 100
_ACTS: Final = frozenset(act.value for act in Act)


@dataclass(frozen=True, slots=True)
class _Place:
    """A text's publication minute, the terms of its owners (none if public), and the language that it states."""

    minute: int
    marks: tuple[str, ...]
    language: str | None = None


def count_minutes(at: datetime) -> int:
    """Whole minutes from 1970 to ``at``, negative before."""
    return int((at - _EPOCH).total_seconds() // 60)


def date_of(published_at: datetime | None, first_read_at: datetime) -> datetime:
    """An article's date: its publication, or its first reading if that is unknown or later than the reading."""
    return published_at if published_at is not None and published_at <= first_read_at else first_read_at


def index_texts(connection: Connection, text_ids: Iterable[int]) -> None:
    """Update the index for these texts: their statements, owners and speakers."""
    wanted = sorted(set(text_ids))
    hold_index(connection)
    places = _find_places(connection, wanted)
    rows = _load_statements(connection, wanted)
    whole = select(texts.c.id, texts.c.text).where(texts.c.id.in_(wanted))
    words: dict[int, str] = {row.id: row.text for row in connection.execute(whole)}
    names = _load_names(connection, wanted)
    indexed = select(indexed_texts.c.text_id, indexed_texts.c.digest).where(indexed_texts.c.text_id.in_(wanted))
    known: dict[int, str] = {row.text_id: row.digest for row in connection.execute(indexed)}
    documents: dict[int, list[dict[str, Any]]] = {text_id: [] for text_id in wanted}
    composed = off_the_loop(_compose_all, rows, words, places, names, connection.dialect.name)
    for text_id, document in composed:
        documents[text_id].append(document)
    digests = {text_id: _digest(found) for text_id, found in documents.items()}
    changed = [text_id for text_id in wanted if known.get(text_id) != digests[text_id]]
    private = {text_id for text_id, place in places.items() if place.marks}
    published = _find_private(connection, set(changed) & set(known)) - private
    if unchanged := set(known) - set(changed):
        old = indexed_texts.c.text_id.in_(unchanged), indexed_texts.c.version != VERSION
        connection.execute(update(indexed_texts).where(*old).values(version=VERSION))
    _replace(connection, changed, {text_id: documents[text_id] for text_id in changed}, digests, set(known))
    new = [row for row in rows if row["text_id"] not in known or row["text_id"] in published]
    _learn(connection, new, names, private)


def index_missing(connection: Connection) -> bool:
    """Index some texts that are not indexed; False if none are left."""
    done = select(indexed_texts.c.text_id).where(indexed_texts.c.version > 0)
    query = select(analyses.c.text_id).where(analyses.c.text_id.not_in(done)).order_by(analyses.c.text_id)
    return _index_some(connection, query.limit(BATCH))


def index_outdated(connection: Connection) -> bool:
    """Reindex some texts that an older version indexed, the newest first; False if none are left."""
    old = indexed_texts.c.version.between(1, VERSION - 1)
    query = select(indexed_texts.c.text_id).where(old).order_by(indexed_texts.c.text_id.desc())
    return _index_some(connection, query.limit(REINDEXED))


def _index_some(connection: Connection, query: Select[Any]) -> bool:
    found: list[int] = list(connection.execute(query).scalars())
    if found:
        index_texts(connection, found)
    return bool(found)


def mark_unindexed(connection: Connection) -> None:
    """Mark every text for ``index_missing``: for rows copied without their documents."""
    connection.execute(update(indexed_texts).values(version=0, digest=""))


def merge_index(connection: Connection, pages: int) -> bool:
    """Merge parts of SQLite's index, which keep deleted words until then; False once there is nothing to merge.

    At most ``pages`` are written. A negative number begins to merge all parts into one.
    """
    if connection.dialect.name != "sqlite":
        return False
    count = select(func.total_changes())
    before = connection.execute(count).scalar_one()
    connection.exec_driver_sql("INSERT INTO said_words(said_words, rank) VALUES ('merge', ?)", (pages,))
    return bool(connection.execute(count).scalar_one() - before > 1)  # the command itself counts as one


def _find_places(connection: Connection, wanted: Sequence[int]) -> dict[int, _Place]:
    """Texts that an article has: dated by its first public article, or else by its first."""
    query = (
        select(*articles.c["text_id", "published_at", "first_read_at", "language"], article_owners.c.owner)
        .join(article_owners, article_owners.c.article_id == articles.c.id, isouter=True)
        .where(articles.c.text_id.in_(wanted))
    )
    carried: dict[int, list[tuple[int, str | None]]] = defaultdict(list)
    languages: dict[int, str] = {}
    for row in connection.execute(query):
        carried[row.text_id].append((count_minutes(date_of(row.published_at, row.first_read_at)), row.owner))
        if row.language:
            languages.setdefault(row.text_id, row.language)
    places = {}
    for text_id, found in carried.items():
        public = [minute for minute, owner in found if owner is None]
        owners = () if public else tuple(sorted({owner_term(owner) for _, owner in found if owner is not None}))
        minute = min(public or (minute for minute, _ in found))
        marks = (PRIVATE_TERM, *owners) if owners else ()
        places[text_id] = _Place(minute, marks, languages.get(text_id))
    return places


def _load_statements(connection: Connection, wanted: Sequence[int]) -> Sequence[RowMapping]:
    query = (
        select(statements, analyses.c.language.label("language"))
        .join(analyses, analyses.c.text_id == statements.c.text_id)
        .where(statements.c.text_id.in_(wanted))
        .order_by(statements.c.id)
    )
    return connection.execute(query).mappings().all()


def _load_names(connection: Connection, wanted: Sequence[int]) -> dict[int, list[tuple[int, str]]]:
    """Spelling ids and names of each statement's speakers."""
    query = (
        select(statement_speakers.c.statement_id, spellings.c.id, spellings.c.name)
        .join(spellings, spellings.c.id == statement_speakers.c.spelling_id)
        .join(statements, statements.c.id == statement_speakers.c.statement_id)
        .where(statements.c.text_id.in_(wanted))
        .order_by(statement_speakers.c.statement_id, spellings.c.id)
    )
    names: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for row in connection.execute(query):
        names[row.statement_id].append((row.id, row.name))
    return names


def _compose_all(
    rows: Sequence[RowMapping],
    words: Mapping[int, str],
    places: Mapping[int, _Place],
    names: Mapping[int, Sequence[tuple[int, str]]],
    dialect: str,
) -> list[tuple[int, dict[str, Any]]]:
    """The documents of statements, each with its text's number."""
    found = []
    for row in rows:
        place = places.get(row["text_id"])
        if place is not None and row["confidence"] >= THRESHOLD:
            document = _compose(row, words[row["text_id"]], place, names[row["id"]], dialect)
            # count down, so that statements of one minute are found in text order
            key = (place.minute << NUMBER_BITS) + _LAST_NUMBER - row["id"]
            found.append((row["text_id"], {"key": key, "statement_id": row["id"], "document": document}))
    return found


def _compose(row: RowMapping, text: str, place: _Place, named: Sequence[tuple[int, str]], dialect: str) -> str:
    try:
        pieces = _find_words(text, decode_statement(row))
    except (TypeError, KeyError, ValueError):  # a damaged row cannot be shown either
        pieces = []
    marks = [act_term(Act(row["act"]))] if row["act"] in _ACTS else []
    for number, name in named:
        marks += [spelling_term(number), *map(name_term, fold_words(name).split())]
    marks += [language_term(row["language"] or place.language or UNKNOWN)]
    marks += [country_term(country) for country in (row["country"] or "").split("; ") if country]
    marks += office_terms(row["role"] or "")
    return compose_document(pieces, [*marks, *place.marks], dialect)


def _find_words(text: str, one: Attribution) -> list[str]:
    """The folded words of a statement with those of its sentences, in runs that a phrase can match.

    Who speaks is left out around the statement: whoever is named in it is spoken of, and its speaker is not.
    """
    said = {*fold_words(one.speaker.name).split()} if one.speaker else set()
    said |= {*fold_words(one.source.of(text)).split()} if one.source else set()
    runs: list[str] = []
    for sentences in find_context(text, one):
        run: list[str] = []
        at = sentences.start
        for piece in (*(span for span in one.content if sentences.overlaps(span)), None):
            start, end = (piece.start, piece.end) if piece else (sentences.end, sentences.end)
            for word in fold_words(text[at : max(at, start)]).split():
                if word not in said:
                    run.append(word)
                elif run:
                    runs.append(" ".join(run))
                    run = []
            run += fold_words(text[max(at, start) : end]).split()
            at = max(at, end)
        runs.append(" ".join(run))
    return runs


def _digest(documents: Sequence[dict[str, Any]]) -> str:
    content = "\n".join(f"{one['key']} {one['document']}" for one in documents)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()


def _find_private(connection: Connection, text_ids: set[int]) -> set[int]:
    """Those texts that are indexed as private: nothing was learned from them for others."""
    if not text_ids:
        return set()
    query = (
        select(statements.c.text_id)
        .join(said, said.c.statement_id == statements.c.id)
        .where(statements.c.text_id.in_(sorted(text_ids)), cast(said.c.document, Text).contains(PRIVATE_TERM))
    )
    return set(connection.execute(query.distinct()).scalars())


def _replace(
    connection: Connection,
    changed: Sequence[int],
    documents: dict[int, list[dict[str, Any]]],
    digests: dict[int, str],
    known: set[int],
) -> None:
    if not changed:
        return
    stale = [text_id for text_id in changed if text_id in known]
    if stale:
        theirs = select(statements.c.id).where(statements.c.text_id.in_(stale))
        connection.execute(delete(said).where(said.c.statement_id.in_(theirs)))
        connection.execute(delete(indexed_texts).where(indexed_texts.c.text_id.in_(stale)))
    rows = sorted((one for found in documents.values() for one in found), key=lambda one: one["key"])
    if rows:
        connection.execute(plain_insert(said), rows)
    marked = [{"text_id": text_id, "version": VERSION, "digest": digests[text_id]} for text_id in changed]
    connection.execute(plain_insert(indexed_texts), marked)


def _learn(
    connection: Connection, rows: Sequence[RowMapping], names: dict[int, list[tuple[int, str]]], private: set[int]
) -> None:
    """Record speakers' spellings, and from public texts their countries and offices; then cluster the spellings."""
    met: Counter[int] = Counter()
    counts: Counter[tuple[int, str, str]] = Counter()
    spelt: dict[int, str] = {}
    for row in rows:
        public = row["text_id"] not in private
        findable = public and row["confidence"] >= THRESHOLD and row["act"] != Act.ATTITUDE
        for number, name in names[row["id"]]:
            met[number] += findable
            spelt[number] = name
            # joint speakers share country and office
            if len(names[row["id"]]) == 1 and public:
                counts[number, row["country"] or "", row["role"] or ""] += 1
    if not met:
        return
    numbers = sorted(met)
    heard = select(voices.c.spelling_id, voices.c.sound).where(voices.c.spelling_id.in_(numbers))
    known: dict[int, str] = {row.spelling_id: row.sound for row in connection.execute(heard)}
    sounds = {number: known.get(number) or sound_of(name) for number, name in spelt.items()}
    facts = select(offices.c.spelling_id, offices.c.country, offices.c.role).where(offices.c.spelling_id.in_(numbers))
    old = {tuple(fact) for fact in connection.execute(facts)}
    _count(connection, voices, [_voice(number, spelt[number], sounds[number], met[number]) for number in numbers])
    add_voice_words(connection, {number: spelt[number] for number in numbers if number not in known})
    counted = [
        {"spelling_id": number, "country": country, "role": role, "statements": count}
        for (number, country, role), count in sorted(counts.items())
    ]
    _count(connection, offices, counted)
    cluster_spellings(
        connection, {sounds[number] for number, country, role in counts if (number, country, role) not in old}
    )


def _voice(number: int, name: str, sound: str, count: int) -> dict[str, Any]:
    return {
        "spelling_id": number,
        "sound": sound,
        "surname": sound.rpartition(" ")[2],
        "statements": count,
        "consonants": consonant_key(name),
    }


def _count(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert ``rows``, or add their ``statements`` to those that are there: in one statement, as in insert_missing."""
    if rows:
        keys = list(table.primary_key.columns)
        added = insert(connection, table)
        more = {"statements": table.c.statements + added.excluded.statements}
        connection.execute(added.on_conflict_do_update(index_elements=keys, set_=more).returning(*keys), rows)


def add_voice_words(connection: Connection, names: Mapping[int, str]) -> None:
    """Record the words of these spellings, as written and in Latin letters."""
    words = [
        {"word": word[:_LONGEST_WORD], "spelling_id": number}
        for number, name in names.items()
        for word in dict.fromkeys((*fold_words(name).split(), *fold_words(latin_name(name)).split()))
    ]
    if words:
        connection.execute(insert_missing(connection, voice_words), words)


def sound_of(name: str) -> str:
    """A name by sound, as voices are compared."""
    return " ".join(filter(None, name_keys(name))) or name
