"""Finds personal names in a text, with the office before or after them, by capitals and the model's entities.

A name is a run of capitalised words that is not an office, country, organisation or calendar word. It is a person's if
an office stands before it or in apposition after it, if a form of address precedes it, or if the model says so.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from bot.domain.text import Span
from bot.gazetteer.countries import NamingKind, PlaceMention, country_of, find_places
from bot.gazetteer.office_words import HEADS, HONORIFICS, MODIFIERS, head_of
from bot.gazetteer.public_figures import find_figure
from bot.nlp.speakers.capitalised_words import (
    CALENDAR,
    HEADLINE,
    ORGANISATION,
    PARTICLES,
    CapitalisedWord,
    given_names,
    is_name_word,
    split_words,
)
from bot.nlp.speakers.title_case import TitleCase
from bot.nlp.speakers.titles import find_apposition, find_long_office, find_title

_LONGEST = 300
"""Maximum characters of a name of a person or body."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A mention of a person by name.

    ``span`` covers only the name ("Antony J. Blinken"), ``words`` are its words without possessive; ``role`` is the
    span of the office beside it ("US Secretary of State"), ``gender`` is "m", "f" or "" by the form of address.
    ``sure``: more than capitals suggests a person; ``doubted``: the model sees an organisation or a place.
    """

    span: Span
    words: tuple[str, ...]
    role: Span | None
    gender: str
    possessive: bool
    sure: bool
    doubted: bool = False


_OF_COUNTRY = re.compile(r"['’]s?\s$")
_POSTED = frozenset(("on", "to", "via", "from"))
_TOWNS = frozenset(("New", "Fort", "Port", "Mount", "Cape", "Lake"))
_SPEAKS = re.compile(
    r"\s(?:said|says|told|tells|wrote|called|warned|urged|denied|insisted|argued|added|announced|accused)\b"
)

_TELLS = re.compile(rf"{_SPEAKS.pattern}|,\swho\b")
_LATELY = 1000
"""Characters after the name of somebody called like a state in which the surname alone means that person."""
_DATES = re.compile(r"(?<!\w)(?:in|by|until|since|last|next|early|late|this|through|\d{1,2})\s\Z")
_GLUED = re.compile(r"[a-zß-ÿ]{3}[A-ZÀ-Þ]")
"""Words that the page has run together: "VennNATO"; not "McVenn"."""
_GLUE = re.compile(r"[a-zß-ÿ]{2}(?=[A-ZÀ-Þ])")
_TWO = 2
_OPENS_NICKNAME, _CLOSES_NICKNAME = (' "', " “"), ('" ', "” ")
"""Around a nickname: "Orla “Hook” Venn"."""
_PARTY = re.compile(r"[DRI]-[A-Z]")
_PARTY_BEFORE = re.compile(r"[(,]\s?[DRI](?:\.,\s|-)$")
"""How a member's party and state are given: "Orla Venn, D-Calif.,", "Orla Venn (R., Neb.)"."""
_SEVERAL = re.compile(r"[A-Z]{2,}s")
"""The plural of an abbreviation: "MPs"."""
_CREDITED = re.compile(r"\s?/\s?(?:[A-Z]{2,}\b|Getty|Reuters|Pool)")
"""A picture credit, after the photographer's name."""
_SHIPS = frozenset(("USS", "HMS"))
"""What precedes a ship's name."""
_INSERTED = re.compile(r"\]\s[A-ZÀ-Þ]")
"""What follows a given name that the page has inserted before a surname: "[Minister Orla] Venn"."""
_PLACED = re.compile(r"\b(?:in|near|outside)\s$")
_SMALL_SURNAMES = frozenset(("He", "An"))
"""A pronoun and an article that are Chinese surnames too."""
_AT_PLACE = re.compile(r"\b(?:in|near|outside|to|from|of|at|the|across)\s$")
_NATIONAL = re.compile(r"\s(?:[a-z]++\s){0,3}+(?=[A-ZÀ-Þ]\S*\s[A-ZÀ-Þ])")
"""What stands between a nationality and a full name."""
_TITLED = re.compile(
    r"(?:(?:Vice|Prime|Foreign|Deputy) )?(?:President|Minister|Secretary|Senator|Chancellor|Ambassador) (?=[A-Z])"
)
_RANKS_BESIDE = frozenset(
    "ambassador justice judge general colonel admiral minister professor senator congressman congresswoman".split()
)
"""Titles that people have in addition to the office that they speak in."""


_SAYS_LITTLE = frozenset("professor brigadier colonel general lieutenant major".split())
"""Titles that say less than an apposition: "Professor Orla Venn, an economist", "Major General Orla Venn, director"."""

