"""Statements over time, and a country's position, for a terminal: in words where Discord has a picture or cards."""

from dataclasses import replace
from datetime import datetime, tzinfo

from bot.digests.found import describe_scope
from bot.digests.position import Dated, PositionSheet, PositionVoice
from bot.digests.timeline import FAMILIES, Lane, Timeline
from bot.domain.article import Article
from bot.pictures.timeline import describe_extent, name_lane
from bot.render.cards_briefing import without_marks
from bot.render.cards_twosides import outlet_name
from bot.render.sheet import Caption, Note, Point, Points, Said, Sheet, Speech, compose_said, one_line, verified

DATES = 12
"""Dates of a lane that are told, those with most statements."""


def compose_timeline_sheet(timeline: Timeline, title: str) -> Sheet:
    """Each lane with its number of statements, of which kinds, and when most of them."""
    points = (
        Point(f"{lane.total:,}", one_line(_name(timeline, lane)), _facts(timeline, lane)) for lane in timeline.lanes
    )
    return (Caption(without_marks(one_line(title))), Note(describe_extent(timeline)), Points(tuple(points)))


def _name(timeline: Timeline, lane: Lane) -> str:
    facts = [lane.speaker.role, lane.speaker.country] if lane.speaker else []
    return ", ".join((name_lane(timeline, lane), *(without_marks(fact) for fact in facts if fact)))


def _facts(timeline: Timeline, lane: Lane) -> tuple[str, ...]:
    kinds = ", ".join(f"{name} {lane.of_family(n)}" for n, (name, _) in enumerate(FAMILIES) if lane.of_family(n))
    busiest = sorted(range(len(lane.counts)), key=lambda n: -sum(lane.counts[n]))[:DATES]
    filled = [n for n in sorted(busiest) if sum(lane.counts[n])]
    more = sum(1 for one in lane.counts if sum(one)) - len(filled)
    dates = [f"{_date(timeline, timeline.starts[n])}: {sum(lane.counts[n])}" for n in filled]
    return kinds, " · ".join([*dates, *([f"and {more} more"] if more else [])])


def _date(timeline: Timeline, at: datetime) -> str:
    match timeline.unit:
        case "hour":
            return f"{at.day} {at:%b %H:%M}"
        case "month":
            return f"{at:%B %Y}"
        case "year":
            return str(at.year)
        case _:
            return f"{at.day} {at:%b %Y}"


def compose_position_sheet(sheet: PositionSheet, zone: tzinfo | None) -> Sheet:
    """The position by speaker, dates in ``zone`` (that of this machine when None). Already verified.

    Raises ``NotVerbatimError``.
    """
    topic = without_marks(one_line(sheet.topic))
    title = f"Position of {one_line(sheet.country)}" + (f" on {topic}" if topic else "")
    newest = "The newest of them; " if sheet.left_out else ""
    searched = f"{newest}{describe_scope(sheet.scope)} searched."
    return (Caption(title), Note(searched), *(_speech(voice, zone) for voice in sheet.voices))


def _speech(voice: PositionVoice, zone: tzinfo | None) -> Speech:
    facts = tuple(one_line(fact) for fact in (voice.speaker.role, voice.speaker.country) if fact)
    bare = Speech(one_line(voice.speaker.name), facts, ())
    verified((bare,), *(reading.article for one in voice.said for reading in (one.told.reading, *one.told.also)))
    return replace(bare, said=tuple(_said(dated, zone) for dated in voice.said))


def _said(dated: Dated, zone: tzinfo | None) -> Said:
    article = dated.told.reading.article
    said = compose_said(article.text, dated.told.statement)
    verified((Speech("", (), (said,)),), article)
    at = dated.at.astimezone(zone)
    also = ", ".join(_outlet(reading.article) for reading in dated.told.also)
    told = (f"{at.day} {at:%B %Y}", said.relayed, _outlet(article), f"also in {also}" if also else "")
    address = one_line(article.url or "")
    return replace(said, relayed=" · ".join(part for part in (*told, address) if part))


def _outlet(article: Article) -> str:
    name = one_line(article.outlet.label if article.outlet else outlet_name(article))
    verified((Note(name),), article)
    return name
