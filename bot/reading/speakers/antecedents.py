"""Whom a pronoun means: candidates before it, scored by nearness, place in the sentence, gender and who spoke last.

The weights are set by hand after centering theory (Grosz, Joshi and Weinstein 1995: subjects outrank objects, the
speaker of the sentence before outranks both) and checked on annotated articles: see benchmarks/README.md.
"""

import re
from dataclasses import dataclass
from math import exp, log1p

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.reading.speakers.people import Person
from bot.reading.speakers.roles import SPEECH_NOUNS
from bot.reading.speakers.scene import Scene

_MALE = frozenset("he him his himself".split())
_FEMALE = frozenset("she her hers herself".split())
PLURAL = frozenset("they their them both we us our".split())
PRONOUNS = _MALE | _FEMALE | PLURAL | frozenset("who which it its i my me".split())

_OBJECT = re.compile(
    r"\b(?:with|from|by|of|over|to|for|against|between|about|in|on|at|under|like|than|toward|towards|told|met|called|"
    r"thanked|urged|congratulated|asked|accused|informed|briefed|and)\s+(?:[\w.’'-]+\s+){0,6}$"
)
_CLOSE_OBJECT = re.compile(
    r"\b(?:with|from|by|of|over|to|for|against|between|about|on|under|than|towards?|told|met|called|thanked|urged|"
    r"congratulated|asked|accused|informed|briefed)\s+(?:the\s+)?$"
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A source already resolved: who spoke, and where the attribution stands.

    ``people`` is empty for bodies and for people known by description only; ``speaker`` is what was made of them.
    """

    span: Span
    people: tuple[Person, ...]
    speaker: Speaker | None = None


def gender_of(pronoun: str) -> str:
    """ "m", "f" or "" for the pronoun."""
    return "m" if pronoun in _MALE else "f" if pronoun in _FEMALE else ""


def find_antecedent(
    scene: Scene, at: Span, gender: str, spoken: list[Spoken], quoted: tuple[Span, ...], genders: dict[str, str]
) -> tuple[Person, float] | None:
    """The person that a singular pronoun at ``at`` means, with a probability; None when nobody is in reach.

    ``genders`` holds what earlier pronouns showed of people whose names do not tell ("m", "f" by name).
    """
    here, paragraph = scene.sentence_of(at.start), scene.paragraph_of(at.start)
    scores: dict[str, tuple[float, Person]] = {}
    for person in scene.people:
        known = person.gender or genders.get(person.name, "")
        if not person.sure or (gender and known and known != gender):
            continue
        best = None
        for mention in person.mentions:
            if mention.span.start >= at.start:
                break
            distance = here - scene.sentence_of(mention.span.start)
            if distance > 4:
                continue
            score = -0.9 * distance - 0.7 * min(3, (paragraph - scene.paragraph_of(mention.span.start) + 1) // 2)
            score += _position(scene, mention.span, mention.role, possessive=mention.possessive)
            if any(q.contains(mention.span) and not q.contains(at) for q in quoted):
                score -= 1.5
            best = score if best is None else max(best, score)
        if best is not None:
            best += 0.25 * log1p(len(person.mentions)) + (0.6 if gender and known == gender else 0.0)
            scores[person.name] = (best, person)
    _credit_last_speaker(scene, at, here, paragraph, gender, spoken, scores, genders)
    if not scores:
        return None
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    total = sum(exp(score) for score, _ in ranked)
    return ranked[0][1], exp(ranked[0][0]) / total


def _credit_last_speaker(
    scene: Scene,
    at: Span,
    here: int,
    paragraph: int,
    gender: str,
    spoken: list[Spoken],
    scores: dict[str, tuple[float, Person]],
    genders: dict[str, str],
) -> None:
    """Raise whoever spoke last: a pronoun as a source mostly carries the speaker on."""
    for last in reversed(spoken):
        if last.span.start >= at.start or len(last.people) != 1:
            continue
        person = last.people[0]
        known = person.gender or genders.get(person.name, "")
        if gender and known and known != gender:
            break
        distance = here - scene.sentence_of(last.span.start)
        if distance > 4:
            break
        apart = 1.0 * distance + 0.8 * min(3, (paragraph - scene.paragraph_of(last.span.start) + 1) // 2)
        base = scores.get(person.name, (-0.5, person))[0]
        scores[person.name] = (max(base, 0.0) + 2.6 - 0.6 * apart, person)
        break


def _position(scene: Scene, mention: Span, role: Span | None, *, possessive: bool) -> float:
    """What a mention's place in its sentence is worth: a subject much, an object or possessor less."""
    sentence = scene.sentences[scene.sentence_of(mention.start)]
    start = min(mention.start, role.start) if role is not None and role.start < mention.start else mention.start
    before = scene.text[sentence.start : max(sentence.start, start)]
    if possessive:
        owned = re.match(r"['’]s?\s+(?:\w+\s+)?(\w+)", scene.text[mention.end : mention.end + 60])
        return 1.0 if owned and owned[1] in SPEECH_NOUNS and len(before.split()) <= 2 else -0.6
    if _CLOSE_OBJECT.search(before):
        return -0.9
    words = before.split()
    if (
        len(words) <= 2
        or before.rstrip().endswith(",")
        or re.search(r"\b(?:as|when|while|after|before|that|but)\s+(?:the\s+)?$", before)
    ):
        return 1.2
    return -0.4 if _OBJECT.search(before) else 0.2
