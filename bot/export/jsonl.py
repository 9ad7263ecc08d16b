"""Statements as JSON Lines: one object a line, described by ``docs/export.schema.json``. Keys are only ever added."""

from typing import TextIO

from bot.export.statement import ExportedStatement
from bot.render.analysis_json import describe_span, render_json


class JsonLinesWriter:
    """Writes statements as lines of JSON to ``sink``."""

    def __init__(self, sink: TextIO) -> None:
        self._sink = sink

    def write(self, one: ExportedStatement) -> None:
        """Add a line."""
        self._sink.write(render_json(render_object(one)) + "\n")


def render_object(one: ExportedStatement) -> dict[str, object]:
    """The object of a statement; the words of every span are sliced from the article here."""
    said, article = one.attribution, one.reading.article
    speaker, outlet, text = said.speaker, article.outlet, article.text
    return {
        "speaker": speaker and {"name": speaker.name, "role": speaker.role, "country": speaker.country},
        "people": [known.name for known in one.speakers],
        "act": said.act.value,
        "negated": said.negated,
        "conditional": said.conditional,
        "kind": said.kind.value,
        "content": [describe_span(text, span) for span in said.content],
        "source": said.source and describe_span(text, said.source),
        "cue": said.cue and describe_span(text, said.cue),
        "relayed_by": said.relayed_by,
        "confidence": round(said.confidence, 4),
        "date": one.at.isoformat(),
        "dated": "published" if one.published else "read",
        "outlet": outlet and {"name": outlet.name, "country": outlet.country, "label": outlet.state},
        "title": article.title,
        "url": article.url,
        "story": one.story,
        "article_id": one.reading.id,
        "text_sha256": article.text_sha256,
        "line": [describe_span(text, span) for span in one.word().pieces],
    }
