"""Whom a description means: "the foreign minister", "his Russian counterpart", "both sides", "the ministry"."""

import re
from bisect import bisect_left

from bot.domain.text import Span
from bot.reading.speakers.antecedents import Spoken
from bot.reading.speakers.countries import find_country
from bot.reading.speakers.offices import clean_role
from bot.reading.speakers.people import Person
from bot.reading.speakers.roles import head_of, role_words
from bot.reading.speakers.scene import Scene

_SAME_OFFICE = {
    "diplomat": frozenset(
        (
            "minister",
            "secretary",
            "representative",
            "ambassador",
            "envoy",
            "spokesperson",
            "consul",
            "counsellor",
            "director",
        )
    ),
    "leader": frozenset(("president", "minister", "chancellor", "premier", "king", "chair")),
    "secretary": frozenset(("secretary",)),
    "minister": frozenset(("minister", "secretary")),
    "spokesperson": frozenset(("spokesperson", "secretary")),
    "lawmaker": frozenset(("senator", "representative", "congressman", "member", "parliament")),
    "politician": frozenset(("senator", "leader", "minister", "candidate")),
    "envoy": frozenset(("envoy", "representative", "ambassador")),
    "official": frozenset(("director", "secretary", "commissioner")),
    "activist": frozenset(("activist", "figure", "leader")),
    "chief": frozenset(("chief", "director", "head", "commander", "general", "secretary-general")),
    "head": frozenset(("chief", "director", "head", "president", "chair")),
    "counterpart": frozenset(),
}
"""Heads of descriptions and the heads of offices that they can stand for."""

_NO_DIPLOMATS = frozenset(("prime", "defense", "interior", "finance", "trade", "economy", "justice", "press"))
"""Words of offices whose holder nobody calls a diplomat."""
_STYLES = (
    (re.compile(r"\bhead of (?P<of>(?:[\w’'-]+ ){0,3}?)diplomacy\b", re.IGNORECASE), r"\g<of>foreign minister"),
    (
        re.compile(
            r"\bhead of (?:the )?(?P<of>(?:[\w’'-]+ ){0,3}?)(?:Foreign Ministry|MFA|Foreign Office)\b", re.IGNORECASE
        ),
        r"\g<of>foreign minister",
    ),
    (re.compile(r"\bforeign ministry chief\b|\bforeign policy chief\b", re.IGNORECASE), "foreign minister"),
    (re.compile(r"\bHR/VP\b"), "High Representative/Vice-President"),
    (re.compile(r"\b(?:country|kingdom|nation|republic|island)['’]s ", re.IGNORECASE), ""),
)
"""Ways to speak of an office, and the office meant."""
_GUEST = re.compile(r"^the\s+(?:\w+\s+)?(?:visitor|guest|visiting\s+\w+|guest\s+\w+)$", re.IGNORECASE)
_HOST = re.compile(r"^the\s+(?:\w+\s+)?host$", re.IGNORECASE)

_MEMORY = 60
"""How many of the last statements are looked through for who spoke nearest."""
_BOTH = re.compile(
    r"^(?:(?:the|these)\s+)?(?:both|two|three|pair|sides|parties|ministers|leaders|officials|presidents|secretaries|"
    r"counterparts|diplomats|they|participants|interlocutors)\b",
    re.IGNORECASE,
)


def is_joint(phrase: str) -> bool:
    """Whether ``phrase`` speaks of the participants together: "both leaders", "the two ministers", "the sides"."""
    return bool(_BOTH.match(phrase)) and not find_country(phrase)


def find_described(scene: Scene, at: Span, phrase: str, spoken: list[Spoken]) -> tuple[Person, float] | None:
    """The person that a definite description at ``at`` means, with a probability; None when no one person fits."""
    if guest := _GUEST.match(phrase) or _HOST.match(phrase):
        return _visiting(scene, at, host=guest.re is _HOST)
    for style, office in _STYLES:
        phrase = style.sub(office, phrase)
    head = head_of(phrase)
    if head is None:
        return None
    country = find_country(phrase)
    wanted = role_words(clean_role(phrase)) - {"same"}
    fitting = [
        (person, fit) for person in scene.people if person.sure and (fit := _fit(person, wanted, head, country)) > 0
    ]
    if not fitting:
        return None
    best_fit = max(fit for _, fit in fitting)
    best = [(p, fit) for p, fit in fitting if fit >= best_fit - 0.5]
    if len(best) == 1:
        return best[0][0], 0.93 if best_fit >= 2 else 0.8
    ranked = sorted((_distance(p, at, spoken) - 400 * fit, i, p) for i, (p, fit) in enumerate(best))
    return ranked[0][2], 0.75 if ranked[0][0] + 200 < ranked[1][0] else 0.6


