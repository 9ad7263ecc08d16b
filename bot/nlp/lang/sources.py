"""Finds the source beside a verb of saying, without words of the cue, the audience or an object."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import dropwhile, pairwise, takewhile

from bot.domain.attribution import Act
from bot.domain.text import Span
from bot.gazetteer.latin_names import names_in_script, script_of
from bot.nlp.lang.lexicon import Word, fold
from bot.nlp.lang.names import NAMED, NO_NAME
from bot.nlp.lang.page import Page
from bot.nlp.lang.source_phrases import (
    PhraseKind,
    is_body_noun,
    is_cut,
    is_given,
    is_named,
    parse_source_phrase,
    preposition,
    written_on,
)

EDGE = " \t\n\xa0,，、;；:：-–—)）.。…·"
SUBJECTS = (PhraseKind.PERSON, PhraseKind.PLACE, PhraseKind.BODY, PhraseKind.DESCRIPTION, PhraseKind.PRONOUN)
LONGEST_SUBJECT = 8
_APPOSITION = re.compile(r"(?:\s\([^()\n]{1,60}\))?,?\s")
_ACRONYM = re.compile(r" \([A-Z]{2,8}\)")
_ELSEWHERE = ("locatives", "names.addressee_markers")
_ASKING = (Act.URGES, Act.DEMANDS)
_MOST_BETWEEN = 3
_MARKS_BEFORE = "，,。；“”：:"
_CLAUSE = re.compile(r"[，。；：！？“”（）\n]")
_OWNERS = (PhraseKind.PERSON, PhraseKind.PLACE, PhraseKind.BODY)
_FARTHEST_ISSUER = 120
"""Maximum characters between a document without its owner and the verb by which it was issued."""
_FARTHEST_NAME, _MOST_NAME_WORDS = 60, 5
_TWICE, _SHORT = 2, 3
_LONGEST_BRACKET = 24
"""Maximum characters of words in brackets within a source, in scripts without spaces."""
_FARTHEST_NOUN = 6
"""Maximum characters between a body's noun in the cue and the rest of its name."""


def is_according(page: Page, cue: Span) -> bool:
    """Whether a cue consists of the words "according to"."""
    return any(word.of(page.lexicon.lists["according"]) for word in page.words(cue))


def is_in_place_phrase(page: Page, span: Span) -> bool:
    """Whether words follow a preposition of place or time: "on the ministry's site"."""
    lists = page.lexicon.lists
    before = page.words_before(span.start)
    if before and page.lexicon.writing.cased and not before[0].capital and not before[0].of(lists["titles.words"]):
        noun = any(word.of(lists["articles"]) for word in before[1:2])  # "on the [square] Tahrir"
        before = before[2:] if noun and page.text[before[0].span.end : span.start] == " " else before
    return bool(before) and before[0].forms[0] in lists["locatives"].whole


def subject_after(page: Page, cue: Span, content: Sequence[Span]) -> Span | None:
    """The subject between a cue and its content: "said the minister that"."""
    if page.lexicon.writing.unspaced or content[0].start <= cue.end or _takes_object(page, page.words(cue)):
        return None
    ends = page.lexicon.lists["conjunctions"].whole | page.lexicon.lists["prepositions"].whole
    words = list(takewhile(lambda word: word.forms[0] not in ends, page.words(Span(cue.end, content[0].start))))
    if not words or len(words) > LONGEST_SUBJECT or page.sentence(cue.start) != page.sentence(words[0].span.start):
        return None
    parsed = parse_source_phrase(page, Span(words[0].span.start, words[-1].span.end))
    return name_source(page, parsed.span) if parsed.kind in SUBJECTS else None


def find_source(page: Page, source: Span | None, cue: Span, content: Sequence[Span]) -> Span | None:
    """The source if it is in the cue's sentence and in no content; what it shares with the cue is cut."""
    if source is None or (source := stripped(page.text, source)) is None:
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
    source = _whole(page, _unelided(page, source), cue)
    source = _without_asked(page, _relayed(page, source, cue, content), cue)
    if _is_tail(page, source):
        return None
    if _is_addressed(page, source, cue) or _is_where(page, source):
        return None
    if is_according(page, cue) and (first := page.words(source)[:1]):
        source = Span(source.start + len(written_on(first[0], page.lexicon)), source.end)
    source = _past_bracket(page, source, cue)
    body = page.lexicon.pattern["bodies.words"].match(page.text, source.end) if page.lexicon.writing.unspaced else None
    if body is not None and body.end() == cue.start and page.is_placed(source):
        source = Span(source.start, body.end())  # "Norway's [media] reported"
    source = _with_head(page, source)
    named = name_source(page, _with_informants(page, source) if source is not None else None)
    return _with_rest(page, named) if named is not None else None


