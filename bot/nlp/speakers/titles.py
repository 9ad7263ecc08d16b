"""Finds the office beside a name: "US Secretary of State Orla Venn", "Orla Venn, the Chancellor of Germany,"."""

import re
from itertools import takewhile

from bot.domain.text import Span
from bot.gazetteer.office_words import (
    HEADS,
    HONORIFICS,
    INSTITUTIONS,
    MODIFIERS,
    PAST_VERBS_OF_OFFICE,
    VERBS_OF_OFFICE,
    head_of,
)
from bot.gazetteer.public_figures import find_figure_by_surname
from bot.nlp.speakers.capitalised_words import (
    CALENDAR,
    ORGANISATION,
    PARTICLES,
    CapitalisedWord,
    is_common,
    is_title_word,
)
from bot.nlp.speakers.offices import find_principal

_APPOSITION_BEFORE = re.compile(
    r"(?<!\w)(?!\w+day,)[A-ZÀ-Þ][\w’'-]{0,60}+,\s+(?:(?:an?|the|his|her|their|its|then|former)\s+)?$"
)
_CHARACTER = (
    r"(?:[^,;.:()\n“”\"]|(?<=\b[A-Z])\.(?=[A-Z]\.|\s)|(?:(?<=\b[DM][rs])|(?<=\bMrs)|(?<=\b(?:Gen|Gov|Rep|Sen)))"
    r"\.(?=\s))"
)
_HOLDS = re.compile(
    rf"(?:,\s+who|\s+who(?!\s+represents))\s+((?:{'|'.join(VERBS_OF_OFFICE)})\s++"
    r"(?:[^,;.:()\n“”\"]|\.(?=[a-z])|(?<=\b[A-Z])\.(?=\s[A-Z])){3,70}?|"
    rf"(?:{'|'.join(PAST_VERBS_OF_OFFICE)})\s+(?:the|its|a)\s++[^,;.:()\n“”\"]{{0,50}}?"
    r"\b(?:observers|mission|delegation|team|committee|commission|council|inquiry|party|union|association|agency))"
    r"(?=[,;:()\n]|(?<!\b[A-Z])\.(?![a-z])|\s(?:said|told|says|added|wrote|has|had|was|is)\b)"
)
_WAS = re.compile(
    r"(?:,\s+|\s)(who\s+(?:is|was|(?:once\s+|has\s+|had\s+)?served\s+as|used\s+to\s+be)\s++"
    rf"{_CHARACTER}{{3,90}}?)"
    r"(?=\s++(?:until|from|between|before|during|and(?!\s[A-ZÀ-Þ])|for|under|who|when)\b|[,;:()\n]|(?<!\b[A-Z])(?<!\bM[rs])(?<!\bMrs)\.(?:\s+[A-ZÀ-Þ“\"]|\s*\Z))"
)
_CLOSE_TO = re.compile(
    r"who\s(?:is|was)\s(?:[a-z]+ly\s)?(?:[a-z]+ed|close|familiar|critical|loyal|not|on|under|with)\s"
)
"""What is said of somebody's part without an office: "who is close to the minister"."""
_SAYS_WHO = r"(?:an?|the|one of|former|[A-ZÀ-Þ][\w’-]*['’]s)\s"
_AND_MORE = r"(?:(?<=Republican)|(?<=Democrat)|(?<=ndependent))\sand\s(?:the\s|an?\s)?"
_OPENS = rf"(?:,\s++(?!as\swell\b)|{_AND_MORE}|\s\(|\s(?:--|[–—])\s(?={_SAYS_WHO}))"
_APPOSED = re.compile(rf"{_OPENS}({_CHARACTER}{{3,130}})")
_ANY_APPOSED = re.compile(
    rf"{_OPENS}({_SAYS_WHO}{_CHARACTER}{{3,100}}|"
    rf"(?!who|which|and|along|but|close|just|where|while|with|after|in|at|on|from)[a-z][\w’'-]*\s{_CHARACTER}{{3,70}}(?=\s?[,.;()\n]))"
)
_MEMBER = re.compile(
    rf"(?:{_SAYS_WHO}(?:\w+['’]s?\s)?)?(?:leading|ranking|senior|top|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s(?:Republican|Democrat)\b"
)
"""A member of a party, by state or standing: "a Utah Republican", "the committee's ranking Democrat"."""
_AT_BODY = re.compile(r"\sat\s(?:the\s)?[A-ZÀ-Þ]")
_AND, _SERVED = " and ", "who served as"
_CLOSES = re.compile(r"\s?(?:[,;.:()\n]|\Z)")
_LEAD = re.compile(
    r"(?:^|[.!?;:,“”\"\n]\s?|\b(?:after|as|before|and|but|when|while|even|said|told|meanwhile|by|with|including|that)\s)"
    r"((?:[Tt]he|[Aa]n?|[Oo]ne|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[A-ZÀ-Þ][\w’-]*['’]s)\s(?:(?!\s(?:after|before|and\s(?:his|her)|is|are|was|were|has|had)\s)[^,;.:!?“”\"\n]){3,90}),\s(?:[A-ZÀ-Þ][a-z]{2,14}(?:an|ese|ish|i)\s)?\Z"
)
_QUOTES = ("“", "”", '"')
_ASIDE = re.compile(
    r", \d{2}(?=,)|"
    r"(?:, [DRI](?:-|\., )[A-Z][A-Za-z.]{0,8}(?: [A-Z][a-z.]{1,9})?| \([DRI](?:-|\., )[A-Z][A-Za-z. ]{1,12}\))(?=,)|"
    r", (?:the|an?) (?:[A-Z][\w.]* ){0,3}(?:Republican|Democrat|[Ii]ndependent)(?=, | and | who )|"
    r" of [A-Z][a-z.]{2,14}(?: [A-Z][a-z]{2,14})?(?=, (?:an?|the|who)\b)"
)
"""Age, or party and state, between a name and an office: ", 52,", ", R-Ga.,", " (D-Md.),", " of Utah, the"."""
_FINITE = r"(?:is|are|was|were|has|had|will|would)\b"
_SAYS = re.compile(
    r"(?<!\s)\s++(?:said|says|told|tells|added|announce[ds]|issued|wrote|explained|warned|argued|insisted)\b"
)
_SUBJECT = re.compile(r"(?:^|[.!?”\"\n]\s?)(?:[A-ZÀ-Þ][\w.’'-]{0,30}+\s?){2,5}$")
"""A name at the start of its sentence: what follows the comma describes it, up to the verb."""
_DONE = re.compile(
    r"[a-z]+ed\s+(?:the|an?|after|alongside|as|by|for|his|her|its|their|that|those|such|all|any)\b"
    r"|(?!acting\b)[a-z]+ing\s(?:[a-z]+ly\s|again\s|also\s)?(?:the|an?|his|her|its|their|this|that)\s"
    rf"|{_FINITE}|.*\s(?:agreed|decided|declined|failed|pledged|promised|refused|vowed|wanted)\sto\b"
)
_CLAUSE = re.compile(
    r"(?<!\s)\s++(?:(?:and\s++)?(?:who(?:['’]s)?|whose|which|that|now|not|under(?!\s(?:former\s)?(?:[PCK]\w++|Mr?s?\.?)\s[A-Z])|where|when|while|--|[–—])\s"
    r"|and\s++(?=(?:an?|the|no|former)\s|(?:Sen|Rep|Gov|Gen|Mrs?|Ms|Dr)\b)|accused\sof\s)"
)
"""Where the description after a name continues with a clause or a second office."""
_LONG_OFFICE = re.compile(
    r"(?<![\w-])(?P<head>(?:[Ss]ecretary\s)?[a-zA-Z-]++)(?:\s++of\s++parliament)?\s++(?:of|for|at)\s++(?:the\s++)?"
    r"[A-ZÀ-Þ][\w’'-]*+(?:\s++(?:of|the|and|for|&|parliament|government|party|council|ministry|[A-ZÀ-Þ][\w’'-]*+)){0,8}+"
    r"(?P<end>,\s| )$"
)
"""An office that contains a proper name, before a name: "leader of the Loyal Harbour Party, Orla Venn"."""
_TWO = 2
_OFFICE_LENGTH = 110
"""Maximum characters of an office before a name."""
_WORDS_BEFORE = re.compile(r"(?<![\w’'&.-])(?:(?:[\w’'&-]++|(?:[A-Z]\.)++)(?: |\Z)){1,6}\Z")
_VERB = re.compile(r"[a-z]+[^\Ws]s")
_NO_OFFICE = frozenset(
    "said told says was is were are has had who that which what met with by from as after when while but or he she it "
    "they own his her their its him them than then not also".split()
)
_CLOSING = re.compile(
    r"(?:M(?:r|rs|s)\.?\s)?[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+){0,2}\s"
    r"(?:said|says|told|wrote|spoke|met|gave|took|made|came|went|has|had|was|is|will|would|\w{2,}ed)\b"
)
"""Words after a name that end the clause before the comma."""
_DOING = re.compile(r"\w+ing\b.*?\s(?=(?:with|at|in|to|on|alongside|beside)\s)")
"""An activity: ", speaking in Oslo with her Danish counterpart,"; not "acting head at the ministry"."""
_IN_SPEECH = re.compile(
    r"(?<!\s)\s++(?:in|on|during|at)\s(?:an?|the|his|her)\s(?:[\w-]++\s){0,2}?(?:call|conference|event|interview|statement|tweet)\b"
)
"""Where somebody spoke, after the office: "chief of the union on a call with reporters on Friday"."""
_ON_DAY = re.compile(r"\bon [A-Z][a-z]+day\b")
_NO_APPOSITION = frozenset(
    "who which and along but close just where while with after in said told on at about from i he she it they "
    "we".split()
)
_GAPS = frozenset((" ", "] ", "'s ", "’s ", "' ", "’ ", " \u00a0", "\u00a0", "/", " & ", "-"))
"""What may separate the words of an office and a name."""
_OF_FIELD = frozenset("minister secretary ministry".split())
"""Words that can follow the field of an office, whatever the field is called."""
_SHORT_FORM = re.compile(r"\b(?:[A-Z]\.){2,6}\Z")
_RANKS = frozenset("king queen prince princess emir sultan".split())
_SKIP_BACK = frozenset("of for and the to in on at 's ’s a an & d’affaires d'affaires".split())