def _visiting(scene: Scene, at: Span, *, host: bool) -> tuple[Person, float] | None:
    """Who visits, or who receives, of the first two officials of two sides that the text names."""
    officials = [p for p in scene.people if p.sure and p.role and p.mentions[0].span.start < at.start]
    hosts = {scene.origin.country} if scene.origin is not None else {officials[0].country} if officials else set()
    fitting = [p for p in officials[:3] if p.country is not None and (p.country in hosts) == host]
    return (fitting[0], 0.75) if len({p.country for p in fitting}) == 1 else None


def _fit(person: Person, wanted: frozenset[str], head: str, country: str | None) -> float:
    """How well a description fits a person's offices: 0 not at all, 1 by the head alone, 2 and up by its words."""
    if country is not None and person.country not in (country, None):
        return 0.0
    agreement = 0.0
    for role in person.roles:
        if wanted and wanted <= role:
            agreement = max(agreement, 2.0 + 0.2 * len(wanted))
        elif head in role and len(wanted) == 1:
            agreement = max(agreement, 1.5)
        elif head == "diplomat" and role & _NO_DIPLOMATS:
            continue
        elif (
            _SAME_OFFICE.get(head, frozenset()) & role
            and (wanted - {head} <= role | {"top", "chief", "senior", "foreign"})
        ) or (head in role and wanted & role - {head}):
            agreement = max(agreement, 1.0)
    if not agreement or (country is not None and person.country is None and agreement < 2.3):
        return 0.0
    if wanted in person.roles:
        agreement += 0.6  # "the Secretary" is Secretary Sand before the Secretary General
    elif person.role and len(wanted) == 1 and person.role.casefold().startswith(head):
        agreement += 0.3
    return agreement + (1.0 if country is not None and person.country == country else 0.0)


def _distance(person: Person, at: Span, spoken: list[Spoken]) -> int:
    """Characters from the description back to the person's last mention or statement; forward counts four times."""
    named = bisect_left(person.mentions, at.start, key=lambda m: m.span.start)
    last = person.mentions[named - 1].span.start if named else -1
    for said in reversed(spoken[-_MEMORY:]):
        if said.span.start < at.start and person in said.people:
            last = max(last, said.span.start)
            break
    if last >= 0:
        return at.start - last
    return 4 * (person.mentions[0].span.start - at.start) + 1000


def find_counterpart(scene: Scene, phrase: str, owner: Person | None) -> Person | None:
    """Whom "his Russian counterpart" means: of that country, of the owner's office where it is known."""
    country = find_country(phrase)
    others = [
        p for p in scene.people if p.sure and p is not owner and p.role and (country is None or p.country == country)
    ]
    alike = [p for p in others if owner and owner.role and role_words(owner.role) & role_words(p.role or "")]
    found = alike or others
    return found[0] if len(found) == 1 else None


def find_participants(scene: Scene, at: Span) -> tuple[Person, ...]:
    """Who "both ministers" or "they" are: the two people with an office named last, in the order they were named.

    Empty where the sentences before name fewer, or one sentence names more.
    """
    seen: list[Person] = []
    here = scene.sentence_of(at.start)
    for number in range(here, max(-1, here - 12), -1):
        sentence = scene.sentences[number]
        named = [
            person
            for mention, person in scene.mentions_in(sentence)
            if mention.span.end <= at.start and person.sure and person.role and not mention.possessive
        ]
        in_sentence = list(dict.fromkeys(named))
        if len(in_sentence) > 2:
            return tuple(in_sentence[:2]) if in_sentence[0].country != in_sentence[1].country else ()
        seen = in_sentence + [p for p in seen if p not in in_sentence]
        if len(seen) >= 2:
            return tuple(seen[:2])
    return ()
