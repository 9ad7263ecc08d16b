"""Composes the lines of a page in another language than English: a statement from its verb on, or its words alone.
Pure.

There is too little data on such pages for a model. The most certain statements come first, those in key sentences
before others, speakers without a line before others, and none twice. Headlines are no lines.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice

from bot.digests.lines.answers import Worded, order_lines
from bot.digests.lines.meaning import REPEATED, Meaning, likeness, part_of
from bot.digests.lines.page import Page
from bot.domain.analysis import Reading
from bot.domain.attribution import DENIALS, THRESHOLD, Act, Attribution, Kind
from bot.domain.line import Line
from bot.domain.text import UNSPACED, Span, trimmed
from bot.nlp.lang.denials import is_denied, is_supposed
from bot.nlp.lang.impersonal import is_impersonal
from bot.nlp.lang.lexicon import Lexicon, Word, fold, load_lexicon
from bot.nlp.lang.page import QUOTED, count_words
from bot.nlp.lang.source_phrases import is_share
from bot.nlp.summary.sentence_filters import is_furniture, is_question

LONGEST = 60
"""Maximum words of a line, or half its characters in Han; a longer statement is cut to its first sentence."""
_LEAST = 3
_BETWEEN = 5
_HELD = 0.7
"""If a line of the same speaker contains more than this share (by weight) of another, one repeats the other."""
_HEARD = 0.12
"""How much each line of a speaker lowers the speaker's others: every party counts."""
_CONTRARY = 0.12
"""How much a statement against another's gains: a dispute is news."""
_KEY = 0.3
"""How much a key sentence adds to a statement's probability; less for lower ranks."""
_LATER = 0.01
_LOOKED_AT = 40
"""A number of characters that contains a word."""
_AFTER_QUESTION = " \n.,;:)»”\"’'"
_MARKS = ',;:.()«»“”"،，'
_COMMAS = (",", "،")
_COMMAS_IN_HAN = ("，", ",")
_CLAUSE_REST = re.compile(rf"[{UNSPACED}A-Za-z0-9]{{0,40}}+(?=[，。；！？,;!?\n”」]|$)")
_SEQUEL = re.compile(rf"[，,]([{UNSPACED}]{{2,40}})(?=[，。；！？\n])")
_LONGEST_VERB = 4
"""Maximum characters of a verb of saying, in scripts without spaces."""
_HYPHENS = "-'’"
_NEXT_WORDS = 30
"""A number of characters that contains the next words."""
_LONGEST_REST = 400
"""Maximum characters of a sentence after a statement in which its condition is sought."""
_WITHIN_WORDS = " \t\n\xa0'’"
"""Signs between two words that are written without a punctuation mark."""
_DISPUTING = frozenset((Act.DENIES, Act.REJECTS, Act.ACCUSES))
_ANSWERING = (Act.DENIES,)
"""In these languages, a rejection is often a refusal to speak."""
_EMPTY = 0.3
"""How much a line loses if its speaker is unknown, or if it only names a topic: "spoke of the harbour"."""
_FEW = 6
_OF_NOUNS = frozenset(
    (Act.CONDEMNS, Act.PRAISES, Act.THANKS, Act.REJECTS, Act.DENIES, Act.ACCUSES, Act.AGREES, Act.DEMANDS, Act.PROPOSES)
)
"""Acts whose quoted object is a noun: "condemned “all acts of violence”"."""
_ASSERTING = frozenset((Act.SAYS, Act.WARNS, Act.ANNOUNCES, Act.CONFIRMS, Act.REITERATES, Act.THREATENS, Act.PLEDGES))


def compose_other_lines(reading: Reading, limit: int) -> tuple[Line, ...]:
    """At most ``limit`` lines of ``reading``, most important first."""
    page = Page(reading)
    meaning = Meaning(page)
    lexicon = load_lexicon(reading.analysis.language or "")
    worded = {
        place: Worded(place, pieces)
        for place, one in enumerate(page.attributions)
        if (pieces := word_other_statement(page, one, lexicon))
    }
    left = {place: _score(page, place, lexicon) for place in worded}
    for place in sorted(worded, reverse=True):
        whole = _with_second_half(page, place, worded, lexicon)
        if whole is not None:
            worded[place] = whole
            del worded[place + 1]
            left[place] = max(left[place], left.pop(place + 1))
    chosen: list[int] = []
    while left and len(chosen) < limit:
        place = max(left, key=lambda place: (left[place], -place))
        chosen.append(place)
        del left[place]
        for other in list(left):
            if _repeats(page, meaning, worded[other], worded[place], lexicon):
                del left[other]
            elif page.speaker_name(other) == page.speaker_name(place):
                left[other] -= _HEARD
    return order_lines(page, meaning, [worded[place] for place in chosen], _ANSWERING)


