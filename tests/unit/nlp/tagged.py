"""A tagger made by hand: texts in which braces and brackets mark what the model would find."""

import re
from dataclasses import dataclass

from bot.domain.text import Span
from bot.nlp.tagger.tagged_text import AttributionLink, EntityMention, TaggedText

_MARK = re.compile(r"\{(?P<source>[^{}|]*)\|(?P<cue>[^{}|]*)\}|\[(?P<content>[^\[\]]*)\]")


@dataclass
class _Open:
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...] = ()


def tag(marked: str, *names: str, statement: float = 0.9) -> tuple[str, TaggedText]:
    """The text without its marks, and what they say: "{Orla Venn|said} [that the harbour is open]".

    Content belongs to the mark before it. ``names`` are persons wherever they stand.
    """
    text, at = "", 0
    links: list[_Open] = []

    def take(words: str | None) -> Span | None:
        nonlocal text
        if not words:
            return None
        text += words
        return Span(len(text) - len(words), len(text))

    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        at = match.end()
        if (content := match["content"]) is not None:
            span = take(content)
            links[-1].content += (span,) if span else ()
            continue
        source = take(match["source"])
        text += " " if source and match["cue"] else ""
        links.append(_Open(source, take(match["cue"])))
    text += marked[at:]
    mentions = sorted(Span(*m.span()) for name in names for m in re.finditer(rf"\b{re.escape(name)}\b", text))
    return text, TaggedText(
        tuple(AttributionLink(one.source, one.cue, one.content, 0.95, statement) for one in links if one.content),
        tuple(EntityMention(span, "PERSON") for span in mentions),
    )
