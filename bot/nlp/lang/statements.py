"""Turns the tagger's links into statements: contents without conjunctions, whole quotations, sources of their own.

Quotation marks take precedence over the tagger: a quotation before or after a verb of saying is a content.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import dropwhile

from bot.domain.attribution import Act
from bot.domain.text import UNSPACED, Span
from bot.nlp.lang.clauses import complete_contents
from bot.nlp.lang.impersonal import is_impersonal
from bot.nlp.lang.insertions import join_halves
from bot.nlp.lang.lexicon import Lexicon, Word, load_lexicon
from bot.nlp.lang.page import QUOTED, Page, count_words
from bot.nlp.lang.source_phrases import PhraseKind, parse_source_phrase
from bot.nlp.lang.sources import (
    EDGE,
    LONGEST_SUBJECT,
    SUBJECTS,
    find_source,
    is_according,
    is_in_place_phrase,
    is_of_thing,
    issuer_of,
    name_source,
    named_words,
    noun_phrase,
    phrase_beside,
    stripped,
    subject_after,
)
from bot.nlp.summary.tokenizer import find_stop_words
from bot.nlp.tagger.tagged_text import AttributionLink

_COUNTED = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
_SENTENCE_END = '.!?…»”"。！？」'
_OPENING = '«“„"「『‘'
_COLON = re.compile(r"[:：]\s*+(?:[-–—]\s*+)?$")
_FOLLOWS = re.compile(r"\s*(?:[,，.]?\s*[-–—]\s*|[,，]\s*|\s)")
_ADJOINS = re.compile(r"\s*[,，]?\s*")
_CLAUSE_END = re.compile(r"[.;:!?。；：！？،，,\n«“\"„「()（）]|\s[-–—]\s")
_DASH = re.compile(r"[,،.]?\s[-–—]\s")
_HASHTAG = re.compile(r" #\w+")
_APOSTROPHES = ("'", "’")
_SAID = re.compile(r"[，：,:]\s*")
_COMMA = re.compile(r"[,،，]")
_COMMAS = (",", "،")
_WITHIN = " \t\xa0'’"
"""Signs between words that no clause ends with."""
_NEAR = 5
_BRIEF = 2
_SCRAP = 3
"""Maximum characters of a piece that is no statement, in scripts without spaces."""
_BESIDE = 2
_BESIDE_AUXILIARY = 3
_AROUND = 6
_LONGEST_ASIDE = 100
"""Maximum characters between a verb of saying and the end of its aside."""
_LONGEST_LEAD = 600
"""Maximum characters before a quotation that are searched for what introduces it."""
_NEAREST = 12
"""Maximum words between a quotation and the verb of saying before it."""
_SURE, _BY_MARKS, _SPOKEN = 0.9, 0.8, 0.55
_SPEAKERS = (PhraseKind.PERSON, PhraseKind.DESCRIPTION)
_MOST_JOINING = 2
"""Maximum words between two quotations that only join them."""
_REMARK = 0.7
"""Maximum share of the reporter's words after a quotation; with more, they may be the speaker's."""
_LONGEST_CUE = 8
"""Maximum characters of a verb of saying, with what belongs to it, in scripts without spaces."""
_LONGEST_COMMENT = 100
"""Maximum characters of a reporter's clause after a statement."""
_SURE_SPEAKER, _LIKELY_SPEAKER = 0.8, 0.55
"""Minimum probabilities, by the network, of a source other than the link's, and of one for a link without."""


