"""Analyses a text: sentences, key sentences, who said what. Pure; the model is loaded once per process."""

from functools import lru_cache

from bot.domain.analysis import Analysis
from bot.domain.attribution import Attribution
from bot.domain.text import text_sha256
from bot.i18n.messages import encode_message, translatable
from bot.nlp.attributions import find_attributions
from bot.nlp.engine_version import engine_version
from bot.nlp.lang import LANGUAGES
from bot.nlp.language_detection import READABLE, detect_language
from bot.nlp.sentences import find_sentences
from bot.nlp.summary.ranked_sentences import rank_sentences
from bot.nlp.tagger.tagger import Tagger


@lru_cache(maxsize=1)
def load_tagger() -> Tagger:
    """The released tagger, loaded and verified once per process."""
    return Tagger.load()


def analyse(text: str, *, language: str | None = None, sentences: int = 5) -> Analysis:
    """Analyse ``text`` exactly as given. ``language`` (ISO 639-1) is used if detection is unsure.

    Who-said-what works in English and the languages of ``bot.nlp.lang``; for all others ``unread`` says so, and the
    summary still works.
    """
    language = detect_language(text) or language
    unread = None
    attributions: tuple[Attribution, ...] = ()
    if language is None or language in READABLE:
        attributions = find_attributions(text, load_tagger().read(text))
    elif language in LANGUAGES:
        attributions = _read_other(text, language)
    else:
        unread = encode_message(translatable("reading-english-only"))
    ranked = rank_sentences(text, find_sentences(text), attributions, sentences, language=language or "")
    summary = tuple(sorted(ranked))
    ranking = tuple(ranked.index(sentence) + 1 for sentence in summary)
    return Analysis(text_sha256(text), engine_version(), summary, attributions, language, unread, ranking)


def _read_other(text: str, language: str) -> tuple[Attribution, ...]:
    """Who said what in a language other than English; the first such text loads its model."""
    from bot.nlp.lang import attributions as other  # noqa: PLC0415 - English alone needs none of it

    return other.find_attributions(text, other.load_multilingual_tagger().read(text), language)
