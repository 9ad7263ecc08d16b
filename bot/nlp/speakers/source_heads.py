"""Decides which people named in a source it is about: not those that only own or modify it ("the Venn campaign")."""

import re
from collections.abc import Sequence

from bot.domain.text import Span
from bot.gazetteer.office_words import HEADS, SPEECH_NOUNS
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.organisations import DETERMINER
from bot.nlp.speakers.people import Person

_OF_NAME = re.compile(r"\b(?:of|for|to|with|from|under|by|about|against)\s+(?:[\w.’'-]+\s+){0,5}$")

_OF_BODY = re.compile(r",?\s+(?:of|from|at|with|for)\s(?:(?!\band\b|&)[^,;]){0,40}$")


def find_heads(
    scene: DocumentContext, span: Span, mentions: Sequence[tuple[NameMention, Person]]
) -> list[tuple[NameMention, Person]] | None:
    """The named people that a source is about, without mere owners and modifiers. None: it is a body."""
    text = scene.text
    heads = []
    for mention, person in mentions:
        after = text[mention.span.end : span.end]
        before = text[span.start : mention.span.start]
        whole = not re.search(r"\w", after) and not re.search(r"\w", DETERMINER.sub("", before))
        if not person.sure and not whole:
            continue  # an uncertain capitalised word in a longer phrase
        if mention.possessive and (rest := re.match(r"['’]s?\s+(.+)", after, re.DOTALL)):
            last = re.findall(r"[\w-]+", rest[1].lower())
            if last and (last[-1] in SPEECH_NOUNS or last[0] in SPEECH_NOUNS):
                heads.append((mention, person))
            continue
        if heads and _OF_BODY.match(text, heads[-1][0].span.end, mention.span.start):
            continue  # "Orla Venn, from Norway's Tam Roe University"
        if _OF_NAME.search(before) and _governed(before):
            continue
        if re.match(
            r"\s+(?:administration|campaign|government|supporters|officials|team|aides|family|loyalists?|hospital|university|"
            r"foundation|institute|centre|center|airport|group|company|party|movement|front|family|authorities|forces|troops|"
            r"army|police|rebels|separatists|residents|leaders|society|media|all(?:y|ies)|advis[eo]rs?|aide|loyalist|critics?|lawyers?|"
            r"confidante?|spokes\w+|associates?|backers?|supporter|surrogates?)\b(?!,)",
            after,
        ):
            continue  # "the Trump administration": the name is only a modifier
        heads.append((mention, person))
    return heads if heads or any(p.sure for _, p in mentions) else None


def foremost(group: list[tuple[NameMention, Person]]) -> Person:
    """Of adjacent names, the one with an office right before it, else the surest and last.

    If an office follows the first, the rest belongs to it: "Orla Venn, the mayor of Selm, Port Roe".
    """
    first, person = group[0]
    if first.role is not None and first.role.start > first.span.start and person.sure:
        return person
    return max(enumerate(group), key=lambda item: (item[1][0].role is not None, item[1][1].sure, item[0]))[1][1]


def _governed(before: str) -> bool:
    """Whether a name after ``before`` depends on a noun there: "associates of", "spokesperson for"."""
    noun = re.search(
        r"(?<![\w-])([\w-]++)\s++(?:of|for|to|with|from|under|by|about|against)\s+(?:[\w.’'-]+\s+){0,5}$", before
    )
    return (
        noun is not None
        and not before[: noun.start()].strip().endswith(",")
        and noun[1].lower() not in SPEECH_NOUNS
        and (noun[1].islower() or noun[1].lower().rstrip("s") in HEADS or not before[: noun.start()].strip())
        and noun[1].lower() not in ("secretary", "minister", "chief", "head", "representative")
    )