def find_title(text: str, words: list[CapitalisedWord], i: int) -> tuple[Span | None, str, bool]:
    """The office and form of address right before word ``i``: (span, gender, whether there is a form of address)."""
    k, gender, addressed = i, "", False
    while (
        k > 0 and (words[k - 1].lower in HONORIFICS or f"{words[k - 1].lower}." in HONORIFICS) and _near(text, words, k)
    ):
        honorific = words[k - 1].lower
        gender = HONORIFICS.get(honorific, HONORIFICS.get(f"{honorific}.", "")) or gender
        addressed = True
        k -= 1
    k = end = _skip_state(words, k, i)
    if k == 0 or not _near(text, words, k):
        rank = k < i and words[k].lower in _RANKS and words[k].capital
        return Span(words[k].start, words[k].end) if rank else None, gender, addressed
    if words[k - 1].lower in HEADS and text[words[k - 1].end] in "'’":
        return None, gender, addressed  # "at Prime Minister's Questions"
    comma = "," in text[words[k - 1].end : words[k].start]
    seen_head = False
    while k > 0 and end - k < 14 and (k == end or _near(text, words, k, comma=False)):
        word = words[k - 1]
        if seen_head and _parts(words[max(k - 2, 0)], word, words[k:end]):
            break
        if word.lower in HEADS:
            seen_head = True
            k -= 1
        elif (
            is_title_word(word)
            or word.lower in _SKIP_BACK
            or _is_of_organisation(text, word, words[k] if seen_head else None)
            or (seen_head and (word.lower in INSTITUTIONS or _is_acronym(word) or _is_of_field(text, words, k, end)))
        ):
            k -= 1
        else:
            break
    while k < end and (words[k].lower in _SKIP_BACK or (words[k].text == "acting" and words[k + 1].text == "on")):
        k += 1
    if k >= end or not seen_head:
        rank = end < i and words[end].lower in _RANKS and words[end].capital
        return Span(words[end].start, words[end].end) if rank else None, gender, addressed
    if comma and _is_anothers(text, words, k, i, addressed=addressed):
        return None, gender, addressed
    crowned = words[end - 1].lower == "crown" and end < i and words[end].lower in _RANKS
    span = find_principal(text, Span(words[k].start, words[end if crowned else end - 1].end))
    # "spoke to the president Friday", "the general said Smith": the office must end right at the name
    last = words[end - 1]
    if last.lower not in HEADS and not last.place and last.lower not in ORGANISATION and last.lower not in MODIFIERS:
        return None, gender, addressed
    return span, gender, addressed