_PARTS = 6
"""Maximum words of a capitalised run that may follow the name in a headline."""
_PARTICIPLE = re.compile(r"[A-Z][a-z]{4,}ing")
_PRINCIPAL = re.compile(r"\s(?:for|to)\s(?!the\b)")
_SURNAMES = frozenset(("king", "major", "judge", "bishop", "marshal", "prince", "pope"))
"""Titles that are also surnames."""
_GIVEN = ORGANISATION & given_names().keys()
"""Words of organisations that are also given names: "bill", "christian"."""


def find_names(
    text: str, persons: Iterable[Span] = (), others: Iterable[Span] = (), places: Iterable[PlaceMention] | None = None
) -> tuple[NameMention, ...]:
    """All mentions of people by name in ``text``, in order.

    ``persons`` are the model's persons, ``others`` its organisations and places; ``places`` are from ``find_places``,
    if the caller has them.
    """
    places = find_places(text) if places is None else tuple(places)
    place_at = {place.span.start: place for place in places}
    persons, others = sorted(_without_office(text, one, place_at) for one in persons), sorted(others)
    titles = TitleCase(text)
    words = _with_namesakes(text, split_words(text, persons, places), titles)
    met = {word.text for word in words}
    found: list[NameMention] = []
    i = 0
    while i < len(words):
        glue = _GLUE.search(words[i].text)
        glued = glue is not None and words[i].text[: glue.end()] in met
        plain = is_name_word(words[i]) or _opens_with_initial(text, words, i)
        if glued or not plain or (words[i].text == "X" and i and words[i - 1].lower in _POSTED):
            i += 1  # "she wrote on X. Venn replied": not an initial
            continue
        j = _run_end(text, words, i)
        if j - i > 1 and (_opens_with_participle(text, words[i]) or (j - i > _TWO and _is_body(*words[i : i + _TWO]))):
            i += 1
        # a headline capitalises its other words too: "Venn Delays Journey"
        ends = range(j, max(i, j - _PARTS), -1) if titles.holds(words[i].start) else (j,)
        for end in ends:
            mention = _mention(text, words, i, end, persons, others)
            if mention is not None and not titles.makes_no_name(text, mention.span, titled=mention.role is not None):
                found.append(mention)
                break
        i = _skip_link(text, words, i, j)
    return tuple(found)


def _is_body(word: CapitalisedWord, after: CapitalisedWord) -> bool:
    """Whether a word is a body's acronym before somebody's full name: "UNN Orla Venn"."""
    return (
        len(word.text) > _TWO
        and word.text not in _SHIPS
        and word.text.isupper()
        and after.lower in given_names()
        and not after.text.isupper()
    )


def _opens_with_participle(text: str, word: CapitalisedWord) -> bool:
    """Whether the word before a name only begins the sentence: "Answering Venn's letter, …"."""
    opens = text[max(0, word.start - 2) : word.start].strip() in ("", ".", "!", "?", "”")
    return opens and _PARTICIPLE.fullmatch(word.text) is not None and word.lower not in given_names()


def _without_office(text: str, person: Span, place_at: Mapping[int, PlaceMention]) -> Span:
    """The model's person without a nationality or an office before: "Icelandic Foreign Minister Birna Dahl"."""
    place = place_at.get(person.start)
    at = place.span.end if place is not None else person.end
    if place is not None and place.naming is NamingKind.ADJECTIVE and (named := _NATIONAL.match(text, at, person.end)):
        person = Span(named.end(), person.end)  # "Icelandic shipper Birna Dahl"
    if titled := _TITLED.match(text, person.start, person.end):
        return Span(titled.end(), person.end)
    for word in text[at : person.end].split():
        at += 1 + len(word)
        if word.lower() in HEADS and at < person.end:
            return Span(at + 1, person.end)
        if word.lower() not in MODIFIERS:
            break
    return person