def _with_second_half(page: Page, place: int, worded: dict[int, Worded], lexicon: Lexicon) -> Worded | None:
    """A line with what the same speaker says against it in the same sentence: "announced a vote, but warned that"."""
    one, other = worded[place], worded.get(place + 1)
    if other is None or lexicon.writing.unspaced or page.speaker_name(place) != page.speaker_name(place + 1):
        return None
    last, first, cue = one.pieces[-1], other.pieces[0], page.attributions[place + 1].cue
    near = last.end < first.start and page.sentence_at(last.start) == page.sentence_at(first.start)
    if not near or not page.speaker_name(place) or cue is None or not last.end < cue.start <= first.end:
        return None
    between = lexicon.words(page.text, last.end, first.start)
    signs = page.text[last.end : between[0].span.start] if between else ""
    if not between or len(between) > _BETWEEN or signs.strip(" ,،"):
        return None
    whole = Span(last.start, other.pieces[-1].end)
    fits = page.is_balanced(whole) and _count(page, [*one.pieces[:-1], whole]) <= LONGEST
    if not between[0].of(lexicon.lists["contrasts"]) or not fits:
        return None
    return Worded(place, (*one.pieces[:-1], whole))


def _repeats(page: Page, meaning: Meaning, one: Worded, other: Worded, lexicon: Lexicon) -> bool:
    """Whether a line says the same as another; for one speaker, also whether one is part of the other."""
    if any(a.overlaps(b) for a in one.pieces for b in other.pieces):
        return True
    said, others_said = page.attributions[one.place], page.attributions[other.place]
    if _reverses_polarity(page, said, lexicon) != _reverses_polarity(page, others_said, lexicon):
        return False
    words, others = meaning.of(said.content), meaning.of(others_said.content)
    same = page.speaker_name(one.place) == page.speaker_name(other.place)
    held = max(part_of(words, others), part_of(others, words)) if same else 0.0
    return likeness(words, others) > REPEATED or held > _HELD


def _reverses_polarity(page: Page, one: Attribution, lexicon: Lexicon) -> bool:
    """Whether a statement either denies its words or contains a negation, not both; then it repeats no assertion."""
    if lexicon.writing.unspaced:
        negation = any(lexicon.pattern["negations"].search(piece.of(page.text)) for piece in one.content)
    else:
        words = (word for piece in one.content for word in lexicon.words(page.text, piece.start, piece.end))
        negation = any(word.of(lexicon.lists["negations"]) for word in words)
    return (one.act in DENIALS or one.negated) != negation


def _score(page: Page, place: int, lexicon: Lexicon) -> float:
    one, ranked = page.attributions[place], page.reading.analysis.ranked_summary
    key = [rank for rank, sentence in ranked if sentence.overlaps(one.content[0])]
    empty = _EMPTY if one.speaker is None or _names_only(page, one, lexicon) else 0.0
    disputed = _CONTRARY if one.act in _DISPUTING else 0.0
    return one.confidence + (_KEY / key[0] if key else 0.0) + disputed - empty - _LATER * place


def _names_only(page: Page, one: Attribution, lexicon: Lexicon) -> bool:
    """Whether a few words after a verb of saying only name a topic, and say nothing about it."""
    if one.cue is None or one.act is not Act.SAYS or one.kind is not Kind.INDIRECT:
        return False
    if _is_noun(page, one.cue, lexicon) or one.content[0].start < one.cue.end or _is_refused(page, one.cue, lexicon):
        return False
    first = lexicon.words(page.text, one.content[0].start, one.content[0].end)[:1]
    if any(word.of(lexicon.lists["infinitives"]) for word in first):
        return False
    return not _is_clause(page, one, lexicon) and _count(page, one.content) < _FEW


