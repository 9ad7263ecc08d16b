"""Finds the ends of clauses and sentences that are shown with a statement."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from bot.digests.lines.page import Page
from bot.digests.lines.vocabulary import words_of
from bot.domain.attribution import Attribution, Kind
from bot.domain.text import Span
from bot.nlp.content_edges import EFFECT, find_comment

LEAST = 3
"""Minimum words of a line."""
_NEAR = 9
"""Maximum words before a statement that may belong to it."""
_BREAK = re.compile(
    r"(?:,|;|:|\s[—–-]{1,2}(?=\s)|—|[”\"»],?)(?=\s)"
    r"|\s(?=(?:and|but|as|after|because|while|when|although|following|saying|adding|calling)\b)"
)
_NEXT_MARK = re.compile(r"[,;:.?!”\"»)\n]|\s[–—-]{1,2}\s|—|\s(?=(?:and|or|but)\b)")
_ITEM_LENGTH = 60
"""Maximum characters of one more item of a list: "on Oslo [and Bergen]", "the ferry, [the port] and the pier"."""
_DESCRIBING = re.compile(r"\w(?:al|ary|ful|ic|ive|ous)\Z")
_DATE = re.compile(r"\b(?:the|a|an|his|her|their|its)\s[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?\Z")
_DATE_LENGTH = 30
_DASH = re.compile(r"—|\s(?:-{1,2}|[–—])(?=\s)")
_CLOSING = ("”", '"', "»")
_CONTRAST = re.compile(
    r",?[”\"]?,?\s(?:(?:but|although|though|while|whereas)\s(?:it|there|the|its|that|this)\b|but\s(?:he|she|they)\s(?:has|have|had)\s(?!also\b)"
    r"|(?:-{1,2}|[–—])\s(?:but|although|though|while|whereas)\s)|,?[”\"]?,?\sand\s(?:Rep|Sen|Gov|Mrs?|Ms|Dr)\.?\s"
)
"""The beginning of another clause, with a subject of its own, that sets something against the one before."""
_REPORTERS = re.compile(
    r",?[”\"']?,?\s(?:despite|in\scontrast\s(?:to|with)|as\s(?:he|she|it|they)\s(?:has|have|had|did|does)\b"
    r"|(?<=[”\"']\s)after\s(?:the|its|his|her|their|an?)\s)"
)
"""What a reporter adds to the words said: "as he has done since the flood"."""
_FOLLOWS = re.compile(rf"{EFFECT}|(?:,|\s(?:-{{1,2}}|[–—]))[”\"]?\s(?:reported|according\sto)\s(?:the|an?|[A-Z])")
"""What a reporter tells of the words' effect or of where they are from: ", raising fears", ", reported the Post"."""
_RELATIVES = ("who", "which", "that")


def within_paragraph(page: Page, one: Attribution) -> Attribution:
    """``one``, limited to its verb's paragraph if reported words extend into another, such as a caption."""
    if one.cue is None or one.kind is Kind.DIRECT or not any("\n" in piece.of(page.text) for piece in one.content):
        return one
    start = page.text.rfind("\n", 0, one.cue.start) + 1
    end = page.text.find("\n", one.cue.end)
    paragraph = Span(start, end if end > start else len(page.text))
    kept = [
        Span(max(piece.start, start), min(piece.end, paragraph.end))
        for piece in one.content
        if piece.overlaps(paragraph)
    ]
    return replace(one, content=tuple(kept)) if kept else one


def from_beginning(page: Page, one: Attribution, piece: Span) -> Span:
    """``piece`` from the start of its sentence, if the words before it belong to it and to nobody's name or verb.

    They belong to it if they are a condition ("If Oslo pays, the harbour opens"), or if the speaker comes after ("He
    urged Oslo to pay, a spokesman said").
    """
    sentence = page.sentences[page.sentence_at(piece.start)]
    before = page.words_in(sentence.start, piece.start)
    anchors = [span for span in (one.cue, one.source) if span is not None]
    if not before or any(sentence.start <= anchor.start < piece.start for anchor in anchors):
        return piece
    follows = one.cue is not None and one.cue.start >= piece.end and len(one.content) == 1
    leads = follows and one.kind is not Kind.DIRECT and page.text[before[-1].end : piece.start].isspace()
    opens = all(page.lower(word) in words_of("openers") for word in before)
    if page.lower(before[0]) in words_of("limiting") or (leads and not opens and len(before) <= _NEAR):
        return page.bare(sentence.start, piece.end) or piece
    return piece


