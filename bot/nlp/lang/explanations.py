"""Explains how statements in other languages than English got their speakers: the entities that a source may mean."""

from bot.domain.attribution import Attribution
from bot.nlp.explanations import Explanation, explain_ranking
from bot.nlp.lang.attributions import find_attributions
from bot.nlp.lang.certainty import describe_certainty
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.rankers import load_rankers
from bot.nlp.lang.speakers import SourceResolver
from bot.nlp.lang.statements import find_statements
from bot.nlp.tagger.tagged_text import TaggedText


def explain_statement(
    text: str, tagging: TaggedText, number: int, code: str
) -> tuple[int, Attribution | None, tuple[Explanation, ...]]:
    """The number of statements in ``text``, and how statement ``number`` (from 1, in order) got its speaker."""
    found = find_attributions(text, tagging, code)
    if number > len(found):
        return len(found), None, ()
    one, page, rankers = found[number - 1], Page(text, load_lexicon(code), tagging.names), load_rankers()
    links = find_statements(page, tagging.links)
    resolver = SourceResolver(page, links, rankers)
    for at in resolver.order:
        choice = resolver.choice(at)
        if (links[at].content, links[at].cue) == (one.content, one.cue):
            names = {n: entity.name for n, entity in enumerate(choice.entities)} | {len(choice.entities): ""}
            ranking = explain_ranking("referent", names, dict(enumerate(choice.rows)), rankers.referents.weights)
            chosen, chance = resolver.step(choice, rankers.referents)
            if chosen is None:
                return len(found), one, (ranking,)
            sure = {0: describe_certainty(choice.source, chosen, choice.entities, chance), 1: {}}
            certainty = explain_ranking("certainty", {0: chosen.name, 1: ""}, sure, rankers.names.weights)
            return len(found), one, (ranking, certainty)
        resolver.step(choice, rankers.referents)
    return len(found), one, ()
