"""A reading as the JSON object of the command line: see docs/analysis.schema.json. Keys are only ever added.

Offsets count Unicode code points of ``article.text``, half open. A span's text is always sliced here.
"""

import json
import re
from collections.abc import Mapping

from bot.digests.lines.choice import compose_lines
from bot.domain.analysis import Analysis, Reading, reading_id
from bot.domain.article import Article
from bot.domain.attribution import Attribution, Speaker
from bot.domain.line import Line
from bot.domain.text import Span
from bot.gazetteer.countries import name_in

# Half of a surrogate pair cannot be written as UTF-8; the others end a line for some readers of JSON lines.
_UNSAFE = re.compile("[\ud800-\udfff\x85\u2028\u2029]")


def render_record(article: Article, analysis: Analysis) -> dict[str, object]:
    """The object that ``analyse --json`` prints: article, key sentences, lines of the first page, attributions."""
    text = article.text
    return {
        "article": {
            "title": article.title,
            "url": article.url,
            "outlet": article.outlet.name if article.outlet else None,
            "byline": article.byline,
            "published_at": article.published_at.isoformat() if article.published_at else None,
            "language": article.language or analysis.language,
            "text": text,
            "text_sha256": article.text_sha256,
        },
        "summary": [{**describe_span(text, span), "rank": rank} for rank, span in analysis.ranked_summary],
        "digest": [_line(text, line) for line in compose_lines(Reading(reading_id(article), article, analysis))],
        "attributions": [_attribution(text, one) for one in sorted(analysis.attributions, key=lambda a: a.span)],
    }


def render_json(record: Mapping[str, object], *, indent: int | None = None) -> str:
    """``record`` as JSON in valid UTF-8, on one line unless ``indent`` is given; only what would break is escaped."""
    shown = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", shown)


def _line(text: str, line: Line) -> dict[str, object]:
    return {
        "rank": line.rank,
        "speaker": _speaker(text, line.speaker) if line.speaker else None,
        "pieces": [describe_span(text, span) for span in line.pieces],
        "attributions": list(line.attributions),
        "relayed_by": line.relayed_by,
        "answers": line.answers,
    }


def _attribution(text: str, one: Attribution) -> dict[str, object]:
    return {
        "content": [describe_span(text, span) for span in one.content],
        "source": describe_span(text, one.source) if one.source else None,
        "cue": describe_span(text, one.cue) if one.cue else None,
        "kind": one.kind.value,
        "act": one.act.value,
        "speaker": _speaker(text, one.speaker) if one.speaker else None,
        "relayed_by": one.relayed_by,
        "confidence": round(one.confidence, 4),
    }


def _speaker(text: str, speaker: Speaker) -> dict[str, object]:
    country = name_in(text, speaker.country) if speaker.country else None
    return {"name": speaker.name, "role": speaker.role, "country": country}


def describe_span(text: str, span: Span) -> dict[str, object]:
    """A span with its words, sliced here."""
    return {"start": span.start, "end": span.end, "text": span.of(text)}
