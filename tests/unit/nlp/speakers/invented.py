"""Speakers of invented texts: the way from a text and the words of an attribution to who speaks."""

import re

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.nlp.speakers.document_context import DocumentContext, build_context
from bot.nlp.speakers.resolve import resolve_speakers
from bot.nlp.speakers.source_spans import SourceSpan


def span(text: str, words: str, after: int = 0) -> Span:
    """Where ``words`` stand in ``text`` first, not before ``after``."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def context_of(text: str, *names: str) -> DocumentContext:
    """The context of ``text``, with every mention of ``names`` taken for a person, as the tagger would."""
    persons = [Span(*m.span()) for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", text)]
    return build_context(text, persons=persons)


def speakers(marked: str, *names: str) -> list[Speaker | None]:
    """Who speaks at each mark of a text: "{Orla Venn|said} [the harbour is open]" marks source, cue and content.

    "{|warned}" is an attribution whose source is left out, "{She|} […]" one without cue. ``names`` are the persons.
    """
    text, at = "", 0
    sources: list[tuple[Span | None, Span | None, tuple[Span, ...]]] = []
    for match in re.finditer(r"\{(?P<source>[^{}|]*)\|(?P<cue>[^{}|]*)\}|\[(?P<content>[^\[\]]*)\]", marked):
        text += marked[at : match.start()]
        at = match.end()
        if match["content"] is not None:
            source, cue, pieces = sources[-1]
            sources[-1] = (source, cue, (*pieces, Span(len(text), len(text) + len(match["content"]))))
            text += match["content"]
            continue
        source = Span(len(text), len(text) + len(match["source"])) if match["source"] else None
        text += match["source"] + (" " if match["source"] and match["cue"] else "")
        cue = Span(len(text), len(text) + len(match["cue"])) if match["cue"] else None
        text += match["cue"]
        sources.append((source, cue, ()))
    text += marked[at:]
    answers = resolve_speakers(context_of(text, *names), [SourceSpan(*one) for one in sources])
    return [answer.speaker for answer in answers]


def names_of(marked: str, *names: str) -> list[str | None]:
    """The names of :func:`speakers`."""
    return [speaker.name if speaker else None for speaker in speakers(marked, *names)]