def find_sentences(page: Page, piece: Span) -> Iterator[Span]:
    """The sentences of a piece, each without quotation marks that have no partner in it."""
    for sentence in page.sentences[page.sentence_at(piece.start) :]:
        if sentence.start >= piece.end:
            break
        start, end = max(sentence.start, piece.start), min(sentence.end, piece.end)
        span = page.bare(start, end) if start < end else None
        if span is not None and page.words_in(span.start, span.end):
            yield span


def find_breaks(page: Page, start: int, last: int) -> list[int]:
    """Positions where a clause may end: before a comma, dash or conjunction, outside quotations."""
    found = []
    for match in _BREAK.finditer(page.text, start, last):
        mark = match.group()[:1] in '”"»'
        end = match.start() + mark
        if len(page.words_in(start, end)) < LEAST:
            continue
        quotation = page.quotation_at(match.start())
        if quotation is not None and quotation.end != end:
            continue
        following = page.words_in(match.end(), last)[:1]
        if following and page.lower(following[0]) in words_of("turning"):
            continue
        if not mark and _is_inside_phrase(page, start, end, last):
            continue
        short = match.group() in _CLOSING and page.count((quotation,) if quotation else ()) < LEAST
        if short and not (following and page.lower(following[0]) in words_of("openers")):
            continue  # "a “.gov” address"
        found.append(end)
    return found


def _is_inside_phrase(page: Page, start: int, end: int, last: int) -> bool:
    """Whether words up to ``end`` belong with those that follow: "between Oslo [and Bergen]", "as soon [as he can]".

    Also if one more item of a list follows, another adjective, the rest of an aside between dashes, or what a date
    describes: "the May 2, 2021, [storm]".
    """
    before, following = page.lower_in(start, end)[-_NEAR:], page.words_in(end, last)[:2]
    if _DATE.search(page.text, max(start, end - _DATE_LENGTH), end):
        return True
    if len(_DASH.findall(page.text, start, end)) % 2 and _DASH.search(page.text, end + 1, last):
        return True
    joint = page.lower(following[0]) if following else ""
    if joint == "as":
        return not words_of("comparing").isdisjoint(before[-3:])
    if joint != "and" or len(following) < 2:
        return False
    if "between" in before and "and" not in before[before.index("between") :]:
        return True
    if _DESCRIBING.search(before[-1]) and _DESCRIBING.search(page.lower(following[1])):
        return True
    close = _NEXT_MARK.search(page.text, following[1].start, min(last, following[1].start + _ITEM_LENGTH))
    return len(page.words_in(following[1].start, close.start() if close else last)) < LEAST


def runs_into_others(page: Page, one: Attribution, told: int, end: int) -> bool:
    """Whether the words from ``told`` to ``end`` contain another speaker's statement, or name the speaker again."""
    if one.source is not None and page.lower(one.source) in _RELATIVES:
        return True  # "Oslo, which had refused to sign, said": the clause ends there
    if _is_subordinate(page, one) or _CONTRAST.match(page.text, told, end) or _FOLLOWS.search(page.text, told, end):
        return True  # "While Oslo disputes that, it has signed"; "Oslo hailed the deal, but it may fail"
    if _REPORTERS.match(page.text, told, end) or find_comment(page.text, told, end) == told:
        return True
    name = one.speaker.name if one.speaker else None
    words = page.lower_in(told, end)
    if any(word in words_of("saying") and not _goes_on(before) for before, word in pairwise(["", *words])):
        return True  # "while the minister said"
    if one.relayed_by and one.relayed_by.split()[-1] in page.text[told:end]:
        return True  # "called it a toy, his spokesman said"
    follows = one.source is None or one.cue is None or one.source.start > one.cue.start
    if follows and any(other.source and told <= other.source.start < end for other in page.attributions):
        return True  # "announcing the plan, Venn said": the name begins another clause
    for other in page.attributions:
        anchor = other.cue or other.content[0]
        if other is not one and told <= anchor.start < end and (other.speaker is None or other.speaker.name != name):
            return True
    return False


def _is_subordinate(page: Page, one: Attribution) -> bool:
    """Whether a statement belongs to the subordinate clause that opens its sentence: the main one says more."""
    begun = min((span.start for span in (one.source, one.cue) if span is not None), default=one.content[0].start)
    sentence = page.sentences[page.sentence_at(begun)]
    clause = page.text.rfind(",", sentence.start, begun) + 1 or sentence.start
    words = page.lower_in(clause, begun)
    opens = words[1:] if clause > sentence.start and words[:1] in (["and"], ["but"]) else words
    return not words_of("subordinating").isdisjoint(opens[:1]) and (clause == sentence.start or opens is not words)


def _goes_on(word: str) -> bool:
    """Whether a verb after ``word`` shares its subject with the verb before: "and said", "but later told"."""
    return word in words_of("openers") or word in words_of("adverbs") or word.endswith("ly")
