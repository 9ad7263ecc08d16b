"""Deletes articles with everything derived from them that no other article needs."""

from collections.abc import Sequence

from sqlalchemy import Connection, delete, func, or_, select, update

from bot.archive.schema.feeds import items
from bot.archive.schema.readings import articles, people, spellings, statement_speakers, statements, texts
from bot.archive.schema.search import offices
from bot.archive.schema.stories import stories, story_articles
from bot.archive.statement_index import index_texts, prune_names


def discard_articles(connection: Connection, idents: Sequence[str]) -> None:
    """Delete these articles, and texts that no remaining article has, with their analyses and statements.

    Feed items stay, without their article, so that nothing is posted twice. Names that only these texts contained are
    removed by ``tidy_names``.
    """
    if not idents:
        return
    carried = select(articles.c.text_id).where(articles.c.id.in_(idents)).distinct()
    text_ids = list(connection.execute(carried).scalars())
    story_query = select(story_articles.c.story_id).where(story_articles.c.article_id.in_(idents)).distinct()
    story_ids = list(connection.execute(story_query).scalars())
    connection.execute(update(items).where(items.c.article_id.in_(idents)).values(article_id=None))
    copies = update(story_articles).where(story_articles.c.duplicate_of.in_(idents))
    connection.execute(copies.values(duplicate_of=None))
    connection.execute(delete(articles).where(articles.c.id.in_(idents)))
    _discard_stories(connection, story_ids)
    gone = texts.c.id.in_(text_ids) & texts.c.id.not_in(select(articles.c.text_id))
    connection.execute(delete(texts).where(gone))
    index_texts(connection, list(connection.execute(select(texts.c.id).where(texts.c.id.in_(text_ids))).scalars()))


def tidy_names(connection: Connection) -> None:
    """Delete names and offices that no stored statement refers to."""
    held = (
        select(statement_speakers.c.spelling_id)
        .join(statements, statements.c.id == statement_speakers.c.statement_id)
        .where(
            statement_speakers.c.spelling_id == offices.c.spelling_id,
            or_(offices.c.country == "", func.coalesce(statements.c.country, "") == offices.c.country),
            or_(offices.c.role == "", func.coalesce(statements.c.role, "") == offices.c.role),
        )
    )
    connection.execute(delete(offices).where(~held.exists()))
    prune_names(connection)
    own = select(spellings.c.id).where(spellings.c.person_id == people.c.id, spellings.c.name == people.c.name)
    for person in connection.execute(select(people.c.id).where(~own.exists())).scalars().all():
        left = select(spellings.c.name, spellings.c.folded).where(spellings.c.person_id == person)
        name = connection.execute(left.order_by(spellings.c.id).limit(1)).one()
        taken = select(people.c.id).where(people.c.folded == name.folded, people.c.id != person)
        # folded names are unique: if another person has this one, store a placeholder that no name folds to
        folded = name.folded if connection.execute(taken).first() is None else f"#{person}"
        connection.execute(update(people).where(people.c.id == person).values(name=name.name, folded=folded))


def _discard_stories(connection: Connection, idents: Sequence[int]) -> None:
    empty = select(stories.c.id).where(stories.c.id.in_(idents), stories.c.id.not_in(select(story_articles.c.story_id)))
    gone = list(connection.execute(empty).scalars())
    connection.execute(update(items).where(items.c.story_id.in_(gone)).values(story_id=None))
    connection.execute(delete(stories).where(stories.c.id.in_(gone)))
