"""Forms of words: of topics (cases, clitics, figures' names in other scripts), and nominatives of names."""

from functools import lru_cache

from bot.domain.statement_search import Term
from bot.gazetteer.latin_names import forms_of, names_in_script, script_of
from bot.nlp.lang.lexicon import Lexicon, fold, load_lexicon

_INFLECTED = {"CYRILLIC": "ru"}
_WITH_CLITICS = {"ARABIC": "ar"}
_SHORTEST = 4
"""Minimum letters of a stem, and of a word after its clitics."""


@lru_cache(maxsize=4096)
def topic_forms(term: Term, *, name: bool) -> tuple[Term, ...]:
    """``term`` and its other forms, any of which matches; a phrase or a prefix stays as it is.

    ``name``: it is written like a name, and counts as that figure's in every script.
    """
    word = "".join(term.words)  # if each character is a word
    if term.open or (len(term.words) > 1 and len(word) > len(term.words)):
        return (term,)
    forms = {term: None} | dict.fromkeys(_forms_in_language(word))
    if name:
        for other in forms_of(word) or forms_of(_by_stem().get(_stemmed(word), "")):
            forms |= {Term(other): None}
            if len(other) == 1:
                forms |= dict.fromkeys(_forms_in_language(other[0]))
    return tuple(forms)


def _stemmed(word: str) -> str:
    code = _INFLECTED.get(script_of(word))
    return _stem(word, load_lexicon(code)) if code else ""


@lru_cache(maxsize=1)
def _by_stem() -> dict[str, str]:
    """The names of figures in scripts whose words have cases, by their stems."""
    names = [name for script in _INFLECTED for name in names_in_script(script)]
    return {_stemmed(name): name for name in sorted(names, reverse=True)}


def _forms_in_language(word: str) -> tuple[Term, ...]:
    script = script_of(word)
    if code := _INFLECTED.get(script):
        return (Term((_stem(word, load_lexicon(code)),), open=True),)
    if code := _WITH_CLITICS.get(script):
        return tuple(Term((form,)) for form in _with_clitics(word, load_lexicon(code)))
    return ()


def _stem(word: str, lexicon: Lexicon) -> str:
    """``word`` without its case ending; unchanged if too little would be left."""
    vowels = fold(lexicon.writing.vowels)
    stem = word.rstrip(vowels)
    if stem[-1:] and stem[-1] in lexicon.writing.closing and stem[-2:-1] in vowels:
        stem = stem[:-1].rstrip(vowels)
    return stem if len(stem) >= _SHORTEST else word


def _with_clitics(word: str, lexicon: Lexicon) -> list[str]:
    """``word`` with and without the article, after each clitic."""
    articles = [fold(article) for article in lexicon.writing.definite]
    begun = (word.removeprefix(article) for article in articles if word.startswith(article))
    bare = next((rest for rest in begun if len(rest) >= _SHORTEST - 1), word)
    fronts = ["", *(fold(one) for one in lexicon.proclitics)]
    return [f"{front}{article}{bare}" for front in fronts for article in ("", *articles)]


_CODES = ("ru",)
"""Languages whose names have cases."""
_ENDING_LEAVES = 3
"""Minimum letters of a name before its ending."""


@lru_cache(maxsize=4096)
def nominatives(word: str) -> tuple[str, ...]:
    """The possible nominatives of the folded ``word`` of a name, most likely first; none for other scripts."""
    found: dict[str, None] = {}
    for code in _CODES:
        for written, others in load_lexicon(code).endings:
            ending = fold(written)
            stem = word.removesuffix(ending)
            if _ENDING_LEAVES <= len(stem) < len(word):
                found |= {fold(stem + other): None for other in others}
    found.pop(word, None)
    return tuple(found)
