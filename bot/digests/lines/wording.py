"""Finds ways to print a statement: slices of the article that continue a speaker's name, or that stand alone.

They begin at the verb, with the words that decide whether it was said at all ("had not announced", "refused to say"),
and extend to the end of the statement, of a clause in it, or of the rest of the sentence. The words stand alone if the
verb follows or there is none. A long speech gives one or two sentences. :mod:`bot.digests.lines.choice` chooses among
the wordings.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import pairwise, takewhile

from bot.digests.lines.clauses import (
    LEAST,
    find_breaks,
    find_sentences,
    from_beginning,
    runs_into_others,
    within_paragraph,
)
from bot.digests.lines.page import Page
from bot.digests.lines.vocabulary import is_negation, words_of
from bot.domain.attribution import DENIALS, Act, Attribution, Kind
from bot.domain.text import Span, hull
from bot.nlp.reporting_verbs import ends_in_clause_verb, find_verbs
from bot.nlp.summary.sentence_filters import is_courtesy

LONGEST = 48
"""Maximum words of a line, unless a statement has no shorter part."""
SPEECH = 60
"""With more words, a statement is a speech, whose sentences are shown one by one."""
_NEAR = 9
"""Maximum words between source and verb that may belong to the verb."""
_FAR = 16
"""Maximum words of what somebody did, saying something: "met the crew, saying"."""
_VERB = re.compile(r"[a-z]+(?:ed|s|ing|es|ies)", re.IGNORECASE)
_GOVERNED_BY = ("to", "of", "from")
"""Words between a verb and what it governs: "stopped short of calling"."""
_BUT = ("but", "instead")
"""Right before a verb, these cancel a denial: "would not name the buyers, but said"."""
_BEING = ("is", "are", "was", "were", "been", "being")
_OWNED = re.compile(r"(?:(?<!\b[Hh]e)(?<!\b[Ss]he)(?<!\b[Ii]t)(?<!\bwho)(?<!\b[Tt]hat)['’]s|s['’])\s$")
_GAP = 4
_ASIDE = re.compile(r"\s(?P<dash>-{1,2}|[–—])\s[^\n“”\"]{3,160}?\s(?P=dash)(?=\s)")
"""A reporter's remark between dashes."""
_FIRST = 4
"""Words of a statement among which "to" shows that it is no clause: "warning crews to leave"."""
_LATE_VERB = re.compile(r",[”\"]? (?:is|are|was|were|should) ")
"""The verb of a clause whose subject a comma ends, or of a condition: ", should Oslo pay"."""
_APART = re.compile(r",|\s[–—-]")
_YEAR = re.compile(r"\b(?:[Ii]n (?:[A-Z][a-z]{2,8} )?(?:19|20)\d\d|[Ll]ast\syear),?\Z")
_RELATIVE = re.compile(r"\b(?:which|whom|what)\s+$", re.IGNORECASE)


class Start(IntEnum):
    """Where a wording begins."""

    WORDS = 0
    VERB = 1


class End(IntEnum):
    """Where a wording ends: with the statement, with a clause before its end, or after it."""

    STATEMENT = 0
    EARLIER = 1
    LATER = 2
    SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Wording:
    """Slices to print for a statement. ``first`` is the number of its sentences that are left out before them."""

    pieces: tuple[Span, ...]
    start: Start
    end: End
    first: int = 0


def find_wordings(page: Page, one: Attribution) -> list[list[Wording]]:
    """Ways to print ``one``, a list for each part of it that can be a line: most statements are one part."""
    one = within_paragraph(page, one)
    opening = _clause_before(page, one)
    if any(word in words_of("limiting") or word in words_of("contrasting") or is_negation(word) for word in opening):
        return []  # "If Oslo pays, Venn said, Bergen will sign": the condition is not among the words
    if _is_conditional(page, one) or _is_inverted(page, one) or _is_left_undone(page, one) or _is_supposed(page, one):
        return []
    if page.count(one.content) > SPEECH:
        groups = list(_speech(page, one))
    else:
        groups = [[*_from_verb(page, one), *_alone(page, one)]]
    alone = _may_stand_alone(page, one)
    if alone and _is_clause_behind(page, one):
        groups = [[wording for wording in group if wording.start is not Start.VERB] or group for group in groups]
    return [kept for group in groups if (kept := _readable(page, group, one.content[-1].end, alone=alone))]


