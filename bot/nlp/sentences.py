"""Splits a text into sentences, as spans: nupunkt (Bommarito et al. 2025, a Punkt descendant) per line, with
corrections.

A line is a paragraph, so no sentence crosses a line end. Each rule below corrects one kind of error seen in news.
Together they only move or remove nupunkt's borders, or add one where it has no rule (full-width stops, a lost space).
"""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import lru_cache
from typing import Any

import nupunkt

from bot.domain.text import Span, trimmed
from bot.gazetteer.public_figures import find_figure_by_surname

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# nupunkt takes quadratic time over a "word" full of stops, so words longer than any real one are hidden from it.
_ENDLESS_WORD = re.compile(r"(?<!\S)\S{400,}+")

# nupunkt's model takes 3,108 plain words for abbreviations, among them "month", "west", "Poland" and "Iowa", and misses
# sentences that end in them. Only these count, besides those with inner stops ("U.S.", "a.m.").
_ABBREVIATIONS = frozenset(
    "mr mrs ms mx dr prof hon rev fr st ste sr jr esq messrs mme mlle amb sec asst min pres gov lt sen sens rep reps"
    " gen adm col maj brig capt cmdr cdr sgt cpl pvt pte supt insp det dist atty spc ofc dir dep supr pm vp ft mt"
    " jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sun"
    " ala ariz ark calif colo conn del fla ga ind kan kans ky la md mass mich minn mo mont neb nev okla ore oreg"
    " pa penn tenn tex va vt wash wis wyo ont que"
    " inc ltd co cos corp bros assn assoc llc plc intl natl univ inst dept govt bldg blvd ave rd hwy"
    " no nos art arts para paras sect ch vol pp ed eds fig figs cf vs al etc est approx ca incl excl ext tel op cit ref"
    " km kg lb lbs oz sq hr hrs mins secs yr yrs ph u bzw usw dr nr str bd hrsg núm sra srta ud uds cie".split()
)

# Words that begin a sentence after an abbreviation ("in the U.S. He said"). Most of nupunkt's own 709 are names and
# offices, so that it parts "U.S. Secretary of State", "U.N. General Assembly", "U.S. Ambassador".
_SENTENCE_STARTERS = frozenset(
    "a an the this that these those there here he she it they we i you his her its their our my your who what"
    " which when where why how and but or nor so yet if while although though because since unless until after"
    " before during as at by for from in into on of to with without under over among between despite according"
    " about against through also again however moreover meanwhile instead then thus now later still even just only"
    " once perhaps indeed further furthermore additionally consequently finally first second third last next most"
    " many some several all both each every no not none another other such one two three asked today yesterday el"
    " la los las un una este esta estos estas ese esa muchos muchas algunos algunas le les une".split()
)

_CLOSERS = r"[\"'”’»)\]」』）]"

# Titles and ranks precede a name, never a new sentence.
_TITLE_END = re.compile(
    r"(?:^|[\s(\[\"'“‘-])(?:Mr|Mrs|Ms|Messrs|Mx|Dr|Prof|Hon|Rev|Fr|St|Amb|Sec|Asst|Min|Pres|Gov|Sen|Rep|Reps|Sens|Vice-Pres"
    r"|Gen|Adm|Vice-Adm|Lt|Col|Maj|Brig|Capt|Cmdr|Cdr|Sgt|Cpl|Pvt|Pte|Supt|Insp|Ft|Mt|vs)\.\s*$"
)
# "the Norway-U.S. Fisheries Group"
_PAIR_END = re.compile(r"\w-(?:U\.S|U\.K|U\.N|E\.U)\.\s*$")
# "F.A.A. records", "(D-Va.) at the time": an initial or a bracketed abbreviation before a small letter.
_SHORT_FORM_END = re.compile(r"(?:\b[A-Z]\.|\.[)\]])\s*$")
# “Who pays?” Lavrov asked. / “Go!” he said.: the mark ends the quotation, the clause after it ends the sentence.
_QUOTE_ASKS = re.compile(r"[?!…][\"'”’»]{1,3}\s*$")
_SPEAKER_CLAUSE = re.compile(
    r"(?:[a-z]|(?!(?:He|She|They|It|We|I|You|The|A|An|This|That|These|Those)\b)[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}\s+"
    r"(?:asked|asks|said|says|told|added|adds|replied|wrote|writes|exclaimed|demanded|declared|wondered)\b(?!\s+that\b))"
)
_STRAY_CLOSERS = re.compile(rf"(?<!\s){_CLOSERS}{{1,8}}(?=\s|$|[A-Z“‘«])")

