"""Who said what in a text: the tagger's links and the layout's turns and frames, with speakers, acts and confidence."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span, hull, trimmed
from bot.reading.acts import classify_act, is_conditional, is_negated
from bot.reading.attribution.tagging import Link, Tagging
from bot.reading.speakers.people import clean_role
from bot.reading.speakers.resolve import Resolved, resolve_speakers
from bot.reading.speakers.roles import HONORIFICS
from bot.reading.speakers.scene import Scene, set_scene
from bot.reading.speakers.sources import Source
from bot.reading.structure.frames import Bylined, Relay, find_byline, find_relay
from bot.reading.structure.quotations import classify_kind, find_quotations
from bot.reading.structure.turns import Turn, find_turns

_THAT = re.compile(r"^(?:that|whether|if)\s+(?=\S)|^(?:,|:|;|–|—)\s*", re.IGNORECASE)
_EDGE = " \t\n\u00a0,;:–—"


def find_attributions(text: str, tagging: Tagging) -> tuple[Attribution, ...]:
    """All attributions of ``text`` in its order. ``tagging`` is what the tagger found in this same text."""
    scene = set_scene(
        text,
        persons=[m.span for m in tagging.mentions if m.kind == "PERSON"],
        others=[m.span for m in tagging.mentions if m.kind in ("ORG", "GPE", "NORP", "LOC")],
    )
    relay = find_relay(scene)
    turns = find_turns(text)
    byline = find_byline(scene, relay) if not turns else None
    names = [m.span for m in tagging.mentions] + [m.span for p in scene.people for m in p.mentions]
    links = [link for one in tagging.links if (link := _tidied(text, one, names)) is not None]
    links = [link for link in links if not _inside_frame(link, relay, byline, turns)]
    quotations = find_quotations(text)
    answers = resolve_speakers(scene, [Source(one.source, one.cue, one.content) for one in links])
    found = [_attribution(text, one, answer, quotations) for one, answer in zip(links, answers, strict=True)]
    found = _second_hand(found, relay)
    found += [_turn(scene, turn) for turn in turns]
    if byline is not None:
        found.append(_bylined(byline))
    return tuple(sorted(found, key=lambda a: (a.content[0], a.content)))


def _tidied(text: str, link: Link, names: Sequence[Span]) -> Link | None:
    """``link`` as the guidelines have it: no "that" or stray comma about its content, no name cut in half as source."""
    pieces = []
    for span in link.content:
        start, end = span.start, span.end
        while match := _THAT.match(text[start:end]):
            start += match.end()
        piece = text[start:end]
        end -= len(piece) - len(piece.rstrip(_EDGE))
        if start < end and (kept := trimmed(text, Span(start, end))) and re.search(r"\w", kept.of(text)):
            pieces.append(kept)
    if not pieces:
        return None
    return replace(link, source=_whole(link.source, names, pieces), content=tuple(sorted(pieces)))


def _whole(source: Span | None, names: Sequence[Span], content: Sequence[Span]) -> Span | None:
    """``source`` grown to the ends of the names it cuts, as long as it stays clear of the content."""
    if source is None:
        return None
    cut = [n for n in names if n.overlaps(source) and not source.contains(n)]
    grown = hull([source, *cut])
    return source if any(grown.overlaps(c) for c in content) else grown


def _inside_frame(link: Link, relay: Relay | None, byline: Bylined | None, turns: Sequence[Turn]) -> bool:
    """Whether a link only repeats what the layout says, or stands inside one person's own words."""
    anchor = link.cue or link.content[0]
    if relay is not None and anchor.overlaps(relay.frame):
        return True
    if any(t.span.overlaps(anchor) for t in turns):
        return True
    return byline is not None and anchor.start >= byline.name.start


def _attribution(text: str, link: Link, answer: Resolved, quotations: tuple[Span, ...]) -> Attribution:
    cue = link.cue.of(text) if link.cue else None
    return Attribution(
        content=link.content,
        source=link.source,
        cue=link.cue,
        kind=classify_kind(text, link.content, quotations),
        act=classify_act(cue, link.statement),
        speaker=answer.speaker,
        confidence=round(min(1.0, max(0.0, link.score * answer.confidence)), 4),
        negated=is_negated(cue),
        conditional=is_conditional(cue),
    )


def _second_hand(found: Iterable[Attribution], relay: Relay | None) -> list[Attribution]:
    """Say who relays: the outer speaker of a nested attribution, else the spokesperson the text is attributable to."""
    found = list(found)
    relayed = []
    for one in found:
        anchor = one.cue or one.content[0]
        outer = [
            o
            for o in found
            if o is not one and o.act is not Act.ATTITUDE and any(c.contains(anchor) and c != anchor for c in o.content)
        ]
        inner = min(outer, key=lambda o: sum(map(len, o.content)), default=None)
        name = inner.speaker.name if inner is not None and inner.speaker is not None else None
        if name is None and relay is not None and anchor.start >= relay.start:
            name = relay.person.name
        if name is not None and one.speaker is not None and name == one.speaker.name:
            name = None
        relayed.append(replace(one, relayed_by=name))
    return relayed


def _turn(scene: Scene, turn: Turn) -> Attribution:
    return Attribution(
        content=turn.content,
        source=turn.label,
        cue=turn.colon,
        kind=Kind.DIRECT,
        act=Act.ASKS if turn.asking else Act.SAYS,
        speaker=_label_speaker(scene, turn),
        confidence=0.97,
    )


def _label_speaker(scene: Scene, turn: Turn) -> Speaker:
    """Whom a label means: a person of the text by surname, else the label's own words. A questioner is nobody else."""
    label = turn.label.of(scene.text).strip()
    if turn.asking:
        return Speaker(label, None, None)
    words = re.findall(r"[^\W\d_][\w.’'-]*", re.sub(r"\(.*?\)", "", label))
    surname = words[-1].casefold() if words else ""
    for person in sorted(scene.people, key=lambda p: (not p.sure, p.role is None)):
        if person.name.split()[-1].casefold() == surname:
            return Speaker(person.name, person.role, person.country)
    names = [
        w for w in words if w.lower().rstrip(".") not in HONORIFICS and f"{w.lower().rstrip('.')}." not in HONORIFICS
    ]
    shown = " ".join(w.title() if w.isupper() and len(w) > 2 else w for w in names) or label
    role = clean_role(" ".join(words[:-1])) if len(words) > 1 else None
    return Speaker(shown, role or None, None)


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