def _is_conditional(page: Page, one: Attribution) -> bool:
    """Whether what limits the words stands before them: "If so, Venn said", "At first, …", "In 1987 Venn said"."""
    anchors = [span.start for span in (one.source, one.cue) if span is not None]
    if one.conditional or not anchors or min(anchors) > one.content[0].start:
        return False
    sentence = page.sentences[page.sentence_at(min(anchors))]
    before = page.text[sentence.start : min(anchors)].removesuffix("the ").rstrip()
    if _YEAR.search(before):
        return True
    first = page.lower_in(sentence.start, min(anchors))[:2]
    return before.endswith(",") and not (words_of("conditions") | words_of("at_first")).isdisjoint(
        (*first[:1], "-".join(first))
    )


def _is_inverted(page: Page, one: Attribution) -> bool:
    """Whether the verb's auxiliary precedes the speaker: "at no point did Venn say"."""
    if one.source is None or one.cue is None or one.source.start > one.cue.start:
        return False
    sentence = page.sentences[page.sentence_at(one.source.start)]
    before = page.words_in(sentence.start, one.source.start)[-1:]
    if not before or page.text[before[0].end : one.source.start].strip():
        return False
    return page.lower(before[0]) in (
        "did",
        "does",
        "do",
        "has",
        "have",
        "had",
        "would",
        "will",
        "could",
        "should",
        "were",
    )


def _is_supposed(page: Page, one: Attribution) -> bool:
    """Whether nobody vouches that it was said: "if Venn had said", "no sign that Venn said", "withdrew her claim"."""
    begun = min((span.start for span in (one.source, one.cue) if span is not None), default=one.content[0].start)
    if begun >= one.content[0].start:
        return False
    sentence = page.sentences[page.sentence_at(begun)]
    clause = max([sentence.start, *(page.text.rfind(mark, sentence.start, begun) + 1 for mark in ",;:")])
    words = page.lower_in(clause, begun)
    if words[-1:] and words[-1] in words_of("conditions"):
        return True
    if one.cue is not None and _is_noun(page, one) and not words_of("retracting").isdisjoint(words[-2:]):
        return True
    return not words_of("doubting").isdisjoint(words[-2:]) or any(
        (first in words_of("missing") and second in words_of("evidence"))
        or (first in words_of("nothing") and second in words_of("suggesting"))
        for first, second in pairwise(words[-_NEAR:])
    )


def _is_left_undone(page: Page, one: Attribution) -> bool:
    """Whether the text says that it was not said: "rather than condemn", "without naming", "has to accept"."""
    if one.cue is None or not is_verb(page, one.cue):
        return False
    start = find_verb_start(page, one)
    led = page.lower_in(start, one.cue.end)[:2] if start is not None else []
    if led and not is_negation(led[-1]) and not words_of("supposing").isdisjoint((led[0], "-".join(led))):
        return True
    sentence = page.sentences[page.sentence_at(one.cue.start)]
    cue = page.lower_in(one.cue.start, one.cue.end)[:2]
    vague = (one.act is Act.ATTITUDE or one.speaker is None) and not is_negation(cue[-1])
    if one.act is Act.ATTITUDE and led[:1] and led[0].endswith("ing"):
        return True  # "the deal suits a crew hoping that"
    if vague and cue[0] in words_of("seeming"):
        return True  # "Venn seemed moved by the flood", "one could argue that it flooded"
    if one.source is None and page.lower_in(sentence.start, one.cue.start)[-1:] == ["when"]:
        return True  # "the port, when asked about it, noted"
    if _opens_only(page, one, one.cue, sentence):
        return True
    words = page.lower_in(sentence.start, one.cue.start)[-2:] + page.lower_in(one.cue.start, one.cue.end)[:1]
    return words[-2:-1] in (["without"], ["than"]) or words[:1] == ["without"] or words[:2] == ["instead", "of"]


def _opens_only(page: Page, one: Attribution, cue: Span, sentence: Span) -> bool:
    """Whether a participle opens a sentence that says more of its speaker: "While denying that, Venn vowed to stay"."""
    before = page.lower_in(sentence.start, cue.start)
    if one.source is None or one.source.start < one.content[-1].end or page.sources[one.source] < 2:
        return False
    return page.lower_in(cue.start, cue.end)[0].endswith("ing") and words_of("subordinating").issuperset(before)


