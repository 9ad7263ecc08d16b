"""From the tagger's links to statements: contents without conjunctions, whole quotations, sources of their own.

Quotation marks are believed before the tagger: a quotation that a word of saying leads in or follows is a content.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import dropwhile, takewhile

from bot.domain.text import UNSPACED, Span
from bot.gazetteer.latin_names import names_in_script, script_of
from bot.nlp.lang.lexicon import Lexicon, Word
from bot.nlp.lang.parties import PartyKind, is_cut, is_named, parse_party, preposition, written_on
from bot.nlp.lang.places import find_places
from bot.nlp.sentences import find_sentences
from bot.nlp.structure.quotations import find_quotations
from bot.nlp.tagger.tagged_text import AttributionLink

_COUNTED = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")
_SENTENCE_END = '.!?…»”"。！？」'
_EDGE = " \t\n\xa0,，、;；:：-–—)）.。…·"
_OPENING = '«“„"「『‘'
_COLON = re.compile(r"[:：]\s*+(?:[-–—]\s*+)?$")
_FOLLOWS = re.compile(r"\s*(?:[,，.]?\s*[-–—]\s*|[,，]\s*|\s)")
_ADJOINS = re.compile(r"\s*[,，]?\s*")
_CLAUSE_END = re.compile(r"[.;:!?。；：！？،，,\n«“\"„「()（）]|\s[-–—]\s")
_APPOSITION = re.compile(r"(?:\s\([^()\n]{1,60}\))?,?\s")
_COMMA = re.compile(r"[,،，]")
QUOTED = 4
"""Words of a quotation that somebody must have said; in Han, characters."""
_NEAR = 5
_BRIEF = 2
_BESIDE = 2
_LONGEST_SUBJECT = 8
_SUBJECTS = (PartyKind.PERSON, PartyKind.PLACE, PartyKind.BODY, PartyKind.DESCRIPTION, PartyKind.PRONOUN)
_MOST_BETWEEN = 3
_FARTHEST_NAME, _MOST_NAME_WORDS = 60, 5
_AROUND = 6
_SURE, _BY_MARKS, _SPOKEN = 0.9, 0.8, 0.55


def count_words(text: str, span: Span) -> int:
    """Words of a span, a character each in scripts without blanks."""
    return sum(1 for _ in _COUNTED.finditer(text, span.start, span.end))


@dataclass(frozen=True)
class Page:
    """A text with its sentences and quotations, and the lexicon that it is read with."""

    text: str
    lexicon: Lexicon

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences; one that begins within a quotation belongs to the sentence that it opens in."""
        return find_sentences(self.text)

    @cached_property
    def quotations(self) -> tuple[Span, ...]:
        """Quotations, marks included."""
        return find_quotations(self.text)

    @cached_property
    def spoken(self) -> tuple[Span, ...]:
        """Quotations long enough to be somebody's words."""
        least = QUOTED * (2 if self.lexicon.writing.unspaced else 1)
        return tuple(one for one in self.quotations if count_words(self.text, one) >= least)

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """Lines that hold something."""
        return tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", self.text))

    def paragraph(self, place: int) -> Span:
        """The line around a place."""
        number = bisect_right(self.paragraphs, place, key=lambda one: one.start) - 1
        return self.paragraphs[max(0, number)]

    def sentence(self, place: int) -> int:
        """The number of the sentence around a place."""
        return max(0, bisect_right(self.sentences, place, key=lambda one: one.start) - 1)

    def quotation(self, place: int) -> Span | None:
        """The quotation around a place."""
        number = bisect_right(self.quotations, place, key=lambda one: one.start) - 1
        return self.quotations[number] if number >= 0 and place < self.quotations[number].end else None

    def words(self, span: Span) -> list[Word]:
        """The words of a span."""
        return self.lexicon.words(self.text, span.start, span.end)


