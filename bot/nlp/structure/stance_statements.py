"""What an official goes on to say in his country's name: "Dahl said that … Iceland stands ready to open the harbour."

Ministries' readouts leave the speaker out where a sentence takes the country's stance right after its official spoke.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.domain.attribution import Act, Attribution
from bot.domain.text import trimmed
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.stance_cues import opens_with_stance
from bot.nlp.structure.quotations import classify_kind, find_quotations

_CARRIED = 0.85
"""How sure it is that whoever spoke goes on, of how sure it was that he spoke."""


def find_stance_statements(scene: DocumentContext, found: Sequence[Attribution]) -> list[Attribution]:
    """``found`` with each stance that goes on after its official's statement, in place of attitudes found there."""
    added = list(_stances(scene, found))
    taken = [one.content[0] for one in added]
    kept = [
        one for one in found if one.act is not Act.ATTITUDE or not any(span.contains(one.content[0]) for span in taken)
    ]
    return sorted([*kept, *added], key=lambda a: (a.content[0], a.content))


def _stances(scene: DocumentContext, found: Sequence[Attribution]) -> Iterator[Attribution]:
    statements = [one for one in found if one.act is not Act.ATTITUDE]
    spoke = {scene.sentence_of(one.content[0].start): one for one in statements}
    quotations = None
    for place in scene.places:
        number = scene.sentence_of(place.span.start)
        before = spoke.get(number - 1)
        if number in spoke or before is None or before.speaker is None or before.speaker.country != place.country:
            continue
        sentence = trimmed(scene.text, scene.sentences[number])
        together = scene.paragraph_of(before.content[0].start) == scene.paragraph_of(place.span.start)
        if sentence is None or not together or not opens_with_stance(scene.text, sentence, place):
            continue
        quotations = quotations or find_quotations(scene.text)
        stance = replace(
            before,
            content=(sentence,),
            source=None,
            cue=None,
            kind=classify_kind(scene.text, (sentence,), quotations),
            act=Act.SAYS,
            negated=False,
            conditional=False,
            confidence=round(before.confidence * _CARRIED, 4),
        )
        spoke[number] = stance
        yield stance
