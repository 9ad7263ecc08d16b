"""Decides whether a link tells that anything was said.

What somebody did not say, an envoy who is called home, a body that is named as a source: the verb is one of saying, but
there is no statement to print. The link stays, as an attitude does: later sources refer to its speaker.
"""

import re

from bot.domain.attribution import Act
from bot.domain.text import Span, hull
from bot.nlp.reporting_verbs import ends_in_clause_verb, find_acts, is_negated
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.tagger.tagged_text import AttributionLink

_SPOKEN = frozenset(Act) - {Act.AGREES, Act.ATTITUDE, Act.DENIES, Act.PRAISES, Act.REJECTS, Act.THREATENS}
"""Acts that take no position if they are not done."""
_SPEECH_VERB = re.compile(
    r"\b(?:say\w*|said|tell\w*|told|mention\w*|nam(?:e|ed|ing)|specif(?:y|ied|ying)|describ\w+|divulg\w+|comment\w*|label\w*"
    r"|forecast|predict|apologi\w+|identif\w+|answer\w*|address\w*|detail\w*|elaborat\w+|indicat\w+|explain\w*|give\w*"
    r"|provide\w*|includ\w+|respond\w*|repl(?:y|ied)|speculat\w+|report\w*)\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:declin|refus|avoid|fail)\w*|\b(?:short|clear)\s+of\b|\byet\s+to\b|\bcareful\s+not\b", re.IGNORECASE
)
_TO_SPEAK = re.compile(
    r"\b(?:to|of|avoid\w*|not\s{1,3}to)\s{1,3}(?:[a-z]+ly\s{1,3}|be\s{1,3})?(?:say|tell|mention|nam|specif|describ|divulg|comment|label|predict"
    r"|identif|answer|detail|elaborat|indicat|explain|respond|repl|speculat|report|confirm|criti|discuss|disclos|reveal|drawn"
    r"|go\s{1,3}into|give\s|provid|commit)\w*"
    r"|\b(?:to\s{1,3}+)?(?:[a-z]++\s{1,3}+){0,3}(?:requests?|messages?|calls?|e-?mails?|questions|interviews?|comments?)\b",
    re.IGNORECASE,
)
_SAID_NOTHING = re.compile(
    r"\b(?:offer|giv|gave|provid|mak|made|ha[sd]|have)\w*\s+(?:[a-z]+\s+)?(?:no|little)\s+(?:[a-z]+\s+){0,2}?"
    r"(?:comments?|details?|information|specifics|indications?|mention|explanation|reasons?|answers?|date|timetable)\b"
    r"|\bsaid\s+(?:nothing|little)\s+(?:in|about|on|to|more|else|publicly)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\swithout\b.*", re.DOTALL)
