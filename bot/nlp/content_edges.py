"""Cuts a content to the words said: without what leads to them, what leads on from them, and what the reporter adds.

"said [Friday to the crew that the harbour is open, but did not elaborate]" says that the harbour is open. A content
that the tagger parts without a cue or source between its pieces is one.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from bot.domain.attribution import Kind
from bot.domain.text import Span
from bot.nlp.reporting_verbs import find_verbs
from bot.nlp.structure.line_labels import without_label
from bot.nlp.structure.quotations import classify_kind, quotation_at

_BE = r"(?:(?:is|was|has|does|did|would|could)n['’]t|is|was|has|had|would|will|could|can|may|might|must|should)\b"
_DATE = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}(?:,\s\d{4},?)?"
_WHEN = (
    r"(?:(?:late|early|earlier|later|again|this|last|next)\s)?(?:(?:on|in)\s)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?|today|yesterday|tonight"
    rf"|(?:this|last)\s(?:week|month|year)|{_DATE})"
)
_WHEN_SAID = re.compile(rf"{_WHEN},?\s+(?:that\s+|(?!is\b|was\b|will\b|would\b|in\b|night\b)(?=(?:\S+\s+){{2}}\S))")
"""When something was said, before what was said: "Friday that", "yesterday that"."""
_TOLD = re.compile(
    rf"(?:{_WHEN}\s|[a-z]+ly\s|anew\s|again\s)*+"
    r"(?:(?:in|at|during|after|before|from|with|via|on(?=\s[A-Z])|to(?=\s(?:[A-Z]|the\b|an?\b|his\b|her\b|their\b|its\b"
    r"|some\b|all\b|foreign\b|senior\b|other\b|\w+[^s\W]s\b)))"
    r"\s(?P<whom>[^;:“”\"–—\n]{1,90}?)(?:,\s(?=[“\"])|\s))?(?:that\s+(?=\S+\s+\S)|(?<=,\s)(?=[“\"]))"
    rf"(?!{_BE})"
)
"""When, how, where and to whom something was said: "to the crew in Oslo that", "simply that", "in a speech, “"."""
_THAT = re.compile(rf"^that[,:]?\s+(?!{_BE})(?=(?:\S+\s+){{2,}}\S)|^(?:,|:|;|–|—)\s*")
"""The complementiser before a clause: before one or two words, or a verb, "that" is a demonstrative."""
_SUBJECT = re.compile(rf"that\s+{_BE}|That\s")
_SUBJECT_LENGTH = len("that ")
_NOUNS = frozenset(
    "address appeal appeals briefing call calls charges complaint questions statement talk talks".split()
)
_GOVERNS = re.compile(r"\b(?:of|in|on|at|by|to|for|with|from|after|before|about|over)\Z")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|he|she|it|they|we|there|those|who|which)\b"
)
_TIME = re.compile(r"\s?(?:--|[–—-])\s?\d{1,2}:\d\d\s?[ap]\.?m\.?(?:\s[A-Z]{2,3})?\Z")
_AND = re.compile(r"[,\s]\s?(?:and|or|but|nor|while|whilst|although|though|whereas|including|following|without)\Z")
"""A word with which no content ends, since what it leads to is said by another verb."""
_LEADS_ON = re.compile(
    r",?\s(?:the|an?|because|after|before|since|unless|until|when|as|if|than|that|which|whose|who|whom|what|where|another"
    r"|its|their|his|of|to|in|on|at|for|with|from|by|about|into|against|between|among|amid|during|-{1,2}|[–—]"
    r"|(?<!\b(?:is|be)\s)(?<!\b(?:was|are)\s)(?<!\bwere\s)(?<!\bbeen\s)over)\Z"
)
"""A word with which no content ends where its sentence goes on."""
_LED = re.compile(r"(?<=\w)\s(?:who|whom|whose|which|must)\b|(?<=\s(?:has|had|was|are))\s[a-z]")
"""Words right after a content that belong to it: "the crews [who were hurt]", without a comma."""
_DETAILS = (
    r"(?:(?:any|further|other|more)\s+)?(?:details?|specifics|information|explanation|percentage|figures?|reasons?|hints?"
    r"|indications?|evidence|proof|timetable|timeline)"
)
_TELL = (
    r"(?:elaborat|specif|sa[yi]|nam[ei]|identif|explain|mention|comment"
    rf"|(?:offer|giv|provid|disclos)\w+\s+{_DETAILS}\b)\w*"
)
_TAIL = re.compile(
    rf"[,;]?\s(?:(?:but|though|although)\s+(?:(?:he|she|they|it)\s+)?(?:(?:did|does|would|has|have)(?:\s+not|n['’]t)\s+"
    rf"(?:[a-z]+ly\s+)?(?:{_TELL}|(?:offer|give|provide)\s+(?:an?\s+)?{_DETAILS})|(?:declin|refus)ed\s+to\s+{_TELL}"
    rf"|(?:gave|offered|provided)\s+no\s+{_DETAILS})|without\s+(?:[a-z]+ly\s+)?{_TELL})\b"
)
"""What the speaker did not say besides: ", but did not elaborate", "without giving details"."""
EFFECT = (
    r"(?:,|\s(?:-{1,2}|[–—]))[”\"]?\s(?:raising|prompting|upending|marking|sparking|fuel+ing|triggering|drawing|dashing"
    r"|stoking|deepening|escalating|heightening|underscoring|underlining|highlighting|signal+ing|setting\soff)\s"
)
"""What a reporter tells of the effect of the words: ", raising fears of a strike"."""
_COMMENT = re.compile(
    r"(?:,|\s(?:-{1,2}|[–—]))\s(?:an?\s|the\s)?(?:[a-z-]{2,20}\s){0,2}?(?:accusations?|allegations?|assertions?|claims?"
    r"|comments?|contentions?|contradictions?|contrasts?|indications?|moves?|references?|remarks?|sentiments?|signs?"
    r"|suggestions?)\s(?:of|that|to|which|with|shared)\s|(?<=[”\"])\sor\s(?:about|around|roughly|nearly|some)\s\d"
    r"|,\sbut\s(?:that|this)\s(?:account|argument|claim|explanation|reasoning|version)\s"
    r"|\s(?:-{1,2}|[–—])\s(?:which|while|whereas|although|though)\s(?![^\n]{0,200}?\s(?:-{1,2}|[–—])\s)"
    rf"|{EFFECT}"
)
"""What the reporter says of the words before: ", comments that are likely to anger Iceland"."""
_SINCE = re.compile(r",\safter\s(?:[\w’'-]+\s){1,7}?[a-z]+ed\s")
_TO_COME = re.compile(r"\b(?:will|would|could|can|may|might)\b")
"""Of something to come, ", after the first ship entered" tells what the reporter knows was before."""
_LATE = 160
"""Characters at the end of a content in which such a remark begins."""
_BORDER = re.compile(r"[.!?…][”»\"]\s+(?=[^“«\"\s])|(?<![:\n])\n+")
"""Where a sentence or paragraph ends for certain: after a closing mark, at a line's end."""
_MARK = re.compile(r"[“”»\"]")
_HEADING = re.compile(r"['‘]?\w")
_HEADING_WORDS = 10
_GOES_ON = re.compile(r"[\s,;:–—-]*[\w“\"«‘$£€]")
_BREAK = re.compile(r"[,;:–—”\"\n]|\s-{1,2}\s|\.(?=\Z|\s\Z|[”\"])")
_REACH = 90
"""Characters that a content is continued by at most."""