def find_statements(page: Page, links: Sequence[AttributionLink]) -> list[AttributionLink]:
    """All statements of the page, tidy, in order, those by marks alone included."""
    by_marks = _by_marks(page)
    tidy = [
        own for link in links if (one := _tidy(page, link)) is not None and (own := _own(one, by_marks)) is not None
    ]
    kept = []
    for link in tidy:
        twin = next((one for one in by_marks if _share(page, link, one)), None)
        if twin is not None:
            by_marks.remove(twin)
            kept.append(_joined(page, link, twin))
        else:
            kept.append(link)
    kept += by_marks
    kept.sort(key=lambda link: link.content[0])
    kept = [one for n, one in enumerate(kept) if not any(_repeats(page, one, o) for o in kept[max(0, n - _AROUND) : n])]
    kept = [_with_subject(page, one, kept) for one in kept]
    kept += _continued(page, kept)
    return sorted(kept, key=lambda link: link.content[0])


def _with_subject(page: Page, link: AttributionLink, links: Sequence[AttributionLink]) -> AttributionLink:
    """A link without source, with whom its sentence begins with, if no other cue stands before it there."""
    if link.source is not None or link.cue is None or page.lexicon.writing.unspaced or _is_according(page, link.cue):
        return link
    sentence = page.sentences[page.sentence(link.cue.start)]
    if any(one.cue is not None and sentence.start <= one.cue.start < link.cue.start for one in links):
        return link
    if link.cue.start <= sentence.start or any(p.start < link.cue.start and sentence.contains(p) for p in link.content):
        return link
    words = page.words(Span(sentence.start, link.cue.start))
    nobody = page.lexicon.lists["skipped"].whole | page.lexicon.lists["prepositions"].whole
    if not words or words[0].forms[0] in nobody:
        return link
    span = _named_words(page, page.words(_noun_phrase(page, words)))
    party = parse_party(page.text, span, page.lexicon) if span is not None else None
    return replace(link, source=span) if party is not None and party.kind in _SUBJECTS else link


def _own(link: AttributionLink, by_marks: Sequence[AttributionLink]) -> AttributionLink | None:
    """A link without quotations that marks give to another cue; None where nothing but its own marks is left."""
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
    pieces = [p for p in pieces if count_words(page.text, p) > 1 or len(p) == longest or page.quotation(p.start)]
    if not pieces or cue is None:
        return None
    line = page.paragraph(cue.start)
    pieces = [p for p in pieces if page.quotation(p.start) or line.contains(p)] or pieces
    content = _apart(pieces)
    statement = _weigh(page, cue, content, link.statement)
    source = _source(page, link.source, cue, content)
    if source is None and _is_according(page, cue):
        source, content = _according_to(page, cue, content)
    source = source or _subject_after(page, cue, content)
    if source is None and not page.lexicon.writing.cased and not page.lexicon.writing.unspaced:
        source, content = _subject_within(page, cue, content)
    return replace(link, cue=cue, source=source, content=content, statement=statement)


def _subject_within(page: Page, cue: Span, content: tuple[Span, ...]) -> tuple[Span | None, tuple[Span, ...]]:
    """A state or body that a content begins with, right after a feminine verb: it is the verb's subject."""
    first = content[0]
    feminine = any(word.of(page.lexicon.lists["cue.feminine"]) for word in page.words(cue))
    if not feminine or not 0 <= first.start - cue.end <= _BESIDE:
        return None, content
    place = next((p.span for p in find_places(page.text, page.lexicon.code) if p.span.start == first.start), None)
    rest = _content(page, Span(place.end, first.end), None) if place and place.end < first.end else None
    return (place, (rest, *content[1:])) if rest is not None else (None, content)


def _is_according(page: Page, cue: Span) -> bool:
    return any(word.of(page.lexicon.lists["according"]) for word in page.words(cue))


def _according_to(page: Page, cue: Span, content: tuple[Span, ...]) -> tuple[Span | None, tuple[Span, ...]]:
    """“According to her, …”: who stands before the first comma, and what after it."""
    first = content[0]
    comma = _COMMA.search(page.text, cue.end, first.end)
    if comma is None or first.start < cue.end or comma.start() <= cue.end:
        return None, content
    words = page.words(Span(cue.end, comma.start()))
    rest = _content(page, Span(comma.end(), first.end), None) if comma.end() < first.end else None
    if not words or len(words) > _LONGEST_SUBJECT or rest is None or comma.start() < first.start:
        return None, content
    return _named_words(page, words), (rest, *content[1:])