def _with_namesakes(text: str, words: list[CapitalisedWord], titles: TitleCase) -> list[CapitalisedWord]:
    """``words``, with titles, months, places and pronouns marked as names where people in the text are called so.

    "Mrs. May", "King said", "Monaco said" after "Lisa Monaco", "He Tianrui said".
    """
    pairs = [(before, word) for before, word in pairwise(words) if word.capital]
    dated = {
        word.text
        for before, word in pairs
        if word.lower in CALENDAR
        and (
            before.lower in HONORIFICS
            or _is_figure(before, word)
            or (before.person and word.person)
            or (before.capital and before.lower in given_names() and text[before.end : word.start] == " ")
        )
    }
    titled = {
        word.text
        for before, word in pairs
        if (word.person or _is_figure(before, word))
        and word.lower in HEADS
        and before.capital
        and before.lower not in HEADS
    }
    ends = {j for j in range(1, len(words)) if _ends_a_name(text, words, j)}
    titled |= {words[j].text for j in ends if words[j].lower in _SURNAMES}
    speaking = _find_speaking(text, words, ends)
    placed = {words[j].text for j in ends} - {word.text for word in words if word.place and _is_at(text, word)}

    def is_borne(i: int) -> bool:
        word, after = words[i], words[i + 1] if i + 1 < len(words) else None
        if word.text in _SMALL_SURNAMES:
            named = after is not None and is_name_word(after) and text[word.end : after.start] == " "
            inside = word.text == "He" or text[max(0, word.start - 2) : word.start - 1].islower()
            return named and inside and not titles.holds(word.start)
        if word.place and (word.text in placed or i in speaking):
            joined = after is not None and after.capital and text[word.end : after.start] == " "
            return not joined
        if word.text in dated:
            before = _DATES.search(text, max(0, word.start - 8), word.start)
            return before is None and not text[word.end + 1 : word.end + 2].isdigit()
        joined = after is not None and after.capital and text[word.end : after.start] == " "
        if word.text in titled:
            return not joined  # "King said", not "King Venn"
        if after is None or not (word.capital and joined and is_name_word(after)):
            return False
        if word.lower in HEADS and word.lower in given_names():  # "Dean Roe, an economist"
            return after.person and find_apposition(text, after.end) is not None
        return word.lower in _GIVEN and i > 0 and words[i - 1].lower in HEADS

    return [replace(word, person=True) if is_borne(i) else word for i, word in enumerate(words)]


def _is_at(text: str, place: CapitalisedWord) -> bool:
    """Whether something is or goes there: "in Jordan"."""
    return _AT_PLACE.search(text, max(0, place.start - 12), place.start) is not None


def _find_speaking(text: str, words: list[CapitalisedWord], ends: Set[int]) -> frozenset[int]:
    """The places among ``words`` that mean a namesake just named, who speaks: "Tam Jordan came. Jordan, who said".

    ``ends`` are the words that end somebody's name.
    """
    last: dict[str, int] = {}
    found: list[int] = []
    for j, word in enumerate(words):
        if j in ends:
            last[word.text] = word.end
        elif word.place and _is_at(text, word):
            last.pop(word.text, None)  # "spoke in Jordan. Jordan said" is the state
        elif word.place and word.start - last.get(word.text, -_LATELY) < _LATELY and _TELLS.match(text, word.end):
            found.append(j)
    return frozenset(found)


def _run_end(text: str, words: list[CapitalisedWord], i: int) -> int:
    """The end of the run of name words that begins at ``i``: adjacent words, including particles and initials."""
    j = i + 1
    while j < len(words) and j - i < 6:
        gap = text[words[j - 1].end : words[j].start]
        initial = len(words[j - 1].lower) == 1 or words[j - 1].lower in ("jr", "sr", "st")
        if j - i > _TWO and _is_nickname(text, words, i, j):
            return j - 1
        if gap in _OPENS_NICKNAME and text[words[j].end : words[j].end + _TWO] in _CLOSES_NICKNAME:
            j += 1
            continue
        if gap in _CLOSES_NICKNAME and is_name_word(words[j]):
            j += 1
            continue
        if gap.strip(".") not in (" ", "\u00a0", "-", "") or ("." in gap and not initial) or not gap:
            break
        if words[j].text == words[j - 1].text != words[i].text:
            return j  # a caption's name and the sentence's: "Orla Venn Venn has"
        if words[j].text == words[i].text and j - i == _TWO:  # "Orla Venn Orla Helga Venn", "Venn Orla Venn"
            return j if words[i].lower in given_names() else i + 1
        if _GLUED.search(words[j].text):
            again = [k for k in range(i, j) if words[j].text.startswith(words[k].text)]
            return again[0] + 1 if again else j  # a page's list of names: "Orla Venn Orla Helga VennMore"
        plain = is_name_word(words[j]) or _is_initial(words[j])
        if plain or _is_figure(*words[i : j + 1]) or _is_surname(text, words, j):
            j += 1
        elif after := _after_particles(text, words, j):
            j = after
        else:
            break
    return j