def word_other_statement(page: Page, one: Attribution, lexicon: Lexicon) -> tuple[Span, ...]:
    """What is shown of a statement.

    Nothing for an attitude, an uncertain statement, one that "it is said" names nobody for, or words that would falsify
    it.
    """
    told = page.text[one.content[-1].start : one.content[-1].end + 2].rstrip(_AFTER_QUESTION)
    if one.act is Act.ATTITUDE or one.confidence < THRESHOLD or is_question(told) or _in_headline(page, one):
        return ()
    if one.cue is not None and (
        _is_unsaid(page, one, one.cue, lexicon) or _is_not_the_speakers(page, one, one.cue, lexicon)
    ):
        return ()
    alone = tuple(
        span for piece in _joined(page, one, lexicon) if (span := page.bare(piece.start, piece.end)) is not None
    )
    if alone and one.kind is not Kind.DIRECT:
        alone = (Span(_clause_start(page, alone[0].start, lexicon), alone[0].end), *alone[1:])
    asserted = not one.negated and not one.conditional
    asserted = asserted and (one.cue is None or not _is_refused(page, one.cue, lexicon))
    if one.kind is Kind.DIRECT and asserted and not _is_fragment(page, one, lexicon):
        words = alone
    else:
        words = _from_verb(page, one, lexicon) or _asserted(one, alone, lexicon, page)
        if one.kind is Kind.DIRECT and words == alone and _count(page, alone) < _quoted(lexicon):
            return ()  # a few words in quotation marks whose meaning nobody can know
    if lexicon.writing.unspaced:
        words = _with_whole_clause(page, _framed(page, one, words, lexicon), lexicon)
    words = _shortened(page, _with_condition(page, _finished(page, words, lexicon), lexicon), lexicon)
    fits = words and all(map(page.is_balanced, words)) and _count(page, words) >= _LEAST
    return words if fits else ()


