"""Reads and writes the archive's rows within a transaction that :mod:`bot.archive.store` has opened."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, delete, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.analysis_rows import (
    decode_analysis,
    decode_article,
    encode_analysis,
    encode_article,
    encode_statements,
)
from bot.archive.database import insert, insert_missing
from bot.archive.database_errors import DamagedRecordError
from bot.archive.schema.readings import (
    analyses,
    article_owners,
    articles,
    people,
    spellings,
    statement_speakers,
    statements,
    texts,
)
from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.domain.text import text_sha256
from bot.gazetteer.name_matching import fold_name, split_names
from bot.i18n.messages import translatable


async def load_text(connection: AsyncConnection, sha256: str) -> tuple[int, str] | None:
    """The id and content of the text with this SHA-256. Raises ``DamagedRecordError`` if the hash does not match."""
    row = (await connection.execute(select(texts.c.id, texts.c.text).where(texts.c.sha256 == sha256))).one_or_none()
    if row is None:
        return None
    if not isinstance(row.text, str) or text_sha256(row.text) != sha256:
        raise DamagedRecordError(translatable("archive-text-changed"), resource=sha256)
    return row.id, row.text


async def load_article(connection: AsyncConnection, ident: str) -> tuple[int, Article] | None:
    """The article ``ident`` and the id of its text."""
    query = select(articles, texts.c.sha256).join_from(articles, texts).where(articles.c.id == ident)
    try:
        row = (await connection.execute(query)).mappings().one_or_none()
        stored = row and await load_text(connection, row["sha256"])
        return (stored[0], decode_article(stored[1], row)) if row and stored else None
    except ValueError as error:
        raise DamagedRecordError(translatable("archive-article-damaged")) from error


async def load_analysis(connection: AsyncConnection, text_id: int, text: str) -> Analysis | None:
    """The analysis of a text. Raises ``DamagedRecordError`` if the stored rows do not fit the text."""
    query = select(statements).where(statements.c.text_id == text_id).order_by(statements.c.position)
    try:
        row = (await connection.execute(select(analyses).where(analyses.c.text_id == text_id))).mappings().one_or_none()
        found = (await connection.execute(query)).mappings().all()
        return None if row is None else decode_analysis(text, row, found)
    except ValueError as error:
        raise DamagedRecordError(translatable("archive-reading-damaged")) from error


async def save_texts(connection: AsyncConnection, read: Iterable[Article]) -> dict[str, int]:
    """Store new texts; return the ids of all by SHA-256. Concurrent writers of the same texts wait until the commit."""
    words = {article.text_sha256: article.text for article in read}
    # insert in a fixed order, so that two processes on PostgreSQL cannot deadlock
    rows = [{"sha256": sha256, "text": words[sha256]} for sha256 in sorted(words)]
    return await _insert_missing(connection, texts.c.sha256, rows, hold=True)


async def _insert_missing(
    connection: AsyncConnection, key: Column[str], rows: Sequence[dict[str, Any]], *, hold: bool = False
) -> dict[str, int]:
    """Insert ``rows`` that are not there yet; return the ids of all by ``key``. ``hold`` locks the others as well."""
    ident = key.table.c.id
    added = await connection.execute(insert_missing(connection, key.table, key, ident), rows)
    found: dict[str, int] = {row[0]: row[1] for row in added}
    if left := [row[key.name] for row in rows if row[key.name] not in found]:
        stored = select(key, ident).where(key.in_(left)).order_by(key)
        known = await connection.execute(stored.with_for_update() if hold else stored)
        found |= {row[0]: row[1] for row in known}
    return found


async def save_articles(connection: AsyncConnection, read: Iterable[tuple[Reading, int]], owner: str | None) -> None:
    """Store article metadata, each with the id of its text. Newer metadata replaces older metadata.

    An ``owner``'s metadata never replaces that of a public article or of another owner, and never makes a public
    article private. An article that is fetched without an owner becomes public, so that nobody can hide an article by
    submitting it first.
    """
    now = datetime.now(UTC)
    rows = [
        {"id": reading.id, "first_read_at": now, "text_id": text_id, **encode_article(reading.article)}
        for reading, text_id in read
    ]
    if owner is None:
        known = insert(connection, articles)
        newest = {name: known.excluded[name] for name in rows[0] if name not in ("id", "first_read_at")}
        await connection.execute(known.on_conflict_do_update(index_elements=[articles.c.id], set_=newest), rows)
        met = [row["id"] for row in rows if row["url"]]
        await connection.execute(delete(article_owners).where(article_owners.c.article_id.in_(met)))
        return
    for row in rows:
        await _save_owned(connection, row, owner)


async def _save_owned(connection: AsyncConnection, row: dict[str, Any], owner: str) -> None:
    mine = articles.c.id == row["id"]
    fresh = insert(connection, articles).values(row).on_conflict_do_nothing().returning(articles.c.id)
    if (await connection.execute(fresh)).first() is None:
        owners = select(article_owners.c.owner).where(article_owners.c.article_id == row["id"])
        others = set((await connection.execute(owners)).scalars())
        if not others:
            return
        if others == {owner}:
            newest = {name: value for name, value in row.items() if name not in ("id", "first_read_at")}
            await connection.execute(update(articles).where(mine).values(newest))
    await connection.execute(
        insert(connection, article_owners).values(article_id=row["id"], owner=owner).on_conflict_do_nothing()
    )


async def save_analyses(connection: AsyncConnection, made: Mapping[int, tuple[str, Analysis]]) -> None:
    """Store each analysis unless it is stored already. Keys are text ids, values the text with its analysis."""
    known = await connection.execute(select(analyses.c.text_id).where(analyses.c.text_id.in_(sorted(made))))
    there = set(known.scalars())
    stale = {text_id for text_id in there if not await _is_stored(connection, text_id, *made[text_id])}
    if stale:
        await connection.execute(delete(analyses).where(analyses.c.text_id.in_(stale)))
    kept = there - stale
    new = {text_id: analysis for text_id, (_, analysis) in made.items() if text_id not in kept}
    if not new:
        return
    now = datetime.now(UTC)
    rows = [{"text_id": text_id, "analysed_at": now, **encode_analysis(analysis)} for text_id, analysis in new.items()]
    await connection.execute(plain_insert(analyses), rows)
    found = [{"text_id": text_id, **row} for text_id, analysis in new.items() for row in encode_statements(analysis)]
    if found:
        added = plain_insert(statements).returning(statements.c.id, sort_by_parameter_order=True)
        numbers = (await connection.execute(added, found)).scalars().all()
        await _save_speakers(connection, [row["speaker"] for row in found], numbers)


async def _is_stored(connection: AsyncConnection, text_id: int, text: str, analysis: Analysis) -> bool:
    try:
        return await load_analysis(connection, text_id, text) == analysis
    except DamagedRecordError:
        return False  # replaced now


async def _save_speakers(
    connection: AsyncConnection, named: Sequence[str | None], statement_ids: Sequence[int]
) -> None:
    """Link statements, given by id, to the spellings of their speakers, given in the same order."""
    speakers = [split_names(name) if name else () for name in named]
    # in a fixed order, as above
    wanted = sorted({name for names in speakers for name in names})
    known = await _load_spellings(connection, wanted)
    if new := [name for name in wanted if name not in known]:
        known |= await _save_spellings(connection, new)
    links = [
        {"statement_id": statement_id, "spelling_id": known[name]}
        for statement_id, names in zip(statement_ids, speakers, strict=True)
        for name in names
    ]
    if links:
        await connection.execute(plain_insert(statement_speakers), links)


async def _load_spellings(connection: AsyncConnection, names: Sequence[str]) -> dict[str, int]:
    found = await connection.execute(select(spellings.c.name, spellings.c.id).where(spellings.c.name.in_(names)))
    return {row.name: row.id for row in found}


async def _save_spellings(connection: AsyncConnection, names: Sequence[str]) -> dict[str, int]:
    """Store new spellings; return their ids. A spelling with a known folded form belongs to the same person."""
    folded = {name: fold_name(name) for name in names}
    same = (
        select(spellings.c.folded, spellings.c.person_id)
        .where(spellings.c.folded.in_(sorted(set(folded.values()))))
        .order_by(spellings.c.id.desc())
    )
    person = {row.folded: row.person_id for row in await connection.execute(same)}
    strangers = {folded[name]: name for name in reversed(names) if folded[name] not in person}
    if strangers:
        rows = [{"name": strangers[fold], "folded": fold} for fold in sorted(strangers)]
        person |= await _insert_missing(connection, people.c.folded, rows)
    spelt = [{"person_id": person[folded[name]], "name": name, "folded": folded[name]} for name in names]
    return await _insert_missing(connection, spellings.c.name, spelt)
