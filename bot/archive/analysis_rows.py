"""Converts articles and analyses to rows of ``articles``, ``analyses`` and ``statements`` and back, without loss.

Rows are not trusted: a row is decoded only if it fits its text, so a damaged row raises an error instead of producing a
wrong quotation.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from bot.domain.analysis import Analysis
from bot.domain.article import Article, Outlet
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span, text_sha256

Row = Mapping[Any, Any]


def encode_article(article: Article) -> dict[str, Any]:
    """The row of ``articles``, without its owner, text id and time of first reading."""
    outlet = article.outlet
    return {
        "url": article.url,
        "title": article.title,
        "outlet": outlet and outlet.name,
        "outlet_domain": outlet and outlet.domain,
        "outlet_country": outlet and outlet.country,
        "outlet_state": outlet and outlet.state,
        "byline": article.byline,
        "published_at": article.published_at,
        "language": article.language,
        "picture": article.picture,
    }


def decode_article(text: str, row: Row) -> Article:
    """Decode the article of ``text`` from its row. Raises ``ValueError`` if the row is invalid."""
    try:
        known = {name: _text_or_none(row[name]) for name in ("title", "url", "byline", "language", "picture")}
        return Article(text, outlet=_decode_outlet(row), published_at=_time_or_none(row["published_at"]), **known)
    except (TypeError, KeyError) as error:
        raise ValueError(f"not the row of an article: {error}") from error


def encode_analysis(analysis: Analysis) -> dict[str, Any]:
    """The row of ``analyses``, without its text id and time."""
    return {
        "engine": analysis.engine,
        "language": analysis.language,
        "unread": analysis.unread,
        "summary": _encode_summary(analysis),
    }


def encode_statements(analysis: Analysis) -> list[dict[str, Any]]:
    """The rows of ``statements`` in the order of the attributions, without their text id."""
    return [_encode_statement(position, found) for position, found in enumerate(analysis.attributions)]


def decode_analysis(text: str, row: Row, statements: Iterable[Row]) -> Analysis:
    """Decode the analysis of ``text`` from its rows in order of position. Raises ``ValueError`` if one does not fit."""
    try:
        analysis = Analysis(
            text_sha256=text_sha256(text),
            engine=_text(row["engine"]),
            summary=_decode_spans([entry[:2] for entry in _list(row["summary"])]),
            attributions=tuple(decode_statement(statement) for statement in statements),
            language=_text_or_none(row["language"]),
            unread=_text_or_none(row["unread"]),
            ranking=tuple(_whole(entry[2]) for entry in row["summary"] if len(entry) > 2),
        )
    except (TypeError, KeyError) as error:
        raise ValueError(f"not the rows of an analysis: {error}") from error
    check_fits(analysis, text)
    return analysis


def check_fits(analysis: Analysis, text: str) -> None:
    """Raise ``ValueError`` unless ``analysis`` belongs to ``text`` and all its spans lie within it."""
    if analysis.text_sha256 != text_sha256(text):
        raise ValueError("the analysis belongs to another text")
    for span in analysis.summary:
        span.of(text)
    for found in analysis.attributions:
        found.span.of(text)


def _decode_outlet(row: Row) -> Outlet | None:
    name = _text_or_none(row["outlet"])
    place = (_text_or_none(row[f"outlet_{part}"]) for part in ("domain", "country", "state"))
    return None if name is None else Outlet(name, *place)


def _encode_statement(position: int, found: Attribution) -> dict[str, Any]:
    speaker = found.speaker
    return {
        "position": position,
        "content": _encode_spans(found.content),
        "source_start": found.source and found.source.start,
        "source_end": found.source and found.source.end,
        "cue_start": found.cue and found.cue.start,
        "cue_end": found.cue and found.cue.end,
        "kind": found.kind.value,
        "act": found.act.value,
        "speaker": speaker and speaker.name,
        "role": speaker and speaker.role,
        "country": speaker and speaker.country,
        "relayed_by": found.relayed_by,
        "confidence": float(found.confidence),
        "negated": found.negated,
        "conditional": found.conditional,
    }


def decode_statement(row: Row) -> Attribution:
    """Decode one row of ``statements`` without its text. Raises ``TypeError``, ``KeyError``, ``ValueError``."""
    name = _text_or_none(row["speaker"])
    role, country = _text_or_none(row["role"]), _text_or_none(row["country"])
    return Attribution(
        content=_decode_spans(row["content"]),
        source=_decode_span(row["source_start"], row["source_end"]),
        cue=_decode_span(row["cue_start"], row["cue_end"]),
        kind=Kind(row["kind"]),
        act=Act(row["act"]),
        speaker=None if name is None else Speaker(name, role, country),
        relayed_by=_text_or_none(row["relayed_by"]),
        confidence=row["confidence"],
        negated=bool(row["negated"]),
        conditional=bool(row["conditional"]),
    )


def _encode_summary(analysis: Analysis) -> list[list[int]]:
    """Start and end of each summary sentence, and its rank where sentences are ranked."""
    spans = _encode_spans(analysis.summary)
    return [[*span, rank] for span, rank in zip(spans, analysis.ranking, strict=True)] if analysis.ranking else spans


def _encode_spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _decode_spans(pairs: Any) -> tuple[Span, ...]:
    return tuple(Span(_whole(start), _whole(end)) for start, end in _list(pairs))


def _list(stored: Any) -> list[Any]:
    if not isinstance(stored, list):
        raise TypeError("spans are stored as a list")
    return stored


def _decode_span(start: Any, end: Any) -> Span | None:
    return None if start is None and end is None else Span(_whole(start), _whole(end))


def _whole(number: Any) -> int:
    # bool is a subclass of int in Python, and SQLite does not enforce column types
    if type(number) is not int:
        raise TypeError(f"an offset must be a whole number, not {type(number).__name__}")
    return number


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"text was expected, not {type(value).__name__}")
    return value


def _text_or_none(value: Any) -> str | None:
    return None if value is None else _text(value)


def _time_or_none(value: Any) -> datetime | None:
    if value is not None and not isinstance(value, datetime):
        raise TypeError(f"a time was expected, not {type(value).__name__}")
    return value
