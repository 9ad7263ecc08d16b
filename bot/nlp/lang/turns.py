"""Reads the turns of transcripts in other languages: "VENN: …" at the start of a line attributes all that follows."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span
from bot.nlp.attributions import estimate_confidence
from bot.nlp.lang.lexicon import fold
from bot.nlp.lang.page import Page
from bot.nlp.structure.transcript_turns import TranscriptTurn, find_transcript_turns
from bot.nlp.tagger.tagged_text import AttributionLink

_SURE = 0.9


def find_turns(page: Page, links: Sequence[AttributionLink]) -> list[TranscriptTurn]:
    """The turns of a page; none in scripts without spaces.

    A turn ends before a paragraph in which the article reports what somebody said; the last one has one paragraph,
    because no word tells where the article goes on.
    """
    if page.lexicon.writing.unspaced:
        return []
    turns = find_transcript_turns(page.text)
    reports = sorted(link.cue.start for link in links if link.cue is not None and link.source is not None)
    return [
        replace(turn, content=_until_reported(turn.content, reports) if number < len(turns) else turn.content[:1])
        for number, turn in enumerate(turns, 1)
    ]


def _until_reported(content: tuple[Span, ...], reports: Sequence[int]) -> tuple[Span, ...]:
    """The first paragraph of a turn, and those after it until one that contains a verb of saying with a speaker."""
    told = (bisect_left(reports, one.end) > bisect_left(reports, one.start) for one in content[1:])
    kept = 1 + sum(1 for _ in takewhile(lambda reported: not reported, told))
    return content[:kept]


def outside_turns(links: Sequence[AttributionLink], turns: Sequence[TranscriptTurn]) -> list[AttributionLink]:
    """The links that share no words with a turn."""
    ends = [turn.span.end for turn in turns]

    def is_outside(span: Span) -> bool:
        number = bisect_left(ends, span.start + 1)
        return number == len(turns) or not turns[number].span.overlaps(span)

    return [link for link in links if all(map(is_outside, link.spans))]


def attribute_turns(page: Page, turns: Sequence[TranscriptTurn], speakers: Sequence[Speaker]) -> list[Attribution]:
    """An attribution for each turn that does not ask; labels name ``speakers`` of the text by surname or role."""
    known: dict[str, Speaker] = {}
    for speaker in speakers:
        known.setdefault(fold(speaker.name).rpartition(" ")[2], speaker)
        known.setdefault(fold(speaker.name), speaker)
        known.setdefault(fold(speaker.role or speaker.name), speaker)
    chance = round(estimate_confidence(_SURE, _SURE, _SURE), 4)
    return [
        Attribution(
            content=turn.content,
            source=turn.label,
            cue=None,
            kind=Kind.DIRECT,
            act=Act.SAYS,
            speaker=known.get(fold(turn.label.of(page.text))) or Speaker(_name(page, turn.label)),
            confidence=chance,
        )
        for turn in turns
        if not turn.asking
    ]


def _name(page: Page, label: Span) -> str:
    """A label as a text names somebody: "Venn" for "VENN", "Head of the district" for "HEAD OF THE DISTRICT"."""
    name, lists = label.of(page.text), page.lexicon.lists
    if not name.isupper():
        return name
    words = page.words(label)
    known = ("titles.words", "bodies.words", "prepositions", "names.joiners", "leading_words", "locatives")
    described = any(word.of(lists[one]) for word in words for one in known)
    return name.capitalize() if described else name.title()
