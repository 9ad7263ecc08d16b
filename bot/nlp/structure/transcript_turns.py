"""Finds the turns of transcripts and label posts: "NAME: …" at the start of a line attributes all that follows.

A label counts if it recurs in the text, if it is in capitals ("SECRETARY VENN:") and has two words or another such
label in the text, if it follows a speech balloon, or if it asks ("Question:") and somebody answers. A single "Berlin:"
or "Note:" does not count, nor does "NEW YORK:" before a dispatch. In a transcript, a name that occurs once and asks
("AFP: Has Tokyo protested?") is another questioner.
"""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest

from bot.domain.text import Span, trimmed
from bot.gazetteer.countries import NamingKind, country_of
from bot.gazetteer.office_words import head_of

_LABEL = re.compile(
    r"^[ \t]*(?:(?P<balloon>(?:💬|🗨️?|🎙️?|🗣️?|❓|❗️?)[ \t]*)|(?:🔹|▪️?|[-–—•*])[ \t]*)?[\"“]?"
    r"(?P<label>[^\W\d_][^\n:“”\"?!;]{0,70}?)(?P<note>[ \t]*\([^()\n]{1,40}\))?"
    r"(?P<colon>:|(?<=^Q)[ \t]{2,}(?=\S))(?=[ \t\u00a0]+\S|[ \t]*[\r\n]|(?<=[ \t])\S)",
    re.MULTILINE,
)
_ASKING = re.compile(
    r"(?:question|q|moderator|interviewer|journalist|reporter|host|operator|presenter|anchor|staff|correspondent|"
    r"участник|вопрос|ведущий)(?:\s+\d{1,3})?",
    re.IGNORECASE,
)
_ANSWERING = re.compile(r"(?:answer|a|ответ)(?:\s+\d{1,3})?", re.IGNORECASE)
_NOT_LABELS = re.compile(
    r"(?:(?:editor['’]s |author['’]s |press )?notes?|sources?|read(?: more)?|(?:file )?photos?|videos?|date|time|"
    r"location|stor(?:y|ies)|graphics?|galler(?:y|ies)|interactive|"
    r"place|where|when|who|what|why|how|contact|tel|email|phone|fax|subject|re|updated?|related|see also|more|https?|"
    r"topics?|tags?|published|background|agenda|participants|venue|breaking(?: news)?|watch|live|exclusive|opinion|"
    r"analysis|analysis/opinion|explainer|factbox|correction|disclaimer|"
    r"key points|in pictures|translation|photo credits?|q&a|readout|press release|"
    r"(?:for )?immediate release|media (?:advisory|note|release)|notes? (?:to|for) .*|on (?:the )?record|embargoed|"
    r"the (?:below|following).*|.*\battributable to\b.*|.*\bstatement\b.*|.*\bfollows?)",
    re.IGNORECASE,
)
# "SENATOR McORR": a lower-case prefix that names keep among capitals
_PREFIX = re.compile(r"\b(?:Mc|Mac|de|di|van|von|der|al|el|bin)(?=[ -]?[^\W\d_])")
_SMALL = frozenset("of the for and de van von der al el bin da".split())
_STAGE = re.compile(r"[\"“]?[\[(][^\])]{1,60}[\])][\"”]?")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us|me|[Yy]ou|[Yy]our)\b")
_QUOTED = re.compile(r"[“\"«][^“”\"«»]*[”\"»]")
_AFTERWARDS = re.compile(
    r"(?:(?:Following|After|At\s+the\s+end\s+of)\s+(?:the|their|its)\s+(?:[a-z]+\s+)?|The\s+)"
    r"(?:talks|meeting|briefing|press conference|news conference|interview|panel|session|event|conversation|discussion)"
    r"(?:,|\s+(?:was|were|lasted|ended|concluded|took|closed))"
    r"|(?:The\s+(?:[A-ZÀ-Þ]\w+\s+)?(?:[Ss]ides?|[Pp]arties|[Mm]inisters|[Oo]fficials|[Dd]elegations)|"
    r"Both\s+(?:[Ss]ides|[Mm]inisters|[Pp]arties))\s+[a-z]+(?:ed|sed)?\b",
)
"""How a story continues after the statements: "Following the talks, …", "The briefing lasted ten minutes"."""
_RULE = re.compile(r"\n[^\S\n]*+(?:\*\s?\*\s?\*|[-–—_]{3,}|#{3,})[^\S\n]*+\n")
_SYMBOL = re.compile(r"[^\w\s“”\"«»‘’'(\[#@🔹▪•–—*\-…]")
_INITIAL = 2
_LONGEST_NAME = 3
"""Maximum words of a name without an office."""
_HASHTAGS = re.compile(r"(?:#\w+\s*)+")
_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


