"""Resolves descriptions: "the foreign minister", "his Russian counterpart", "both sides", "the ministry"."""

import re
from bisect import bisect_left

from bot.domain.text import Span
from bot.gazetteer.countries import BODIES, NamingKind, country_of, find_country
from bot.gazetteer.office_words import head_of, office_words, read_words
from bot.nlp.speakers.antecedents import ResolvedSource
from bot.nlp.speakers.capitalised_words import ORGANISATION
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.offices import clean_role, is_former
from bot.nlp.speakers.people import Person

_SAME_OFFICE = {head: frozenset(others.split()) for head, others in read_words("alike").items()}
"""Heads of descriptions, with the heads of the offices that they may mean."""

_NO_DIPLOMATS = frozenset(("prime", "defense", "interior", "finance", "trade", "economy", "justice", "press"))
"""Words of offices whose holders are not called diplomats."""
_STYLES = (
    (re.compile(r"\bhead of (?P<of>(?:[\w’'-]+ ){0,3}?)diplomacy\b", re.IGNORECASE), r"\g<of>foreign minister"),
    (
        re.compile(
            r"\bhead of (?:the )?(?P<of>(?:[\w’'-]+ ){0,3}?)(?:Foreign Ministry|MFA|Foreign Office)\b", re.IGNORECASE
        ),
        r"\g<of>foreign minister",
    ),
    (
        re.compile(r"\b(?:foreign ministry|foreign policy) chief\b|\b(?:top|chief) diplomat\b", re.IGNORECASE),
        "foreign minister",
    ),
    (re.compile(r"\bPentagon (?:chief|boss|head)\b", re.IGNORECASE), "US defense secretary"),
    (re.compile(r"\bState Department (?:chief|boss|head)\b", re.IGNORECASE), "US secretary of state"),
    (re.compile(r"\b(?P<of>UN|U\.N\.|NATO)(?:['’]s)? (?:chief|boss|head)\b"), r"\g<of> Secretary-General"),
    (re.compile(r"\b(?:(?!House|Senate)[A-Z][a-z]{2,14}\.? ){1,2}(?:Democrat|Republican)\Z"), "US lawmaker"),
    (re.compile(r"\bhead of government\b", re.IGNORECASE), "prime minister"),
    (re.compile(r"\bhead of state\b", re.IGNORECASE), "president"),
    (re.compile(r"\bhead of (?:the |his |her )?(?:diplomatic )?mission\b", re.IGNORECASE), "ambassador"),
    (re.compile(r"\bHR/VP\b"), "High Representative/Vice-President"),
    (re.compile(r"\b(?:country|kingdom|nation|republic|island)['’]s ", re.IGNORECASE), ""),
)
"""Other names of offices, with the office."""
_UNIONS = re.compile(r"\b(?:foreign policy chief|(?:top|chief) diplomat)\b", re.IGNORECASE)
"""Other names for the European Union's High Representative."""
_CITIZEN = re.compile(r"[Tt]he\s+([A-ZÀ-Þ][a-z]+(?:an|k|i|(?<!es)e|o|d))")
"""A demonym for one person: "the Ukrainian", "the Greek", "the Pole". "The British" and "the Chinese" are plural."""

_ANYBODYS = re.compile(r"the (?:(?:top|senior|veteran) )?(?:diplomat|official|politician|lawmaker)", re.IGNORECASE)
"""Descriptions that fit many officials."""
_CAPITALISED = re.compile(r"\b[A-ZÀ-Þ][\w’'-]*+")
_BY_WORDS = 2.0
"""From this fit on, all words of a description are in the office."""
_HOLDS_THE_FLOOR = 300
"""Bonus, in characters, for the last speaker: others may be named in between, but the speaker probably continues."""
_MET = 400
"""Penalty, in characters, for the other side of a meeting or call that a text reports: its own side goes on."""
_MEETING = re.compile(
    r"\b(?:spoke|speaks|talked|met|meets|call|conversation|meeting|talks)\s[^.!?;\n]{0,40}?(?:with|to)\s[^.!?;,\n]{0,40}$"
    r"|\b(?:met|meets|called|calls|telephoned|received|receives|hosted|hosts|welcomed|welcomes)\s[^.!?;,\n]{0,40}$"
)
_MEETING_REACH = 120
_MEMORY = 60
"""Number of recent statements that are searched for the nearest speaker."""


def resolve_description(
    context: DocumentContext, at: Span, phrase: str, spoken: list[ResolvedSource]
) -> tuple[Person, float] | None:
    """The person that a definite description at ``at`` means, with a probability; None unless exactly one person fits.

    ``spoken`` are the sources resolved so far.
    """
    if citizen := _CITIZEN.fullmatch(phrase):
        return _by_nationality(context, at, citizen[1])
    wanted_of = [wanted for words in _styled(phrase) if (wanted := _wanted(words)) is not None]
    body = _words_of_body(phrase).intersection(word for words, *_ in wanted_of for word in words)
    fitting = [
        (person, fit)
        for person in context.people
        if person.sure
        and (fit := max((_fit(person, *one) for one in wanted_of), default=0.0)) > 0
        and (not body or fit >= _BY_WORDS or any(body <= role for role in person.roles))
    ]
    if context.origin is not None and context.origin.own and phrase.lower() == "the secretary":
        # a department's own text means only its own officials
        fitting = [(p, fit + 1.2 * (p.country == context.origin.country)) for p, fit in fitting]
    if any(p.mentions[0].span.start < at.start for p, _ in fitting):  # somebody who appears only later cannot be meant
        fitting = [(p, fit - (p.mentions[0].span.start > at.start)) for p, fit in fitting]
    if not is_former(phrase):
        fitting = [(p, fit - (p.role is not None and is_former(p.role))) for p, fit in fitting]
    last = spoken[-1].people if spoken else ()
    if len(last) == 1 and last[0].role is None and last[0].sure and _ANYBODYS.fullmatch(phrase):
        fitting.append((last[0], 1.0))  # if no office is known, the last speaker may hold one
    if not fitting:
        return None
    best_fit = max(fit for _, fit in fitting)
    best = [(p, fit) for p, fit in fitting if fit >= best_fit - 0.5]
    named = {
        person
        for mention, person in context.mentions_in(_rest_of_sentence(context, at))
        if mention.span.start - at.end > len(", ")
    }
    best = [(p, fit) for p, fit in best if p not in named] or best  # "the minister thanked Minister Venn"
    if len(best) == 1:
        return best[0][0], 0.93 if best_fit >= 2 else 0.8
    ranked = sorted(
        (
            _distance(p, at, spoken)
            + _MET * _is_met(context, p, at)
            - 400 * fit
            - (_HOLDS_THE_FLOOR if last == (p,) else 0),
            i,
            p,
        )
        for i, (p, fit) in enumerate(best)
    )
    return ranked[0][2], 0.75 if ranked[0][0] + 200 < ranked[1][0] else 0.6


