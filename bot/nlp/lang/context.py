"""Decides whether a sentence in another language than English needs the one before it: "This he said …", "He added that
…".
"""

from itertools import islice, pairwise

from bot.nlp.lang.lexicon import Lexicon, Word, load_lexicon

_FIRST = 3
"""How many words at the beginning of a sentence are searched for a pronoun that refers back."""
_PRONOUNS = (
    "back_references",
    *(f"pronouns.{name}" for name in ("demonstratives", "subjects", "masculine", "feminine", "plural")),
)
_OPENING = '"“«'
_PASSED = ("prepositions", "leading_words", "locatives", "according")


def leans_back(sentence: str, language: str) -> bool:
    """Whether ``sentence`` begins with a pronoun, a connective, or a verb of saying without a subject."""
    lexicon = load_lexicon(language)
    if lexicon.writing.unspaced:
        return any(
            lexicon.pattern[name].match(sentence) for name in ("connectives", *_PRONOUNS) if lexicon.lists[name].entries
        )
    words = lexicon.words(sentence)
    if not words or words[0].of(lexicon.lists["connectives"]):
        return True
    for word, following in islice(pairwise(words), _FIRST):
        forms = word.forms[:1] if lexicon.writing.cased else word.forms  # "d'" is no part of a word that begins so
        pronoun = any(lexicon.lists[name].holds(form) for name in _PRONOUNS for form in forms)
        if (pronoun and not word.of(lexicon.lists["articles"])) or _speaks_alone(sentence, word, following, lexicon):
            return True
        if not lexicon.has(word, *_PASSED):
            break
    return False


def _speaks_alone(sentence: str, word: Word, following: Word, lexicon: Lexicon) -> bool:
    """Whether a verb of saying continues without a subject: "Said that", "Adding: “"."""
    if lexicon.act(word.text) is None:
        return False
    quoted = any(mark in sentence[word.span.end : following.span.start] for mark in _OPENING)
    return quoted or following.of(lexicon.lists["conjunctions"]) or word.of(lexicon.lists["participles"])
