"""Resolves a transcript's labels ("GEN. HARCOURT-OTT:", "LIM:", "Minister Venn:") to the people in the text."""

import re
from dataclasses import replace

from bot.domain.attribution import Speaker
from bot.gazetteer.office_words import HONORIFICS, head_of
from bot.gazetteer.spelling import compatible
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.offices import clean_role

_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_BRIEFING = re.compile(r"\b(?:briefing|gaggle|press conference)\b", re.IGNORECASE)
_JOINT = re.compile(r"\b(?:joint|with|and)\b.{0,80}\b(?:briefing|press conference|availability)\b", re.IGNORECASE)
_HEAD = 200
"""Characters that contain the heading of a transcript."""
_NOTE = re.compile(r"\([^()\n]{0,100}+\)")


def resolve_label(context: DocumentContext, label: str, *, asking: bool) -> Speaker:
    """The speaker of a turn with ``label``. A questioner stays a questioner, whatever the label says."""
    label = label.strip()
    if asking:
        return Speaker(label, head_of(label), None)
    named, _, office = _NOTE.sub("", label).partition(", ")
    office = office if head_of(office) is not None and head_of(named) is None else ""
    words = [word for word in _WORD.findall(named if office else _NOTE.sub("", label)) if not _is_address(word)]
    known = _find_person(context, words[-1]) if words else None
    host = (
        context.origin.country if context.origin is not None and context.origin.own and _is_briefing(context) else None
    )
    role = _in_small_letters(clean_role(office or ("" if known else " ".join(words[:-1]))).split()) or None
    if known is not None:
        return replace(known, role=known.role or role, country=known.country or host)
    return Speaker(_in_small_letters(words) or label, role, host)


def resolve_signature(context: DocumentContext, name: str) -> Speaker:
    """The author of a post signed with ``name``; never somebody in the text with another given name."""
    found = resolve_label(context, name, asking=False)
    words = tuple(word for word in _WORD.findall(name) if not _is_address(word))
    one_name = not words or compatible(words, tuple(found.name.split())) or head_of(words[0]) is not None
    return found if one_name else Speaker(name.strip())


def _is_briefing(context: DocumentContext) -> bool:
    """Whether only one side briefs the press; then all who answer belong to it."""
    return _BRIEFING.search(context.text[:_HEAD]) is not None and not _JOINT.search(context.text[:_HEAD])


def _find_person(context: DocumentContext, surname: str) -> Speaker | None:
    """The person with that surname, known people first; a family name may come first ("Lee Hsiang-ting")."""
    wanted = surname.rstrip(".").casefold()
    found = []
    for person in context.people:
        names = [word.casefold() for word in person.name.split()]
        if wanted in names:
            at = len(names) - 1 - names[::-1].index(wanted)
            found.append((at != len(names) - 1, not person.sure, person.role is None, person.mentions[0].span, person))
    if not found:
        return None
    person = min(found, key=lambda one: one[:4])[4]
    names = person.name.split()
    at = [word.casefold() for word in names].index(wanted)
    # a headline's capitals may continue after the name: "Gen. Amelia Hargreaves-Ott Hold a Briefing"
    kept = names if at == 0 or at == len(names) - 1 else names[: at + 1]
    role = _in_small_letters(person.role.split()) if person.role else None
    return Speaker(_in_small_letters(kept), role, person.country)


def _in_small_letters(words: list[str]) -> str:
    """Names and offices in normal case, if only the label capitalises them; abbreviations of two letters stay."""
    return " ".join(word.title() if word.isupper() and len(word) > 2 else word for word in words)


def _is_address(word: str) -> bool:
    bare = word.lower().rstrip(".")
    return bare in HONORIFICS or f"{bare}." in HONORIFICS
