"""Joins the halves of a clause around an inserted source: "the lack of ships, according to Norway, delays the work"."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.domain.text import Span
from bot.nlp.lang.page import Page
from bot.nlp.lang.sources import is_according
from bot.nlp.tagger.tagged_text import AttributionLink

_LONGEST_HALF = 240
"""Maximum characters of the half before an inserted source."""
_LIKELY = 0.3
"""Minimum probability of a statement whose words belong to nothing else."""
_COMMAS = (",", "،")
_EDGE = " \t\xa0,،"
_PART_ENDS = '.:;!?\n«»“”"()—'
_NO_HALVES = ("unfinished", "connectives", "conjunctions", "pronouns.relative", "negations")
"""Words after which a source is no insertion within a clause: "and, according to Venn, …"."""
_ADVERBIAL = ("leading_words", "prepositions", "locatives", "conjunctions")
_WHOLE = ("articles", "pronouns.subjects", "pronouns.demonstratives", "pronouns.any_gender", "conjunctions")
"""Words with which a clause of its own begins."""


def join_halves(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links``, with what stands before an inserted "according to X" in the statement to which the rest belongs.

    Only in languages with articles: elsewhere, nothing tells whether the rest is a clause of its own.
    """
    if page.lexicon.writing.unspaced or not page.lexicon.lists["articles"].entries:
        return list(links)
    hosts = {piece.end: number for number, link in enumerate(links) for piece in link.content}
    ends = sorted(span.end for link in links if link.score >= _LIKELY for span in link.spans)
    kept: dict[int, AttributionLink] = dict(enumerate(links))
    for number, link in enumerate(links):
        end = _end_of_half(page, link)
        if end is None:
            continue
        host = hosts.get(end, number)
        if host != number and host in kept and _may_hold(kept[host], link):
            kept[host] = replace(kept[host], content=(*kept[host].content, *link.content))
            del kept[number]
        elif (half := _half_before(page, link, end, ends)) is not None:
            kept[number] = replace(link, content=(half, *link.content))
    return list(kept.values())


def _may_hold(host: AttributionLink, link: AttributionLink) -> bool:
    """Whether the rest of a statement follows its half: nothing of it stands behind the inserted source."""
    led_in = host.cue is not None and host.cue.end <= host.content[0].start
    return led_in and host.content[-1].end <= link.content[0].start


def _end_of_half(page: Page, link: AttributionLink) -> int | None:
    """Where the words before an inserted "according to X" end; None if there is none between commas."""
    cue, source = link.cue, link.source
    if cue is None or source is None or not cue.end <= source.start < source.end < link.content[0].start:
        return None
    behind = page.text[source.end : link.content[0].start].strip()
    before = page.text[max(0, cue.start - len(_EDGE)) : cue.start].rstrip()
    if behind not in _COMMAS or not before.endswith(_COMMAS) or not is_according(page, cue):
        return None
    if page.sentence(cue.start) != page.sentence(link.content[0].start) or page.quotation(cue.start) is not None:
        return None
    end = cue.start
    while end > 0 and page.text[end - 1] in _EDGE:
        end -= 1
    last = page.word_before(end)
    if last is None or last.span.end != end or page.lexicon.has(last, *_NO_HALVES):
        return None
    return end


def _half_before(page: Page, link: AttributionLink, end: int, ends: Sequence[int]) -> Span | None:
    """The words of the clause before an inserted source, if what follows it is no clause of its own."""
    sentence = page.sentences[page.sentence(link.content[0].start)]
    following = page.words(link.content[0])[:1]
    if any(page.lexicon.has_whole(word, *_WHOLE) for word in following):
        return None
    first = max(sentence.start, page.paragraph(end).start, end - _LONGEST_HALF)
    start = max([first, *(page.text.rfind(mark, first, end) + 1 for mark in _PART_ENDS)])
    words = page.words(Span(start, end)) if start < end else []
    if not words or start < end - _LONGEST_HALF + 1 or page.lexicon.has_whole(words[0], *_ADVERBIAL):
        return None
    free = bisect_right(ends, start) == bisect_right(ends, end)
    spoken = page.lexicon.find_cues(page.text, start, end)
    return Span(words[0].span.start, end) if free and not spoken else None
