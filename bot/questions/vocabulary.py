"""The words of questions: verbs of saying with their acts, words that narrow nothing, words that name nobody.

The tables are in ``words.toml``. English verbs with an act of their own are the ones by which articles are read.
"""

import re
from functools import lru_cache
from typing import Any

from bot.data_files import read_toml
from bot.domain.attribution import Act
from bot.domain.folding import normalise
from bot.domain.statement_search import COMMUNICATED
from bot.gazetteer.latin_names import script_of
from bot.nlp.lang import LANGUAGES
from bot.nlp.lang.lexicon import load_lexicon
from bot.nlp.reporting_verbs import classify_act

_SCRIPTS = {"CYRILLIC": "ru", "ARABIC": "ar", "CJK": "zh"}
_SHORTEST_VERB = 3
"""Letters of a verb; shorter words are auxiliaries."""
_NOUN = re.compile(r"(?:tions?|isms?|ments?|posals?|nials?|threats?|complaint|gratitude)$")
_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=1)
def tables() -> dict[str, dict[str, str]]:
    """The content of ``words.toml``."""
    return read_toml(__package__, "words.toml")


@lru_cache(maxsize=64)
def words_of(table: str, line: str) -> frozenset[str]:
    """The words of one line of a table."""
    return frozenset(tables()[table][line].split())


@lru_cache(maxsize=1)
def question_forms() -> dict[str, Any]:
    """The content of ``question_forms.toml``."""
    return read_toml(__package__, "question_forms.toml")


def fold_evenly(text: str) -> str:
    """``text`` in lower case without accents and of the same length, so that positions stay valid."""
    return "".join(_fold_letter(letter) for letter in text)


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    base = normalise("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


@lru_cache(maxsize=512)
def find_language(sentence: str) -> str:
    """The language of a question: by its script, else the one of most of its small words; "en" for the rest."""
    script = script_of(sentence)
    if script in _SCRIPTS:
        return _SCRIPTS[script]
    words = _WORD.findall(fold_evenly(sentence))
    found = {language: sum(word in _small_words(language) for word in words) for language in ("en", "fr", "es", "de")}
    return max(found, key=lambda language: found[language])


@lru_cache(maxsize=8)
def _small_words(language: str) -> frozenset[str]:
    """The words that narrow nothing, and those of the forms of questions."""
    frames = [frame for frame in question_forms()["frame"] if frame.get("language", "en") == language]
    written = " ".join(pattern for frame in frames for pattern in frame["patterns"])
    if language == "en":
        written += " ".join(question_forms()["macros"].values())
    return words_of("stop", language) | frozenset(_WORD.findall(written))


@lru_cache(maxsize=4096)
def acts_of(verb: str, language: str = "en") -> frozenset[Act] | None:
    """The acts that a folded verb asks for, also one by which articles are read; None for any other word."""
    if language in LANGUAGES and verb in common_words():
        return None
    act = _listed().get(verb)
    if act is None and language in LANGUAGES:
        act = _read(verb, language)
    elif act is None and not _NOUN.search(verb):
        found = classify_act(verb, 1.0)
        act = found.value if found is not Act.SAYS else None
    if act is None:
        return None
    if act == "any" or Act(act) not in COMMUNICATED:
        return COMMUNICATED
    return frozenset(map(Act, tables()["families"].get(act, act).split()))


def opposites_of(acts: frozenset[Act]) -> frozenset[Act]:
    """The acts that answer with no what one of ``acts`` asks for, without those; none for statements of any kind."""
    if acts >= COMMUNICATED:
        return frozenset()
    known = tables()["opposites"]
    return frozenset(Act(other) for act in acts for other in known.get(act, "").split()) - acts


def _read(verb: str, language: str) -> str | None:
    """The act by which articles in ``language`` read a verb; "any" for saying, None for what only looks like a verb."""
    lexicon = load_lexicon(language)
    if lexicon.writing.unspaced:
        found = [act for act, words in lexicon.acts.items() if verb in words.whole]
    else:
        lengths = {act: words.length(verb) for act, words in lexicon.acts.items()}
        found = [act for act in sorted(lengths, key=lambda act: -lengths[act]) if lengths[act]]
    if len(verb) < _SHORTEST_VERB and not lexicon.writing.unspaced:
        return None
    return "any" if found and found[0] is Act.SAYS else found[0].value if found else None


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    return {word: act for act, words in tables()["verbs"].items() for word in words.split()}


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """All words that make up questions, so that they are not looked up as names."""
    own = {word for table in ("nouns", "stop", "pronouns", "talk", "courtesy") for line in tables()[table].values()
           for word in _WORD.findall(line)}  # fmt: skip
    patterns = " ".join(pattern for frame in question_forms()["frame"] for pattern in frame["patterns"])
    macros = " ".join(question_forms()["macros"].values())
    return frozenset(own | set(_WORD.findall(f"{patterns} {macros}")))