_NOBODY = re.compile(r"(?:neither|none|nobody|no\s+one|few)\b", re.IGNORECASE)
_NOT = re.compile(r"(?:\bnot|\bnever|n['’]t)(?:,\s[a-z]+,|\s(?:yet|also|even|[a-z]+ly))?\s\Z")
"""A negation before a verb: "did not, however,"."""
_LONGEST = 120
"""Characters of a cue; no verb with its adverbs is longer."""
_NEAR = 60
"""Characters around a cue in which a negation of it stands."""
_SUFFERS = re.compile(
    r"(?:(?:[a-z]+\s+){0,2}?(?P<being>(?:was|were|is|are|been|being|be)\s+)(?:(?:also|all|then|being)\s+|[a-z]+ly\s+)?)?"
    r"(?:accused|blamed|criti[cs]i[sz]ed|condemned|denounced|praised|hailed|lauded|mocked|attacked|deemed|dubbed"
    r"|(?P<told>told|asked|urged|encouraged|reminded|warned|advised|informed|instructed|invited|persuaded|interviewed))"
    r"(?:\s+(?:of|for|as|about|to))?",
    re.IGNORECASE,
)
_OF = re.compile(r"(?:of|for)\b")
_BY = re.compile(r"\s+by\b")
_CALLS = re.compile(r"\bcall(?:ed|s|ing)\Z", re.IGNORECASE)
_TITLES = re.compile(r"(?:(?:former|new|the|his|her|its)\s)*(?:(?:[A-Z][\w.’'-]*+|of|for)\s)*")
_NO_NAMING = re.compile(r"\Z|,?\s(?:for|to|on|about|after|and)\b")
_WORDS_OR_DEEDS = re.compile(
    r"(?:an?|the|his|her|its|their|[\w.]+['’]s?)\s(?:[\w’'-]+\s){0,2}?(?:statements?|comments?|remarks?|speech|words|tweets?|tone"
    r"|silence|visit|moves?)\b",
    re.IGNORECASE,
)
_IMPLIES = re.compile(r"(?:(?:has|have|had|also)\s)*(?:suggest|impl|indicat|signal)(?:s|ed|y|ies|ied|es)?")
_IF = re.compile(r"\b(?:if|unless)\s\Z", re.IGNORECASE)
_DENIES = re.compile(r"\bden(?:y|ies|ied|ying)\Z", re.IGNORECASE)
_BENEFIT = re.compile(
    r"(?:(?!(?:that|any|all|of|to|in|he|she|they|it|had|has|was|were|is|are|[a-z]+?ing)\s)[\w.’'-]++\s){0,4}?"
    r"(?:(?:the|an?|any|his|her|their|its)\s)?"
    r"(?:access|asylum|bail|boarding|chance|entry|opportunity|parole|permission|right|service|visas?)\b"
    r"(?!\s(?:had|has|have|was|were|is|are|will|would)\b)"
)
"""What is refused, not denied: "denied him bail"."""
_CITES = re.compile(r"\bcit(?:ed|es|ing)\Z", re.IGNORECASE)
_SOURCE = re.compile(
    r"(?:[\w.’'-]+,?\s+){0,7}(?:officials?|sources?|spokes\w+|agency|agencies|newspapers?|media|ministry|diplomats?|witnesses|experts?"
    r"|analysts?|people)(?:\s+(?:in|from|with|at|of|close|familiar|briefed|who)\b[^“”\"]*)?",
    re.IGNORECASE,
)
"""Who is cited, not what: "an unnamed official in the capital"."""
_ACCORDING = re.compile(r"(?:according to|reports?|reported|reporting)(?:\s+\S+)?", re.IGNORECASE)
_SCRAP = re.compile(
    r"(?:but|and|so|yet|however|meanwhile|still|also|then|now|something|what|how|why|separately"
    r"|in response|in addition)"
    r"|(?:in|on|at|during|after|before|by|for|with|from|since|under|late|earlier)\s"
    r"(?:(?!(?:is|are|was|were|has|have|had|will|would|can|could|may|he|she|it|they)\b)[\w.’'-]++,?(?:\s|\Z)){1,6}",
    re.IGNORECASE,
)
"""What is left of a clause that another verb has: "However", "In the phone call"."""
_HEADING = re.compile(
    r"(?:what|how|why|who|where|when|which|is|are|did|does|do|has|have|can|will)\b[^“”\"\n]{1,90}\?", re.IGNORECASE
)
_RECALLS = re.compile(r"(?:(?:has|have|had|will|would|to)\s+)?(?:recall|withdraw|withdrew)\w*", re.IGNORECASE)
_ENVOY = re.compile(
    r"(?:(?:its|his|her|their|the|an?)\s+)?(?:[\w-]+\s+)?(?:ambassador|envoy|chief diplomat|charg[ée] d’affaires)"
    r"(?:\s+(?:to|from|in|as|for|over|after|on|home|back|and)\b|[,.;:!?]|$)",
    re.IGNORECASE,
)


