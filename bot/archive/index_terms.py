"""A statement as a search index holds it, and what is looked for in it, on SQLite and on PostgreSQL. Pure.

A document is the statement's words, folded, then marks: words that begin with "@", which no article's word does. They
say who spoke, of which country, in which office, what kind of act it was, and whose the text is where it is not
everybody's. A mark that stands between two spans of a statement keeps a phrase from reaching across.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.attribution import Act
from bot.domain.folding import fold_words
from bot.domain.statement_search import Term
from bot.gazetteer.office_words import office_words

ALL_TERM = "@all"
"""Every statement has it, since an index cannot be asked only for what is not wanted."""
PRIVATE_TERM = "@private"
"""Of texts that are not everybody's."""
_BREAK = "@"
_LONGEST = 100
"""Letters of a word that count."""
_UNFIT = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class IndexQuery:
    """What a document must hold: something of each of ``every``, and nothing of ``none``.

    Private ones are found only with one of the marks ``own``.
    """

    every: tuple[tuple[Term, ...], ...]
    none: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


def spelling_term(number: int) -> str:
    """Of statements made under the spelling of that number."""
    return f"@s{number}"


def name_term(word: str) -> str:
    """Of statements by somebody whose name holds the folded ``word``."""
    return f"@n{word[:_LONGEST]}"


def country_term(country: str) -> str:
    """Of statements for a country or body, by its English short name."""
    return f"@c{_UNFIT.sub('_', fold_words(country))}"


def act_term(act: Act) -> str:
    """Of statements of that kind."""
    return f"@a{act}"


def owner_term(owner: str) -> str:
    """Of texts that are ``owner``'s ("discord:<user id>")."""
    return f"@o{_UNFIT.sub('_', owner)}"


def office_terms(role: str) -> tuple[str, ...]:
    """Of statements by holders of an office: one for each word of it that counts."""
    return tuple(sorted(f"@r{word[:_LONGEST]}" for held in office_words(role) for word in fold_words(held).split()))


def compose_document(pieces: Sequence[str], marks: Iterable[str], dialect: str) -> str:
    """The document of a statement whose words are ``pieces`` of an article, as the database ``dialect`` takes it."""
    tokens: list[str] = []
    for piece in pieces:
        tokens += [*([_BREAK] if tokens else []), *(word[:_LONGEST] for word in fold_words(piece).split())]
    tokens += sorted({ALL_TERM, *marks})
    if dialect == "sqlite":
        return " ".join(tokens)
    return " ".join(f"'{token}':{place}" for place, token in enumerate(tokens, 1))


def compose_query(match: IndexQuery, dialect: str) -> str:
    """``match`` in the language of the database: FTS5's, or that of tsquery."""
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
