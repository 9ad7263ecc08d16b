"""Statements over time, and a country's position, for a terminal: in words where Discord has a picture or cards."""

from dataclasses import replace
from datetime import datetime, tzinfo

from bot.digests.position import DatedStatement, PositionSheet, PositionSpeaker
from bot.digests.search_results import describe_scope
from bot.digests.timeline import Lane, Timeline
from bot.domain.article import Article
from bot.i18n.dates import format_count, format_day, format_month, format_short_day, format_short_day_of_year
from bot.i18n.messages import translate
from bot.render.cards.briefing_cards import without_marks
from bot.render.cards.position_cards import title_position
from bot.render.cards.two_sides_card import outlet_name
from bot.render.localized_names import country_name, outlet_label
from bot.render.text.sheet import (
    Caption,
    Note,
    Point,
    Points,
    Sheet,
    SheetStatement,
    SpeakerBlock,
    compose_said,
    one_line,
    verify_sheet,
)
from bot.render.timeline_text import count_kinds, describe_extent, name_lane

DATES = 12
"""Dates of a lane that are told, those with most statements."""


def compose_timeline_sheet(timeline: Timeline, title: str) -> Sheet:
    """Each lane with its number of statements, of which kinds, and when most of them."""
    points = (
        Point(format_count(lane.total), one_line(_name(timeline, lane)), _facts(timeline, lane))
        for lane in timeline.lanes
    )
    return (Caption(without_marks(one_line(title))), Note(describe_extent(timeline)), Points(tuple(points)))


def _name(timeline: Timeline, lane: Lane) -> str:
    facts = [lane.speaker.role, country_name(lane.speaker.country or "")] if lane.speaker else []
    return ", ".join((name_lane(timeline, lane), *(without_marks(fact) for fact in facts if fact)))


def _facts(timeline: Timeline, lane: Lane) -> tuple[str, ...]:
    busiest = sorted(range(len(lane.counts)), key=lambda n: -sum(lane.counts[n]))[:DATES]
    filled = [n for n in sorted(busiest) if sum(lane.counts[n])]
    more = sum(1 for one in lane.counts if sum(one)) - len(filled)
    dates = [f"{_date(timeline, timeline.starts[n])}: {sum(lane.counts[n])}" for n in filled]
    return count_kinds(lane), " · ".join([*dates, *([translate("twosides-and-more", count=more)] if more else [])])


def _date(timeline: Timeline, at: datetime) -> str:
    match timeline.unit:
        case "hour":
            return f"{format_short_day_of_year(at)} {at:%H:%M}"
        case "month":
            return format_month(at)
        case "year":
            return str(at.year)
        case _:
            return format_short_day(at)


def compose_position_sheet(sheet: PositionSheet, zone: tzinfo | None) -> Sheet:
    """The position by speaker, dates in ``zone`` (that of this machine when None). Already verified.

    Raises ``NotVerbatimError``.
    """
    title = title_position(one_line(country_name(sheet.country)), without_marks(one_line(sheet.topic)))
    scope = describe_scope(sheet.scope)
    newest = sheet.left_out
    searched = (
        translate("position-newest-searched", scope=scope)
        if newest
        else translate("position-all-searched", scope=scope)
    )
    return (Caption(title), Note(searched), *(_speech(voice, zone) for voice in sheet.voices))


def _speech(voice: PositionSpeaker, zone: tzinfo | None) -> SpeakerBlock:
    facts = tuple(one_line(fact) for fact in (voice.speaker.role, country_name(voice.speaker.country or "")) if fact)
    bare = SpeakerBlock(one_line(voice.speaker.name), facts, ())
    verify_sheet((bare,), *(reading.article for one in voice.said for reading in (one.told.reading, *one.told.also)))
    return replace(bare, said=tuple(_said(dated, zone) for dated in voice.said))


def _said(dated: DatedStatement, zone: tzinfo | None) -> SheetStatement:
    article = dated.told.reading.article
    said = compose_said(article.text, dated.told.statement)
    verify_sheet((SpeakerBlock("", (), (said,)),), article)
    at = dated.at.astimezone(zone)
    also = ", ".join(_outlet(reading.article) for reading in dated.told.also)
    told = (format_day(at), said.relayed, _outlet(article), translate("twosides-also-in", names=also) if also else "")
    address = one_line(article.url or "")
    return replace(said, relayed=" · ".join(part for part in (*told, address) if part))


def _outlet(article: Article) -> str:
    name = one_line(outlet_label(article.outlet) if article.outlet else outlet_name(article))
    verify_sheet((Note(name),), article)
    return name