def _is_nickname(text: str, words: list[CapitalisedWord], i: int, j: int) -> bool:
    """Whether word ``j`` opens the aside of a page's link to person ``i``: "Orla Venn Orlaith (Orla) VennMore"."""
    return j < len(words) and text[words[j - 1].end : words[j].start] == " (" and words[j].text == words[i].text


def _skip_link(text: str, words: list[CapitalisedWord], i: int, j: int) -> int:
    """The index after the name ``i`` to ``j``, and after the page's link to that person."""
    if not _is_nickname(text, words, i, j + 1):
        return j
    return next((k + 1 for k in range(j, min(j + _PARTS, len(words))) if _GLUE.search(words[k].text)), j)


def _is_initial(word: CapitalisedWord) -> bool:
    """Whether a word inside a name is an initial, although it looks like a word of its own: "James A. Roe"."""
    return word.capital and len(word.lower) == 1 and word.text.endswith(".")


def _opens_with_initial(text: str, words: list[CapitalisedWord], i: int) -> bool:
    """Whether a name begins with an initial that looks like a word of its own: "I. Orla Venn"; not "King Olav I."."""
    joined = i > 0 and words[i - 1].capital and text[words[i - 1].end : words[i].start] == " "
    given = i + 1 < len(words) and words[i + 1].capital and words[i + 1].lower in given_names()
    return given and not joined and _is_initial(words[i]) and text[words[i].end : words[i + 1].start] == " "


def _is_surname(text: str, words: list[CapitalisedWord], j: int) -> bool:
    """Whether a title or place is a surname here, after a given name: "Rep. Pete King, who", "Lisa Monaco"."""
    return (words[j].lower in _SURNAMES or words[j].place) and _ends_a_name(text, words, j)


def _ends_a_name(text: str, words: list[CapitalisedWord], j: int) -> bool:
    """Whether a capitalised word follows a given name, and no other capitalised word follows it."""
    before, word = words[j - 1], words[j]
    goes_on = j + 1 < len(words) and words[j + 1].capital and text[word.end : words[j + 1].start] == " "
    given = before.lower in given_names() and before.capital and before.lower not in HEADS and not before.place
    return word.capital and given and text[before.end : word.start] == " " and not goes_on


def _is_figure(*words: CapitalisedWord) -> bool:
    """Whether ``words`` name a public figure: "Theresa May", though May is a month; "Kim Jong Un", though UN…"""
    return words[-1].capital and find_figure(" ".join(word.text for word in words)) is not None


def _after_particles(text: str, words: list[CapitalisedWord], j: int) -> int | None:
    """The index of the word after "van der Venn", if particles and a name begin at ``j``; None otherwise."""
    k = j
    while k < len(words) and k - j < 3 and words[k].lower in PARTICLES:
        k += 1
        if k == len(words) or text[words[k - 1].end : words[k].start] not in (" ", "-"):
            return None
    return k + 1 if k > j and k < len(words) and is_name_word(words[k]) else None


def _near(spans: list[Span], span: Span) -> list[Span]:
    """The sorted ``spans`` that may overlap ``span``; none is longer than ``_LONGEST``."""
    first = bisect_left(spans, span.start - _LONGEST, key=lambda one: one.start)
    return spans[first : bisect_left(spans, span.end, key=lambda one: one.start)]


