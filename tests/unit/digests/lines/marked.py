"""Invented sentences with their statements marked: {who} [verb] <words>, read without the network."""

import re

from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Speaker
from bot.domain.text import Span
from bot.nlp.reporting_verbs import classify_act, is_conditional, is_negated
from bot.nlp.structure.quotations import classify_kind, find_quotations

_MARK = re.compile(r"[{}\[\]<>]")


def read_marked(marked: str, *, speaker: str = "Orla Venn", after: str = "") -> Reading:
    """The reading of ``marked`` without its marks: one statement of ``speaker``, whose pieces are in the order marked.

    ``after`` follows in the text and says nothing.
    """
    text, spans = "", {"{": [], "[": [], "<": []}  # type: ignore[var-annotated]
    opened: list[tuple[str, int]] = []
    last = 0
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        last = match.end()
        if match[0] in "{[<":
            opened.append((match[0], len(text)))
        else:
            kind, start = opened.pop()
            spans[kind].append(Span(start, len(text)))
    text += marked[last:] + after
    cue = spans["["][0] if spans["["] else None
    words = cue.of(text) if cue else None
    content = tuple(spans["<"])
    kind = classify_kind(text, content, find_quotations(text))
    found = Attribution(
        content=content,
        source=spans["{"][0] if spans["{"] else None,
        cue=cue,
        kind=kind,
        act=classify_act(words, 1.0) if words else Act.SAYS,
        speaker=Speaker(speaker),
        confidence=0.95,
        negated=is_negated(words),
        conditional=is_conditional(words),
    )
    article = Article(text)
    return Reading(reading_id(article), article, Analysis(article.text_sha256, "by hand 1", (), (found,), "en"))