def _clause_before(page: Page, one: Attribution) -> list[str]:
    """The words of the sentence before a speaker and verb in commas, if the statement continues after them."""
    if one.cue is None or one.content[0].start < one.cue.end:
        return []
    said = hull([span for span in (one.source, one.cue) if span is not None])
    if not page.text[said.end : one.content[0].start].lstrip().startswith(","):
        return []
    sentence = page.sentences[page.sentence_at(said.start)]
    before = page.text[sentence.start : said.start].rstrip() if sentence.start < said.start else ""
    return page.lower_in(sentence.start, said.start) if before.endswith(",") else []


_ASSERTING = frozenset((Act.SAYS, Act.WARNS, Act.ANNOUNCES, Act.CONFIRMS, Act.REITERATES, Act.THREATENS, Act.PLEDGES))


def _may_stand_alone(page: Page, one: Attribution) -> bool:
    """Whether the words of ``one`` without its verb express what its speaker holds, not the contrary or a part."""
    if one.negated or one.conditional:
        return False
    if one.cue is None:
        return True
    words = page.lower_in(one.cue.start, one.cue.end)
    after = one.content[0].end <= one.cue.start
    if not after and one.kind is not Kind.DIRECT:
        said = page.lower_in(one.content[0].start, one.content[0].end)[:2]
        thing = one.kind is Kind.INDIRECT and is_verb(page, one.cue) and _is_thing(page, one.cue, one.content[0])
        led = said[:1] == ["to"] or said == ["not", "to"] or not words_of("asking").isdisjoint(said[:1])
        if thing or led or not words_of("naming").isdisjoint(words):
            return False  # "voiced concern about the port", "vowed to stay", "called the launch a provocation"
    if words[-1:] == ["by"] and after:
        return False  # "the vote was condemned by Oslo"
    if is_verb(page, one.cue):
        start = find_verb_start(page, one)
        before = page.lower_in(start, one.cue.start) if start is not None else []
        governing = [n for n, word in enumerate(words[:-1]) if word in _GOVERNED_BY]
        before += words[: governing[-1] if governing else 0]  # "stopped short of calling"
        if start is None or any(word in words_of("governing") or is_negation(word) for word in before):
            return False
    if one.act in DENIALS or _denying(page, one):
        return one.kind is Kind.DIRECT
    return one.act in _ASSERTING or after or one.kind is Kind.DIRECT or not is_verb(page, one.cue)


def _is_thing(page: Page, cue: Span, said: Span) -> bool:
    """Whether ``said`` is the object of a verb that needs no clause, not what somebody holds."""
    if page.text[cue.end : said.start].strip(" ,:") or ends_in_clause_verb(cue.of(page.text)):
        return False
    return words_of("auxiliaries").isdisjoint(page.lower_in(said.start, said.end))


def _denying(page: Page, one: Attribution) -> bool:
    """Whether the speaker is nobody: "neither side said"."""
    if one.source is None:
        return False
    return not words_of("denying_subjects").isdisjoint(page.lower_in(one.source.start, one.source.end))


def _readable(page: Page, wordings: Iterable[Wording], told: int, *, alone: bool) -> list[Wording]:
    """Each wording once, without fragments, half quotations, and words that need their missing verb.

    ``told`` is where the statement ends.
    """
    seen: dict[tuple[Span, ...], Wording] = {}
    for one in wordings:
        pieces = one.pieces
        if one.start is Start.WORDS:
            if not alone:
                continue
            pieces = (_without_joint(page, pieces[0]), *pieces[1:])
        fits = all(map(page.is_balanced, pieces)) and LEAST <= page.count(pieces) <= SPEECH
        last = pieces[-1]
        whole = _is_finished(page, last) and not _is_limited(page, last.end, told)
        if fits and whole and not page.ends_in_subject(last):
            seen.setdefault(pieces, replace(one, pieces=pieces))
    short = [one for one in seen.values() if page.count(one.pieces) <= LONGEST]
    return short or list(seen.values())