def _mention(
    text: str, words: list[CapitalisedWord], i: int, j: int, persons: list[Span], others: list[Span]
) -> NameMention | None:
    span = Span(words[i].start, words[j - 1].end)
    if _PARTY.match(words[i].text) or _PARTY_BEFORE.search(text[max(0, span.start - 6) : span.start]):
        return None
    if _CREDITED.match(text, span.end) or words[i].text in _SHIPS or _INSERTED.match(text, span.end):
        return None
    inside = any(p.overlaps(span) for p in _near(persons, span))
    around = _near(others, span)
    outside = any(o.contains(span) and o != span for o in around) or (
        not inside and any(o.overlaps(span) for o in around)
    )
    role, gender, addressed = find_title(text, words, i)
    role = _own_title(text, role, span.start) if role is not None else None
    after = find_apposition(text, words[j - 1].end)
    if role is None or (role.of(text).lower() in _RANKS_BESIDE and text.endswith(", ", 0, role.start)):
        first = find_title(text, words, i - 1)[0] if role is not None else None
        both = Span(first.start, role.end) if first is not None and role is not None else role
        role = find_long_office(text, role or span) or both  # "spokesperson of the ministry, Ambassador Orla Venn"
    if role is not None and after is not None and _SAYS_LITTLE.issuperset(role.of(text).lower().split()):
        role = after
    unstated = not (role or after or addressed)
    bare = j - i == 1 and unstated
    located = bare and _PLACED.search(text[max(0, span.start - 10) : span.start]) is not None
    doubted = (outside and not (addressed or role or after)) or located
    who = j - i > 1 and text.startswith(", who ", span.end)  # only a person is followed by "who"
    lone = j - i == 1 and not addressed
    goes_on = (unstated or lone) and _goes_on_as_body(text, words, j, 3 if lone else 1)
    ends = bare and (_ends_a_place(text, words, i) or _ends_a_body(text, words, i))
    if goes_on or ends or (lone and _shares_a_body(text, words, i)):
        return None
    named = j - i > 1 and _OF_COUNTRY.search(text[max(0, span.start - 3) : span.start]) and words[i - 1].place
    speaks = bool(named) and _SPEAKS.match(text, span.end) is not None
    sure = (
        (inside and not located) or speaks or addressed or who or role is not None or (after is not None and j - i > 1)
    )
    tail = text[span.end : span.end + 2]
    names = tuple(w.text.strip(".") if len(w.text) > 2 else w.text for w in words[i:j])
    if len(names) == 1 and len(names[0].strip(".")) < 2:
        return None
    titled = role is not None and not text.endswith(", ", 0, span.start)
    if len(names) == 1 and names[0].isupper() and not (inside or titled or addressed):
        return None  # an acronym, even if "her counterpart, EAM" stands for an office
    if len(names) > 1 and not titled and country_of(" ".join(names)):
        return None
    if len(names) == 1 and _SEVERAL.fullmatch(names[0]):
        return None
    return NameMention(
        span, names, role or after, gender, tail in ("'s", "’s", "‘s") or tail[:1] in ("’", "'"), sure, doubted
    )


def _own_title(text: str, role: Span, start: int) -> Span:
    """The title of the person named at ``start``: "President" in "press secretary for Iceland's President Venn"."""
    link = _PRINCIPAL.search(text, role.start, role.end) if text[role.end : start] == " " else None
    both = link is not None and head_of(text[role.start : link.start()]) and head_of(text[link.end() : role.end])
    return Span(link.end(), role.end) if link is not None and both else role


def _ends_a_place(text: str, words: list[CapitalisedWord], i: int) -> bool:
    """Whether word ``i`` ends the name of a town that is on no list: "New Selmouth", "Port Venn"."""
    return i > 0 and words[i - 1].text in _TOWNS and text[words[i - 1].end : words[i].start] == " "


def _ends_a_body(text: str, words: list[CapitalisedWord], i: int) -> bool:
    """Whether word ``i`` belongs to a body whose name begins before it: "Fishers United"."""
    joined = i > 0 and words[i - 1].capital and text[words[i - 1].end : words[i].start] == " "
    return joined and words[i].lower in ORGANISATION


def _shares_a_body(text: str, words: list[CapitalisedWord], i: int) -> bool:
    """Whether word ``i`` of a body's name is followed by "and" and its rest: "Selm, Harbour and Fleet Committee"."""
    after = words[i + 2 : i + 4]
    within = text.endswith(", ", 0, words[i].start) or (i > 0 and words[i - 1].lower in ORGANISATION)
    joined = [word.lower for word in words[i + 1 : i + 2]] == ["and"]
    return joined and within and after[0:1] != [] and after[0].capital and after[-1].lower in ORGANISATION


def _goes_on_as_body(text: str, words: list[CapitalisedWord], j: int, reach: int) -> bool:
    """Whether a body's name, not a person's, ends within ``reach`` words: "Sayan Front", "Harbour Business Network"."""
    for k in range(j, min(j + reach, len(words))):
        if text[words[k - 1].end : words[k].start] != " " or not words[k].capital or words[k].lower in HEADLINE:
            return False
        if words[k].lower in ORGANISATION or words[k].lower == "watch":
            return True
    return False


_GOES_ON = re.compile(
    r"\s+(?!and\b|of\b|who\b|in\b|from\b)[a-z]+|,\s+for\s+(?:his|her)\s+part\b|,\s+who\s+(?:has|had|took|came|met)\b"
)
_OPENS = re.compile(r"(?:^|[,;:]|\b(?:as|when|while|but|and|that|where))\W{0,4}$")


def is_subject(text: str, sentence: Span, mention: NameMention) -> bool:
    """Whether a name opens its clause and is followed by a verb, so that no apposition follows."""
    opens = _OPENS.search(text[max(sentence.start, mention.span.start - 60) : mention.span.start])
    return bool(opens) and not mention.possessive and _GOES_ON.match(text, mention.span.end) is not None