def _skip_state(words: list[CapitalisedWord], k: int, i: int) -> int:
    """The start of the state of a rank at ``k`` before the name at ``i``: "candidate and Utah Sen. Orla Venn"."""
    joined = _TWO < k < i and words[k - 1].place and words[k - 2].lower == "and"
    return k - _TWO if joined else k


def _is_anothers(text: str, words: list[CapitalisedWord], k: int, i: int, *, addressed: bool) -> bool:
    """Whether the office from word ``k`` to the comma before the name (word ``i``) is somebody else's.

    "Tangen, a spokesman for the ministry, Haugseth" or "he would meet the Foreign Minister of Iran, Venn replied".
    """
    if _closes(text, words[k].start, words[i].start):
        return True
    if addressed:
        return False
    before = text[max(0, words[k].start - 40) : words[k].start]
    if words[k].place or not _APPOSITION_BEFORE.search(before):
        return False
    return not next((w.place for w in reversed(words[max(0, k - 4) : k]) if w.capital), False)


def _closes(text: str, office: int, name: int) -> bool:
    """Whether the name at ``name`` ends the clause of an ``office`` that does not begin the sentence."""
    opening = re.search(r"(?:^|[.!?”\"\n][^\S\n]*+)(?:[Tt]he\s)?$", text[max(0, office - 12) : office])
    return _CLOSING.match(text, name) is not None and opening is None