def is_no_statement(context: DocumentContext, link: AttributionLink) -> bool:
    """Whether ``link`` tells of no statement."""
    if link.cue is None or len(link.cue) > _LONGEST:
        return False
    text, cue = context.text, link.cue.of(context.text)
    words = hull(link.content).of(text)
    return (
        _is_silent(text, link, cue, link.content[0].start)
        or _is_suffered(text, link, cue, words)
        or (_RECALLS.fullmatch(cue) is not None and _ENVOY.match(words) is not None)
        or (_DENIES.search(cue) is not None and _BENEFIT.match(words) is not None)
        or (_CITES.search(cue) is not None and _SOURCE.fullmatch(words) is not None)
        or (_leads_to_clause(cue) and _SCRAP.fullmatch(words) is not None)
        or (_CALLS.search(cue) is not None and _is_somebody(context, hull(link.content)))
        or _is_supposed(text, link)
        or _is_inferred(text, link, cue)
        or _is_asked(context, link)
    )


def _is_somebody(context: DocumentContext, content: Span) -> bool:
    """Whether ``content`` names a person and nothing that he is called: "called Venn", by telephone."""
    named = [mention.span for mention, _ in context.mentions_in(content)]
    if not named or _TITLES.fullmatch(context.text, content.start, max(content.start, named[0].start)) is None:
        return False
    return _NO_NAMING.match(context.text[named[-1].end : content.end]) is not None


def _leads_to_clause(cue: str) -> bool:
    return ends_in_clause_verb(cue) or _ACCORDING.fullmatch(cue) is not None


def _is_suffered(text: str, link: AttributionLink, cue: str, words: str) -> bool:
    """Whether the source suffers what the verb does: "was criticised for", "an envoy accused of"."""
    if link.cue is None or link.source is None or link.source.end > link.cue.start:
        return False
    suffers = _SUFFERS.fullmatch(cue)
    if suffers is None or _BY.match(text, link.cue.end):
        return False
    beside = link.cue.start - link.source.end < len(", ,") and _OF.match(words) is not None
    return suffers["being"] is not None or (beside and suffers["told"] is None)


def _is_supposed(text: str, link: AttributionLink) -> bool:
    """Whether it is only supposed to be said: "if Dahl warns"."""
    begun = min(span.start for span in (link.source, link.cue) if span is not None)
    return _IF.search(text, max(0, begun - len("unless ")), begun) is not None


def _is_inferred(text: str, link: AttributionLink, cue: str) -> bool:
    """Whether a reporter concludes it from words or deeds: "a statement by Dahl suggests the port may shut"."""
    source = link.source
    if source is None or source.end > link.content[0].start or _IMPLIES.fullmatch(cue) is None:
        return False
    return _WORDS_OR_DEEDS.match(text, source.start, source.end) is not None


def _is_asked(context: DocumentContext, link: AttributionLink) -> bool:
    """Whether its sentence is a question that stands alone on its line: a heading."""
    if link.cue is None:
        return False
    number = context.sentence_of(link.cue.start)
    line = context.sentences[number].of(context.text)
    before = context.sentences[number].start
    return _HEADING.fullmatch(line) is not None and (before == 0 or context.text[before - 1] == "\n")


def _is_silent(text: str, link: AttributionLink, cue: str, content: int) -> bool:
    """Whether it tells of what was not said: "did not mention", "declined" to elaborate, "gave" no date.

    To deny, to accept or not to rule something out does say something.
    """
    if link.source and link.cue and link.source.end <= link.cue.start:
        if _NOBODY.match(link.source.of(text)):
            return True
        if found := _NOT.search(text, max(link.source.end, link.cue.start - _NEAR), link.cue.start):
            cue = f"{found[0]}{cue}"
    following = text[content : content + _NEAR] if link.cue and content >= link.cue.end else ""
    if found := _DECLINES.search(cue):
        return _TO_SPEAK.match(f"{cue[found.end() :].strip()} {following}".strip()) is not None or (
            _TO_SPEAK.search(cue, found.start()) is not None
        )
    if found := _SAID_NOTHING.search(f"{cue} {following}"):
        return found.start() < len(cue)
    cue = _WITHOUT.sub("", cue)
    acts = find_acts(cue)
    return is_negated(cue) and bool(_SPOKEN & acts if acts else _SPEECH_VERB.search(cue))