def find_opening(text: str, span: Span, told: int | None = None) -> int:
    """Where the words said begin in ``span``; ``told`` is the end of the verb of telling before it, if it has one."""
    start = span.start
    if _SUBJECT.match(text, max(0, start - _SUBJECT_LENGTH), span.end) and text[start - 1].isspace():
        return start - _SUBJECT_LENGTH  # "that was a loss", of which the tagger left out the subject
    while that := _THAT.match(text[start : span.end]):
        start += that.end()
    if start == 0 or text[start - 1] == "\n":
        return without_label(text, Span(start, span.end)).start
    if told is None:
        return start
    for begun in dict.fromkeys((start, min(told + 1, start))):
        led = _TOLD.match(text, begun, span.end)
        if led and led.end() > start and not _says(led["whom"] or ""):
            return led.end()
    when = _WHEN_SAID.match(text, start, span.end)
    return when.end() if when else start


def _says(words: str) -> bool:
    """Whether ``words`` have a verb or end in a preposition, so that "that" after them depends on it."""
    return (
        _FINITE.search(words) is not None
        or _GOVERNS.search(words) is not None
        or not find_verbs().difference(_NOUNS).isdisjoint(words.lower().split())
    )


def find_comment(text: str, start: int, end: int) -> int | None:
    """Where a reporter's remark on the words before begins in a part of ``text``; None if there is none."""
    return _find_unquoted(_COMMENT, text, start, end)


