"""Classifies statements by the words of the cue: ``reporting_verbs.toml`` lists verbs and nouns with their acts."""

import re
from functools import lru_cache

from bot.data_files import read_toml
from bot.domain.attribution import Act

_TOKEN = re.compile(r"[^\W\d_]+")
# "called it a farce" names and "ruled that" decides; only "called for" and "called on" urge, and "ruled out" rejects
_OTHER_SENSE = re.compile(
    r"\b(?:call(?:s|ed|ing)?(?!\s+(?:for|on|upon)\b)|rul(?:e|es|ed|ing)(?!\s+out\b))\b", re.IGNORECASE
)
# "issued a warning", "raised objections": the noun gives the act
_LIGHT = frozenset("issue issued issues issuing offer offered offering offers raise raised raises raising".split())
# "expressed hope", "said he believed": a thought made public
_VOICING = frozenset(
    "say says said saying tell tells told telling express expressed expresses expressing voice voiced voices "
    "voicing".split()
)
_EXPRESSING = frozenset(word for word in _VOICING if word.startswith(("express", "voice", "voicing")))
_NEGATION = re.compile(r"\b(?:not|never|without|neither|nor|no longer)\b|n['’]t\b", re.IGNORECASE)
_CONDITION = re.compile(r"\b(?:would|could|might|may|should|if|unless)\b", re.IGNORECASE)
_CLAUSE_VERB = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|wr(?:ote|ites?|iting)|argu(?:ed?|es|ing)|claim(?:ed|s|ing)?"
    r"|(?:add|stress|insist|announc|warn|explain|not|report|predict|maintain|acknowledg|indicat|stat|declar|reiterat|assert"
    r"|alleg|suggest|testif|tweet|repeat|conclud|emphasi[sz]|confirm|remind|inform|assur|notif)(?:ed?|ied|e?s|ies|ing))\Z",
    re.IGNORECASE,
)
STATEMENT = 0.6
"""A cue below this probability of reporting a statement is an attitude, or no statement at all.

From .5 to .6, F1 on annotated texts is the same; the higher value leaves out more errors.
"""
SPOKEN = 0.3
"""The same for a verb of saying ("denies"): between here and ``STATEMENT``, three in five are statements.

Verbs that as often describe an action are excluded: "asked", "ordered", "declared".
"""
WORDS_ALONE = 0.1
"""The same for acts done by words alone, in the active voice: of finds from here to ``SPOKEN``, one in six is wrong."""
_BY_WORDS = frozenset((Act.ACCUSES, Act.CONDEMNS, Act.DENIES, Act.REJECTS, Act.THREATENS))
_BEING = frozenset("is are was were been being".split())
_DOING = frozenset((Act.ATTITUDE, Act.ASKS, Act.ANNOUNCES))
_ORDERS = frozenset("order ordered ordering orders".split())
SURE = 0.8
"""From this probability on, the tagger decides even if the cue is a verb of thinking."""


@lru_cache(maxsize=1)
def find_verbs() -> frozenset[str]:
    """All forms of all words of saying, in lower case."""
    return frozenset(word for word, act in _acts().items() if act is not Act.ATTITUDE)


@lru_cache(maxsize=1)
def _acts() -> dict[str, Act]:
    table = read_toml(__package__, "reporting_verbs.toml")
    return {word: Act(act) for act, words in table.items() for word in words.split()}


def classify_act(cue: str | None, statement: float) -> Act:
    """The act of a cue. ``statement`` is the tagger's probability that anything was communicated at all."""
    acts = _acts()
    words = [w.lower() for w in _TOKEN.findall(_OTHER_SENSE.sub(" ", cue or ""))]
    verbs = [w for w in words if w in acts]
    spoken = bool(verbs or _EXPRESSING.intersection(words)) and not any(
        acts[w] in _DOING or w in _ORDERS for w in verbs
    )
    by_words = bool(verbs) and _BY_WORDS.issuperset(acts[w] for w in verbs) and _BEING.isdisjoint(words)
    if statement < (WORDS_ALONE if by_words else SPOKEN if spoken else STATEMENT):
        return Act.ATTITUDE
    if cue is None:
        return Act.SAYS
    if statement >= SURE or _VOICING.intersection(words):
        verbs = [w for w in verbs if acts[w] is not Act.ATTITUDE]
    return acts[next((w for w in verbs if w not in _LIGHT), verbs[0])] if verbs else Act.SAYS


def find_acts(cue: str) -> frozenset[Act]:
    """The acts of all words of ``cue`` that are listed."""
    words = (word.lower() for word in _TOKEN.findall(cue))
    return frozenset(_acts()[word] for word in words if word in _acts())


def ends_in_clause_verb(cue: str) -> bool:
    """Whether ``cue`` ends in a verb that leads to a clause: "said", "told"; not "called for"."""
    return _CLAUSE_VERB.search(cue) is not None


def is_negated(cue: str | None) -> bool:
    """Whether the cue denies the act: "did not rule out", "never said"."""
    return cue is not None and bool(_NEGATION.search(cue))


def is_conditional(cue: str | None) -> bool:
    """Whether the act depends on a condition: "would welcome", "may announce"."""
    return cue is not None and bool(_CONDITION.search(cue))