def _subject_after(page: Page, cue: Span, content: Sequence[Span]) -> Span | None:
    """Who stands between a cue and its content: "said the minister that"."""
    if page.lexicon.writing.unspaced or content[0].start <= cue.end:
        return None
    ends = page.lexicon.lists["conjunctions"].whole | page.lexicon.lists["prepositions"].whole
    words = list(takewhile(lambda word: word.forms[0] not in ends, page.words(Span(cue.end, content[0].start))))
    if not words or len(words) > _LONGEST_SUBJECT or page.sentence(cue.start) != page.sentence(words[0].span.start):
        return None
    party = parse_party(page.text, Span(words[0].span.start, words[-1].span.end), page.lexicon)
    return _named(page, party.span) if party.kind in _SUBJECTS else None


def _without_cue(page: Page, piece: Span, cue: Span | None) -> list[Span]:
    """A piece, or what of it is quoted where it holds its own cue."""
    if cue is None or not piece.overlaps(cue) or page.quotation(cue.start) is not None:
        return [piece]
    return [one for one in page.quotations if one.overlaps(piece)]


def _weigh(page: Page, cue: Span, content: Sequence[Span], statement: float) -> float:
    """How likely it is that something was said: by the cue's words, by marks, or as the tagger thinks."""
    act = page.lexicon.act(cue.of(page.text))
    if act is not None and act != "attitude":
        return max(statement, _SURE)
    if any(page.quotation(piece.start) in page.spoken for piece in content):
        return max(statement, _BY_MARKS)
    return min(statement, _SPOKEN)


def _cue(page: Page, link: AttributionLink) -> Span | None:
    """The cue without punctuation; where it says nothing, the word of saying between source and content."""
    cue = _stripped(page.text, link.cue) if link.cue else None
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


def _source(page: Page, source: Span | None, cue: Span, content: Sequence[Span]) -> Span | None:
    """The source if it stands in the cue's sentence and in no content; what it shares with the cue is cut."""
    if source is None or (source := _stripped(page.text, source)) is None:
        return None
    if page.sentence(source.start) != page.sentence(cue.start):
        return None
    if source.overlaps(cue):
        if source.start < cue.start:
            source = Span(source.start, cue.start)
        elif source.end > cue.end:
            source = Span(cue.end, source.end)
        else:
            return None
    if any(piece.contains(source) and page.quotation(source.start) for piece in content):
        return None
    if _is_according(page, cue) and (first := page.words(source)[:1]):
        source = Span(source.start + len(written_on(first[0], page.lexicon)), source.end)
    return _named(page, source)


def _named(page: Page, source: Span | None) -> Span | None:
    """A source without brackets and without words at its ends that name nobody; None where nothing is left."""
    if source is None:
        return None
    bracket = min(
        (at for mark in "(（" if (at := page.text.find(mark, source.start + 1, source.end)) > 0), default=source.end
    )
    stripped = _stripped(page.text, Span(source.start, bracket))
    if stripped is None:
        return None
    if page.lexicon.writing.unspaced:
        first = page.lexicon.pattern["skipped"].match(page.text, stripped.start)
        return None if first else stripped
    named = _named_words(page, page.words(stripped))
    return _with_name(page, named) if named is not None and page.lexicon.writing.cased else named