@dataclass(frozen=True, slots=True)
class TranscriptTurn:
    """A turn: the label's words (without the colon), the colon, and a span for each spoken paragraph."""

    label: Span
    colon: Span
    content: tuple[Span, ...]
    asking: bool

    @property
    def span(self) -> Span:
        """From the label to the last spoken word."""
        return Span(self.label.start, self.content[-1].end)


def find_transcript_turns(text: str) -> tuple[TranscriptTurn, ...]:
    """The labelled turns of ``text`` in order; empty if it is neither a transcript nor a label post."""
    labels = _labels([m for m in _LABEL.finditer(text) if not _NOT_LABELS.fullmatch(m["label"].strip())])
    questioners = _questioners(text, labels)
    labels = sorted([*labels, *questioners], key=lambda m: m.start())
    names = frozenset(word.casefold() for m in labels for word in m["label"].split()[-1:] if len(word) > _INITIAL)
    body = next((line.start() for line in _LINE.finditer(text) if _ends_sentence(line.group())), 0)
    returning = {_key(match) for match in labels if match.start() >= body}
    turns = []
    for match, following in zip_longest(labels, labels[1:]):
        end = following.start() if following else len(text)
        content = _paragraphs(text, match.end(), end, single=match["balloon"] is not None and len(labels) == 1)
        kept = _until_the_story(text, content, names, balloon=match["balloon"] is not None)
        if kept != content and not text[: match.start()].strip():
            continue  # a headline ("Venn: no talks before spring"), not a turn
        heading = content and match.start() < body and not _ends_sentence(content[0].of(text))
        if heading and match["balloon"] is None and _key(match) not in returning:
            continue  # the same, with nothing in the text that tells where it ends
        content = kept if following is None else content
        if content:
            label = Span(match.start("label"), match.end("note") if match["note"] else match.end("label"))
            asking = match in questioners or is_questioner(match["label"])
            turns.append(TranscriptTurn(label, Span(*match.span("colon")), content, asking))
    return tuple(turns)


def is_questioner(label: str) -> bool:
    """Whether a label, or the speaker called so, only asks: "QUESTION", "Moderator"."""
    return _ASKING.fullmatch(label.strip()) is not None


def _ends_sentence(line: str) -> bool:
    """Whether a line ends as sentences do, and headlines hardly ever."""
    return line.rstrip(" \t\u00a0\"”»’')]").endswith((".", "!", "?", "…", "。", ":", ";", "؟", "—", "–"))


def _until_the_story(text: str, content: tuple[Span, ...], names: frozenset[str], *, balloon: bool) -> tuple[Span, ...]:
    """The paragraphs of the last turn before the story resumes by naming a speaker or reporting the event's end.

    It also resumes after a rule, or, after a speech ``balloon``, with a paragraph that begins with another symbol.
    ``names`` are the last words of the labels, regardless of case.
    """
    for number, span in enumerate(content):
        if number and _RULE.search(text, content[number - 1].end, span.start):
            return content[:number]
        words = re.sub(r"^\W+", "", _QUOTED.sub(" ", span.of(text)))
        named = any(word.casefold() in names for word in re.findall(r"[^\W\d_][\w’'-]*", words) if word[0].isupper())
        marked = balloon and _SYMBOL.match(span.of(text)) is not None
        if number and (named or marked or _AFTERWARDS.match(words)) and not _FIRST_PERSON.search(words):
            said = text[content[0].start : span.start]
            return content if said.count("“") > said.count("”") else content[:number]
    return content