# Stops without a following space (CJK), stops that nupunkt does not know (Arabic, Urdu, Hindi), and stops before a
# German closing mark.
_OTHER_STOPS = re.compile(rf"(?:[。！？｡]+|[.?!]“(?=\s)|[؟۔।](?=\s|{_CLOSERS})){_CLOSERS}{{0,8}}")
# "the treaty.The minister": a space lost between paragraphs. Only before words that open sentences (not "Lenta.Ru").
_LOST_SPACE = re.compile(
    rf"(?<=[a-z][a-z])[.?!]{_CLOSERS}{{0,8}}(?=[“\"]?(?:The|He|She|They|It|We|In|On|At|But|And|A|This|That|Then)\s)"
)
# "an alliance with the U.S. Trump complained": before the surname of a public figure, with its verb
_AFTER_STATE = re.compile(
    r"\b[Tt]he (?:U\.S|U\.N|U\.K|E\.U)\.[”\"’']? (?P<who>[A-Z][\w’'-]++)"
    r" (?:said|told|is|was|has|had|will|would|did|does|[a-z]{2,}ed)\b"
)


@lru_cache(maxsize=4)
def find_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` in order: disjoint, trimmed of white space, together covering everything else.

    Accepts any text (all scripts, any line ends) in linear time. A closing quotation mark or bracket belongs to the
    sentence that it closes. An empty text has no sentences.
    """
    return tuple(
        span
        for line in _LINE.finditer(text)
        for start, end in _line_sentences(line[0])
        if (span := trimmed(text, Span(line.start() + start, line.start() + end))) is not None
    )


def _line_sentences(line: str) -> Iterator[tuple[int, int]]:
    """Contiguous ranges over ``line``, one per sentence."""
    hidden = _ENDLESS_WORD.sub(lambda word: "x" * len(word[0]), line)
    borders = {start for start, _ in _load_tokenizer().span_tokenize(hidden)}
    borders.update(match.end() for rule in (_OTHER_STOPS, _LOST_SPACE) for match in rule.finditer(line))
    borders.update(m.start("who") for m in _AFTER_STATE.finditer(line) if find_figure_by_surname(m["who"]))
    start = 0
    for found in sorted(borders - {0}):
        border = found
        if stray := _STRAY_CLOSERS.match(line, border):
            border = stray.end()
        # 200 characters contain any title and any closing mark, so that looking back takes constant time
        if border <= start or border >= len(line) or _runs_on(line[max(start, border - 200) : border], line, border):
            continue
        yield start, border
        start = border
    yield start, len(line)


@lru_cache(maxsize=1)
def _load_tokenizer() -> Any:
    """nupunkt's default model without words that are not abbreviations; a copy, because the model is shared."""
    tokenizer = nupunkt.PunktSentenceTokenizer(deepcopy(nupunkt.load("default").parameters))
    for word in tokenizer.abbreviations:
        if len(word) > 1 and word.isalpha() and word not in _ABBREVIATIONS:
            tokenizer.remove_abbreviation(word)
    tokenizer.add_abbreviations(sorted(_ABBREVIATIONS))
    tokenizer.parameters.sent_starters = set(_SENTENCE_STARTERS)
    return tokenizer


def _runs_on(before: str, line: str, border: int) -> bool:
    """Whether the sentence that ends with ``before`` continues at ``border``."""
    if _TITLE_END.search(before) or (line[border].islower() and _SHORT_FORM_END.search(before)):
        return True
    if _PAIR_END.search(before) and line[border : border + 20].partition(" ")[0].lower() not in _SENTENCE_STARTERS:
        return True
    if line[border].islower() and not line[border].isascii() and before.rstrip().endswith("."):
        return True  # a Cyrillic abbreviation, say: no sentence begins with a small letter
    if line[border] in ",;:)]" and not before[-1].isspace():  # "(R-Calif.), chairman"
        return True
    return _QUOTE_ASKS.search(before) is not None and _SPEAKER_CLAUSE.match(line, border) is not None
