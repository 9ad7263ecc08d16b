"""Finds who said what in a text, from the tagger's links and from the layout: turns of a transcript, a readout's frame.

Each attribution has a speaker, an act and a confidence: the probability that its words and its speaker are both right.
That is a logistic function of what the parts believe, fitted on annotated articles by ``training/confidence.py``;
docs/reading.md shows what a threshold keeps and costs.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import exp, log

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.nlp.non_statements import is_no_statement
from bot.nlp.reporting_verbs import SPOKEN, STATEMENT, classify_act, is_conditional, is_negated
from bot.nlp.span_cleanup import clean_links
from bot.nlp.speakers.document_context import DocumentContext, build_context
from bot.nlp.speakers.joint_sources import Resolution
from bot.nlp.speakers.resolve import resolve_speakers
from bot.nlp.speakers.source_spans import SourceSpan, find_outer
from bot.nlp.speakers.transcript_labels import resolve_label, resolve_signature
from bot.nlp.structure.bylines import OwnStatement, Readout, find_byline, find_readout
from bot.nlp.structure.coordination import split_coordinated
from bot.nlp.structure.quotations import classify_kind, find_quotations
from bot.nlp.structure.relative_clauses import end_relative_clauses, name_antecedents
from bot.nlp.structure.second_hand import separate_relays
from bot.nlp.structure.signed_posts import SignedPost, find_signed_posts
from bot.nlp.structure.source_corrections import correct_sources
from bot.nlp.structure.transcript_turns import TranscriptTurn, find_transcript_turns
from bot.nlp.structure.unattributed_quotations import attribute_paragraphs, attribute_quotations, split_paragraphs
from bot.nlp.tagger.tagged_text import AttributionLink, TaggedText

WEIGHTS = {"constant": -0.847, "link": 0.929, "statement": 0.257, "speaker": 0.345, "nobody": -1.757}
"""Weights of the logits of the tagger's link and statement and of the resolver's speaker; and of having no speaker."""
FLOOR = 0.15
"""Attributions that are less probable are left out; on the dev set this costs nothing and keeps PolNeAR's recall."""
_EDGE = 0.005
_QUOTED = 4
"""Words in quotation marks from which the attribution is a statement, whatever the tagger makes of the cue."""
Beliefs = tuple[float, float, float | None]
"""Probabilities of the link, of its being a statement, and of the speaker; None if nobody is named."""


def find_attributions(text: str, tagging: TaggedText) -> tuple[Attribution, ...]:
    """All attributions of ``text``, in its order. ``tagging`` is the tagger's output for the same text."""
    context, links = _prepare(text, tagging)
    relay = find_readout(context)
    turns = find_transcript_turns(text)
    byline = find_byline(context, relay) if not turns else None
    posts = find_signed_posts(text)
    framed = _Frame(relay, byline, turns, posts)
    links = [link for link in links if not framed.holds(link)]
    found = [one for one, _ in _weigh(text, context, links) if one.confidence >= FLOOR]
    found = [part for one in found for part in split_paragraphs(text, one)]
    found = _second_hand(attribute_paragraphs(text, found), relay)
    found += [_turn(context, turn) for turn in turns]
    found += [_post(context, post) for post in posts]
    if byline is not None:
        found.append(_bylined(byline))
    return tuple(sorted(found, key=lambda a: (a.content[0], a.content)))


def find_beliefs(text: str, tagging: TaggedText) -> tuple[tuple[Attribution, Beliefs], ...]:
    """The probabilities behind each confidence, for fitting: of links only, without turns and frames."""
    return tuple(_weigh(text, *_prepare(text, tagging)))


def build_tagged_context(text: str, tagging: TaggedText) -> DocumentContext:
    """The context of ``text`` with the tagger's entities."""
    return build_context(
        text,
        persons=[m.span for m in tagging.mentions if m.kind == "PERSON"],
        others=[m.span for m in tagging.mentions if m.kind in ("ORG", "GPE", "NORP", "LOC")],
    )


def _prepare(text: str, tagging: TaggedText) -> tuple[DocumentContext, list[AttributionLink]]:
    """The context of ``text`` with the tagger's entities, and the tagger's links, cleaned."""
    context = build_tagged_context(text, tagging)
    names = sorted({m.span for m in tagging.mentions} | {m.span for m, _ in context.appearances})
    parts = [part for one in separate_relays(text, tagging.links) for part in split_coordinated(text, one)]
    clauses = name_antecedents(text, end_relative_clauses(text, correct_sources(text, parts)))
    return context, clean_links(context, attribute_quotations(text, clauses), names)


