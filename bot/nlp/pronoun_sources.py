"""Which sources name nobody by themselves: "he", "quien", "последний"."""

from bot.domain.text import Span
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.lang.page import Page
from bot.nlp.lang.source_phrases import REFERRING, parse_source_phrase
from bot.nlp.speakers.antecedents import PRONOUNS


def is_pronoun(source: str, language: str | None) -> bool:
    """Whether the words of a source only point to somebody named elsewhere."""
    if language in LANGUAGES and language is not None:
        return parse_source_phrase(Page(source, load_lexicon(language)), Span(0, len(source))).kind in REFERRING
    return source.lower() in PRONOUNS