def _words_of_body(phrase: str) -> frozenset[str]:
    """The words with a capital, if they name a body: "the Border Force commander"."""
    words = frozenset(word.lower() for word in _CAPITALISED.findall(phrase))
    return frozenset() if words.isdisjoint(ORGANISATION) else words


def _rest_of_sentence(context: DocumentContext, at: Span) -> Span:
    return Span(at.end, max(at.end + 1, context.sentences[context.sentence_of(at.start)].end))


def _is_met(context: DocumentContext, person: Person, at: Span) -> bool:
    """Whether the person's last mention is the other side of a meeting or a call: "Venn spoke with Minister Dahl"."""
    named = bisect_left(person.mentions, at.start, key=lambda m: m.span.start)
    if not named:
        return False
    span, role = person.mentions[named - 1].span, person.mentions[named - 1].role
    sentence = context.sentences[context.sentence_of(span.start)]
    start = min(span.start, role.start) if role is not None else span.start
    return _MEETING.search(context.text, max(sentence.start, start - _MEETING_REACH), start) is not None


def _styled(phrase: str) -> tuple[str, ...]:
    """``phrase``, and the offices that it may stand for."""
    meant = phrase
    for style, office in _STYLES:
        meant = style.sub(office, meant)
    union = [_UNIONS.sub(style, phrase) for style in ("High Representative", "foreign policy chief")]
    return tuple(dict.fromkeys((phrase, meant, *union)))


def _wanted(phrase: str) -> tuple[frozenset[str], str, str | None] | None:
    """The words of the office, its head and the country in a description; None if it names no office."""
    head = head_of(phrase)
    return None if head is None else (office_words(clean_role(phrase)) - {"same"}, head, find_country(phrase))


def _by_nationality(context: DocumentContext, at: Span, demonym: str) -> tuple[Person, float] | None:
    """Resolve "the Ukrainian": the only official of that country named before."""
    place = country_of(demonym)
    if place is None or place[1] is not NamingKind.ADJECTIVE:
        return None
    fitting = [
        p for p in context.people if p.sure and p.country == place[0] and p.mentions[0].span.start < at.start and p.role
    ]
    if not fitting:  # "the Spaniard" may be a union's envoy, whose own country nothing else shows
        fitting = [p for p in context.people if p.country in BODIES and p.role and p.mentions[0].span.start < at.start]
        return (fitting[0], 0.6) if len(fitting) == 1 else None
    return (fitting[0], 0.8) if len(fitting) == 1 else None


def _fit(person: Person, wanted: frozenset[str], head: str, country: str | None) -> float:
    """How well a description fits a person's offices: 0 not at all, 1 by the head alone, 2 and more by its words."""
    if country is not None and person.country not in (country, None):
        return 0.0
    agreement = 0.0
    for role in person.roles:
        if wanted and wanted <= role and wanted != {"diplomat"}:
            agreement = max(agreement, 2.0 + 0.2 * len(wanted))
        elif head in role and len(wanted) == 1:
            agreement = max(agreement, 1.5)
        elif head == "diplomat" and role & _NO_DIPLOMATS:
            continue
        elif (
            _SAME_OFFICE.get(head, frozenset()) & role
            and (wanted - {head} <= role | {"top", "chief", "senior", "foreign", "former"})
        ) or (head in role and wanted & role - {head}):
            agreement = max(agreement, 1.0)
    if not agreement or (country is not None and person.country is None and agreement < 2.3):
        return 0.0
    if head != "counterpart" and any("counterpart" in role for role in person.roles):
        agreement -= 0.6  # "her Icelandic counterpart" is a minister too, but she is "the Minister"
    if wanted in person.roles:
        agreement += 0.6  # "the Secretary" is Secretary Sand rather than the Secretary General
    elif person.role and len(wanted) == 1 and person.role.casefold().startswith(head):
        agreement += 0.3
    return agreement + (1.0 if country is not None and person.country == country else 0.0)


def _distance(person: Person, at: Span, spoken: list[ResolvedSource]) -> int:
    """Characters from the description back to the person's last mention or statement; forward, they count fourfold."""
    named = bisect_left(person.mentions, at.start, key=lambda m: m.span.start)
    last = person.mentions[named - 1].span.start if named else -1
    for said in reversed(spoken[-_MEMORY:]):
        if said.span.start < at.start and person in said.people:
            last = max(last, said.span.start)
            break
    if last >= 0:
        return at.start - last
    return 4 * (person.mentions[0].span.start - at.start) + 1000