def _unelided(page: Page, source: Span) -> Span:
    """A source with the word that its last, elided one belongs to: "a grower of about twenty y['years]"."""
    if page.text[source.end : source.end + 1] not in ("'", "’") or page.lexicon.writing.unspaced:
        return source
    last = page.words(source)[1:][-1:]
    after = page.words(Span(source.end, min(len(page.text), source.end + _FARTHEST_NAME)))
    elided = bool(last) and last[0].span.end == source.end and last[0].forms[0] in page.lexicon.proclitics
    joined = elided and bool(after) and after[0].span.start == source.end + 1
    return Span(source.start, after[0].span.end) if joined else source


def _with_head(page: Page, source: Span) -> Span | None:
    """A source that begins within a noun phrase, with its noun: "[the region] of Venn", "[union of] trade and ports".

    A preposition at the beginning is left out if there is no noun of a party before it.
    """
    lists, lexicon = page.lexicon.lists, page.lexicon
    words = page.words(source)
    if lexicon.cases is not None:
        return _with_body(page, source, words)
    if not lexicon.writing.cased or not words:
        return source
    joiners = (lists["names.joiners"].whole & lists["prepositions"].whole) | lists["articles"].whole
    skipped = list(takewhile(lambda word: word.forms[0] in joiners, words))
    partitive = any(lexicon.has_whole(word, "articles") for word in skipped[:1])
    governed = not partitive and any(lexicon.has_whole(word, "prepositions") for word in skipped)
    if len(skipped) == len(words) or (skipped and skipped[0].capital and words[len(skipped)].capital):
        return source
    before = page.words_before(source.start)[:_MOST_BETWEEN]
    between = list(takewhile(lambda word: word.forms[0] in joiners, before))
    if governed:
        head = before[:1]
    elif not skipped and any(lexicon.has_whole(word, "prepositions") for word in between):
        first = words[0]
        head = [] if first.capital or page.lexicon.knows(*first.forms) else before[len(between) :][:1]
    else:
        return source
    known = [one for one in head if _names(page, one)]
    near = (
        bool(known) and not page.text[known[0].span.end : (between or words)[-1 if between else 0].span.start].strip()
    )
    if near and (known[0].of(lists["titles.words"]) or lexicon.act(known[0].text) is None):
        return Span(known[0].span.start, source.end)
    return Span(words[len(skipped)].span.start, source.end) if governed else source


def _with_body(page: Page, source: Span, words: Sequence[Word]) -> Span:
    """A place, in a language with cases, with the body right before it: "in [the finance ministry of] Holm"."""
    before = page.words_before(source.start)[:1]
    near = bool(before) and page.text[before[0].span.end : source.start] == " "
    alone = len(words) == 1 and words[0].capital and page.names.likeness(source) < NAMED
    return (
        Span(before[0].span.start, source.end) if near and alone and is_body_noun(before[0], page.lexicon) else source
    )


def _with_rest(page: Page, source: Span) -> Span:
    """The name of a body with what was cut off after it: "the Norwegian Association [of Traders]"."""
    lists, lexicon = page.lexicon.lists, page.lexicon
    words = page.words(source)
    if not lexicon.writing.cased or lexicon.cases is not None or not words or not words[-1].capital:
        return source
    if parse_source_phrase(page, source).kind is not PhraseKind.BODY:
        return source
    joiners = (lists["names.joiners"].whole & lists["prepositions"].whole) - lists["names.addressee_markers"].whole
    after = page.words(Span(source.end, min(len(page.text), source.end + _FARTHEST_NAME)))[:_MOST_BETWEEN]
    begun = list(takewhile(lambda word: word.forms[0] in joiners or word.of(lists["articles"]), after))
    name = after[len(begun) :][:1]
    if not begun or begun[0].forms[0] not in joiners or not name or not name[0].capital:
        return source
    spans = [source, *(word.span for word in (*begun, *name))]
    apart = (page.text[one.end : other.start] for one, other in pairwise(spans))
    return source if any(gap.strip(" ’'") for gap in apart) else Span(source.start, name[0].span.end)


def _whole(page: Page, source: Span, cue: Span) -> Span:
    """A source with what was cut off, in a script without capitals: a body's noun in the cue, a closing mark.

    "According to [the agency] Bay View", 'the station "Bay [View"]'.
    """
    lexicon = page.lexicon
    if not lexicon.writing.caseless:
        return source
    noun = page.words(cue)[-1]
    if is_according(page, cue) and page.words(cue)[1:] and noun.of(lexicon.lists["bodies.generic"]):
        between = page.words(Span(noun.span.end, source.start)) if noun.span.end < source.start else []
        beside = not any(mark in page.text[noun.span.end : source.start] for mark in "،,.:;")
        if 0 < source.start - noun.span.end <= _FARTHEST_NOUN and len(between) < _TWICE and beside:
            source = Span(noun.span.start + len(written_on(noun, lexicon)), source.end)
    closed = _with_mark(page, source)
    return source if closed.overlaps(cue) else closed


def _with_mark(page: Page, source: Span) -> Span:
    """A source with the rest of the quoted name at its end."""
    quoted = page.quotation(source.end - 1)
    if quoted is None or not source.start < quoted.start < source.end < quoted.end:
        return source
    return Span(source.start, quoted.end) if len(page.words(quoted)) <= _MOST_NAME_WORDS else source