def _is_clause_behind(page: Page, one: Attribution) -> bool:
    """Whether a clause follows a participle: "saying the port stays open" is printed without its first word."""
    words = page.lower_in(one.cue.start, one.cue.end) if one.cue is not None else []
    said = page.lower_in(one.content[0].start, one.content[-1].end)
    if not words_of("asking").isdisjoint(said[:2]):
        return False  # "explaining exactly how the port works"
    finite = "to" not in said[:_FIRST] or not words_of("auxiliaries").isdisjoint(said)
    one_clause = not any(first in ("and", "but") and second == "that" for first, second in pairwise(said))
    return len(words) == 1 and words[0].endswith("ing") and ends_in_clause_verb(words[0]) and finite and one_clause


def _is_finished(page: Page, span: Span) -> bool:
    """Whether ``span`` does not end with the beginning of something else: "and", "; Oslo"."""
    added = page.text.rfind(";", span.start, span.end) + 1
    last = page.lower_in(added or span.start, span.end)
    goes_on = not words_of("unfinished").isdisjoint(last[-1:]) or "-".join(last[-2:]) in words_of("limiting_pairs")
    goes_on |= page.text[span.end : span.end + 1] in (" ", ",") and not words_of("leading").isdisjoint(last[-1:])
    return not goes_on and (not added or len(last) >= LEAST)


def _is_limited(page: Page, end: int, told: int) -> bool:
    """Whether what limits a line follows right after its ``end``, or later in the sentence's part of the statement.

    That is a condition ("unless", "as long as"), or the verb of the clause: "that the treaty is dead, was a lie".
    """
    last = page.sentences[page.sentence_at(max(0, end - 1))].end
    following = page.lower_in(end, last)[:2]
    if following[:1] and (following[0] in words_of("limiting") or "-".join(following) in words_of("limiting_pairs")):
        return True
    rest = Span(end, max(end + 1, min(told, last)))
    words = page.lower_in(rest.start, rest.end)
    return (
        not words_of("conditions").isdisjoint(words)
        or any("-".join(pair) in words_of("limiting_pairs") for pair in pairwise(words))
        or _LATE_VERB.search(page.text, rest.start, rest.end) is not None
    )


def find_verb_start(page: Page, one: Attribution) -> int | None:
    """The start of the verb of ``one``, cached for each attribution of a page."""
    key = (one.cue, one.source)
    if key not in page.verb_starts:
        page.verb_starts[key] = _find_verb_start(page, one)
    return page.verb_starts[key]


def _find_verb_start(page: Page, one: Attribution) -> int | None:
    """The start of the verb of ``one``, with auxiliaries, negation and what governs it; None if it has no verb.

    None also if a line from the verb would say something else: "neither Oslo nor Bergen confirmed".
    """
    if one.cue is None or not is_verb(page, one.cue):
        return None
    sentence = page.sentences[page.sentence_at(one.cue.start)]
    left = sentence.start
    if _RELATIVE.search(page.text, max(0, (one.source or one.cue).start - 12), (one.source or one.cue).start):
        return None  # "the breach, which analysts blamed on Oslo": the words come before
    if one.source is not None and one.source.end <= one.cue.start:
        left = max(left, one.source.end)
        if _denying(page, one):
            return None
    begun = _with_auxiliaries(page, left, one.cue)
    if begun is None:
        return None
    start = begun
    if one.source is not None and one.source.end <= start:
        start = _before_parenthesis(page, left, one.cue.start, start)
        between = page.lower_in(left, start)
        if any(map(is_negation, takewhile(_is_verbal, between))) and between[-1] not in _BUT:
            return None  # "had never in all the years since the war announced": too far before the verb
    led = page.words_in(start, one.cue.end)
    first = page.lower(led[0])
    if first == "to" or first.endswith("ing"):  # "took the floor to insist that", "met the crew, saying"
        before = page.words_in(left, start) if one.source is not None and left == one.source.end else []
        if not before:
            return start
        belongs = len(before) <= _NEAR if first == "to" else len(before) <= _FAR and _is_deed(page, left, before)
        return before[0].start if belongs else start
    dropped = len(led) > 1 and (page.lower(led[0]) == "also" or (len(led) == 2 and _is_plural(page, one, led[0])))
    return led[1].start if dropped else start


