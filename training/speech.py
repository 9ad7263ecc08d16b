"""Reporting verbs: a weak sign that an attribution of PolNeAR is a statement rather than an attitude."""

import re

# stems of verbs that report communication; written for this purpose, because a cue need only contain one
_STEMS = """
said say told tell ask answer repl respon stat announc declar claim argu assert insist maintain
contend explain not remark comment mention point warn caution urg call describ wr tweet post report
recall quot cit speak spok talk threat den admit conced acknowledg confess confirm reiterat repeat
stress emphasi underscor suggest propos recommend advis demand request plead pledg promis vow swor
accus blam critici slam blast condemn denounc decr mock prais hail welcom thank complain predict
conclud add testif inform assur clarif disclos reveal rebut counter allege charg appeal reject
dismiss according invit reaffirm express highlight underlin
""".split()
_WORD = re.compile(r"[^\W\d_]+")
_ENDS = [
    *("", "e", "s", "es", "ed", "d", "ing", "y", "ies", "ied", "ying", "t", "te", "tes", "ting", "ten", "ote", "ite"),
    *("ites", "iting", "itten", "en", "ize", "izes", "ized", "izing", "ise", "ises", "ised", "ising", "dged", "ded"),
    *("ding", "ping", "ped", "ning", "ling", "sed", "se", "ses", "sing"),
]
_FORMS = frozenset(stem + end for stem in _STEMS for end in _ENDS)


def is_speech(cue: str) -> bool:
    """Whether a word of ``cue`` looks like a verb of communication; a cue without words (":") counts."""
    words = _WORD.findall(cue.lower())
    return not words or any(word in _FORMS for word in words)