def _is_tail(page: Page, source: Span) -> bool:
    """Whether a source is the end of a name before which a preposition is written: "asked about-Jon [Ek]"."""
    lexicon = page.lexicon
    before = page.word_before(source.start)
    if lexicon.writing.cased or before is None or page.text[before.span.end : source.start] != " ":
        return False
    tail, ands = source.of(page.text), lexicon.lists["attached_conjunctions"].whole
    if len(page.words(source)) > _SHORT or len(before.forms) < _TWICE:
        return False
    fronts = ((form, before.forms[0].removesuffix(form)) for form in before.forms[1:])
    return any(
        front not in ands and f" {before.text[len(front) :]} {tail}" in page.text
        for form, front in fronts
        if not lexicon.knows(form)
    )


def _past_bracket(page: Page, source: Span, cue: Span) -> Span:
    """A source that words in brackets cut off from the rest before its cue, in a script without spaces."""
    rest = Span(source.end, cue.start) if source.end < cue.start else None
    if not page.lexicon.writing.unspaced or rest is None or page.text[rest.start] not in "(（":
        return source
    return Span(source.start, cue.start) if _goes_on_behind(page, rest) else source


def _with_informants(page: Page, source: Span) -> Span:
    """A source with what was cut off: "[sources of] the ministry", "[notes on] a draft"."""
    lists = page.lexicon.lists
    if page.lexicon.writing.unspaced or not lists["informants"].entries:
        return source
    joiners = ("names.joiners", "prepositions", "articles")
    before = page.words_before(source.start)
    rest = list(dropwhile(lambda word: page.lexicon.has_whole(word, *joiners), before[:_MOST_BETWEEN]))
    joined = len(rest) < len(before[:_MOST_BETWEEN])
    documents = lists["documents.words"]
    about = any(word.of(documents) for word in page.words(source)[:1]) and bool(rest) and rest[0].of(documents)
    if not joined or not rest or not (about or rest[0].of(lists["informants"])):
        return source
    apart = page.text[rest[0].span.end : source.start]
    return source if any(mark in apart for mark in ",;:.") else Span(rest[0].span.start, source.end)


def _relayed(page: Page, source: Span, cue: Span, content: Sequence[Span]) -> Span:
    """The person that an outlet quotes, if the source names both: "the agency reports [of] the minister"."""
    lists = page.lexicon.lists
    if page.lexicon.writing.unspaced:
        quoting = list(page.lexicon.pattern["cue.relays"].finditer(page.text, source.start, source.end))
        person = Span(quoting[-1].end(), source.end) if quoting and quoting[-1].end() + 1 < source.end else source
        return source if page.text[person.start] in _MARKS_BEFORE else person
    if not any(word.of(lists["cue.relays"]) for word in page.words(cue)):
        return source
    froms = lists["cue.source_prepositions"].whole
    after = list(dropwhile(lambda word: word.forms[0] not in froms, page.words(source)))
    if not after and source.start >= cue.end and source.end < content[0].start:
        behind = page.words(Span(source.end, min(content[0].start, source.end + _FARTHEST_NAME)))
        ends = lists["conjunctions"].whole
        named = takewhile(lambda word: word.forms[0] not in ends and not word.of(lists["participles"]), behind[1:])
        after = [*behind[:1], *named] if behind and behind[0].forms[0] in froms else []
        source = Span(source.start, after[-1].span.end) if len(after) > 1 else source
    if after and after[0].of(lists["pronouns.any_gender"]):
        return after[0].span
    return Span(after[1].span.start, source.end) if len(after) > 1 else source


def _without_asked(page: Page, source: Span, cue: Span) -> Span:
    """A body without whom it asks, in a script without capitals: "the ministry asked [of the court]"."""
    lists, lexicon = page.lexicon.lists, page.lexicon
    if not lexicon.writing.caseless or lexicon.act(cue.of(page.text)) not in _ASKING:
        return source
    words = page.words(source)
    at = next((n for n, word in enumerate(words) if word.forms[0] in lists["names.addressee_markers"].whole), 0)
    body = at > 0 and words[0].of(lists["bodies.words"]) and any(page.lexicon.is_definite(word) for word in words[:at])
    return Span(source.start, words[at - 1].span.end) if body and page.lexicon.is_definite(words[-1]) else source


def _is_where(page: Page, source: Span) -> bool:
    """Whether a source is a place on no list where somebody spoke: "on the square Tahrir"."""
    if not page.lexicon.writing.cased or page.lexicon.cases is not None:
        return False
    words = page.words(source)
    proper = all(word.capital for word in words) and page.names.likeness(source) < NO_NAME
    known = any(page.lexicon.knows(*word.forms) or word.of(page.lexicon.lists["articles"]) for word in words)
    return proper and not known and not page.is_placed(source) and is_in_place_phrase(page, source)


