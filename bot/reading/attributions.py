"""Who said what in a text: the tagger's links and the layout's turns and frames, with speakers, acts and confidence."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.reading.acts import SPOKEN, STATEMENT, classify_act, is_conditional, is_negated
from bot.reading.attribution.tagging import Link, Tagging
from bot.reading.confidence import FLOOR, estimate_confidence
from bot.reading.speakers.labelled import find_labelled
from bot.reading.speakers.resolve import resolve_speakers
from bot.reading.speakers.resolved import Resolved
from bot.reading.speakers.scene import Scene, set_scene
from bot.reading.speakers.sources import Source, find_outer
from bot.reading.structure.coordinated import part_coordinated
from bot.reading.structure.frames import Bylined, Relay, find_byline, find_relay
from bot.reading.structure.quotations import classify_kind, find_quotations
from bot.reading.structure.relatives import close_relatives
from bot.reading.structure.second_hand import part_second_hand, quotes_somebody, tell_reported
from bot.reading.structure.stances import carry_on
from bot.reading.structure.turns import Turn, find_turns
from bot.reading.structure.unclaimed import claim_quotations
from bot.reading.tidying import tidy_links

_QUOTED = 4
"""Words between quotation marks from which on somebody said them, whatever the tagger thinks of the cue."""
Beliefs = tuple[float, float, float | None]
"""Probabilities: of the tagger's link, of its being a statement, of the speaker (None where nobody is named)."""


def find_attributions(text: str, tagging: Tagging) -> tuple[Attribution, ...]:
    """All attributions of ``text`` in its order. ``tagging`` is what the tagger found in this same text."""
    scene, links = _stage(text, tagging)
    relay = find_relay(scene)
    turns = find_turns(text)
    byline = find_byline(scene, relay) if not turns else None
    framed = _Frame(relay, byline, turns)
    links = [link for link in links if not framed.holds(link)]
    found = [one for one, _ in _weigh(text, scene, links) if one.confidence >= FLOOR]
    found = _second_hand(text, carry_on(scene, found), relay)
    found += [_turn(scene, turn) for turn in turns]
    if byline is not None:
        found.append(_bylined(byline))
    return tuple(sorted(found, key=lambda a: (a.content[0], a.content)))


def find_beliefs(text: str, tagging: Tagging) -> tuple[tuple[Attribution, Beliefs], ...]:
    """What stands behind each confidence, for fitting it: the links alone, without turns and frames."""
    return tuple(_weigh(text, *_stage(text, tagging)))


def _stage(text: str, tagging: Tagging) -> tuple[Scene, list[Link]]:
    """The scene of ``text`` with the tagger's entities in it, and the tagger's links tidied."""
    scene = set_scene(
        text,
        persons=[m.span for m in tagging.mentions if m.kind == "PERSON"],
        others=[m.span for m in tagging.mentions if m.kind in ("ORG", "GPE", "NORP", "LOC")],
    )
    names = sorted({m.span for m in tagging.mentions} | {m.span for m, _ in scene.appearances})
    links = [part for one in tagging.links for part in part_second_hand(text, one)]
    parts = [part for one in tell_reported(text, links) for part in part_coordinated(text, one)]
    return scene, tidy_links(scene, claim_quotations(text, close_relatives(text, parts)), names)


def _weigh(text: str, scene: Scene, links: Sequence[Link]) -> list[tuple[Attribution, Beliefs]]:
    quotations = find_quotations(text)
    answers = resolve_speakers(scene, [Source(one.source, one.cue, one.content) for one in links])
    weighed = []
    for link, answer in zip(links, answers, strict=True):
        kind = classify_kind(text, link.content, quotations)
        quoted = kind is Kind.DIRECT and sum(len(piece.of(text).split()) for piece in link.content) >= _QUOTED
        act = classify_act(
            link.cue.of(text) if link.cue else None, max(link.statement, STATEMENT) if quoted else link.statement
        )
        # an attitude is no worse found for being no statement
        statement = 0.5 if act is Act.ATTITUDE else max(link.statement, SPOKEN)
        beliefs = (link.score, statement, answer.confidence if answer.speaker else None)
        weighed.append((_attribution(text, link, answer, kind, act, beliefs), beliefs))
    return weighed


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the layout says by itself, so that links inside it would only repeat it."""

    relay: Relay | None
    byline: Bylined | None
    turns: Sequence[Turn]

    def holds(self, link: Link) -> bool:
        """Whether a link stands in a relay's sentence or, by its cue or its content, inside one person's own words."""
        anchor = link.cue or link.content[0]
        if self.relay is not None and anchor.overlaps(self.relay.frame):
            return True
        for span in (anchor, link.content[0]):
            before = bisect_left(self.turns, span.end, key=lambda t: t.label.start)
            if before and self.turns[before - 1].span.overlaps(span):
                return True
        return self.byline is not None and anchor.start >= self.byline.name.start


def _attribution(text: str, link: Link, answer: Resolved, kind: Kind, act: Act, beliefs: Beliefs) -> Attribution:
    cue = link.cue.of(text) if link.cue else None
    return Attribution(
        content=link.content,
        source=link.source,
        cue=link.cue,
        kind=kind,
        act=act,
        speaker=answer.speaker,
        confidence=round(estimate_confidence(*beliefs), 4),
        negated=is_negated(cue),
        conditional=is_conditional(cue),
    )


def _second_hand(text: str, found: Iterable[Attribution], relay: Relay | None) -> list[Attribution]:
    """Say who relays: the outer speaker of a nested attribution, else the spokesperson the text is attributable to."""
    found = list(found)
    outer = find_outer([Source(a.source, a.cue, a.content) for a in found])
    quoting = {one.content: one for one in found if one.cue and quotes_somebody(one.cue.of(text))}
    relayed = []
    for one, around in zip(found, outer, strict=True):
        others = [*(found[i] for i in around), *filter(None, [quoting.get(one.content)])]
        reporting = [other for other in others if other.act is not Act.ATTITUDE and other.speaker is not None]
        nearest = min(reporting, key=lambda o: sum(map(len, o.content)), default=None)
        name = nearest.speaker.name if nearest is not None and nearest.speaker is not None else None
        if name is None and relay is not None and (one.cue or one.content[0]).start >= relay.start:
            name = relay.person.name
        own = one.speaker is not None and name == one.speaker.name
        relayed.append(one if name is None or own else replace(one, relayed_by=name))
    return relayed


def _turn(scene: Scene, turn: Turn) -> Attribution:
    return Attribution(
        content=turn.content,
        source=turn.label,
        cue=turn.colon,
        kind=Kind.DIRECT,
        act=Act.ASKS if turn.asking else Act.SAYS,
        speaker=find_labelled(scene, turn.label.of(scene.text), asking=turn.asking),
        confidence=0.97,
    )


def _bylined(byline: Bylined) -> Attribution:
    person = byline.person
    return Attribution(
        content=byline.content,
        source=byline.name,
        cue=None,
        kind=Kind.DIRECT,
        act=Act.SAYS,
        speaker=Speaker(person.name, person.role, person.country),
        confidence=0.95,
    )