def _weigh(text: str, context: DocumentContext, links: Sequence[AttributionLink]) -> list[tuple[Attribution, Beliefs]]:
    quotations = find_quotations(text)
    relays = {one.relay: SourceSpan(one.relay, None, (one.relay,)) for one in links if one.relay is not None}
    sources = [SourceSpan(one.source, one.cue, one.content) for one in links]
    answers = resolve_speakers(context, [*sources, *relays.values()])
    relayed_by = {relay: answer.speaker for relay, answer in zip(relays, answers[len(links) :], strict=True)}
    weighed = []
    for link, answer in zip(links, answers[: len(links)], strict=True):
        kind = classify_kind(text, link.content, quotations)
        quoted = kind is Kind.DIRECT and sum(len(piece.of(text).split()) for piece in link.content) >= _QUOTED
        act = classify_act(
            link.cue.of(text) if link.cue else None, max(link.statement, STATEMENT) if quoted else link.statement
        )
        act = Act.ATTITUDE if is_no_statement(context, link) else act
        # being no statement does not make an attitude less certain
        statement = 0.5 if act is Act.ATTITUDE else max(link.statement, SPOKEN)
        beliefs = (link.score, statement, answer.confidence if answer.speaker else None)
        relay = relayed_by[link.relay] if link.relay is not None else None
        weighed.append((_attribution(text, link, answer, relay, kind, act, beliefs), beliefs))
    return weighed


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the layout alone attributes; links inside it would be repetitions."""

    relay: Readout | None
    byline: OwnStatement | None
    turns: Sequence[TranscriptTurn]
    posts: Sequence[SignedPost]

    def holds(self, link: AttributionLink) -> bool:
        """Whether the link is in the relay's sentence, or its cue or content in words that the layout attributes."""
        anchor = link.cue or link.content[0]
        if self.relay is not None and anchor.overlaps(self.relay.frame):
            return True
        for span in (anchor, link.content[0]):
            before = bisect_left(self.turns, span.end, key=lambda t: t.label.start)
            if before and self.turns[before - 1].span.overlaps(span):
                return True
        before = bisect_left(self.posts, anchor.end, key=lambda post: post.span.start)
        if before and self.posts[before - 1].span.overlaps(anchor):
            return True
        return self.byline is not None and anchor.start >= self.byline.name.start


def _attribution(
    text: str, link: AttributionLink, answer: Resolution, relay: Speaker | None, kind: Kind, act: Act, beliefs: Beliefs
) -> Attribution:
    cue = link.cue.of(text) if link.cue else None
    own = relay is None or (answer.speaker is not None and answer.speaker.name == relay.name)
    return Attribution(
        content=link.content,
        source=link.source,
        cue=link.cue,
        kind=kind,
        act=act,
        speaker=answer.speaker,
        relayed_by=None if own or relay is None else relay.name,
        confidence=round(estimate_confidence(*beliefs), 4),
        negated=is_negated(cue),
        conditional=is_conditional(cue),
    )


def _second_hand(found: Sequence[Attribution], relay: Readout | None) -> list[Attribution]:
    """Set who relays: the speaker of the enclosing attribution, else the spokesperson that the readout names."""
    outer = find_outer([SourceSpan(a.source, a.cue, a.content) for a in found])
    relayed = []
    for one, around in zip(found, outer, strict=True):
        if one.relayed_by is not None:
            relayed.append(one)
            continue
        others = (found[i] for i in around)
        reporting = [other for other in others if other.act is not Act.ATTITUDE and other.speaker is not None]
        nearest = min(reporting, key=lambda o: sum(map(len, o.content)), default=None)
        name = nearest.speaker.name if nearest is not None and nearest.speaker is not None else None
        if name is None and relay is not None and (one.cue or one.content[0]).start >= relay.start:
            name = relay.person.name
        own = one.speaker is not None and name == one.speaker.name
        relayed.append(one if name is None or own else replace(one, relayed_by=name))
    return relayed


def _turn(context: DocumentContext, turn: TranscriptTurn) -> Attribution:
    return Attribution(
        content=turn.content,
        source=turn.label,
        cue=turn.colon,
        kind=Kind.DIRECT,
        act=Act.ASKS if turn.asking else Act.SAYS,
        speaker=resolve_label(context, turn.label.of(context.text), asking=turn.asking),
        confidence=0.97,
    )


def _post(context: DocumentContext, post: SignedPost) -> Attribution:
    return Attribution(
        content=(post.content,),
        source=post.name,
        cue=post.dash,
        kind=Kind.DIRECT,
        act=Act.SAYS,
        speaker=resolve_signature(context, post.name.of(context.text)),
        confidence=0.95,
    )


def _bylined(byline: OwnStatement) -> Attribution:
    person = byline.person
    return Attribution(
        content=byline.content,
        source=byline.name,
        cue=None,
        kind=Kind.DIRECT,
        act=Act.SAYS,
        speaker=person.speaker,
        confidence=0.95,
    )


def estimate_confidence(link: float, statement: float, speaker: float | None) -> float:
    """The probability, 0 to 1, from three others; ``speaker`` is None if nobody is named."""
    total = WEIGHTS["constant"] + WEIGHTS["link"] * logit(link) + WEIGHTS["statement"] * logit(statement)
    total += WEIGHTS["nobody"] if speaker is None else WEIGHTS["speaker"] * logit(speaker)
    return 1.0 / (1.0 + exp(-total))


def logit(probability: float) -> float:
    """Natural log odds; the probability is clipped away from 0 and 1."""
    kept = min(1.0 - _EDGE, max(_EDGE, probability))
    return log(kept / (1.0 - kept))