def _find_unquoted(pattern: re.Pattern[str], text: str, start: int, end: int) -> int | None:
    """Where ``pattern`` begins in a part of ``text`` that has no quotation marks from there on; None if nowhere."""
    found = pattern.search(text, start, end)
    return found.start() if found and not _MARK.search(text, found.start() + 1, end) else None


def find_end(text: str, span: Span, stop: int, anchors: Sequence[int]) -> int:
    """Where the words said end in ``span``; ``stop`` is the end of its last sentence."""
    end = span.end
    if found := _TIME.search(text, max(span.start, end - 30), end):
        end = found.start()
    late = max(span.start + 1, end - _LATE)
    for pattern in (_TAIL, _COMMENT):
        if (tail := _find_unquoted(pattern, text, late, end)) is not None:
            return tail
    since = _find_unquoted(_SINCE, text, late, end)
    if since is not None and _TO_COME.search(text, span.start, since):
        return since
    while found := _AND.search(text, max(span.start, end - 20), end):
        end = found.start()
    led = _LED.match(text, end, stop) or _LEADS_ON.search(text, max(span.start, end - 20), end)
    if led is None or _GOES_ON.match(text, end, stop) is None:
        return end
    close = _BREAK.search(text, end, min(stop, end + _REACH))
    further = close.start() if close else stop if stop <= end + _REACH else end
    if further > end and bisect_left(anchors, further) == bisect_left(anchors, end):
        return further
    while found := _LEADS_ON.search(text, late := max(span.start, end - 20), end) or _AND.search(text, late, end):
        end = found.start()
    return end


def within_sentence(text: str, span: Span, cue: Span, quotations: Sequence[Span]) -> Span:
    """``span`` without words of a sentence or paragraph that the cue does not belong to, unless a quotation goes on."""
    found = (m for m in _BORDER.finditer(text, span.start, span.end) if m.end() < span.end)
    borders = [m for m in found if quotation_at(quotations, m.end() - 1) is None]
    if not borders or text[cue.end - 1] == ":":
        return span
    if span.end <= cue.start:
        rest = Span(borders[-1].end(), span.end)
        return rest if "\n" in borders[-1][0] or not _MARK.search(text, rest.start, rest.end) else span
    rest = Span(borders[0].end(), span.end)
    goes_on = _MARK.search(text, rest.start, rest.end) or classify_kind(text, (rest,), quotations) is not Kind.INDIRECT
    return span if goes_on else Span(span.start, rest.start)


def is_heading(text: str, span: Span) -> bool:
    """Whether ``span`` lies in a short line of its own that ends no sentence: a subheading."""
    start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[start : end if end >= 0 else len(text)]
    alone = text[max(0, start - 3) : start][-2:] == "\n\n" and (end < 0 or text[end : end + 2] == "\n\n")
    led = text[max(0, start - 3) : start].startswith(":")
    ends = line.strip(" '‘’").endswith((".", "!", ",", ";", ":", "…"))
    return alone and not led and not ends and _HEADING.match(line) is not None and len(line.split()) <= _HEADING_WORDS