def _is_addressed(page: Page, source: Span, cue: Span) -> bool:
    """Whether a source after its cue is the addressee or the place: "he told the BBC", "said before a crowd"."""
    lists, lexicon = page.lexicon.lists, page.lexicon
    if lexicon.writing.unspaced or source.start < cue.end or is_according(page, cue):
        return False
    before = page.words(Span(cue.start, source.start))
    while len(before) > 1 and before[-1].of(lists["articles"]):
        before.pop()
    last = before[-1]
    if lexicon.writing.cased:
        return last.forms[0] in lists["names.addressee_markers"].whole
    if any(word.forms[0] in lists["cue.source_prepositions"].whole for word in before):
        return False
    if _takes_object(page, before):
        return True
    governed = page.lexicon.has_whole(last, "prepositions", "locatives")
    return governed or (last.of(lists["audience"]) and len(before) > 1)


def _takes_object(page: Page, words: Sequence[Word]) -> bool:
    """Whether ``words`` are a single participle, which its object follows, in a script without capitals."""
    return not page.lexicon.writing.cased and len(words) == 1 and words[0].of(page.lexicon.lists["participles"])


def name_source(page: Page, source: Span | None) -> Span | None:
    """A source without brackets and without words at its ends that name nobody; None if nothing is left."""
    if source is None:
        return None
    source = _behind_dateline(page, source)
    bracket = min(
        (at for mark in "(（" if (at := page.text.find(mark, source.start + 1, source.end)) > 0), default=source.end
    )
    if bracket < source.end and _goes_on_behind(page, Span(bracket, source.end)):
        bracket = source.end
    bare = stripped(page.text, Span(source.start, bracket))
    if bare is None:
        return None
    if page.lexicon.writing.unspaced:
        lists, pattern = page.lexicon.lists, page.lexicon.pattern
        if bare.of(page.text) in lists["names.words_after"].whole:  # "the latest figures"
            document = pattern["documents.words"].match(page.text, bare.end)
            return Span(bare.start, document.end()) if document else None
        bare = _begun_whole(page, bare)
        first = pattern["leading_words"].match(page.text, bare.start)
        longer = pattern["names.within"].match(page.text, bare.start)
        return (
            None
            if first and not longer and page.place_at(bare.start) is None
            else _introduced(page, _without_verb(page, _with_whole_words(page, _informant(page, bare))))
        )
    named = named_words(page, page.words(bare))
    return _with_name(page, named) if named is not None and page.lexicon.writing.cased else named


def _goes_on_behind(page: Page, rest: Span) -> bool:
    """Whether words in brackets interrupt a source, in a script without capitals: "mayor of (Port) Jon Ek".

    Without spaces, the source goes on to a body's or group's noun: "of the port (Port) and its fishers".
    """
    close = max(page.text.find(mark, rest.start, rest.end) for mark in ")）")
    if page.lexicon.writing.unspaced:
        nouns = page.lexicon.whole("bodies.words", "documents.words", "titles.words", "titles.plural")
        known = (word for word in nouns if len(word) >= _TWICE)
        after = page.text[close + 1 : rest.end].strip(EDGE)
        brief = rest.start < close <= rest.start + _LONGEST_BRACKET and not any(mark in after for mark in "(（")
        return brief and after.endswith(tuple(known))
    if page.lexicon.writing.cased or not rest.start + 1 < close < rest.end - 1:
        return False
    inside, behind = page.words(Span(rest.start, close)), page.words(Span(close, rest.end))
    return len(inside) == 1 and len(behind) >= _TWICE


def _behind_dateline(page: Page, source: Span) -> Span:
    """A source without the line before it that says where and when an agency writes, in a script without spaces."""
    lexicon = page.lexicon
    if not lexicon.lists["names.datelines"].entries:
        return source
    line = rf"[{lexicon.writing.days}](?:{lexicon.pattern['names.datelines'].pattern})[)）]?\s*"
    ends = [m.end() for m in re.finditer(line, page.text[source.start : source.end])]
    start = source.start + ends[-1] if ends else source.start
    return Span(start, source.end) if source.end - start >= _TWICE else source


def _begun_whole(page: Page, source: Span) -> Span:
    """A source in a script without spaces that does not begin within a word, or with what makes it an owned one."""
    text, lexicon = page.text, page.lexicon
    of = lexicon.writing.attached[0]
    start = source.start
    while text.startswith(of, start) and source.end - start > _TWICE:
        start += len(of)
    if start > 0 and text[start - 1] in "《〈" and any(mark in text[start : source.end] for mark in "》〉"):
        start -= 1
    word = lexicon.pattern["names.within"].match(text, start - 1) if start > 0 else None
    if word is not None and word.end() > start:
        return Span(start - 1, source.end)
    clause = max((text.rfind(mark, max(0, start - _LONGEST_BRACKET), start) for mark in "，。；：\n"), default=-1) + 1
    verb = text[clause:start]
    inviting = verb not in lexicon.lists["according"].whole and any(act.holds(verb) for act in lexicon.acts.values())
    owned = text.rfind(of, start, source.end - _TWICE)
    return Span(owned + len(of), source.end) if inviting and owned > start else Span(start, source.end)