def _framed(page: Page, one: Attribution, words: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """In a script without spaces, words on both sides of their verb, or behind "as" after it, with the verb.

    "[about] the port voiced [hope]" needs both halves and the preposition, "mocked [as] a farce" its verb.
    """
    if one.cue is None or not words or one.negated or one.conditional:
        return words
    first, cue, openers = one.content[0], one.cue, lexicon.lists["frames.openers"].whole
    before = page.text[max(0, first.start - 1) : first.start]
    beside = first.end == cue.start and len(one.content) > 1 and one.content[1].start == cue.end
    if beside and before in openers:
        return (Span(first.start - 1, one.content[-1].end),)
    complement = first.start == cue.end and first.of(page.text).startswith(
        tuple(lexicon.lists["frames.complements"].whole)
    )
    return (Span(cue.start, words[0].end), *words[1:]) if complement and words[0].start == first.start else words


def _with_whole_clause(page: Page, words: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """In a script without spaces, words up to the end of a clause: longer, or without a clause that is only begun."""
    if not words:
        return words
    text, last = page.text, words[-1]
    rest = _CLAUSE_REST.match(text, last.end)
    goes_on = rest is not None and bool(rest[0])
    said = lexicon.find_cues(text, max(last.start, last.end - _LONGEST_VERB), last.end)
    opened = last.of(text).startswith(tuple(lexicon.lists["frames.openers"].whole)) and text[last.end - 1] in _MARKS
    if rest is not None and goes_on and (opened or (said and said[-1].end == last.end)):
        last = Span(last.start, rest.end())
    sequel = _SEQUEL.match(text, last.end)
    if sequel is not None and sequel[1].startswith(tuple(lexicon.lists["frames.sequels"].whole)):
        last = Span(last.start, sequel.end())
    comma = max(text.rfind(mark, last.start, last.end) for mark in _COMMAS_IN_HAN)
    clause = text[comma + 1 : last.end].strip() if comma > last.start else ""
    while clause.startswith(tuple(lexicon.lists["unfinished"].whole)):
        clause = clause[next(n for n in (2, 1) if clause[:n] in lexicon.lists["unfinished"].whole or n == 1) :]
    begun = goes_on and clause.startswith(tuple(lexicon.lists["frames.openers"].whole))
    far = text.startswith(_COMMAS_IN_HAN, last.end) and bool(lexicon.find_cues(text, last.end, last.end + _NEXT_WORDS))
    begun |= far and clause.startswith(tuple(lexicon.lists["frames.topics"].whole))
    if comma > last.start and (not clause or begun):
        last = Span(last.start, comma)
    return (*words[:-1], last)


def _is_unsaid(page: Page, one: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """Whether no slice from the verb tells that it is denied or only supposed: "denied having said", "if Venn says"."""
    sentence = page.sentences[page.sentence_at(cue.start)]
    verb = (page.text, lexicon, sentence, one.source, cue)
    return is_supposed(*verb) or (is_denied(*verb) and not _is_refused(page, cue, lexicon))


def _is_not_the_speakers(page: Page, one: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """Whether words are nobody's, no saying, or not clear without what the article says before them."""
    if one.source is None and is_impersonal(page.text, cue, lexicon):
        return True
    named = lexicon.words(page.text, one.source.start, one.source.end) if one.source is not None else []
    return (
        is_share(named, lexicon)
        or _is_of_another(page, one, cue, lexicon)
        or _is_of_antecedent(page, one, cue, lexicon)
        or _only_helps(page, cue, lexicon)
        or _is_meant(page, cue, lexicon)
        or _lacks_subject(page, one, cue, lexicon)
        or _is_held_by_noun(page, cue, lexicon)
    )


def _is_of_another(page: Page, one: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a pronoun before the verb, which a line cannot explain, is what is spoken of: "calls it a farce".

    Not after a verb that is done to somebody: "accused him of lying" is clear enough.
    """
    if one.act is not Act.SAYS or cue.end > one.content[0].start or _is_clause(page, one, lexicon):
        return False
    for word in _words_before(page, cue.start, lexicon):
        if word.forms[0] in lexicon.lists["pronouns.objects"].whole:
            return True
        if not word.of(lexicon.lists["auxiliaries"]):
            break
    return False


def _is_of_antecedent(page: Page, one: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """Whether what is told is of the noun before a relative clause: "the union, which Norway says that it is a branch".

    Only where the pronoun is part of "that", and the relative pronoun is not who speaks.
    """
    before = next(_words_before(page, cue.start, lexicon), None)
    if before is None or before.forms[0] not in lexicon.lists["pronouns.relative"].whole:
        return False
    if lexicon.writing.unspaced or (one.source is not None and one.source.overlaps(before.span)):
        return False
    last = lexicon.words(page.text, cue.end, max(cue.end, one.content[0].start))[-1:]
    pronouns = (f"pronouns.{kind}" for kind in ("masculine", "feminine", "plural"))
    named = any(lexicon.has_whole(word, *pronouns) for word in last)
    return named and all(lexicon.has_whole(word, "conjunctions") for word in last)


def _only_helps(page: Page, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a cue is only the auxiliary of a verb that is no saying: "has [wanted to]"."""
    words = lexicon.words(page.text, cue.start, cue.end)
    return bool(words) and all(word.of(lexicon.lists["auxiliaries"]) for word in words)


def _is_held_by_noun(page: Page, cue: Span, lexicon: Lexicon) -> bool:
    """Whether words are what a noun holds, not its speaker: "withdrew the promise according to which …"."""
    if lexicon.writing.unspaced or not _is_noun(page, cue, lexicon):
        return False
    articles, relative = lexicon.lists["articles"].whole, lexicon.lists["pronouns.relative"].whole
    after = lexicon.words(page.text, cue.end, min(len(page.text), cue.end + _NEXT_WORDS))
    first = next((word for word in after if word.forms[0] not in articles), None)
    return first is not None and not page.text[cue.end : first.span.start].count(",") and first.forms[0] in relative


def _lacks_subject(page: Page, one: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """Whether the subject of the words is a pronoun before "according to": "a plan that, according to Venn, costs"."""
    if lexicon.writing.unspaced or one.content[0].start < cue.end or not _is_noun(page, cue, lexicon):
        return False
    sentence = page.sentences[page.sentence_at(cue.start)]
    before = lexicon.words(page.text, max(sentence.start, cue.start - _LOOKED_AT), cue.start)[-2:]
    if not before or not lexicon.has_whole(before[-1], "pronouns.relative", "conjunctions"):
        return False
    return lexicon.act(before[0].text) is None


def _joined(page: Page, one: Attribution, lexicon: Lexicon) -> list[Span]:
    """The pieces of a statement; those with only one word between are joined: "the port is open, but | it is empty".

    So are sentences with none between.
    """
    pieces = [one.content[0]]
    for piece in one.content[1:]:
        last = pieces[-1]
        cue = one.cue is not None and last.end <= one.cue.start < piece.start
        same = page.sentence_at(last.end - 1) == page.sentence_at(piece.start)
        between = len(page.words_in(last.end, piece.start))
        adjacent = same or not (between or lexicon.writing.unspaced or "\n" in page.text[last.end : piece.start])
        if cue or not adjacent or between > 1:
            pieces.append(piece)
        else:
            pieces[-1] = Span(last.start, piece.end)
    return pieces


def _is_fragment(page: Page, one: Attribution, lexicon: Lexicon) -> bool:
    """Whether a quotation is part of the reporter's sentence rather than a sentence of its own."""
    first = one.content[0]
    sentence = page.sentences[page.sentence_at(first.start)]
    if not page.words_in(sentence.start, first.start):
        return False
    if _count(page, one.content) < _quoted(lexicon):
        return True
    opened = one.cue is not None and one.cue.end <= first.start and ":" not in page.text[one.cue.end : first.start]
    if opened and not lexicon.writing.cased and one.act in _OF_NOUNS:
        return not _is_introduced(page, one, lexicon)
    return opened and next((letter.islower() for letter in first.of(page.text) if letter.isalpha()), False)


def _is_introduced(page: Page, one: Attribution, lexicon: Lexicon) -> bool:
    """Whether a quotation after a verb is a sentence of its own and no object: after a conjunction; in Han, a comma."""
    if one.cue is None:
        return True
    first = one.content[0].start
    if lexicon.writing.unspaced:
        return any(mark in page.text[one.cue.end : first] for mark in _MARKS)
    last = lexicon.words(page.text, one.cue.end, first)[-1:]
    return any(word.of(lexicon.lists["conjunctions"]) for word in last)


def _quoted(lexicon: Lexicon) -> int:
    """Minimum words of a quotation within a sentence to be a line; in scripts without spaces, characters."""
    return QUOTED * (2 if lexicon.writing.unspaced else 1)


def _in_headline(page: Page, one: Attribution) -> bool:
    """Whether a statement is in the title, in a line without a full stop, or in page furniture."""
    title = page.reading.article.title
    if title is not None and page.text.startswith(title) and one.content[0].start < len(title):
        return True
    sentence = page.sentences[page.sentence_at((one.cue or one.content[0]).start)]
    around = page.text[max(0, sentence.start - 1) : sentence.start], page.text[sentence.end : sentence.end + 1]
    return is_furniture(sentence.of(page.text), alone=all(end in ("", "\n") for end in around))


def _asserted(one: Attribution, alone: tuple[Span, ...], lexicon: Lexicon, page: Page) -> tuple[Span, ...]:
    """The words without their verb if they say what the speaker holds; else the verb and what follows the speaker."""
    if one.negated or one.conditional or (one.cue is not None and _is_refused(page, one.cue, lexicon)):
        return ()
    if one.cue is None or _is_noun(page, one.cue, lexicon) or not alone:
        return alone
    asserting = one.act in _ASSERTING
    if one.cue.end > alone[0].start or (asserting and _is_clause(page, one, lexicon)):
        return _with_subject(page, one, alone, lexicon) if asserting else ()
    if _is_subordinate(page, one.cue, lexicon):
        return ()
    apart = page.sentence_at(one.cue.start) != page.sentence_at(alone[0].start)
    before = one.source is None or one.source.end <= one.cue.start
    if asserting and (apart or before or _is_aside(page, one.source, alone[0])):
        return _with_subject(page, one, alone, lexicon)
    if _is_cut_from(page, one, lexicon):
        return ()
    rest = _after_speaker(page, one, alone, lexicon) or _with_preposition(page, one.cue, alone, lexicon)
    return (Span(_after_conjunction(page, one.cue.start, lexicon), one.cue.end), *rest)


def _is_cut_from(page: Page, one: Attribution, lexicon: Lexicon) -> bool:
    """Whether the words are the end of a clause that begins long before them: "said that [the plan, which has] a port".

    Only after a verb that asserts, in a script without capitals, where subjects follow verbs.
    """
    if one.cue is None or one.act is not Act.SAYS or not lexicon.writing.caseless:
        return False
    words = lexicon.words(page.text, one.cue.end, one.content[0].start)
    begun = next(
        (n for n, word in enumerate(words) if word.forms[0] in lexicon.lists["conjunctions"].whole), len(words)
    )
    return len(words) - begun > _BETWEEN


def _after_speaker(page: Page, one: Attribution, alone: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """A statement from right after a speaker who follows the verb; empty if there is more than words between."""
    if one.cue is None or one.source is None or not one.cue.end <= one.source.start < one.source.end < alone[0].start:
        return ()
    between = page.text[one.source.end : alone[0].start].strip()
    inner = between.strip("".join(_COMMAS)).strip()
    listed = between[:1] in _COMMAS and between[-1:] in _COMMAS and " " in inner  # not "held, Tuesday, a vote"
    named = listed and not lexicon.writing.cased
    between = inner if named else between
    if len(page.words_in(one.source.end, alone[0].start)) > _BETWEEN or any(mark in between for mark in _MARKS):
        return ()
    start = _after_comma(page.text, one.source.end) if named else one.source.end
    first = page.bare(start, alone[0].end)
    return (first, *alone[1:]) if first is not None else ()


def _after_comma(text: str, start: int) -> int:
    """``start`` moved past a comma."""
    while text[start : start + 1] in (" ", *_COMMAS):
        start += 1
    return start


def _with_preposition(page: Page, cue: Span, alone: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """A statement with the preposition that its verb requires: "commented … on the attack"."""
    for word in lexicon.words(page.text, cue.end, alone[0].start)[-1:]:
        if word.of(lexicon.lists["prepositions"]) and not page.text[word.span.end : alone[0].start].strip():
            return (Span(word.span.start, alone[0].end), *alone[1:])
    return alone


def _is_aside(page: Page, source: Span | None, content: Span) -> bool:
    """Whether the speaker is named in an aside within the statement: "The port, says Venn, is open"."""
    return source is not None and source.end < content.start and page.text[source.end : content.start].strip() == ","


def _with_subject(page: Page, one: Attribution, alone: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """A statement with the few words before ", says she," that begin its sentence."""
    if one.cue is None or one.cue.start > alone[0].start or lexicon.writing.unspaced:
        return alone
    sentence = page.sentences[page.sentence_at(one.cue.start)]
    comma = page.text.find(",", sentence.start, one.cue.start)
    told = lexicon.words(page.text, sentence.start, max(comma, sentence.start))
    other = all(word.of(lexicon.lists["leading_words"]) for word in told)
    if (
        other
        or len(told) > _BETWEEN
        or not _is_aside(page, one.source, alone[0])
        or page.text[comma + 1 : one.cue.start].strip()
    ):
        return alone
    subject = page.bare(sentence.start, comma)
    return (subject, *alone) if subject is not None else alone


def _is_noun(page: Page, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a cue is "according to" rather than a verb."""
    return any(word.of(lexicon.lists["according"]) for word in lexicon.words(page.text, cue.start, cue.end))


def _from_verb(page: Page, one: Attribution, lexicon: Lexicon) -> tuple[Span, ...]:
    """The words from the verb to the end of the statement, if a speaker's name can precede them."""
    if one.cue is None or one.content[0].start < one.cue.end or _is_noun(page, one.cue, lexicon):
        return ()
    if (is_impersonal(page.text, one.cue, lexicon) and _is_clause(page, one, lexicon)) or _is_inserted(page, one):
        return ()
    if one.act in _ASSERTING and not one.negated and _stands_alone(page, one, one.cue, lexicon):
        return ()
    if page.sentence_at(one.cue.start) != page.sentence_at(one.content[0].start):
        return ()
    if one.source is not None and one.source.start >= one.cue.end:
        return ()
    start = _verb_start(page, one.source, one.cue, lexicon, negated=one.negated)
    apart = one.source is None or start > one.source.end
    if apart and _is_subordinate(page, one.cue, lexicon):
        return ()
    start = _after_relative(page, Span(start, one.cue.end), lexicon) if not apart else start
    span = trimmed(page.text, Span(start, one.content[-1].end))
    bare = page.bare(span.start, span.end) if span else None
    return (bare,) if bare is not None else ()


def _after_relative(page: Page, verb: Span, lexicon: Lexicon) -> int:
    """The start of a verb past "who" before it, which belongs to the speaker in front: "Venn, [who] warned that"."""
    first = next(iter(lexicon.words(page.text, verb.start, verb.end)), None)
    if first is None or first.forms[0] not in lexicon.lists["pronouns.relative"].whole:
        return verb.start
    return first.span.end


def _is_subordinate(page: Page, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a line cannot begin with a verb: with a participle, or with an infinitive after a preposition."""
    if lexicon.writing.unspaced or _is_refused(page, cue, lexicon):
        return False
    lists, first = lexicon.lists, lexicon.words(page.text, cue.start, cue.end)[:1]
    if any(word.of(lists["participles"]) for word in first):
        return True
    before = next(_words_before(page, cue.start, lexicon), None)
    governed = before is not None and lexicon.has(before, "governing", "prepositions", "purposes")
    return governed and any(word.of(lists["infinitives"]) for word in first)


def _is_meant(page: Page, cue: Span, lexicon: Lexicon) -> bool:
    """Whether a verb tells only what somebody does something for: "met in order to call for"."""
    infinitives, purposes = lexicon.lists["infinitives"], lexicon.lists["purposes"]
    if lexicon.writing.unspaced or not all(map(infinitives.holds, fold(cue.of(page.text)).split()[:1])):
        return False
    before = dropwhile(lambda word: word.of(infinitives), _words_before(page, cue.start, lexicon))
    return any(word.of(purposes) for word in islice(before, 1))


def _is_inserted(page: Page, one: Attribution) -> bool:
    """Whether verb and speaker are between two commas right before the words: "since, says Venn, “…”"."""
    around = [span for span in (one.cue, one.source) if span is not None and span.end <= one.content[0].start]
    start, end = min(span.start for span in around), max(span.end for span in around)
    first = max(0, start - _NEXT_WORDS)
    while start > first and (page.text[start - 1].isalnum() or page.text[start - 1] in _HYPHENS):
        start -= 1
    before = page.text[max(0, start - _NEXT_WORDS) : start].rstrip()
    return before.endswith(",") and page.text[end : one.content[0].start].strip() == ","


def _stands_alone(page: Page, one: Attribution, cue: Span, lexicon: Lexicon) -> bool:
    """Whether asserted words read better without their verb: "adding that", "it is stressed that"."""
    if lexicon.writing.unspaced:
        return _is_clause(page, one, lexicon)
    words = lexicon.words(page.text, cue.start, cue.end)
    words = words[-1:] if lexicon.writing.cased else words  # "warning of"
    dependent = any(word.of(lexicon.lists["participles"]) for word in words)
    dependent |= one.source is None and not lexicon.writing.cased  # "(he) added that"
    return dependent and _is_clause(page, one, lexicon) and not _is_refused(page, cue, lexicon)


def _is_clause(page: Page, one: Attribution, lexicon: Lexicon) -> bool:
    """Whether the words after a verb are a clause or quotation, which make sense without it."""
    if one.cue is None or one.kind is Kind.DIRECT:
        return True
    between = page.text[one.cue.end : one.content[0].start]
    if lexicon.writing.unspaced:
        return any(mark in between for mark in _MARKS) or lexicon.act(one.cue.of(page.text)) is Act.SAYS
    last = lexicon.words(page.text, one.cue.end, one.content[0].start)[-1:]
    return ":" in between or any(word.of(lexicon.lists["conjunctions"]) for word in last)


def _verb_start(page: Page, source: Span | None, cue: Span, lexicon: Lexicon, *, negated: bool) -> int:
    """The start of a line from the verb: right after a speaker close before it, else the verb's first auxiliary."""
    start = cue.start
    if source is not None:
        between = page.text[source.end : start]
        words = lexicon.words(page.text, source.end, start)
        governed = any(word.of(lexicon.lists["infinitives"]) for word in lexicon.words(page.text, start, cue.end)[-1:])
        near = len(words) <= _BETWEEN or (governed and words[-1].of(lexicon.lists["governing"]))
        near &= not words or not _goes_on(words, lexicon)
        if near and not any(mark in between for mark in _MARKS):
            return _before_negation(page, source, lexicon)
    elif negated and (before := page.words_in(max(0, start - 12), start)[-1:]):
        start = before[0].start
    return _after_conjunction(page, _with_auxiliaries(page, start, lexicon), lexicon)


def _before_negation(page: Page, source: Span, lexicon: Lexicon) -> int:
    """The end of ``source``, or where the negation begins that was taken for its last words."""
    end = source.end
    for word in reversed(lexicon.words(page.text, source.start, source.end)):
        if not word.of(lexicon.lists["negations"]) or word.span.start == source.start:
            break
        end = word.span.start
    return end


def _goes_on(words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether words after a name belong to it rather than to the verb: "the statement of Monday", "lawyers in trade".

    A preposition of place may be an auxiliary, too, but not one of a single letter.
    """
    lists, first = lexicon.lists, words[0]
    where = first.forms[0] in lists["locatives"].whole and lexicon.writing.cased and lexicon.cases is None
    if not first.of(lists["auxiliaries"]):
        return first.of(lists["governing"]) or (where and any(word.capital for word in words[1:2]))
    rest = dropwhile(lambda word: word.of(lists["auxiliaries"]), words)
    return where and len(first.text) > 1 and any(word.of(lists["auxiliaries"]) for word in rest)


def _with_auxiliaries(page: Page, start: int, lexicon: Lexicon) -> int:
    """The start of the verb at ``start`` with its auxiliaries, its negation and a refusal: "refused to"."""
    belonging = [lexicon.lists[name] for name in ("auxiliaries", "negations", "pronouns.objects", "refusals")]
    verb = next(iter(lexicon.words(page.text, start, min(len(page.text), start + _LOOKED_AT))), None)
    act = lexicon.act(verb.text) if verb is not None else None
    for word in _words_before(page, start, lexicon):
        if any(map(word.of, belonging)) or (act is not None and lexicon.act(word.text) is act):
            start = word.span.start  # "has [put] on guard"
        elif not lexicon.has(word, "governing", "adverbs"):
            break
    return start


def _is_refused(page: Page, cue: Span, lexicon: Lexicon) -> bool:
    """Whether somebody refused or failed to do what the verb says."""
    for word in _words_before(page, cue.start, lexicon):
        if word.of(lexicon.lists["refusals"]):
            return True
        if not word.of(lexicon.lists["governing"]):
            break
    return False


def _words_before(page: Page, start: int, lexicon: Lexicon) -> Iterator[Word]:
    """The words of the sentence before ``start``, nearest first, back to a punctuation mark."""
    sentence = page.sentences[page.sentence_at(start)]
    for word in reversed(lexicon.words(page.text, sentence.start, start)):
        if page.text[word.span.end : start].strip(_WITHIN_WORDS):
            break
        yield word
        start = word.span.start


def _after_conjunction(page: Page, start: int, lexicon: Lexicon) -> int:
    """``start`` moved past an "and" attached to the front of a word, unless the word itself begins so."""
    word = next(iter(lexicon.words(page.text, start, min(len(page.text), start + _LOOKED_AT))), None)
    joined = lexicon.lists["attached_conjunctions"].whole
    if (
        word is None
        or word.text[0] not in joined
        or any(entries.length(word.forms[0]) for entries in lexicon.acts.values())
    ):
        return start
    rest, doubled = word.text[1:], word.text[1:2] == word.text[0] and len(word.text) > _LEAST
    known = lexicon.act(rest) is not None or fold(rest) in lexicon.lists["joining"].whole
    known |= len(rest) > _LEAST and rest in page.vocabulary
    return word.span.start + 1 if known or doubled else start


def _clause_start(page: Page, start: int, lexicon: Lexicon) -> int:
    """The start of a statement's own words: past an "and", or with a conjunction that its first word needs.

    That is one that makes the word oblique, or that contains the subject: "that they [are] from the north".
    """
    sentence = page.sentences[page.sentence_at(start)]
    if start == sentence.start:
        return _after_conjunction(page, start, lexicon)
    before = lexicon.words(page.text, max(sentence.start, start - _LOOKED_AT), start)[-1:]
    first = lexicon.words(page.text, start, min(len(page.text), start + _LOOKED_AT))[:1]
    oblique = first and first[0].span.start == start and first[0].of(lexicon.lists["names.oblique"])
    governed = oblique or _is_without_verb(first, lexicon)
    if not (governed and before and before[0].of(lexicon.lists["conjunctions"])) or before[0].span.end + 1 != start:
        return start
    pronouns = ("pronouns.plural", "pronouns.first")  # a singular one may be nobody: "it"
    subject = lexicon.has_whole(before[0], *pronouns)
    return before[0].span.start if oblique or subject else start


def _is_without_verb(first: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the first word of a clause in a script without capitals is no verb: a preposition, or with an article."""
    if lexicon.writing.cased:
        return False
    return any(lexicon.is_definite(word) or lexicon.has_whole(word, "prepositions", "locatives") for word in first)


def _finished(page: Page, pieces: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """``pieces`` without words at their ends that need a continuation: "and", "of the"."""
    return tuple(span for piece in pieces if (span := _without_end(page, piece, lexicon)) is not None)


def _without_end(page: Page, piece: Span, lexicon: Lexicon) -> Span | None:
    end = piece.end
    for word in reversed(lexicon.words(page.text, piece.start, piece.end)):
        if page.text[word.span.end : end].strip() or not word.of(lexicon.lists["unfinished"]):
            break
        end = word.span.start
    return page.bare(piece.start, end)


def _with_condition(page: Page, pieces: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """``pieces`` with the condition at the end of their sentence, without which they mislead; nothing if too long."""
    if not pieces or lexicon.writing.unspaced or not lexicon.lists["provisos"].entries:
        return pieces
    last, end = pieces[-1], page.sentences[page.sentence_at(pieces[-1].start)].end
    near = min(end, last.end + _LONGEST_REST)
    after = lexicon.words(page.text, last.end, near) if last.end < near else []
    starts = [last.end, *(word.span.end for word in after)]
    gaps = (page.text[start : word.span.start] for start, word in zip(starts, after, strict=False))
    begun = (word for word, gap in zip(after, gaps, strict=True) if gap == ", " or word is after[0])
    condition = next((word for word in begun if word.of(lexicon.lists["provisos"])), None)
    if condition is None or page.text[last.end : condition.span.start].strip(_WITHIN_WORDS + ",").startswith(
        tuple(_MARKS)
    ):
        return pieces
    if lexicon.find_cues(page.text, last.end, condition.span.start):
        return pieces  # of what somebody else says
    whole = page.bare(last.start, end) if near == end else None
    if whole is None or _count(page, [*pieces[:-1], whole]) > LONGEST:
        return ()
    return (*pieces[:-1], whole)


def _count(page: Page, pieces: Sequence[Span]) -> int:
    return sum(count_words(page.text, piece) for piece in pieces)


def _shortened(page: Page, pieces: tuple[Span, ...], lexicon: Lexicon) -> tuple[Span, ...]:
    """The first sentence of a statement that is too long for a line."""
    longest = LONGEST * 2 if lexicon.writing.unspaced else LONGEST
    if not pieces or _count(page, pieces) <= longest:
        return pieces
    first = pieces[0]
    end = page.sentences[page.sentence_at(first.start)].end
    bare = page.bare(first.start, min(first.end, end))
    return (bare,) if bare is not None else ()
