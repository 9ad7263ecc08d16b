"""Reading and writing the archive's rows within a transaction that :mod:`bot.archive.store` has opened."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, select, update
from sqlalchemy import insert as plain_insert
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.archive.codec import decode_analysis, decode_article, encode_analysis, encode_article, encode_statements
from bot.archive.dialect import insert
from bot.archive.failures import DamagedRecordError
from bot.archive.names import fold_name, split_names
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


async def load_text(connection: AsyncConnection, sha256: str) -> tuple[int, str] | None:
    """Number and words of the text with this fingerprint. Raises ``DamagedRecordError`` if the words do not have it."""
    row = (await connection.execute(select(texts.c.id, texts.c.text).where(texts.c.sha256 == sha256))).one_or_none()
    if row is None:
        return None
    if not isinstance(row.text, str) or text_sha256(row.text) != sha256:
        raise DamagedRecordError(
            "The stored text of an article is not the one that was read.", "Give its link again.", resource=sha256
        )
    return row.id, row.text


async def load_article(connection: AsyncConnection, ident: str) -> tuple[int, Article] | None:
    """The article ``ident`` with the number of its text."""
    query = select(articles, texts.c.sha256).join_from(articles, texts).where(articles.c.id == ident)
    try:
        row = (await connection.execute(query)).mappings().one_or_none()
        stored = row and await load_text(connection, row["sha256"])
        return (stored[0], decode_article(stored[1], row)) if row and stored else None
    except ValueError as error:
        raise DamagedRecordError("The stored record of an article is damaged.", "Give its link again.") from error


async def load_analysis(connection: AsyncConnection, text_id: int, text: str) -> Analysis | None:
    """The analysis of a text. Raises ``DamagedRecordError`` if what is stored does not fit the text."""
    query = select(statements).where(statements.c.text_id == text_id).order_by(statements.c.position)
    try:
        row = (await connection.execute(select(analyses).where(analyses.c.text_id == text_id))).mappings().one_or_none()
        found = (await connection.execute(query)).mappings().all()
        return None if row is None else decode_analysis(text, row, found)
    except ValueError as error:
        raise DamagedRecordError(
            "The stored reading of an article does not fit its text.", "Give its link or text again."
        ) from error


async def save_text(connection: AsyncConnection, article: Article) -> int:
    """Store the article's text unless it is there; its number. Others who save the same text wait for this."""
    sha256 = article.text_sha256
    await connection.execute(
        insert(connection, texts).values(sha256=sha256, text=article.text).on_conflict_do_nothing()
    )
    found = await connection.execute(select(texts.c.id).where(texts.c.sha256 == sha256).with_for_update())
    text_id: int = found.scalar_one()
    return text_id


async def save_article(connection: AsyncConnection, reading: Reading, text_id: int, owner: str | None) -> None:
    """Store what is known about the article: the newest replaces what was known.

    But what one ``owner`` says of it never replaces what is known to all, or to another owner, and makes no article
    theirs that is known to all.
    """
    known = {"text_id": text_id, **encode_article(reading.article)}
    row = insert(connection, articles).values(id=reading.id, first_read_at=datetime.now(UTC), **known)
    if owner is None:
        await connection.execute(row.on_conflict_do_update(index_elements=[articles.c.id], set_=known))
        return
    added = await connection.execute(row.on_conflict_do_nothing().returning(articles.c.id))
    if added.first() is None:
        owners = select(article_owners.c.owner).where(article_owners.c.article_id == reading.id)
        others = set((await connection.execute(owners)).scalars())
        if not others:
            return
        if others == {owner}:
            await connection.execute(update(articles).where(articles.c.id == reading.id).values(known))
    await connection.execute(
        insert(connection, article_owners).values(article_id=reading.id, owner=owner).on_conflict_do_nothing()
    )


async def save_analysis(connection: AsyncConnection, analysis: Analysis, text_id: int, text: str) -> None:
    """Store ``analysis`` as the one of its text, unless it is stored already."""
    try:
        if await load_analysis(connection, text_id, text) == analysis:
            return
    except DamagedRecordError:
        pass  # replaced now
    await connection.execute(delete(analyses).where(analyses.c.text_id == text_id))
    await connection.execute(
        plain_insert(analyses).values(text_id=text_id, analysed_at=datetime.now(UTC), **encode_analysis(analysis))
    )
    if not analysis.attributions:
        return
    rows = [{"text_id": text_id, **row} for row in encode_statements(analysis)]
    added = await connection.execute(
        plain_insert(statements).returning(statements.c.id, sort_by_parameter_order=True), rows
    )
    await _save_speakers(connection, analysis, added.scalars().all())


async def _save_speakers(connection: AsyncConnection, analysis: Analysis, statement_ids: Sequence[int]) -> None:
    """Lead from the statements, given by their numbers in the analysis's order, to the spellings of who made them."""
    speakers = [split_names(found.speaker.name) if found.speaker else () for found in analysis.attributions]
    # in one order everywhere, so that two programs on PostgreSQL cannot wait for each other in a circle
    wanted = sorted({name for names in speakers for name in names})
    found = await connection.execute(select(spellings.c.name, spellings.c.id).where(spellings.c.name.in_(wanted)))
    known: dict[str, int] = {row.name: row.id for row in found}
    for name in wanted:
        if name not in known:
            known[name] = await _save_spelling(connection, name)
    links = [
        {"statement_id": statement_id, "spelling_id": known[name]}
        for statement_id, names in zip(statement_ids, speakers, strict=True)
        for name in names
    ]
    if links:
        await connection.execute(plain_insert(statement_speakers), links)


async def _save_spelling(connection: AsyncConnection, name: str) -> int:
    """The number of the new spelling ``name``, which belongs to whom another with the same fold belongs to."""
    folded = fold_name(name)
    same = select(spellings.c.person_id).where(spellings.c.folded == folded).order_by(spellings.c.id).limit(1)
    if (person_id := (await connection.execute(same)).scalar_one_or_none()) is None:
        await connection.execute(insert(connection, people).values(name=name, folded=folded).on_conflict_do_nothing())
        person_id = (await connection.execute(select(people.c.id).where(people.c.folded == folded))).scalar_one()
    await connection.execute(
        insert(connection, spellings).values(person_id=person_id, name=name, folded=folded).on_conflict_do_nothing()
    )
    return int((await connection.execute(select(spellings.c.id).where(spellings.c.name == name))).scalar_one())