def _with_name(page: Page, source: Span) -> Span:
    """A described one with the full name that stands right after, behind a bracket or a comma."""
    after = _APPOSITION.match(page.text, source.end)
    if after is None or parse_party(page.text, source, page.lexicon).kind is not PartyKind.DESCRIPTION:
        return source
    lists = page.lexicon.lists
    words = page.words(Span(after.end(), min(len(page.text), after.end() + _FARTHEST_NAME)))
    name: list[Word] = []
    for word in dropwhile(lambda one: one.of(lists["articles"]) or one.of(lists["titles.honorifics"]), words):
        start = name[-1].span.end if name else after.end()
        near = page.text[start : word.span.start] in (" ", "") or not name
        if not near or not (word.capital or (name and word.of(lists["names.particles"]))):
            break
        name.append(word)
    while name and not name[-1].capital:
        name.pop()
    if not _BRIEF <= len(name) <= _MOST_NAME_WORDS:
        return source
    spelt = Span(name[0].span.start, name[-1].span.end)
    whole = Span(source.start, spelt.end)
    party = parse_party(page.text, whole, page.lexicon)
    return whole if party.kind is PartyKind.PERSON and party.name == spelt.of(page.text) else source


def _named_words(page: Page, words: list[Word]) -> Span | None:
    """The words that name somebody: a pronoun alone, and nobody who is told, and nowhere."""
    lists = page.lexicon.lists
    nobody = lists["skipped"].whole | lists["prepositions"].whole
    if words and words[0].forms[0] in lists["pronouns.subjects"].whole - lists["articles"].whole:
        return words[0].span
    if words and words[0].forms[0] in lists["pronouns.first"].whole:
        return None
    if not page.lexicon.writing.cased:
        words = list(dropwhile(lambda word: _is_cue(page, word), words))
        if words and (_leads_elsewhere(page, words[0]) or preposition(page.text, words[0], page.lexicon)):
            return None
    kept: list[Word] = []
    for word, following in zip(words, [*words[1:], None], strict=False):
        outside = word.forms[0] in lists["locatives"].whole or word.of(lists["audience"])
        told = word.of(lists["audience"]) and not page.lexicon.writing.cased
        told = told or (outside and following is not None and following.of(lists["audience"]))
        stated = outside and following is not None and following.of(lists["documents.words"])
        if told or is_cut(page.text, word, page.lexicon):
            break
        if kept and (stated or (outside and any(_is_proper(page, one) for one in kept))):
            break
        kept.append(word)
    while kept and kept[-1].forms[0] in nobody:
        kept.pop()
    alone = len(kept) == 1
    if not kept or (alone and (len(kept[0].text) == 1 or kept[0].text.isdecimal())):
        return None
    if alone and not page.lexicon.writing.cased and _is_verb(page, kept[0]):
        return None
    return Span(kept[0].span.start, kept[-1].span.end)


def _opens_sentence(page: Page, word: Word) -> bool:
    return page.sentences[page.sentence(word.span.start)].start == word.span.start


def _is_cue(page: Page, word: Word) -> bool:
    """Whether a word says that somebody speaks, and is no name: behind a conjunction, or first in its sentence."""
    placed = len(word.forms) > 1 or _opens_sentence(page, word)
    return placed and page.lexicon.act(word.text) is not None and not _is_known(page, word)


def _is_verb(page: Page, word: Word) -> bool:
    """Whether a word alone opens its sentence, where verbs do, and no list, no table and no other place knows it."""
    placed = any(one.span.overlaps(word.span) for one in find_places(page.text, page.lexicon.code))
    if _is_known(page, word) or placed or not _opens_sentence(page, word):
        return False
    figures = names_in_script(script_of(word.text))
    return page.text.count(word.text) < _BRIEF and not any(form in figures for form in word.forms)


def _leads_elsewhere(page: Page, word: Word) -> bool:
    """Whether a word begins a phrase of time, place or manner: whoever speaks is not named there."""
    lists = page.lexicon.lists
    names = ("skipped", "prepositions", "locatives", "negations", "conjunctions", "names.cuts")
    return not _is_known(page, word) and any(form in lists[name].whole for form in word.forms for name in names)


def _is_known(page: Page, word: Word) -> bool:
    """Whether a word is of an office, a body or a document."""
    return any(word.of(page.lexicon.lists[name]) for name in ("titles.words", "bodies.words", "documents.words"))