def _parts(before: CapitalisedWord, word: CapitalisedWord, office: list[CapitalisedWord]) -> bool:
    """Whether ``word`` separates an office from the words before it: "under" (except in "Under Secretary") or "and".

    "And" separates two people in "represented Iceland and Norwegian Minister", "the Deputy Minister and Minister" and
    "Parliament and President", but not before a whole office: "Deputy Prime Minister and Minister of Defense" is one
    person's.
    """
    if word.lower != "and":
        return word.lower == "under" and office[0].lower != "secretary"
    another = office[0].capital and not before.capital  # "the king and President Venn", "trade and President Venn"
    another = another or (len(office) == 1 and office[0].capital and before.lower in ORGANISATION)
    return before.place or another or (len(office) == 1 and office[0].lower == before.lower and before.lower in HEADS)


def _is_acronym(word: CapitalisedWord) -> bool:
    """Whether a word is a body's acronym, or ends with one, as in "NSC spokesperson", "then-CIA director"."""
    letters = word.text.rpartition("-")[2]
    return letters.isupper() and 2 <= len(letters) <= 6 and not word.person


def find_long_office(text: str, name: Span) -> Span | None:
    """The office with a proper name in it that ends, with a comma, where ``name`` begins."""
    start = max(0, name.start - 90)
    match = _LONG_OFFICE.search(text[start : name.start])
    if match is None or re.split(r"[\s-]", match["head"])[-1].lower() not in HEADS:
        return None
    end = name.start - len(match["end"])
    last = text[start:end].rpartition(" ")[2]
    if match["end"] == " " and not last.isupper() and last.lower() not in MODIFIERS & ORGANISATION:
        return None  # without a comma, an office must end with its field: "Peacebuilding Affairs Orla Venn"
    if _APPOSITION_BEFORE.search(text[max(0, start + match.start() - 40) : start + match.start()]):
        return None
    if _closes(text, start + match.start("head"), name.start):
        return None
    return Span(start + match.start("head"), end)