def _questioners(text: str, labels: list[re.Match[str]]) -> list[re.Match[str]]:
    """In a transcript (``labels`` that recur), the names before a line that asks, even if they occur once."""
    if max(Counter(map(_key, labels)).values(), default=0) < 2:
        return []
    known = {match.start() for match in labels}
    return [
        match
        for match in _LABEL.finditer(text, labels[0].start())
        if match.start() not in known
        and len(match["label"].split()) <= 4
        and _is_name(match["label"].strip())
        and not _NOT_LABELS.fullmatch(match["label"].strip())
        and (line := _LINE.match(text, match.end())) is not None
        and line.group().rstrip(' \t\u00a0"”').endswith("?")
    ]


def _labels(matches: list[re.Match[str]]) -> list[re.Match[str]]:
    """The labels among ``matches``, judged together because labels support each other."""
    named = [m for m in matches if _is_name(m["label"].strip())]
    counts = _count_returns(named)
    capitals = {_key(m) for m in named if _is_capitals(m["label"].strip())}
    found = []
    for match in named:
        label, key = match["label"].strip(), _key(match)
        if (
            counts[key] > 1
            or (match["balloon"] is not None and len(label.split()) > 1)
            or (_ASKING.fullmatch(label) and len(counts) > 1)
            or (_ANSWERING.fullmatch(label) and any(_ASKING.fullmatch(other) for other in counts))
            or (key in capitals and (len(capitals) > 1 or _names_alone(label)) and not _is_seat(label))
        ):
            found.append(match)
    return found


def _names_alone(label: str) -> bool:
    """Whether a label that is the only one in capitals is a name, not a headline: "SECRETARY VENN"."""
    words = label.split()
    return 1 < len(words) <= _LONGEST_NAME or (len(words) > 1 and head_of(label) is not None)


def _count_returns(named: list[re.Match[str]]) -> Counter[str]:
    """How often each label occurs on different lines; headlines and subheadings alone make no transcript."""
    lines = {(_key(m), line.group().strip()) for m in named if (line := _LINE.match(m.string, m.start()))}
    spoken = {key for key, line in lines if _ends_sentence(line)}
    return Counter(key for key, _ in lines if key in spoken)


def _key(match: re.Match[str]) -> str:
    return match["label"].strip().casefold()


def _is_name(label: str) -> bool:
    """Whether every word, apart from function words, is capitalised, as in names and offices."""
    words = label.split()
    if _ASKING.fullmatch(label):
        return True
    return len(words) <= 7 and all(
        word[0].isupper() or _PREFIX.sub("", word).isupper() or word.lower() in _SMALL for word in words
    )


def _is_capitals(label: str) -> bool:
    return len(label) > 3 and _PREFIX.sub("", label).isupper()


def _is_seat(label: str) -> bool:
    """Whether the label is the dateline of a dispatch: "NEW YORK:", "Berlin:"."""
    return any((place := country_of(form)) and place[1] is NamingKind.SEAT for form in (label, label.title()))


def _paragraphs(text: str, start: int, end: int, *, single: bool) -> tuple[Span, ...]:
    """A span for each line with words between ``start`` and ``end``, without stage directions and hashtag lines.

    A ``single`` post ends at a line of hashtags or a new balloon.
    """
    found = []
    for line in _LINE.finditer(text, start, end):
        span = trimmed(text, Span(*line.span()))
        body = line.group().strip()
        if single and re.match(r"[#💬🔗📹📷👉📰]", body):
            break
        if span is None or not re.search(r"\w", body) or _STAGE.fullmatch(body) or _HASHTAGS.fullmatch(body):
            continue
        found.append(span)
    return tuple(found)
