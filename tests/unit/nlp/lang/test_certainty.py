"""How sure a name is: what ranker, network and tagger say of it, weighed together."""

from dataclasses import replace

from bot.domain.text import Span
from bot.nlp.lang.certainty import RANKED, describe_certainty, weigh_certainty
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.rankers import load_rankers
from bot.nlp.lang.speakers import SourceResolver, resolve_speakers
from bot.nlp.speakers.candidate_ranker import Ranker
from tests.unit.nlp.lang.marked import tag

MARKED = "{source:Ana Robles} {cue:dijo} que {content:sí}. Jon Ek calló."


def test_a_name_that_the_network_gives_to_another_is_less_sure() -> None:
    text, tagging = tag(MARKED)
    chances = []
    for name in ("Ana Robles", "Jon Ek"):
        named = ((Span(text.index(name), text.index(name) + len(name)), 0.9),)
        [answer] = resolve_speakers(Page(text, load_lexicon("es")), [replace(tagging.links[0], named=named)])
        chances.append(answer.confidence)
    assert chances[0] > chances[1]


def test_a_network_that_tells_nothing_of_speakers_is_not_asked() -> None:
    text, tagging = tag(MARKED)
    resolver = SourceResolver(Page(text, load_lexicon("es")), tagging.links, load_rankers())
    choice = resolver.choice(0)
    features = describe_certainty(choice.source, choice.entities[0], choice.entities, 0.8)
    assert not any("network" in name for name in features)


def test_the_probability_is_logistic() -> None:
    assert abs(weigh_certainty(Ranker({RANKED: 1.0}, 0.0), {RANKED: 1.5}) - 0.8176) < 0.001
    assert abs(weigh_certainty(Ranker({RANKED: 1.0}, 0.0), {RANKED: -1.5}) - 0.1824) < 0.001


def test_a_language_may_have_a_stricter_threshold() -> None:
    rankers = replace(load_rankers(), stricter={"es": 0.99999})
    text, tagging = tag(MARKED)
    [answer] = resolve_speakers(Page(text, load_lexicon("es")), tagging.links, rankers)
    assert answer.speaker is None