def _informant(page: Page, source: Span) -> Span:
    """The person that a reporter learned from, in a script without spaces: "the reporter learned from the ministry"."""
    lists = page.lexicon.lists
    reporters = [len(word) for word in lists["audience"].whole if page.text.startswith(word, source.start)]
    after = source.start + max(reporters, default=0)
    froms = [
        at + len(word)
        for word in lists["cue.source_prepositions"].whole
        if (at := page.text.find(word, after, source.end)) >= 0
    ]
    start = min(froms, default=source.end)
    return Span(start, source.end) if reporters and source.end - start >= _TWICE else source


def _introduced(page: Page, source: Span) -> Span:
    """A source in a script without spaces, without "there are" before a noun: "there are officials who say"."""
    lists, pattern, text = page.lexicon.lists, page.lexicon.pattern, source.of(page.text)
    verb = max((len(word) for word in lists["titles.existing"].whole if text.startswith(word)), default=0)
    some = pattern["titles.indefinite"].match(text)
    if not verb or len(text) - verb < _TWICE or (some is not None and some.end() > verb):
        return source
    heads = ("titles.words", "bodies.words", "titles.plural")
    begun = any(pattern[name].match(text, verb) for name in heads)
    known = begun or text.endswith(tuple(lists["titles.plural"].whole))
    return Span(source.start + verb, source.end) if known else source


def issuer_of(page: Page, source: Span | None) -> Span | None:
    """Who issued the document that is a source without its owner, in a script without spaces.

    It stands before a verb of issuing and the same noun, in this sentence or the one before: "the army issued a
    statement. The statement says".
    """
    if source is None or not page.lexicon.writing.unspaced:
        return None
    noun, pattern = source.of(page.text), page.lexicon.pattern
    if noun not in page.lexicon.lists["documents.words"].whole:
        return None
    first = page.sentences[max(0, page.sentence(source.start) - 1)].start
    first = max(first, source.start - _FARTHEST_ISSUER)
    clauses = [first, *(mark.end() for mark in _CLAUSE.finditer(page.text, first, source.start))]
    for verb in reversed(list(pattern["documents.issuing"].finditer(page.text, first, source.start))):
        named = page.text.startswith(noun, verb.end()) or page.text.startswith(noun, verb.end() + _TWICE)
        begin = clauses[bisect_right(clauses, verb.start()) - 1]
        owner = name_source(page, Span(begin, verb.start())) if named and begin < verb.start() else None
        if owner is not None and parse_source_phrase(page, owner).kind in _OWNERS:
            return owner
    return None


def is_of_thing(page: Page, source: Span | None, cue: Span | None) -> bool:
    """Whether a source in a script without spaces says whose or where a thing is: "[the port's] camera shows"."""
    if source is None or cue is None or not page.lexicon.writing.unspaced or source.end > cue.start:
        return False
    lists, of = page.lexicon.lists, page.lexicon.writing.attached[0]
    owner, after = source.of(page.text), page.text[source.end : cue.start]
    place, thing = owner.removesuffix(of), after.removeprefix(of)
    owned = owner != place or after != thing
    known = ("titles.words", "bodies.words", "documents.words", "titles.plural", "names.words_after", "auxiliaries")
    near = owned and place.endswith(tuple(lists["names.nearby"].whole)) and thing.isalpha()
    return near and not any(page.lexicon.pattern[name].search(thing) for name in known)


def _with_whole_words(page: Page, source: Span) -> Span:
    """A source in a script without spaces that does not end within a word: with it if it is a body, else without it."""
    lexicon, text = page.lexicon, page.text
    known = {word for word in lexicon.whole("bodies.words", "titles.words") if len(word) >= _TWICE}
    if source.of(text).endswith(tuple(known)):
        return source
    others = {word for word in lexicon.whole("names.words_after") if len(word) >= _TWICE}
    longest = max(map(len, known | others))
    for start in range(max(source.start, source.end - longest + 1), source.end):
        words = (text[start:end] for end in range(source.end + 1, min(len(text), start + longest) + 1))
        behind = others if start >= source.start + _TWICE else frozenset[str]()
        word = next((one for one in words if one in known or one in behind), None)
        if word is not None:
            return Span(source.start, start + len(word)) if word in known else _without_preposition(page, source, start)
    return source


def _without_preposition(page: Page, source: Span, end: int) -> Span:
    """A source up to ``end``, without a preposition of one character there."""
    before = page.text[end - 1] in page.lexicon.lists["prepositions"].whole and end - source.start > _TWICE
    return Span(source.start, end - before)


def _without_verb(page: Page, source: Span) -> Span:
    """A source in a script without spaces, without a word at its end that belongs to the cue: "the paper quotes"."""
    lexicon, text = page.lexicon, source.of(page.text)
    ends = lexicon.whole("negations", "names.words_after").union(*(act.whole for act in lexicon.acts.values()))
    if text.endswith(tuple(lexicon.whole("documents.words", "bodies.words", "titles.words"))):
        return source
    longest = max((len(word) for word in ends if word and text.endswith(word)), default=0)
    return Span(source.start, source.end - longest) if longest and len(text) - longest >= _TWICE else source