def _is_deed(page: Page, left: int, words: Sequence[Span]) -> bool:
    """Whether ``words`` right after a source at ``left`` begin with a verb, and signal no statement themselves."""
    first = page.lower(words[0])
    if page.text[left : words[0].start].strip() or page.counts_cues(words[0].start, words[-1].end):
        return False
    others = first in words_of("openers") or first in words_of("parting") or first.endswith("ing")
    return not others and page.text[words[0].start].islower()


def _with_auxiliaries(page: Page, left: int, cue: Span) -> int | None:
    """The start of the words before ``cue`` that belong to it, after ``left``; None if its subject denies it."""
    start = cue.start
    gap = page.words_in(left, cue.start)[-_NEAR:]
    for word, after in reversed(list(pairwise([*gap, Span(start, cue.end)]))):
        between = page.text[word.end : after.start]
        lower = page.lower(word)
        apart = after.start == start == cue.start and page.lower_in(start, cue.end)[0].endswith("ing")
        decides = lower in words_of("auxiliaries") or is_negation(lower)
        if between.strip() and (apart or not (between.strip() == "," and decides)):
            break  # also "Venn met them privately, saying", "Venn, speaking later, said"
        if lower in words_of("openers"):
            break
        if lower == "no" and page.lower(after) == "longer":
            start = word.start
            continue
        if lower in words_of("denying_subjects") and lower != "nor":
            return None
        if after.start == start and _is_verbal(lower):
            start = word.start
        elif lower in words_of("governing") or (decides and page.lower(after) in words_of("parting")):
            start = word.start  # "refused for weeks to say", but not "the ships that were sunk by Oslo say"
    return start


def _is_plural(page: Page, one: Attribution, verb: Span) -> bool:
    """Whether ``verb`` is plural although the line names one: "Venn and Dahl have said"."""
    if page.lower(verb) != "have" or one.source is None or one.speaker is None:
        return False
    others = page.text[one.source.start : one.source.end].replace(one.speaker.name, "")
    return " and " in f" {others} " and " and " not in one.speaker.name and ";" not in one.speaker.name


def _before_parenthesis(page: Page, left: int, cue: int, start: int) -> int:
    """``start``, or the start of auxiliaries in front of a parenthesis: "had not, as of Friday, yet announced"."""
    parts = page.text[left:cue].split(",")
    if len(parts) != 3 or not all(map(_is_verbal, page.lower_in(cue - len(parts[2]), cue))):
        return start
    words = page.words_in(left, left + len(parts[0]))
    return words[0].start if words and all(_is_verbal(page.lower(word)) for word in words) else start


def _is_verbal(word: str) -> bool:
    """Whether a word before a verb belongs to it."""
    return (
        word in words_of("auxiliaries")
        or is_negation(word)
        or word in words_of("governing")
        or word in words_of("adverbs")
        or word.endswith("ly")
    )


def is_verb(page: Page, cue: Span) -> bool:
    """Whether a cue begins with a verb: "said", "has yet to confirm", and not "according to", "statement", ":"."""
    words = [page.lower(word) for word in page.words_in(cue.start, cue.end)]
    if words and _OWNED.search(page.text, max(0, cue.start - _GAP), cue.start) and not words[0].endswith("ed"):
        return False  # "Oslo's demand for talks"
    told = next((n for n, word in enumerate(words) if not _is_verbal(word) and word not in _GOVERNED_BY), len(words))
    if not words or words[told : told + 1] == ["according"]:
        return False
    known = (
        (words[0] in words_of("auxiliaries") and words[0] not in _BEING)
        or is_negation(words[0])
        or "to" in words[1:-1]  # "is trying to push back"
        or any(
            _VERB.fullmatch(word) or word in find_verbs() or word in words_of("verbs")
            for word in words[: told + 1]
            if word not in _BEING
        )
    )
    return known or _is_governed(page, cue)


def _is_governed(page: Page, cue: Span) -> bool:
    """Whether an auxiliary, a negation or "to" stands right before ``cue``: "would not comment on"."""
    sentence = page.sentences[page.sentence_at(cue.start)]
    before = page.lower_in(sentence.start, cue.start)[-1:]
    return bool(before) and (before[0] == "to" or before[0] in words_of("auxiliaries") or is_negation(before[0]))