def find_statements(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """All statements of the page, cleaned and in order, including those found by quotation marks alone."""
    by_marks = _by_marks(page)
    tidy = [
        own
        for link in links
        if not _depends(page, link)
        and not _is_to_come(page, link)
        and not _only_compares(page, link)
        and not _is_object(page, link)
        and (one := _tidy(page, link)) is not None
        and (own := _own(one, by_marks)) is not None
    ]
    kept = []
    for link in _with_one_cue(page, tidy):
        twin = next((one for one in by_marks if _share(page, link, one)), None)
        if twin is not None:
            by_marks.remove(twin)
            kept.append(_joined(page, link, twin))
        else:
            kept.append(link)
    kept += by_marks
    kept = [_with_adjoining(page, one, kept) for one in kept]
    kept += _unclaimed(page, kept)
    kept += _by_pronouns(page, kept)
    kept.sort(key=lambda link: link.content[0])
    kept = [one for n, one in enumerate(kept) if not any(_repeats(page, one, o) for o in kept[max(0, n - _AROUND) : n])]
    kept = [_with_subject(page, _with_tagged_speaker(page, _relayed(page, one, kept)), kept) for one in kept]
    kept = [replace(one, source=o, named=()) if (o := issuer_of(page, one.source)) else one for one in kept]
    kept = [_without_remarks(page, link) for link in join_halves(page, complete_contents(page, kept))]
    kept = [one for link in kept if (one := _with_words(page, link)) is not None]
    kept += _continued(page, kept)
    return sorted(kept, key=lambda link: link.content[0])


def _depends(page: Page, link: AttributionLink) -> bool:
    """Whether "according to" states what something depends on, not who says so: "according to the season"."""
    if link.cue is None or not is_according(page, link.cue):
        return False
    articles = page.lexicon.lists["articles"].whole | page.lexicon.lists["titles.indefinite"].whole
    end = min(len(page.text), link.cue.end + LONGEST_SUBJECT * QUOTED)
    behind = Span(link.cue.end, end) if link.cue.end < end else None
    spans = (one for one in (link.source, behind) if one is not None)
    words = [word for one in spans for word in page.words(one) if word.forms[0] not in articles]
    return bool(words) and words[0].of(page.lexicon.lists["according_exceptions"])


def _is_to_come(page: Page, link: AttributionLink) -> bool:
    """Whether nobody has said it yet, in scripts without spaces: "the council will make proposals"."""
    if not page.lexicon.writing.unspaced or link.cue is None or link.source is None:
        return False
    if link.source.end > link.cue.start or any(page.quotation(piece.start) for piece in link.content):
        return False
    return page.lexicon.pattern["futures"].match(page.text, link.source.end, link.cue.start) is not None


def _only_compares(page: Page, link: AttributionLink) -> bool:
    """Whether a cue is no verb of saying and has an object in a comparison: "…, as [it] plans the city, …"."""
    lists = page.lexicon.lists
    if link.cue is None or page.lexicon.writing.unspaced or page.lexicon.act(link.cue.of(page.text)) is not None:
        return False
    words = page.words_before(link.cue.start)
    before = list(dropwhile(lambda word: word.of(lists["auxiliaries"]), words))
    return len(before) < len(words) and any(word.forms[0] in lists["comparisons"].whole for word in before[:1])


def _is_object(page: Page, link: AttributionLink) -> bool:
    """Whether a source before its cue cannot be the subject, which follows: "Venn read what said the minister"."""
    lists = page.lexicon.lists
    if link.cue is None or (link.source is not None and link.source.start > link.cue.start):
        return False
    before = page.words_before(link.cue.start)[:2] if lists["free_relatives"].entries else []
    pairs = zip(before, ("conjunctions", "free_relatives"), strict=False)
    return len(before) > 1 and all(word.forms[0] in lists[name].whole for word, name in pairs)


def _relayed(page: Page, link: AttributionLink, links: Sequence[AttributionLink]) -> AttributionLink:
    """A link by "according to" after its content, changed to a link by the verb before it.

    "Venn said that it rained, according to the Post" is what Venn said.
    """
    if link.cue is None or link.cue.start < link.content[-1].end or not is_according(page, link.cue):
        return link
    sentence = page.sentences[page.sentence(link.content[0].start)]
    begin, end = sentence.start, link.content[0].start
    words = page.words(Span(begin, end)) if begin < end else []
    if page.lexicon.writing.unspaced or not words or not _leads_in(page, words[-1], link.content[0]):
        return link
    said = next((word for word in words if page.lexicon.act(word.text) not in (None, Act.ATTITUDE)), None)
    if said is None or any(one.cue is not None and begin <= one.cue.start < end for one in links):
        return link
    return replace(link, cue=said.span, source=subject_after(page, said.span, link.content), named=())


def _leads_in(page: Page, word: Word, content: Span) -> bool:
    """Whether a word before a content introduces it: "that", or a word before a colon."""
    if word.forms[0] in page.lexicon.lists["conjunctions"].whole:
        return True
    return _COLON.search(page.text, word.span.end, content.start) is not None


def _with_subject(page: Page, link: AttributionLink, links: Sequence[AttributionLink]) -> AttributionLink:
    """A link without source, given the subject at the start of its sentence if no other cue comes before."""
    if link.source is not None or link.cue is None or page.lexicon.writing.unspaced or is_according(page, link.cue):
        return link
    if is_impersonal(page.text, link.cue, page.lexicon):
        return link
    sentence = page.sentences[page.sentence(link.cue.start)]
    if any(one.cue is not None and sentence.start <= one.cue.start < link.cue.start for one in links):
        return link
    if link.cue.start <= sentence.start or any(p.start < link.cue.start and sentence.contains(p) for p in link.content):
        return link
    words = page.words(Span(sentence.start, link.cue.start))
    nobody = page.lexicon.lists["leading_words"].whole | page.lexicon.lists["prepositions"].whole
    if not words or words[0].forms[0] in nobody:
        return link
    span = named_words(page, page.words(noun_phrase(page, words)))
    parsed = parse_source_phrase(page, span) if span is not None else None
    return replace(link, source=span) if parsed is not None and parsed.kind in SUBJECTS else link


def _with_tagged_speaker(page: Page, link: AttributionLink) -> AttributionLink:
    """A link whose source is the network's surest speaker name, if that is in the cue's sentence."""
    if link.cue is None or not link.named or is_according(page, link.cue):
        return link
    tagged, share = max(link.named, key=lambda pair: pair[1])
    own = sum(p for span, p in link.named if link.source is not None and span.overlaps(link.source))
    fewest = _LIKELY_SPEAKER if link.source is None else _SURE_SPEAKER
    if share < fewest or own > 1 - _SURE_SPEAKER or page.sentence(tagged.start) != page.sentence(link.cue.start):
        return link
    if (
        any(piece.overlaps(tagged) for piece in link.content)
        or tagged.overlaps(link.cue)
        or is_in_place_phrase(page, tagged)
        or (_is_right_after(link.source, link.cue) and tagged.start >= link.content[-1].end)
    ):
        return link
    tag = _HASHTAG.match(page.text, tagged.end)  # "Ana #Ruiz"
    source = find_source(page, Span(tagged.start, tag.end()) if tag else tagged, link.cue, link.content)
    return replace(link, source=source) if source is not None else link


def _is_right_after(source: Span | None, cue: Span) -> bool:
    return source is not None and 0 <= source.start - cue.end <= _BESIDE


def _own(link: AttributionLink, by_marks: Sequence[AttributionLink]) -> AttributionLink | None:
    """A link without quotations that marks give to another cue; None if nothing of its own is left."""
    if link.cue is None:
        return link
    confirmed = any(one.cue is not None and one.cue.overlaps(link.cue) for one in by_marks)
    others = [one.content[0] for one in by_marks if one.cue is not None and not one.cue.overlaps(link.cue)]
    content = tuple(piece for piece in link.content if not any(piece.overlaps(other) for other in others))
    return replace(link, content=content) if content else None if confirmed else link


def _tidy(page: Page, link: AttributionLink) -> AttributionLink | None:
    cue = _cue(page, link)
    parts = [part for one in link.content for part in _without_cue(page, one, cue)]
    pieces = [piece for one in parts if (piece := _content(page, one, cue)) is not None]
    longest = max(map(len, pieces), default=0)
    fewest = _SCRAP if page.lexicon.writing.unspaced else 1
    cued = cue.end if cue is not None else None
    pieces = [
        p
        for p in pieces
        if (cue is None or not (_is_of_negated(page, p, cue) or _is_of_document(page, p, cue)))
        and (count_words(page.text, p) > fewest or len(p) == longest or page.quotation(p.start) or p.start == cued)
    ]
    if not pieces or cue is None or is_of_thing(page, link.source, cue):
        return None
    if link.source is not None and _is_accused(page, link, cue):
        pieces = [Span(link.source.start, pieces[0].end), *pieces[1:]]
        link = replace(link, source=None, named=())
    line = page.paragraph(cue.start)
    if is_according(page, cue) and line.end <= min(pieces).start:
        return None  # "according to the paper" belongs to what it ends, not to the next line
    pieces = [p for p in pieces if page.quotation(p.start) or line.contains(p)] or pieces
    pieces = [p for p in pieces if not _is_of_next_sentence(page, p, cue)] or pieces
    content = _apart(pieces)
    statement = _weigh(page, cue, content, link.statement)
    source = find_source(page, link.source, cue, content)
    if source is None and is_according(page, cue):
        source, content = _according_to(page, cue, content)
    source = source or subject_after(page, cue, content) or _subject_in_quotation(page, cue)
    source, content = _subject_within(page, cue, source, content)
    content = _with_object(page, link, cue, source, content)
    return replace(link, cue=cue, source=source, content=content, statement=statement)


def _is_of_document(page: Page, piece: Span, cue: Span) -> bool:
    """Whether a sentence before the cue's tells by itself whom it is from, in a script without spaces.

    "According to the port's data, …. Venn said …"
    """
    if not page.lexicon.writing.unspaced or page.quotation(piece.start) is not None:
        return False
    own = page.sentences[page.sentence(piece.start)]
    start = max(own.start, page.paragraph(piece.start).start)
    return own.end <= cue.start and page.text.startswith(tuple(page.lexicon.lists["according"].whole), start)


def _is_of_negated(page: Page, piece: Span, cue: Span) -> bool:
    """Whether a piece before the cue is what another verb says that nobody said: "did not say that [it was open]"."""
    lists, sentence = page.lexicon.lists, page.sentences[page.sentence(piece.start)]
    if page.lexicon.writing.unspaced or piece.start > cue.start or page.quotation(piece.start) is not None:
        return False
    start = max(sentence.start, piece.start - _LONGEST_ASIDE)
    words = page.words(Span(start, piece.start)) if start < piece.start else []
    if not words or words[-1].forms[0] not in lists["conjunctions"].whole:
        return False
    clause = []
    for word, after in zip(reversed(words), [piece, *(one.span for one in reversed(words))], strict=False):
        if page.text[word.span.end : after.start].strip(_WITHIN):
            break
        clause.append(word)
    said = next((n for n, word in enumerate(clause[: 1 + _NEAR]) if page.lexicon.act(word.text) is not None), None)
    if said is None:
        return False
    return any(word.forms[0] in lists["negations"].whole for word in clause[said : said + 1 + _NEAR])


def _subject_in_quotation(page: Page, cue: Span) -> Span | None:
    """The subject of an aside within a quotation that no dashes close: "“A change, notes Jon Ek, because …”"."""
    quotation = page.quotation(cue.start)
    if page.lexicon.writing.unspaced or quotation is None or cue.start <= quotation.start or cue.end >= quotation.end:
        return None
    after = Span(cue.end, min(quotation.end, cue.end + _LONGEST_ASIDE))
    comma = _COMMA.search(page.text, after.start, after.end)
    inserted = page.text[max(0, cue.start - _BRIEF) : cue.start].rstrip().endswith(_COMMAS)
    if not inserted or comma is None or comma.start() <= after.start:
        return None
    words = page.words(Span(after.start, comma.start()))
    span = named_words(page, words) if words and len(words) <= LONGEST_SUBJECT else None
    parsed = parse_source_phrase(page, span) if span is not None else None
    return span if parsed is not None and parsed.kind is PhraseKind.PERSON else None


def _is_of_next_sentence(page: Page, piece: Span, cue: Span) -> bool:
    """Whether a piece is in a later sentence than its cue, which tells before it who speaks: "Ek: the port is open"."""
    number = page.sentence(piece.start)
    if number <= page.sentence(cue.start) or page.quotation(piece.start) is not None:
        return False
    start = page.sentences[number].start
    if start >= piece.start or piece.start - start > _LONGEST_ASIDE:
        return False
    cues = page.lexicon.find_cues(page.text, start, piece.start)
    return _COLON.search(page.text, start, piece.start) is not None or (bool(cues) and cues[0].start > start)


def _is_accused(page: Page, link: AttributionLink, cue: Span) -> bool:
    """Whether the charge follows the "source" directly, which is then its object: "(he) accused the army of …".

    Somebody who accuses has an object before the charge; its own name may begin like the charge's preposition.
    """
    lists, source, first = page.lexicon.lists, link.source, link.content[0]
    if source is None or not any(word.of(lists["cue.accusing"]) for word in page.words(cue)):
        return False
    charge = [word.text.startswith(tuple(lists["cue.charge"].whole)) for word in page.words(first)[:2]]
    beside = _is_right_after(source, cue) and 0 <= first.start - source.end <= _BESIDE
    return beside and charge[:1] == [True] and charge[1:] != [True] and page.place_at(first.start) is None


def _with_object(
    page: Page, link: AttributionLink, cue: Span, source: Span | None, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """A content with the object that was cut off after the subject: "accused Norway [Iceland] of …"."""
    if source is None or link.source is None or not cue.end <= source.start < source.end < link.source.end:
        return content
    after = page.words(Span(source.end, content[0].end)) if source.end < content[0].start else []
    if not after or not 0 <= content[0].start - link.source.end <= _BESIDE or page.lexicon.writing.cased:
        return content
    place = page.state_at(after[0].span.start)
    return (Span(after[0].span.start, content[0].end), *content[1:]) if place is not None else content


def _subject_within(
    page: Page, cue: Span, source: Span | None, content: tuple[Span, ...]
) -> tuple[Span | None, tuple[Span, ...]]:
    """A state or body at the start of a content, right after a feminine verb, as that verb's subject.

    A source that the tagger found behind it is the object: "accuses [Norway] Venn of …".
    """
    first, lexicon = content[0], page.lexicon
    if not lexicon.writing.caseless or (source is not None and source.start < first.start):
        return source, content
    feminine = any(word.of(lexicon.lists["cue.feminine"]) for word in page.words(cue))
    if not feminine or not 0 <= first.start - cue.end <= _BESIDE:
        return source, content
    state = page.state_at(first.start)
    if state is None or state.span.end >= first.end:
        return source, content
    rest = _content(page, Span(state.span.end, first.end), None)
    return (state.span, (rest, *content[1:])) if rest is not None else (source, content)


def _according_to(page: Page, cue: Span, content: tuple[Span, ...]) -> tuple[Span | None, tuple[Span, ...]]:
    """“According to her, …”: the source before the first comma, and the content after it."""
    first = content[0]
    comma = _COMMA.search(page.text, cue.end, first.end)
    if comma is None or first.start < cue.end or comma.start() <= cue.end:
        return None, content
    words = page.words(Span(cue.end, comma.start()))
    rest = _content(page, Span(comma.end(), first.end), None) if comma.end() < first.end else None
    if not words or len(words) > LONGEST_SUBJECT or rest is None or comma.start() < first.start:
        return None, content
    return named_words(page, words), (rest, *content[1:])


def _without_cue(page: Page, piece: Span, cue: Span | None) -> list[Span]:
    """A piece; if it contains its own cue, only its quotations."""
    if cue is None or not piece.overlaps(cue) or page.quotation(cue.start) is not None:
        return [piece]
    return [one for one in page.quotations if one.overlaps(piece)]


def _weigh(page: Page, cue: Span, content: Sequence[Span], statement: float) -> float:
    """The probability of a statement: by the cue's words, by quotation marks, or by the tagger."""
    act = page.lexicon.act(cue.of(page.text))
    if act is not None and act != "attitude":
        return max(statement, _SURE)
    if any(page.quotation(piece.start) in page.spoken for piece in content):
        return max(statement, _BY_MARKS)
    return min(statement, _SPOKEN)


def _cue(page: Page, link: AttributionLink) -> Span | None:
    """The cue without punctuation; if it is no verb of saying, the one between source and content."""
    cue = stripped(page.text, link.cue) if link.cue else None
    if cue is not None and not page.lexicon.writing.unspaced:
        cue = _with_verb(page, cue, link)
    if cue is not None and page.lexicon.act(cue.of(page.text)) is not None:
        if not page.lexicon.writing.unspaced:
            return cue
        return next(iter(page.lexicon.find_cues(page.text, cue.start, cue.end)), cue)
    if cue is not None and page.lexicon.writing.unspaced:
        around = page.lexicon.find_cues(page.text, max(0, cue.start - 2), cue.end + 2)
        if (whole := next((one for one in around if one.overlaps(cue)), None)) is not None:
            return whole
    content = link.content[0]
    anchors = [one for one in (link.source, link.cue) if one is not None and one.end <= content.start]
    if anchors:
        start = max(one.start if one is link.cue else one.end for one in anchors)
        if page.sentence(start) == page.sentence(content.start) and start < content.start:
            found = page.lexicon.find_cues(page.text, start, content.start)
            if found:
                return found[-1]
    return cue


def _with_verb(page: Page, cue: Span, link: AttributionLink) -> Span:
    """A cue of function words extended by the verb of saying beside it: "[has] said", "[according] to"."""
    lexicon, sentence = page.lexicon, page.sentences[page.sentence(cue.start)]
    function = find_stop_words(lexicon.code)
    if lexicon.act(cue.of(page.text)) or any(
        w.text.lower() not in function and len(w.text) > 1 for w in page.words(cue)
    ):
        return cue
    after = page.words(Span(cue.end, sentence.end))[:_BESIDE_AUXILIARY] if cue.end < sentence.end else []
    before = page.words(Span(sentence.start, cue.start))[-1:] if sentence.start < cue.start else []
    for word in (*after, *before):
        if page.quotation(word.span.start) or any(one.overlaps(word.span) for one in link.content):
            continue
        if lexicon.find_cues(page.text, word.span.start, word.span.end):
            return Span(min(cue.start, word.span.start), max(cue.end, word.span.end))
    return cue


def _shares_cue(page: Page, one: AttributionLink, other: AttributionLink) -> bool:
    """Whether two links of one sentence have the same cue."""
    if one.cue is None or other.cue is None or not one.cue.overlaps(other.cue):
        return False
    return len({page.sentence(piece.start) for piece in (*one.content, *other.content)}) == 1


def _with_one_cue(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """``links``, with those that share a cue joined."""
    kept: list[AttributionLink] = []
    for link in links:
        near = range(max(0, len(kept) - _AROUND), len(kept))
        n = next((n for n in near if _shares_cue(page, kept[n], link)), None)
        if n is None:
            kept.append(link)
        else:
            likelier, other = sorted((kept[n], link), key=lambda one: -one.score)
            content = _apart((*likelier.content, *other.content))
            kept[n] = replace(likelier, content=content, source=likelier.source or other.source)
    return kept


def _content(page: Page, piece: Span, cue: Span | None) -> Span | None:
    """A piece without conjunction and stray marks, extended to the whole quotation if it is mostly one."""
    text, start, end = page.text, piece.start, piece.end
    if cue is not None and cue.start < start and page.quotation(start) is None:
        last = page.sentences[page.sentence(start)].end if page.sentences else end
        end = min(end, last) if page.quotation(min(end, last) - 1) is None else end
    start = _after_conjunctions(page, start, end, cue)
    while end > start and text[end - 1] in " \t\n,，、;；:：-–—.。":
        end -= 1
    if start >= end or not _COUNTED.search(text, start, end):
        return None
    span = Span(start, end)
    whole = _whole_quotations(page, span)
    return _beside_aside(page, whole, span, cue) if cue is not None and whole.contains(cue) else whole


def _beside_aside(page: Page, whole: Span, said: Span, cue: Span) -> Span:
    """The part of a quotation before or after the aside that tells who speaks: "“A, — notes Venn. — B”"."""
    begin, end = max(whole.start, cue.start - _LONGEST_ASIDE), min(whole.end, cue.end + _LONGEST_ASIDE)
    dashes = list(_DASH.finditer(page.text, begin, end))
    before = next((dash for dash in reversed(dashes) if dash.end() <= cue.start), None)
    after = next((dash for dash in dashes if dash.start() >= cue.end), None)
    if before is not None and said.end <= cue.start and before.start() > whole.start:
        return Span(whole.start, before.start())
    if after is not None and said.start >= cue.end and after.end() < whole.end:
        return Span(after.end(), whole.end)
    return whole


def _without_remarks(page: Page, link: AttributionLink) -> AttributionLink:
    """A link without the reporter's words after a quotation: "“…” in reference to the port"."""
    last = _without_comment(page, link)
    quotation = page.quotation(last.start)
    if quotation is not None and quotation.start <= last.start < quotation.end < last.end:
        rest = Span(quotation.end, last.end)
        if len(rest) <= _REMARK * (quotation.end - last.start) and not any(one.overlaps(rest) for one in page.spoken):
            last = Span(last.start, quotation.end)
    parts = [part for piece in (*link.content[:-1], last) for part in _quotations_apart(page, piece)]
    pieces = [_without_connective(page, part) for part in parts]
    if any(_is_spoken(page, piece) for piece in pieces):
        pieces = [
            one for one in pieces if page.quotation(one.start) or 2 * count_words(page.text, one) > page.fewest_quoted
        ]
    return replace(link, content=tuple(pieces))


def _without_comment(page: Page, link: AttributionLink) -> Span:
    """The last piece without the reporter's clause after it: "…, but he gave no details"."""
    last, lists = link.content[-1], page.lexicon.lists
    details = lists["remarks.details"]
    if not details.entries or link.cue is None or page.quotation(last.end - 1):
        return last
    closing = page.words(Span(max(last.start, last.end - _LONGEST_COMMENT), last.end))
    at = next((n for n in range(len(closing) - 1, 0, -1) if _COMMA.search(page.text, *_gap(closing, n))), None)
    if at is None or not any(word.of(details) for word in closing[at:]):
        return last
    cue = page.words(link.cue)
    agrees = closing[at].forms[0] in lists["remarks.either"].whole or any(
        closing[at].forms[0] in lists[f"remarks.{kind}"].whole and word.of(lists[f"cue.{kind}"])
        for kind in ("masculine", "feminine")
        for word in cue
    )
    return Span(last.start, closing[at - 1].span.end) if agrees else last


def _gap(words: Sequence[Word], number: int) -> tuple[int, int]:
    """The start and end of the text before a word, after the previous one."""
    return words[number - 1].span.end, words[number].span.start


def _quotations_apart(page: Page, piece: Span) -> list[Span]:
    """A piece without the words between its two quotations, a connective or another cue: "“…”, adding “…”"."""
    found = [piece]
    if page.lexicon.writing.unspaced:
        return found
    for quotation, following in zip(page.spoken, page.spoken[1:], strict=False):
        apart = quotation.end < following.start
        if not (apart and piece.contains(quotation) and piece.contains(following)):
            continue
        words = page.words(Span(quotation.end, following.start))
        joins = [page.lexicon.act(w.text) or page.lexicon.has(w, "participles", "connectives") for w in words]
        if any(joins) and len(words) <= _MOST_JOINING:
            found[-1:] = [Span(found[-1].start, quotation.end), Span(following.start, piece.end)]
    return found


def _is_spoken(page: Page, piece: Span) -> bool:
    """Whether a piece begins with a quotation that is long enough to have a speaker."""
    return any(one.start == piece.start for one in page.spoken)


def _without_connective(page: Page, piece: Span) -> Span:
    """A quotation without a connective or a request for anonymity before it: "and “…”", "not to be named: “…”"."""
    n = bisect_right(page.spoken, piece.start, key=lambda one: one.start)
    quotation = page.spoken[n] if n < len(page.spoken) and page.spoken[n].start < piece.end else None
    if page.lexicon.writing.unspaced or quotation is None:
        return piece
    words, lists = page.words(Span(piece.start, quotation.start)), page.lexicon.lists
    known = len(words) == 1 and page.lexicon.has_whole(words[0], "connectives", "conjunctions")
    unnamed = 0 < len(words) <= _NEAR and words[-1].of(lists["anonymity"])
    return Span(quotation.start, piece.end) if known or unnamed else piece


def _with_words(page: Page, link: AttributionLink) -> AttributionLink | None:
    """A link without pieces that are a single function word; None if nothing is left."""
    if page.lexicon.writing.unspaced:
        return link
    said = [page.words(piece) for piece in link.content]
    empty = _empty_words(page.lexicon.code)
    content = tuple(
        piece
        for piece, words in zip(link.content, said, strict=True)
        if len(words) != 1 or words[0].text.lower() not in empty
    )
    return replace(link, content=content) if content else None


def names_document(page: Page, link: AttributionLink) -> bool:
    """Whether a link names a document and not its contents: "published a statement"."""
    articles, documents = page.lexicon.lists["articles"].whole, page.lexicon.lists["documents.words"]
    words = [word for piece in link.content for word in page.words(piece) if word.forms[0] not in articles]
    unquoted = all(page.quotation(piece.start) is None for piece in link.content)
    return unquoted and not page.lexicon.writing.unspaced and len(words) == 1 and words[0].of(documents)


@lru_cache(maxsize=8)
def _empty_words(code: str) -> frozenset[str]:
    """Words that alone say nothing: stop words, and their elided forms before an apostrophe."""
    return frozenset(find_stop_words(code)) | frozenset(load_lexicon(code).proclitics)


def _after_conjunctions(page: Page, start: int, end: int, cue: Span | None) -> int:
    """The start of a content after marks, conjunctions and prepositions that belong to the cue before it."""
    text, lists = page.text, page.lexicon.lists
    while start < end:
        first = start
        while start < end and (
            text[start] in EDGE or (text[start] in _APOSTROPHES and text[start - 1 : start].isalpha())
        ):
            start += 1
        for word in () if page.lexicon.writing.unspaced else page.lexicon.words(text, start, end)[:1]:
            beside = cue is not None and 0 <= start - cue.end <= _BESIDE
            skipped = word.forms[0] in lists["conjunctions"].whole
            skipped = skipped or (beside and word.forms[0] in lists["prepositions"].whole)
            if skipped and word.span.start == start and text[word.span.end : word.span.end + 1] != "-":
                start = word.span.end + (text[word.span.end : word.span.end + 1] in _APOSTROPHES)
        if start == first:
            break
    return start


def _whole_quotations(page: Page, span: Span) -> Span:
    """Extend a span to quotations that it cuts, if it has most of their words."""
    for one in page.quotations:
        if (one.overlaps(span) and not one.contains(span)) or one.contains(span):
            shared = Span(max(one.start, span.start), min(one.end, span.end))
            all_words = count_words(page.text, one)
            if all_words and count_words(page.text, shared) >= 0.5 * all_words:
                span = Span(min(one.start, span.start), max(one.end, span.end))
    return span


def _apart(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces in order; those that touch or overlap are joined."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and piece.start <= joined[-1].end + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def _by_marks(page: Page) -> list[AttributionLink]:
    """Quotations with a verb of saying before a colon, or after a comma or dash."""
    found = []
    for quotation in page.quotations:
        spoken = quotation in page.spoken
        if not spoken and count_words(page.text, quotation) < _BRIEF:
            continue
        led_in = (_led_in(page, quotation) or _read_out(page, quotation)) if spoken else None
        followed = _followed(page, quotation) if led_in is None or not page.lexicon.writing.unspaced else None
        link = followed if led_in is None or _names_speaker(page, followed) else led_in
        if link is not None:
            found.append(link)
    return found


def _names_speaker(page: Page, link: AttributionLink | None) -> bool:
    """Whether a quotation's own speaker, not a pronoun, stands behind it: "some did not vote: “…”, says a grower"."""
    if link is None or link.source is None or link.cue is None or link.source.start < link.cue.end:
        return False
    return parse_source_phrase(page, link.source).kind in _SPEAKERS


def _led_in(page: Page, quotation: Span, *, colon: bool = True) -> AttributionLink | None:
    """A quotation introduced by “He said: …”; or without a colon."""
    first = max(page.paragraph(quotation.start).start, quotation.start - _LONGEST_LEAD)
    lead = page.text[first : quotation.start]
    if colon and not _COLON.search(lead):
        return None
    start = max([first, *(m.end() + first for m in re.finditer(r"[.!?。！？;；]\s*|[»”」]\s*", lead))])
    cues = page.lexicon.find_cues(page.text, start, quotation.start)
    if not cues:
        return None
    cue = cues[-1]
    clause = max([start, *(m.end() for m in _CLAUSE_END.finditer(page.text, start, cue.start))])
    source = name_source(page, phrase_beside(page, clause, cue)) or subject_after(page, cue, (quotation,))
    return AttributionLink(source, cue, (quotation,), _BY_MARKS, _SURE)


def _read_out(page: Page, quotation: Span) -> AttributionLink | None:
    """A quotation introduced by the document that has it: "it came in the ministry's statement: …"."""
    lists, text = page.lexicon.lists, page.text
    sentence = page.sentences[page.sentence(quotation.start)]
    start = max(sentence.start, page.paragraph(quotation.start).start, quotation.start - _LONGEST_ASIDE)
    if start >= quotation.start or not _COLON.search(text, start, quotation.start):
        return None
    words = page.words(Span(start, quotation.start))
    at = next((n for n in range(len(words) - 1, -1, -1) if words[n].of(lists["documents.verbs"])), len(words))
    after = words[at + 1 :]
    if not after or _CLAUSE_END.search(text, words[at].span.end, after[-1].span.end):
        return None
    if len(after) == 1 and after[0].of(lists["documents.pointing"]):
        return AttributionLink(None, words[at].span, (quotation,), _BY_MARKS, _SURE)
    if not after[0].of(lists["documents.within"]) or not any(w.of(lists["documents.words"]) for w in after[1:2]):
        return None
    return AttributionLink(named_words(page, after[1:]), words[at].span, (quotation,), _BY_MARKS, _SURE)


def _followed(page: Page, quotation: Span) -> AttributionLink | None:
    """A quotation followed by a cue: “…,” she said."""
    after = (_ADJOINS if page.lexicon.writing.unspaced else _FOLLOWS).match(page.text, quotation.end)
    if after is None or quotation.end >= len(page.text):
        return None
    inner = page.text[: quotation.end].rstrip('"”»“」』')[-1:]
    line = page.paragraph(quotation.start)
    end = _CLAUSE_END.search(page.text, after.end())
    stop = min(line.end, end.start() if end else line.end)
    marked = after[0].strip() or inner in ",，!?…！？"
    words = page.lexicon.words(page.text, after.end(), stop)
    cues = page.lexicon.find_cues(page.text, after.end(), stop)
    if not marked or not cues or not words:
        return None
    if not after[0].strip() and _has_own_words(page, cues[0], stop):
        return None  # "“… open?” Others say that the port is closed"
    near = words[min(_NEAR, len(words)) - 1].span.end if not page.lexicon.writing.unspaced else after.end() + 12
    if cues[0].start >= near:
        return None
    return AttributionLink(
        name_source(page, phrase_beside(page, after.end(), cues[0], stop)), cues[0], (quotation,), _BY_MARKS, _SURE
    )


def _has_own_words(page: Page, cue: Span, stop: int) -> bool:
    """Whether a conjunction right after a cue begins what is said."""
    if page.lexicon.writing.unspaced or cue.end >= stop:
        return False
    following = page.lexicon.words(page.text, cue.end, stop)[:1]
    return any(word.forms[0] in page.lexicon.lists["conjunctions"].whole for word in following)


def _with_adjoining(page: Page, link: AttributionLink, links: Sequence[AttributionLink]) -> AttributionLink:
    """A statement extended by the quotation right after it, if nobody else says it."""
    last = link.content[-1]
    after = last.end + (page.text[last.end : last.end + 1] == " ")
    quotation = page.quotation(after)
    if quotation is None or quotation.start != after or not page.paragraph(last.start).contains(quotation):
        return link
    if any(piece.overlaps(quotation) for one in links for piece in one.content):
        return link
    return replace(link, content=(*link.content[:-1], Span(last.start, quotation.end)))


def _unclaimed(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """Quotations without a speaker so far, after a verb of saying and a conjunction: “he said last night that ‘…’”."""
    found: list[AttributionLink] = []
    if page.lexicon.writing.unspaced:
        return found
    for quotation in page.spoken:
        if any(piece.overlaps(quotation) for link in links for piece in link.content):
            continue
        link = _led_in(page, quotation, colon=False)
        if link is None or link.cue is None or any(one.cue and one.cue.overlaps(link.cue) for one in links):
            continue
        between = page.words(Span(link.cue.start, quotation.start))
        joined = between[-1].forms[0] in page.lexicon.lists["conjunctions"].whole
        if joined and len(between) <= _NEAREST:
            found.append(link)
    return found


def _by_pronouns(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """Sentences without a statement that begin "she said, …", in scripts without spaces: the tagger misses some."""
    lexicon, found = page.lexicon, list[AttributionLink]()
    if not lexicon.writing.unspaced:
        return found
    taken = {page.sentence(span.start) for link in links for span in link.spans}
    pronouns = lexicon.whole("pronouns.masculine", "pronouns.feminine", "pronouns.plural")
    longest = sorted(pronouns, key=len, reverse=True)
    for number, sentence in enumerate(page.sentences):
        tagged = next((word for word in longest if page.text.startswith(word, sentence.start)), None)
        if tagged is None or number in taken:
            continue
        source = Span(sentence.start, sentence.start + len(tagged))
        near = min(sentence.end, source.end + _LONGEST_CUE)
        cue = next(iter(lexicon.find_cues(page.text, source.end, near)), None)
        if cue is None or lexicon.act(cue.of(page.text)) is Act.ATTITUDE:
            continue
        begun = _SAID.match(page.text, cue.end, sentence.end)
        between = page.text[source.end : cue.start]
        if begun is None or (between and not _belongs(lexicon, between)):
            continue
        content = _content(page, Span(begun.end(), sentence.end), cue) if begun.end() < sentence.end else None
        if content is not None and page.quotation(content.start) is None:
            found.append(AttributionLink(source, cue, (content,), _BY_MARKS, _SURE))
    return found


def _belongs(lexicon: Lexicon, words: str) -> bool:
    """Whether words between a pronoun and a verb belong to the verb: "also", "has"."""
    return any(lexicon.pattern[name].fullmatch(words) for name in ("auxiliaries", "leading_words", "names.words_after"))


def _share(page: Page, link: AttributionLink, quoted: AttributionLink) -> bool:
    """Whether a link and one found by quotation marks are the same statement."""
    quotation = quoted.content[0]
    if link.cue is not None and quoted.cue is not None and link.cue.overlaps(quoted.cue):
        return True
    return any(piece.overlaps(quotation) and count_words(page.text, piece) >= QUOTED for piece in link.content) and (
        link.cue is None or not quotation.contains(link.cue)
    )


def _joined(page: Page, link: AttributionLink, quoted: AttributionLink) -> AttributionLink:
    """A link combined with the one found by quotation marks."""
    quotation = quoted.content[0]
    same_cue = link.cue is not None and quoted.cue is not None and link.cue.overlaps(quoted.cue)
    whole = [p for p in link.content if quoted.cue is not None and p.contains(quoted.cue)]
    if same_cue and page.text[quotation.end - 2] in ".!?。！？":
        whole += [p for p in link.content if p.start == quotation.start]
    pieces = [quotation if p in whole else p for p in link.content]
    kept = [p for p in pieces if p.overlaps(quotation) or not same_cue or page.quotation(p.start)]
    if not any(p.overlaps(quotation) for p in kept):
        kept = [quotation, *(p for p in kept if page.quotation(p.start))]
    content = _apart(kept)
    source = link.source if same_cue and link.source is not None else quoted.source or link.source
    if source is not None and any(piece.overlaps(source) for piece in content):
        source = quoted.source
    return replace(link, cue=quoted.cue, source=source, content=content, score=max(link.score, quoted.score))


def _repeats(page: Page, one: AttributionLink, other: AttributionLink) -> bool:
    """Whether a statement repeats the words of an earlier one."""
    if one.cue != other.cue and not (one.cue and other.cue and one.cue.overlaps(other.cue)):
        return any(a == b for a in one.content for b in other.content) and one.cue == other.cue
    shared = sum(
        count_words(page.text, Span(max(a.start, b.start), min(a.end, b.end)))
        for a in one.content
        for b in other.content
        if a.overlaps(b)
    )
    return shared >= 0.5 * sum(count_words(page.text, a) for a in one.content)


def _continued(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """Quotations that are whole sentences, after a statement in the same paragraph or the one before."""
    found = list(links)
    for quotation in page.spoken:
        if any(piece.overlaps(quotation) for link in found for piece in link.content):
            continue
        line = page.paragraph(quotation.start)
        lead = page.text[line.start : quotation.start].rstrip()
        rest = page.text[quotation.end : line.end].lstrip()
        alone = (not rest or rest[0] in ".。" or not rest[0].islower()) and (not lead or lead[-1] in _SENTENCE_END)
        start = line.start if lead else page.paragraph(line.start - 2).start
        before = [link for link in found if start <= link.content[0].start < quotation.start]
        if alone and before:
            latest = max(before, key=lambda link: link.content[0].start)
            found.append(AttributionLink(None, None, (quotation,), latest.score * 0.9, _BY_MARKS))
    return found[len(links) :]