def _with_name(page: Page, source: Span) -> Span:
    """A description with the full name right after it, in brackets or after a comma."""
    after = _APPOSITION.match(page.text, source.end)
    if after is None or after.end() == len(page.text):
        return source
    if parse_source_phrase(page, source).kind is not PhraseKind.DESCRIPTION:
        return source
    lists = page.lexicon.lists
    words = page.words(Span(after.end(), min(len(page.text), after.end() + _FARTHEST_NAME)))
    name: list[Word] = []
    for word in dropwhile(lambda one: page.lexicon.has(one, "articles", "titles.honorifics"), words):
        start = name[-1].span.end if name else after.end()
        near = page.text[start : word.span.start] in (" ", "") or not name
        if not near or not (word.capital or (name and word.of(lists["names.particles"]))):
            break
        name.append(word)
    while name and not name[-1].capital:
        name.pop()
    if not _TWICE <= len(name) <= _MOST_NAME_WORDS:
        return source
    spelt = Span(name[0].span.start, name[-1].span.end)
    whole = Span(source.start, spelt.end)
    parsed = parse_source_phrase(page, whole)
    return whole if parsed.kind is PhraseKind.PERSON and parsed.name == spelt.of(page.text) else source


def named_words(page: Page, words: list[Word]) -> Span | None:
    """The words that name the speaker: a single pronoun, or a name without audience and place."""
    lists = page.lexicon.lists
    nobody = lists["leading_words"].whole | lists["prepositions"].whole
    if words and words[0].forms[0] in lists["pronouns.subjects"].whole - lists["articles"].whole:
        return words[0].span
    if words and words[0].forms[0] in lists["pronouns.first"].whole:
        return None
    if words and _is_auxiliary(page, words[0]):
        return None
    if not page.lexicon.writing.cased:
        words = list(dropwhile(lambda word: _is_cue(page, word), words))
        words = words[1:] if _opens_with_verb(page, words) or _counts(page, words) else words
        if words and (_leads_elsewhere(page, words[0]) or preposition(page.text, words[0], page.lexicon)):
            return None
    kept: list[Word] = []
    for word, following in zip(words, [*words[1:], None], strict=False):
        if _ends_before(page, kept, word, following):
            break
        kept.append(word)
    while kept and kept[-1].forms[0] in nobody:
        kept.pop()
    alone = len(kept) == 1
    if not kept or (alone and (len(kept[0].text) == 1 or kept[0].text.isdecimal())):
        return None
    if alone and not page.lexicon.writing.cased and _is_verb(page, kept[0]):
        return None
    if all(word.of(lists["titles.honorifics"]) for word in kept):
        return None  # "Ms", if the name was cut off
    return Span(kept[0].span.start, kept[-1].span.end)


def _ends_before(page: Page, kept: Sequence[Word], word: Word, following: Word | None) -> bool:
    """Whether a source with the words ``kept`` ends before a word: an audience, a time, a place, an object."""
    lists, cased = page.lexicon.lists, page.lexicon.writing.cased
    outside = word.forms[0] in lists["locatives"].whole or word.of(lists["audience"])
    if outside and cased and following is not None and _ACRONYM.match(page.text, following.span.end):
        return False  # "the Organisation for Trade [in Norland (OTN)]"
    owned = len(kept) == 1 and kept[0].of(lists["documents.words"])  # "a report of the paper"
    addressee = word.of(lists["audience"]) and not cased and not owned
    addressee = addressee or (following is None and bool(kept) and _is_addressee(page, kept[-1], word))
    addressee = addressee or (outside and following is not None and following.of(lists["audience"]))
    if addressee or is_cut(page.text, word, page.lexicon, first=not kept):
        return True
    if not kept:
        return False
    if cased and _ends_name(page, kept, word, following):
        return True
    stated = outside and following is not None and following.of(lists["documents.words"])
    addressed = word.text in lists["names.addressee_markers"].whole and _is_proper(page, kept[-1])
    addressed = addressed and word.forms[0] not in lists["names.particles"].whole
    if stated or addressed or (outside and any(_is_proper(page, one) for one in kept)):
        return True
    alone = not cased and _is_place_alone(page, kept)
    if alone and (_is_apart(page, word) or _is_other_noun(page, word) or _is_named_apart(page, kept[-1], word)):
        return True
    if not cased and _begins_another(page, kept, word):
        return True
    return bool(page.lexicon.writing.definite) and len(kept) == 1 and _begins_object(page, kept[0], word)


