"""Which language a text is in, so that a reader of English says what it cannot read instead of misreading it.

py3langid (Lui and Baldwin 2012, maintained by the author of trafilatura): BSD-3, pure Python and NumPy, 4.6 MB. It
loads in 0.4 s on first use; a text then takes 1 to 2 ms.
"""

from functools import lru_cache
from typing import Any

READABLE = frozenset({"en"})
"""Languages (ISO 639-1) that who said what is read in."""

_PREFIX = 1000  # characters: enough for certainty, 2 ms
_SURE = 0.5  # more likely than all other languages together
_LETTERS = 12  # fewer are a name or an exclamation: "Lavrov" is no language


def detect_language(text: str) -> str | None:
    """ISO 639-1 code of the language that most of the beginning of ``text`` is in; None when unsure.

    Looks at the first 1,000 characters. Headlines and lists of names are often None: their words belong to many
    languages.
    """
    beginning = text.strip()[:_PREFIX]
    if sum(map(str.isalpha, beginning)) < _least_letters(beginning):
        return None
    language, probability = _load_identifier().classify(beginning)
    return str(language) if probability >= _SURE else None


def _least_letters(text: str) -> int:
    """How many letters make a text: fewer where one character is a syllable or a word (Han, kana, Hangul)."""
    return _LETTERS // 3 if any("\u3040" <= character <= "\uffdc" for character in text) else _LETTERS


@lru_cache(maxsize=1)
def _load_identifier() -> Any:
    """The model, reduced to languages with a two-letter code (Nigerian Pidgin, for one, is taken for English)."""
    # imported here: the import decodes the model, and most of what starts reads nothing
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