def _in_office(word: str) -> bool:
    """Whether a word may be inside the name of an office; verbs and pronouns may not."""
    return word[:1].isupper() or (word.lower() not in _NO_OFFICE and not word.endswith(("ed", "ing")))


def _is_of_organisation(text: str, word: CapitalisedWord, after: CapitalisedWord | None) -> bool:
    """Whether a capitalised word in an office, which continues with ``after``, belongs to a body.

    Not if it may just begin the sentence: "Police commissioner Orla Venn" is clear, "Trade Minister Orla Venn" is not.
    """
    opens = _opens(text, word)
    return word.capital and word.lower in ORGANISATION and not (opens and after is not None and after.capital)


def _opens(text: str, word: CapitalisedWord) -> bool:
    """Whether a word may be capitalised only because it begins a sentence."""
    before = text[max(0, word.start - 12) : word.start].rstrip(" “\"‘'(«")
    return before[-1:] in ("", ".", "!", "?", "\n", ":", "…", "”") and _SHORT_FORM.search(before) is None


def _is_of_field(text: str, words: list[CapitalisedWord], k: int, end: int) -> bool:
    """Whether word ``k - 1`` names the field of the office that continues to ``end``, or of its body.

    "Reefs Minister", "Oyster Growers Committee chairman", "White House kelp adviser".
    """
    word, after = words[k - 1], words[k]
    if word.place or is_common(word.text) or word.lower in CALENDAR or not _in_office(word.text):
        return False
    parts = words[k : end - 1]
    if word.capital and not words[end - 1].capital and all(one.capital or one.lower in MODIFIERS for one in parts):
        opens = _opens(text, word) and not (after.capital and after.lower in ORGANISATION)
        known = opens and after.lower in HEADS and find_figure_by_surname(word.text) is not None
        return (not opens or known) and text[word.end : after.start] == " "  # "Harbour Light spokesman", "Venn aide"
    if not word.capital:
        owner = words[k - 2] if k > 1 and text[words[k - 2].end : word.start] == " " else None
        return k == end - 1 and owner is not None and owner.capital and owner.place and word.lower not in _SKIP_BACK
    if word.person:
        return False
    body = any(one.capital and one.lower in INSTITUTIONS for one in words[k:end])
    if _opens(text, word):
        return after.capital and after.lower in ORGANISATION and (body or after.lower in MODIFIERS)
    return after.capital and (body or after.lower in _OF_FIELD or word.lower in PARTICLES)


def _near(text: str, words: list[CapitalisedWord], k: int, *, comma: bool = True) -> bool:
    """Whether words ``k - 1`` and ``k`` are adjacent, with at most a comma or a possessive in between."""
    gap = text[words[k - 1].end : words[k].start]
    if gap == ". ":
        return f"{words[k - 1].lower}." in HONORIFICS
    return gap in _GAPS or (comma and gap == ", ")


def find_apposition(text: str, end: int) -> Span | None:
    """The office after a name that ends at ``end``: ", the Chancellor of Germany," or ", who chairs the union,"."""
    end = _skip_aside(text, end)
    rest = text[end : end + 160]
    if holds := _HOLDS.match(rest):
        return Span(end + holds.start(1), end + holds.end(1))
    if (was := _WAS.match(rest)) and head_of(was[1]) is not None and not _CLOSE_TO.match(was[1]):
        return Span(end + was.start(1), end + was.end(1))
    match = _APPOSED.match(text, end)
    span = _first_part(text, match)
    if span and (was := _WAS.match(text, span.end)) and was[1].startswith(_SERVED) and head_of(was[1]) is not None:
        return Span(*was.span(1))  # "the sailor who served as minister"
    phrase = span.of(text) if span else ""
    head = head_of(phrase)
    if span and match and head is None and text.startswith(_AND, span.end):  # "a baker and the head of the union"
        span = Span(span.end + len(_AND), match.end(1))
        phrase = span.of(text)
        head = None if head_of(phrase) == "critic" else head_of(phrase)
    if span is None or (head is None and _MEMBER.match(phrase) is None):
        return None
    first = phrase.split()[0].lower()
    lowered = [w.strip("'’").lower() for w in phrase.split()]
    if first in _NO_APPOSITION or re.search(r"\s[—–-]\s", phrase):
        return None
    verbs = {"said", "told", "met", "spoke", "called", "added", "urged"}
    finite = {"has", "was", "were", "had", "is"} & set(lowered)
    if finite or (verbs & set(lowered[:8]) and first not in ("the", "a", "an")):
        return None
    return span