def _ends_name(page: Page, kept: Sequence[Word], word: Word, following: Word | None) -> bool:
    """Whether a source ends before a word of a script with capitals: a verb, a participle, an addressee."""
    lists, cases, last = page.lexicon.lists, page.lexicon.cases, kept[-1]
    small = not word.capital and not page.lexicon.knows(*word.forms)
    relative = last.forms[0] in lists["pronouns.relative"].whole
    if not relative and not word.capital and _is_auxiliary(page, word):
        return True  # "the council [has decided to cut the hours]"
    if small and cases is None and last.capital and word.of(lists["participles"]):
        return True  # "the National Bank [working in the shadow]"
    if small and word.of(lists["names.verbs"]) and any(not one.of(lists["articles"]) for one in kept):
        return True  # "thousands [took to the streets]"
    if following is None:
        return False
    if cases is not None and last.capital and not word.capital and cases.is_oblique(word.text):
        return following.forms[0] in lists["leading_words"].whole  # "Norland [first of the neighbours]"
    addressed = word.text in lists["names.addressee_markers"].whole
    addressed = addressed and not page.lexicon.has_whole(word, "names.particles", "locatives")
    unknown = following.capital and not page.lexicon.knows(*following.forms) and not page.is_placed(following.span)
    return (
        addressed and unknown and not page.lexicon.knows(*last.forms)
    )  # "an officer of the district [to the Holmnet]"


def _is_addressee(page: Page, before: Word, word: Word) -> bool:
    """Whether the last word of a source, after a name, is the addressee: "Venn [to-Ek]", without capitals.

    Its preposition is attached to a name that also occurs alone.
    """
    lexicon = page.lexicon
    if lexicon.writing.cased or page.lexicon.knows(*before.forms) or page.lexicon.knows(*word.forms):
        return False
    marked = word.text.startswith(tuple(lexicon.lists["names.attached_addressee_markers"].whole))
    marked = marked and not word.text.startswith(lexicon.writing.definite)
    return marked and preposition(page.text, word, lexicon) != ""


def _opens_with_verb(page: Page, words: Sequence[Word]) -> bool:
    """Whether the first word of a sentence is a verb with "and" attached: a body with an article follows.

    That is so in scripts without capitals: "[and-opened] the council".
    """
    lexicon = page.lexicon
    if len(words) < _TWICE or not _opens_sentence(page, words[0]) or page.lexicon.knows(*words[0].forms):
        return False
    lists = lexicon.lists
    if words[0].of(lists["cue.feminine"]) and not words[0].of(lists["names.feminine"]):
        return lists["bodies.words"].holds(words[1].forms[0])  # "[broadcast] the station"
    joined = words[0].text.startswith(tuple(lists["attached_conjunctions"].whole))
    verb = joined and len(words[0].text) > _SHORT and not words[0].of(lists["titles.plural"])
    return verb and lexicon.is_definite(words[1]) and words[1].of(lists["bodies.words"])


def _counts(page: Page, words: Sequence[Word]) -> bool:
    """Whether a noun of number is a verb here, since the office of one person follows: "[counted] the minister"."""
    lists = page.lexicon.lists
    if len(words) < _TWICE or words[0].forms[0] not in lists["names.counting"].whole:
        return False
    office = words[1]
    return (
        page.lexicon.is_definite(office)
        and office.of(lists["titles.definite"])
        and not office.of(lists["titles.plural"])
    )


def _is_auxiliary(page: Page, word: Word) -> bool:
    """Whether a word can only be an auxiliary verb: "has", "were"."""
    lexicon = page.lexicon
    pronouns = (name for name in lexicon.lists if name.startswith("pronouns."))
    others = ("articles", "prepositions", "names.joiners", *pronouns)
    only = lexicon.has_whole(word, "auxiliaries") and not lexicon.has_whole(word, *others)
    return only or word.text in lexicon.lists["unaccented"].whole


def _is_place_alone(page: Page, words: Sequence[Word]) -> bool:
    """Whether words are just the name of a state or capital, which speaks for it; its object or a place follows."""
    place = page.place_until(words[-1].span.end)
    if place is None or place.adjective or place.span.start < words[0].span.start:
        return False
    return len(page.words(place.span)) >= len(words)


def _is_apart(page: Page, word: Word) -> bool:
    """Whether a word is a preposition or another state's name, without a conjunction."""
    governed = page.lexicon.has_whole(word, "locatives", "prepositions")
    return governed or page.state_at(word.span.start) is not None


def _begins_object(page: Page, before: Word, word: Word) -> bool:
    """Whether a noun right after one with an article begins another phrase: it has no article, or another gender."""
    lists, article = page.lexicon.lists, page.lexicon.writing.definite[0]
    if not any(form.startswith(fold(article)) for form in before.forms) or word.span.start != before.span.end + 1:
        return False
    if not word.text.startswith(article):
        return page.lexicon.has(word, "bodies.words", "titles.plural")
    return before.of(lists["names.feminine"]) and _is_other_noun(page, word)


def _is_named_apart(page: Page, before: Word, word: Word) -> bool:
    """Whether the text also names by ``word`` alone whom a state speaks of: "Norway [accuses] Venn"."""
    definite = page.lexicon.writing.definite
    if not definite or word.text.startswith(definite) or page.is_placed(word.span) or is_given(before):
        return False
    joined = page.text[before.span.start : word.span.end]
    return word.span.start == before.span.end + 1 and page.text.count(word.text) > page.text.count(joined)