def _from_verb(page: Page, one: Attribution) -> Iterator[Wording]:
    """From the verb to the end of the statement, of a clause in it, or of the rest of its sentence."""
    start = find_verb_start(page, one)
    if start is None or one.cue is None:
        return
    after = [piece for piece in one.content if piece.start >= one.cue.end]
    if len(after) < len(one.content) or (one.source is not None and one.cue.end <= one.source.start < after[0].start):
        return
    sentence = page.sentences[page.sentence_at(after[0].start)]
    if page.sentence_at(one.cue.start) != page.sentence_at(after[0].start) and page.text[
        one.cue.end : after[0].start
    ].strip(' \t:,“"'):
        return
    told = after[0].end
    for left, right in pairwise(after):
        if page.words_in(left.end, right.start):
            break
        told = right.end
    if aside := _ASIDE.search(page.text, one.cue.end, after[0].start):
        verb, words = page.bare(start, aside.start()), page.bare(aside.end(), told)
        if verb is not None and words is not None and start < aside.start():
            yield Wording((verb, words), Start.VERB, End.STATEMENT)
        return  # "said on Sunday - one of many interviews - that"
    yield from _ends(page, one, start, after[0].start, told, sentence.end, Start.VERB)


def _ends(
    page: Page, one: Attribution, start: int, content: int, told: int, last: int, kind: Start
) -> Iterator[Wording]:
    def to(end: int, how: End) -> Iterator[Wording]:
        span = page.bare(start, end) if end > start else None
        if span is not None and span.start == start and not (end > told and runs_into_others(page, one, told, end)):
            yield Wording((span,), kind, how)

    yield from to(told, End.STATEMENT)
    for sentence in page.sentences[page.sentence_at(start) :]:
        if sentence.end >= told:
            break
        yield from to(sentence.end, End.EARLIER)
    if last > told:
        yield from to(last, End.SENTENCE)
    for end in find_breaks(page, max(content, start), min(max(told, last), start + 600)):
        if end != told:
            yield from to(end, End.EARLIER if end < told else End.LATER)


def _alone(page: Page, one: Attribution) -> Iterator[Wording]:
    """The words alone: all, each piece, one sentence or two, to an earlier clause or the end of the sentence."""
    pieces = [span for piece in one.content if (span := page.bare(piece.start, piece.end)) is not None]
    opening = words_of("openers") | words_of("joining")
    if len(pieces) > 1 and opening.issuperset(page.lower_in(pieces[0].start, pieces[0].end)):
        del pieces[0]  # "But Oslo, he said, would pay"
    if not pieces:
        return
    pieces[0] = _without_joint(page, pieces[0])
    pieces[0] = from_beginning(page, one, pieces[0])
    if len(pieces) == 1 and (after := _after_name(page, one, pieces[0])) is not None:
        yield Wording((after,), Start.VERB, End.STATEMENT)
    yield Wording(tuple(pieces), Start.WORDS, End.STATEMENT)
    if len(pieces) > 1:
        for number, piece in enumerate(pieces):
            first = piece.of(page.text).partition(" ")[0]
            if number == 0 or first not in words_of("subordinating"):
                yield Wording((piece,), Start.WORDS, End.EARLIER, number)
        if len(pieces) > 2:
            yield Wording(tuple(pieces[:2]), Start.WORDS, End.EARLIER)
    yield from _by_sentence(page, pieces)
    if len(pieces) == 1:
        yield from _to_clause(page, one, pieces[0])


def _without_joint(page: Page, piece: Span) -> Span:
    """``piece`` without what joins it to the sentence before, outside quotations: "But the harbour", "Indeed, "."""
    for length in (1, 3):  # "but", "to the contrary"
        words = page.words_in(piece.start, piece.end)[: length + 1]
        joint = "-".join(page.lower(word) for word in words[:length])
        if len(words) <= length or words[0].start != piece.start or joint not in words_of("joining"):
            continue
        after = page.lower(words[length]).partition("'")[0]
        asks = joint == "so" and after in words_of("first_person") | words_of("own")
        goes_on = joint in words_of("adding_on") or asks
        apart = _APART.match(page.text, words[length - 1].end, words[length].start) is not None
        if not (apart or goes_on) or not page.text[piece.start].isupper() or page.quotation_at(piece.start) is not None:
            return piece
        return page.bare(words[length].start, piece.end) or piece
    return piece


