"""Search documents and queries for statements, on SQLite and PostgreSQL. Pure.

A document is the statement's folded words, followed by terms that begin with "@", which no word does. These encode the
speaker, country, office, kind of act, language, and the owner of a private text. A separator term between two spans of
a statement keeps a phrase from matching across them.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.attribution import Act
from bot.domain.folding import fold_words
from bot.domain.statement_search import Term
from bot.gazetteer.office_words import office_words

ALL_TERM = "@all"
"""A term that every document has, since an index cannot be queried by exclusions alone."""
PRIVATE_TERM = "@private"
"""Marks documents of private texts."""
UNKNOWN = "und"
"""The code of a language that is not known (ISO 639-2): such statements pass every filter of languages."""
_BREAK = "@"
_LONGEST = 100
"""Maximum length of an indexed word, in letters."""
_UNFIT = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """Matches documents with a term of each group in ``every`` and none of ``none``; private ones also need ``own``."""

    every: tuple[tuple[Term, ...], ...]
    none: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


def spelling_term(number: int) -> str:
    """Marks statements made under the spelling with this id."""
    return f"@s{number}"


def name_term(word: str) -> str:
    """Marks statements by a speaker whose name contains the folded ``word``."""
    return f"@n{word[:_LONGEST]}"


def country_term(country: str) -> str:
    """Marks statements for a country or organisation, by its English short name."""
    return f"@c{_UNFIT.sub('_', fold_words(country))}"


def act_term(act: Act) -> str:
    """Marks statements of that kind of act."""
    return f"@a{act}"


def language_term(language: str) -> str:
    """Marks statements of articles in a language, by its ISO 639 code."""
    return f"@l{_UNFIT.sub('_', language.casefold().split('-')[0])[:_LONGEST]}"


def owner_term(owner: str) -> str:
    """Marks texts that belong to ``owner`` ("discord:<user id>")."""
    return f"@o{_UNFIT.sub('_', owner)}"


def office_terms(role: str) -> tuple[str, ...]:
    """Mark statements by holders of an office: one term for each significant word."""
    return tuple(sorted(f"@r{word[:_LONGEST]}" for held in office_words(role) for word in fold_words(held).split()))


def compose_document(pieces: Sequence[str], marks: Iterable[str], dialect: str) -> str:
    """The document of a statement with the text spans ``pieces``, in the format of the database ``dialect``."""
    tokens: list[str] = []
    for piece in pieces:
        tokens += [*([_BREAK] if tokens else []), *(word[:_LONGEST] for word in fold_words(piece).split())]
    tokens += sorted({ALL_TERM, *marks})
    if dialect == "sqlite":
        return " ".join(tokens)
    return " ".join(f"'{token}':{place}" for place, token in enumerate(tokens, 1))


def compose_query(match: IndexQuery, dialect: str) -> str:
    """``match`` in the query language of the database: FTS5 or tsquery."""
    both, either, un = (" AND ", " OR ", " NOT ") if dialect == "sqlite" else (" & ", " | ", " & !")
    write = _phrase_for_sqlite if dialect == "sqlite" else _phrase_for_postgresql
    every = match.every or ((Term((ALL_TERM,)),),)
    wanted = both.join(f"({either.join(map(write, terms))})" for terms in every)
    for mark in match.none:
        wanted = f"({wanted}){un}{write(Term((mark,)))}"
    public = f"({wanted}){un}{write(Term((PRIVATE_TERM,)))}"
    if not match.own:
        return public
    mine = either.join(write(Term((mark,))) for mark in match.own)
    return f"({public}){either}(({wanted}){both}({mine}))"


def _phrase_for_sqlite(term: Term) -> str:
    return f'"{" ".join(word[:_LONGEST] for word in term.words)}"{" *" if term.open else ""}'


def _phrase_for_postgresql(term: Term) -> str:
    *words, last = (f"'{word[:_LONGEST]}'" for word in term.words)
    return "(" + " <-> ".join([*words, f"{last}:*" if term.open else last]) + ")"