def _first_part(text: str, match: re.Match[str] | None) -> Span | None:
    """The description after a name, up to a clause or a second office; None if no punctuation ends it."""
    if match is None or _is_deed(match[1]):
        return None
    start, end = match.span(1)
    said = _SAYS.search(match[1])
    if said is not None and _SUBJECT.search(text, max(0, match.start() - 60), match.start()):
        return Span(start, start + said.start())
    spoke = _IN_SPEECH.search(match[1])
    clause, closed = _CLAUSE.search(match[1]) or spoke, _CLOSES.match(text, end) is not None
    if not closed and re.match(_SAYS_WHO, match[1]):
        closed = "that" not in clause[0] if clause else text[end : end + 2].strip()[:1] in _QUOTES
    if clause and clause[0].strip() == "and" and _shares_body(match[1][: clause.start()], match[1][clause.end() :]):
        clause = None
    return Span(start, start + clause.start() if clause else end) if closed else None


def _shares_body(first: str, second: str) -> bool:
    """Whether the body of a second office is the first one's too: "a fellow and the reef chair at the institute"."""
    at = _AT_BODY.search(second)
    return _AT_BODY.search(first) is None and at is not None and head_of(second[: at.start()]) is not None


def _is_deed(phrase: str) -> bool:
    """Whether a phrase says what somebody does: "denounced the speech", "the spokesman on Monday ruled it out"."""
    doing, day = _DOING.match(phrase), _ON_DAY.search(phrase)
    dated = day is not None and _IN_SPEECH.search(phrase[: day.start()]) is None
    return (doing is not None and head_of(doing[0]) is None) or bool(_DONE.match(phrase) or dated)


def find_loose_title(text: str, name: Span) -> Span | None:
    """The words right before a name, back to a verb or a small word: "said architect Orla Venn"."""
    title = find_phrase_before(text, name.start - 1)
    last = title.of(text).rsplit(maxsplit=1)[-1] if title is not None and text[title.end : name.start] == " " else ""
    return title if last[:1].islower() and last not in INSTITUTIONS and last != "top" else None


def find_lead(text: str, start: int) -> Span | None:
    """The description before a name at ``start`` and a comma, from its article on: "Norway’s best baker, Orla Venn"."""
    match = _LEAD.search(text, max(0, start - _OFFICE_LENGTH), start)
    return Span(*match.span(1)) if match else None


def find_phrase_before(text: str, end: int) -> Span | None:
    """The words that end at ``end``, back to a verb or a small word."""
    match = _WORDS_BEFORE.search(text, max(0, end - _OFFICE_LENGTH), max(0, end))
    words = match[0].split() if match else []
    kept = list(takewhile(lambda word: _in_office(word) and not is_common(word), reversed(words)))
    verbs = (i for i, word in enumerate(kept) if i and _VERB.fullmatch(word) and kept[i - 1][:1].isupper())
    kept = kept[: next(verbs, len(kept))]  # "the group shows Norwegian captive"
    return Span(end - len(" ".join(kept)), end) if kept else None


def find_loose_apposition(text: str, end: int) -> Span | None:
    """Any description after a name that ends at ``end``: ", an architect from Oslo,"."""
    return _first_part(text, _ANY_APPOSED.match(text, _skip_aside(text, end)))


def _skip_aside(text: str, end: int) -> int:
    """The start of the description after a name that ends at ``end``, skipping age, party and state."""
    aside = _ASIDE.match(text, end)
    return aside.end() if aside else end