def _by_sentence(page: Page, pieces: Sequence[Span]) -> Iterator[Wording]:
    """Each sentence of the words, each with the next, and a first piece with the sentence that continues it."""
    first = 0
    for piece in pieces:
        parts = list(find_sentences(page, piece))
        if len(parts) > 1:
            for number, part in enumerate(parts):
                yield Wording((part,), Start.WORDS, End.EARLIER, first + number)
            for number, (a, b) in enumerate(pairwise(parts)):
                start = a.start if number else piece.start  # with the marks of the whole quotation
                end = b.end if number + 2 < len(parts) else piece.end
                if (span := page.bare(start, end)) is not None:
                    yield Wording((span,), Start.WORDS, End.EARLIER, first + number)
            lead = [other for other in pieces if other.end < piece.start]
            if len(lead) == 1 and first == 1:
                yield Wording((lead[0], parts[0]), Start.WORDS, End.EARLIER)
        first += len(parts)


def _to_clause(page: Page, one: Attribution, piece: Span) -> Iterator[Wording]:
    """Words after their verb to the end of a clause of the sentence; words before it to the end of one of their own."""
    if one.cue is None or one.cue.end <= piece.start:
        last = page.sentences[page.sentence_at(piece.start)].end
        if _is_noun(page, one):
            last = piece.end  # "Oslo's claim that it has a right has failed": the rest is the reporter's
        if last > piece.end + 1 or _is_noun(page, one):
            yield from _ends(page, one, piece.start, piece.start, piece.end, last, Start.WORDS)
        return
    for end in find_breaks(page, piece.start, piece.end):
        if (span := page.bare(piece.start, end)) is not None and span.start == piece.start:
            yield Wording((span,), Start.WORDS, End.EARLIER)


def _is_noun(page: Page, one: Attribution) -> bool:
    """Whether a statement is told by a noun: "the claim that", "its demand for"."""
    words = page.lower_in(one.cue.start, one.cue.end) if one.cue is not None else []
    return one.cue is not None and bool(words) and words[0] != "according" and not is_verb(page, one.cue)


def _after_name(page: Page, one: Attribution, piece: Span) -> Span | None:
    """The words after the speaker's name at the start of ``piece``: "Venn “explained the law”" reads on."""
    first = page.words_in(piece.start, piece.end)[:2]
    if one.speaker is None or len(first) < 2 or page.lower(first[0]) != one.speaker.name.split()[-1].lower():
        return None
    start = first[1].start
    while start > piece.start and page.text[start - 1] in "“\"«‘'":
        start -= 1
    return page.bare(start, piece.end)


def _speech(page: Page, one: Attribution) -> Iterator[list[Wording]]:
    """A long statement sentence by sentence, each alone or with the next."""
    parts = [part for piece in one.content for part in find_sentences(page, piece)]
    polite = [is_courtesy(part.of(page.text)) for part in parts]
    for number, part in enumerate(parts):
        if polite[number]:
            continue
        group = [Wording((part,), Start.WORDS, End.EARLIER, number)]
        if number == 0:
            group = [*_from_verb(page, one), *group]
        if (
            number + 1 < len(parts)
            and not polite[number + 1]
            and "\n" not in page.text[part.end : parts[number + 1].start]
        ):
            span = page.bare(part.start, parts[number + 1].end)
            if span is not None:
                group.append(Wording((span,), Start.WORDS, End.EARLIER, number))
        yield group


def covered(page: Page, pieces: Sequence[Span]) -> tuple[int, ...]:
    """Places of the attributions with at least half of their words in ``pieces``."""
    whole = hull(pieces)
    shown = [page.places(piece) for piece in pieces]
    found = []
    for place, one in enumerate(page.attributions):
        if one.content[0].start >= whole.end or one.content[-1].end <= whole.start:
            continue
        said = [page.places(piece) for piece in one.content]
        inside = sum(max(0, min(a.stop, b.stop) - max(a.start, b.start)) for a in said for b in shown)
        if said and 2 * inside >= sum(map(len, said)) > 0:
            found.append(place)
    return tuple(found)