def _begins_another(page: Page, kept: Sequence[Word], word: Word) -> bool:
    """Whether a noun behind a whole subject begins its object, in a script without capitals.

    It is a body or group without article behind a noun with one, has an article behind "non-governmental" without, or
    is behind a group and named elsewhere.
    """
    lists, definite = page.lexicon.lists, page.lexicon.writing.definite
    if not definite or len(kept) < _TWICE or word.span.start != kept[-1].span.end + 1:
        return False
    if word.text.startswith(definite):
        qualified = len(kept) > _TWICE and kept[-2].forms[0] in lists["negations"].whole
        return qualified and not kept[-1].text.startswith(definite)
    if not page.lexicon.is_definite(kept[-1]) or page.is_placed(word.span):
        return False
    known = any(lists[name].holds(word.forms[0]) for name in ("bodies.words", "titles.plural"))
    if known and len(word.text) > _SHORT:
        return True
    again = (
        kept[0].of(lists["titles.plural"]) and not page.lexicon.knows(*word.forms) and not _leads_elsewhere(page, word)
    )
    return again and page.text.count(word.text) >= _TWICE


def _is_other_noun(page: Page, word: Word) -> bool:
    """Whether a word has an article, and does not agree with a feminine noun, as names of states are."""
    return page.lexicon.is_definite(word) and not page.lexicon.has(word, "names.feminine", "titles.words")


def _opens_sentence(page: Page, word: Word) -> bool:
    return page.sentences[page.sentence(word.span.start)].start == word.span.start


def _is_cue(page: Page, word: Word) -> bool:
    """Whether a word is a verb of saying and no name: after a conjunction, or first in its sentence."""
    placed = len(word.forms) > 1 or _opens_sentence(page, word)
    return placed and page.lexicon.act(word.text) is not None and not page.lexicon.knows(*word.forms)


def _is_verb(page: Page, word: Word) -> bool:
    """Whether a single word is a verb: it begins its sentence, and neither a list nor the rest of the text knows it."""
    if page.lexicon.knows(*word.forms) or page.is_placed(word.span) or not _opens_sentence(page, word):
        return False
    figures = names_in_script(script_of(word.text))
    return page.text.count(word.text) < _TWICE and not any(form in figures for form in word.forms)


def _leads_elsewhere(page: Page, word: Word) -> bool:
    """Whether a word begins a phrase of time, place or manner, which does not name the speaker."""
    lists = page.lexicon.lists
    names = ("leading_words", "prepositions", "locatives", "negations", "conjunctions", "names.words_after")
    return not page.lexicon.knows(*word.forms) and any(
        form in lists[name].whole for form in word.forms for name in names
    )


def _is_proper(page: Page, word: Word) -> bool:
    """Whether a word may be a name, because it belongs to no role and no body."""
    known = page.lexicon.has(word, "titles.words", "bodies.words")
    return word.capital and not known and is_named(page.text, word)


def _is_pronoun(page: Page, word: Word) -> bool:
    """Whether a word is a third-person pronoun and no article."""
    lexicon, pronouns = page.lexicon, ("pronouns.masculine", "pronouns.feminine", "pronouns.plural")
    return lexicon.has_whole(word, *pronouns) and not lexicon.has_whole(word, "articles")


def stripped(text: str, span: Span) -> Span | None:
    """A span without punctuation at its ends."""
    start, end = span.start, span.end
    while start < end and text[start] in EDGE + "\"'’”»“«":
        start += 1
    while end > start and text[end - 1] in EDGE + "'’“«„":
        end -= 1
    return Span(start, end) if start < end else None


def phrase_beside(page: Page, start: int, cue: Span, stop: int | None = None) -> Span | None:
    """The phrase before a cue in its clause, else the one after it."""
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
        elsewhere = bool(after) and page.lexicon.has_whole(after[0], *_ELSEWHERE)
        named = None if elsewhere else next((n for n, w in enumerate(after[:3]) if _names(page, w)), None)
        if named is not None:
            return noun_phrase(page, after[named:])
    nobody = lists["leading_words"].whole | lists["prepositions"].whole
    if before and any(form in nobody for form in before[0].forms):
        return None
    if start < cue.start and (
        page.lexicon.writing.unspaced or any(w.capital or w.of(lists["titles.words"]) for w in before)
    ):
        return stripped(page.text, Span(start, cue.start))
    return None


def _names(page: Page, word: Word) -> bool:
    """Whether a word may belong to a name, a role or a body."""
    return word.capital or page.lexicon.has(word, "titles.words", "bodies.words")


def noun_phrase(page: Page, words: Sequence[Word]) -> Span:
    """The first words for as long as they belong to roles, bodies, places and names; ends with one that does."""
    lists = page.lexicon.lists
    last = words[0]
    skipped = 0
    owned = words[0].of(lists["pronouns.any_gender"])  # "her manager, Jon Ek"
    for word in words:
        if _names(page, word) or page.is_placed(word.span):
            last, skipped = word, 0
        elif page.lexicon.has(word, "articles", "names.particles"):
            skipped += 1
        elif skipped or (last.capital and not (owned and last is words[0])):
            break
        else:
            skipped += 1
        if skipped > _MOST_BETWEEN:
            break
    phrase = Span(words[0].span.start, last.span.end)
    return phrase if page.lexicon.writing.cased else _with_mark(page, phrase)