def _is_proper(page: Page, word: Word) -> bool:
    """Whether a word may be a name, for it is of no role and no body."""
    lists = page.lexicon.lists
    known = word.of(lists["titles.words"]) or word.of(lists["bodies.words"])
    return word.capital and not known and is_named(page.text, word)


def _is_pronoun(page: Page, word: Word) -> bool:
    """Whether a word is a third person's pronoun, and no article."""
    lists = page.lexicon.lists
    if word.forms[0] in lists["articles"].whole:
        return False
    return any(word.forms[0] in lists[f"pronouns.{kind}"].whole for kind in ("masculine", "feminine", "plural"))


def _stripped(text: str, span: Span) -> Span | None:
    """A span without punctuation at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE + "\"'’”»“«":
        start += 1
    while end > start and text[end - 1] in _EDGE + "'’“«„":
        end -= 1
    return Span(start, end) if start < end else None


def _content(page: Page, piece: Span, cue: Span | None) -> Span | None:
    """A piece without conjunction and stray marks, and with the whole of a quotation that it mostly is."""
    text, start, end = page.text, piece.start, piece.end
    if cue is not None and cue.start < start and page.quotation(start) is None:
        last = page.sentences[page.sentence(start)].end if page.sentences else end
        end = min(end, last) if page.quotation(min(end, last) - 1) is None else end
    start = _after_conjunctions(page, start, end, cue)
    while end > start and text[end - 1] in " \t\n,，、;；:：-–—.。":
        end -= 1
    if start >= end or not _COUNTED.search(text, start, end):
        return None
    return _whole_quotations(page, Span(start, end))


def _after_conjunctions(page: Page, start: int, end: int, cue: Span | None) -> int:
    """Where a content begins after marks and conjunctions, and after prepositions that belong to the cue before it."""
    text, lists = page.text, page.lexicon.lists
    while start < end:
        first = start
        while start < end and text[start] in _EDGE:
            start += 1
        for word in () if page.lexicon.writing.unspaced else page.lexicon.words(text, start, end)[:1]:
            beside = cue is not None and 0 <= start - cue.end <= _BESIDE
            skipped = word.forms[0] in lists["conjunctions"].whole
            skipped = skipped or (beside and word.forms[0] in lists["prepositions"].whole)
            if skipped and word.span.start == start and text[word.span.end : word.span.end + 1] != "-":
                start = word.span.end + (text[word.span.end : word.span.end + 1] in ("'", "’"))
        if start == first:
            break
    return start


def _whole_quotations(page: Page, span: Span) -> Span:
    """Take in the rest of quotations that a span cuts, and leave out a mark that belongs to nothing in it."""
    for one in page.quotations:
        if (one.overlaps(span) and not one.contains(span)) or one.contains(span):
            shared = Span(max(one.start, span.start), min(one.end, span.end))
            all_words = count_words(page.text, one)
            if all_words and count_words(page.text, shared) >= 0.5 * all_words:
                span = Span(min(one.start, span.start), max(one.end, span.end))
    return span


def _apart(pieces: Sequence[Span]) -> tuple[Span, ...]:
    """Pieces in order, those that touch or overlap joined."""
    joined: list[Span] = []
    for piece in sorted(pieces):
        if joined and piece.start <= joined[-1].end + 1:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, piece.end))
        else:
            joined.append(piece)
    return tuple(joined)


def _by_marks(page: Page) -> list[AttributionLink]:
    """Quotations with a word of saying before a colon, or after a comma or dash."""
    found = []
    for quotation in page.quotations:
        spoken = quotation in page.spoken
        if not spoken and count_words(page.text, quotation) < _BRIEF:
            continue
        link = (_led_in(page, quotation) if spoken else None) or _followed(page, quotation)
        if link is not None:
            found.append(link)
    return found


def _led_in(page: Page, quotation: Span) -> AttributionLink | None:
    """“He said: …”."""
    line = page.paragraph(quotation.start)
    lead = page.text[line.start : quotation.start]
    if not _COLON.search(lead):
        return None
    start = max([line.start, *(m.end() + line.start for m in re.finditer(r"[.!?。！？;；]\s*|[»”」]\s*", lead))])
    cues = page.lexicon.find_cues(page.text, start, quotation.start)
    if not cues:
        return None
    cue = cues[-1]
    clause = max([start, *(m.end() for m in _CLAUSE_END.finditer(page.text, start, cue.start))])
    source = _named(page, _phrase(page, clause, cue)) or _subject_after(page, cue, (quotation,))
    return AttributionLink(source, cue, (quotation,), _BY_MARKS, _SURE)


def _followed(page: Page, quotation: Span) -> AttributionLink | None:
    """“…,” she said."""
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
    near = words[min(_NEAR, len(words)) - 1].span.end if not page.lexicon.writing.unspaced else after.end() + 12
    if cues[0].start >= near:
        return None
    return AttributionLink(
        _named(page, _phrase(page, after.end(), cues[0], stop)), cues[0], (quotation,), _BY_MARKS, _SURE
    )


def _phrase(page: Page, start: int, cue: Span, stop: int | None = None) -> Span | None:
    """Who stands before a cue in its clause, else after it."""
    lists = page.lexicon.lists
    before = page.words(Span(start, cue.start)) if start < cue.start else []
    for word in reversed(before):
        joined = page.lexicon.words(page.text, word.span.end - len(word.text.split("-")[-1]), word.span.end)
        if joined and _is_pronoun(page, joined[0]):
            return joined[0].span
    if stop is not None and cue.end < stop:
        after = page.words(Span(cue.end, stop))
        if after and _is_pronoun(page, after[0]):
            return after[0].span
        documents = [w for w in after[:3] if w.of(lists["documents.words"])]
        if documents:
            return documents[0].span
        elsewhere = bool(after) and after[0].forms[0] in lists["locatives"].whole
        named = None if elsewhere else next((n for n, w in enumerate(after[:3]) if _names(page, w)), None)
        if named is not None:
            return _noun_phrase(page, after[named:])
    nobody = lists["skipped"].whole | lists["prepositions"].whole
    if before and any(form in nobody for form in before[0].forms):
        return None
    if start < cue.start and (
        page.lexicon.writing.unspaced or any(w.capital or w.of(lists["titles.words"]) for w in before)
    ):
        return _stripped(page.text, Span(start, cue.start))
    return None


def _names(page: Page, word: Word) -> bool:
    """Whether a word may be of a name, a role or a body."""
    lists = page.lexicon.lists
    return word.capital or word.of(lists["titles.words"]) or word.of(lists["bodies.words"])


def _noun_phrase(page: Page, words: Sequence[Word]) -> Span:
    """The first words as long as they belong to roles, bodies, places and names; ends with one that does."""
    lists = page.lexicon.lists
    places = [place.span for place in find_places(page.text, page.lexicon.code)]
    last = words[0]
    skipped = 0
    for word in words:
        if _names(page, word) or any(place.overlaps(word.span) for place in places):
            last, skipped = word, 0
        elif word.of(lists["articles"]) or word.of(lists["names.particles"]):
            skipped += 1
        elif skipped or last.capital:
            break
        else:
            skipped += 1
        if skipped > _MOST_BETWEEN:
            break
    return Span(words[0].span.start, last.span.end)


def _share(page: Page, link: AttributionLink, quoted: AttributionLink) -> bool:
    """Whether a link is of the same statement as one by marks."""
    quotation = quoted.content[0]
    if link.cue is not None and quoted.cue is not None and link.cue.overlaps(quoted.cue):
        return True
    return any(piece.overlaps(quotation) and count_words(page.text, piece) >= QUOTED for piece in link.content) and (
        link.cue is None or not quotation.contains(link.cue)
    )


def _joined(page: Page, link: AttributionLink, quoted: AttributionLink) -> AttributionLink:
    """A link with what its marks say."""
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
    """Whether a statement's words are those of one before."""
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
    """Quotations that make whole sentences of their own after a statement of the same paragraph or the one before."""
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
