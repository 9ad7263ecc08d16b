"""Groups mentions of names into people: all spellings of one person together, two people with one surname apart."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.domain.text import Span
from bot.gazetteer.countries import country_of
from bot.gazetteer.office_words import GENDERED_HEADS, office_words, other_styles
from bot.gazetteer.outlets import names_outlet
from bot.gazetteer.public_figures import find_figure_by_surname, find_state
from bot.gazetteer.spelling import compatible, family_sound, fold
from bot.nlp.speakers.adjacent_country import find_adjacent_country
from bot.nlp.speakers.candidate_ranker import load_ranker
from bot.nlp.speakers.capitalised_words import CALENDAR, ORGANISATION, given_names, is_common
from bot.nlp.speakers.names import NameMention
from bot.nlp.speakers.office_features import find_seat, find_stated
from bot.nlp.speakers.offices import clean_role, country_of_role, country_stated, is_private, without_principal

_SHORT = re.compile(r"[A-Z][a-z]")
"""A family name of two letters, which is not initials: "Mu Tianrui"."""
_KIN = re.compile(
    r"\b(?:first lady|brother|sister|wife|husband|son|daughter|father|mother|nephew|niece)\b[^.;“”\"]*$", re.IGNORECASE
)
_SOVEREIGNS = frozenset(("king", "queen", "emperor", "sultan", "emir"))
_BODY = r"(?P<body>[A-ZÀ-Þ][\w.&-]{0,24}+(?:\s(?:(?:of|for|and|the|on|in|&)\s){0,2}[A-ZÀ-Þ][\w.&-]{0,24}+){0,7}+)"
_BODY_AFTER = re.compile(
    rf"(?:,?\sof|(?P<works>,\swho\sworks\s(?:at|for)))\s(?:the\s)?(?:[a-z][\w-]{{0,14}}+\s){{0,4}}{_BODY}"
)
_BODY_BEFORE = re.compile(rf"(?<![\w.’'-]){_BODY}['’]s?\s$")
_BODY_NEAR, _OWNER_NEAR = 90, 80
"""How many characters before a name are searched for its body, and before an office for its owner."""
_OWNER = re.compile(r"(?<![\w.’'-])(?:[A-ZÀ-Þ][\w.-]{1,24}+\s){0,3}+(?P<last>[A-ZÀ-Þ][\w-]{1,24}+)['’]s\s$")
_AIDE = re.compile(r"\b(?:lawyer|attorney|advis[eo]r|aide|chief of staff)$|^(?:predecessor|successor)\b", re.IGNORECASE)
"""Offices that say little without their owner."""
_KIN_NEAR = 60
"""How many characters before a name are searched for a family relation."""
_KNOWN = 32
"""Maximum mentions of a person that a new mention is compared with; full names come first."""
_ALIKE = 64
"""Maximum people with the same surname, or first word, that a new mention is compared with."""


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """A person in an article; equal only to itself.

    ``name`` is the fullest form in the text; ``role`` and ``country`` are as stated, or None; ``roles`` are the word
    sets of all stated offices; ``gender`` is "m", "f" or ""; ``mentions`` are in text order; ``body`` is the one that
    they are of, shown if no office is stated.
    """

    name: str
    role: str | None
    country: str | None
    roles: tuple[frozenset[str], ...]
    gender: str
    sure: bool
    mentions: tuple[NameMention, ...]
    body: str | None = None

    @property
    def speaker(self) -> Speaker:
        """The person as a speaker, with the body instead of an office that nothing states."""
        return Speaker(self.name, self.role or self.body, self.country)


def find_people(text: str, names: Iterable[NameMention]) -> tuple[Person, ...]:
    """Group ``names`` into people, in order of first mention.

    A single word belongs to the person with that surname. If two people share it, it belongs to the one named last
    before it whose office agrees with the office beside it. An uncertain name makes a person only if it has two or more
    words.
    """
    names = tuple(names)
    groups = _Groups()
    for mention in sorted((n for n in names if len(n.words) > 1), key=lambda n: (-len(n.words), n.span)):
        home = next((g for g in groups.alike(mention) if compatible(mention.words, g[0].words)), None)
        groups.join(mention, home)
    single = [n for n in names if len(n.words) == 1]
    alone = {family_sound(n.words[0]): n.span.start for n in reversed(single)}
    for mention in single:
        home = _home_of_single(text, mention, groups, alone[family_sound(mention.words[0])])
        if home is not None or (mention.sure and (mention.role or mention.gender or _is_persons(mention.words[0]))):
            groups.join(mention, home)
    spans = sorted(n.span for n in names if n.sure and len(n.words) > 1)
    people = [_person(text, sorted(g, key=lambda n: n.span), spans) for g in groups.all]
    return tuple(sorted(people, key=lambda p: p.mentions[0].span))


def _is_persons(word: str) -> bool:
    """Whether a single word may be a person's name: neither a state nor an acronym."""
    return not word.isupper() and country_of(word) is None


class _Groups:
    """Mentions grouped so far, one list per person, indexed by the sound of a name's last word and of all its words."""

    def __init__(self) -> None:
        self.all: list[list[NameMention]] = []
        self._by_last: dict[str, list[list[NameMention]]] = {}
        self._by_word: dict[str, list[list[NameMention]]] = {}

    def join(self, mention: NameMention, home: list[NameMention] | None) -> None:
        """Add ``mention`` to ``home``, or as a new person if that is None."""
        if home is not None:
            home.append(mention)
            return
        group = [mention]
        self.all.append(group)
        self._by_last.setdefault(family_sound(mention.words[-1]), []).append(group)
        for word in dict.fromkeys(family_sound(w) for w in mention.words if len(w) > 2 or _SHORT.fullmatch(w)):
            self._by_word.setdefault(word, []).append(group)

    def alike(self, mention: NameMention) -> list[list[NameMention]]:
        """The groups that may be the same person by full name: same last word, or same first word."""
        last, first = family_sound(mention.words[-1]), family_sound(mention.words[0])
        return [*self._by_last.get(last, [])[:_ALIKE], *self._by_word.get(first, [])[:_ALIKE]]

    def named(self, word: str) -> list[list[NameMention]]:
        """Groups whose surname (or a public figure's first word) sounds like ``word``; else those with any such word.

        "Kim" may be Kim Jong Un beside Sung Kim.
        """
        key = family_sound(word)
        last = self._by_last.get(key, [])[:_ALIKE]
        other = self._by_word.get(key, [])[:_ALIKE] if len(word) > 2 or _SHORT.fullmatch(word) else []
        first = [g for g in other if family_sound(g[0].words[0]) == key and _figure(g[:_KNOWN]) is not None]
        return [*last, *(g for g in first if g not in last)] if last else other


def _home_of_single(text: str, mention: NameMention, groups: _Groups, first: int) -> list[NameMention] | None:
    """The group that a surname alone belongs to, if any; it occurs alone from ``first`` on."""
    homes = [
        g
        for g in groups.named(mention.words[0])
        if not (
            _of_another_side(text, mention, g[:_KNOWN])
            or _is_relative(text, mention, g[:_KNOWN], first)
            or _is_sovereign(text, mention) > any(_is_sovereign(text, n) for n in g[:_KNOWN])
        )
    ]
    figures = [g for g in homes if _figure(g[:_KNOWN]) is not None]
    known = [g for g in homes if _introduced(g) < first]
    if mention.role is None and known and (not figures or any(g in figures for g in known)):
        homes = known  # "Kim said", and only then "his brother Kim Tam"
    if len(figures) == 1:  # "Trump" beside Melania Trump, "Kim" beside Envoy Sung Kim
        homes = [g for g in homes if g is figures[0] or _is_rival(text, g[:_KNOWN], figures[0][:_KNOWN], mention)]
    if mention.role is not None and len(homes) > 1:
        wanted = office_words(mention.role.of(text))
        agreeing = [g for g in homes if any(n.role and office_words(n.role.of(text)) & wanted for n in g)]
        homes = agreeing or homes
    if len(homes) > 1:
        homes = [g for g in homes if not _is_kin(text, g)] or homes  # "Dahl, her husband Bo Dahl. Dahl said"
        start = mention.span.start
        # the one named last before it, else the first one after it
        return min(homes, key=lambda g: min((n.span.start > start, abs(start - n.span.start)) for n in g))
    return homes[0] if homes else None


def _of_another_side(text: str, mention: NameMention, home: list[NameMention]) -> bool:
    """Whether the office beside a name states a country that no office of ``home`` states."""
    side = country_stated(text, mention.role) if mention.role is not None else None
    if side is None:
        return False
    served = {country for n in home if n.role is not None and (country := country_stated(text, n.role))}
    return bool(served) and side not in served


def _is_sovereign(text: str, mention: NameMention) -> bool:
    """Whether a name follows a title that excludes others: "King Salman" is not Prince Salman."""
    return mention.role is not None and mention.role.of(text).rsplit(maxsplit=1)[-1].lower() in _SOVEREIGNS


def _introduced(home: list[NameMention]) -> int:
    """The position of the first full name in ``home``."""
    return min((n.span.start for n in home[:_KNOWN] if len(n.words) > 1), default=0)


def _is_rival(text: str, one: list[NameMention], figure: list[NameMention], mention: NameMention) -> bool:
    """Whether a surname shared with a public figure may mean somebody with an office, of the same gender."""
    genders = {_gender(text, one), _gender(text, figure)} - {""}
    sound = family_sound(mention.words[0])
    ordered = {family_sound(group[0].words[-1]) == sound for group in (one, figure)}
    return len(genders) < 2 and len(ordered) == 1 and any(n.role for n in one)


def _is_relative(text: str, mention: NameMention, home: list[NameMention], first: int) -> bool:
    """Whether a surname, alone from ``first`` on, belongs to a relative of ``home``.

    It does if the genders differ, or if it means a public figure named before: "Trump left. His daughter Ivanka Trump
    stayed".
    """
    gender = _gender(text, home)
    if mention.gender and gender and mention.gender != gender:
        return True
    full = [n for n in home if len(n.words) > 1]
    if not full or first > _introduced(home) or find_figure_by_surname(mention.words[-1]) is None:
        return False
    if _is_kin(text, home):
        return True
    return _figure(home) is None and mention.span.start < _introduced(home) and not any(n.role for n in full)


def _is_kin(text: str, home: list[NameMention]) -> bool:
    """Whether the first full name in ``home`` follows a family relation: "his daughter Ivanka Trump"."""
    start = _introduced(home)
    return _KIN.search(text, max(0, start - _KIN_NEAR), start) is not None


def _figure(mentions: list[NameMention]) -> str | None:
    """The state of the public figure with the fullest name among ``mentions``."""
    fullest = max(mentions, key=lambda n: len(n.words))
    return find_state(" ".join(fullest.words))


def _gender(text: str, mentions: list[NameMention]) -> str:
    """The gender shown by forms of address, by offices or else by the given name: "m", "f" or ""."""
    stated = (n.role.of(text).lower().split() for n in mentions if n.role is not None)
    shown = [*(n.gender for n in mentions), *(GENDERED_HEADS.get(word, "") for words in stated for word in words)]
    fullest = _fullest(mentions)
    given = given_names().get(fold(fullest.words[0]), "") if len(fullest.words) > 1 else ""
    return next(filter(None, shown), given)


def _fullest(mentions: list[NameMention]) -> NameMention:
    """The mention with most words, unless its first word is not part of the name: "Moment Orla Venn signs".

    Such a word is no given name, and the rest of the mention is a full name elsewhere.
    """
    found = max(mentions, key=lambda n: (len(n.words), n.sure))
    rest = next((one for one in mentions if len(one.words) > 1 and one.words == found.words[1:]), None)
    return rest if rest is not None and fold(found.words[0]) not in given_names() else found


def _person(text: str, mentions: list[NameMention], names: list[Span]) -> Person:
    fullest = _fullest(mentions)
    stated = [n.role for n in mentions if n.role is not None]
    candidates = find_stated(text, mentions, names)
    office = load_ranker("stated_office").choose(candidates)[0] if candidates else None
    told = [one for one in (find_seat(text, mentions), office and clean_role(office.span.of(text), body=True)) if one]
    if len(told) > 1 and office_words(told[0]) <= office_words(told[1]):
        told.pop(office_words(told[0]) == office_words(told[1]))  # "Gov.", and "governor of Roe"
    public = [span for span in stated if not is_private(span.of(text))]
    country = next(filter(None, (country_of_role(text, span) for span in public)), None)
    sure = any(n.sure for n in mentions)
    if country is None and sure:
        titled = (n.span if n.role is None or n.role > n.span else Span(n.role.start, n.span.end) for n in mentions)
        country = next(filter(None, (find_adjacent_country(text, span) for span in titled)), None)
    offices = [office_words(without_principal(clean_role(s.of(text)))) for s in stated]
    offices = list(dict.fromkeys([*offices, *(office_words(without_principal(one)) for one in told)]))
    return Person(
        name=fullest.span.of(text),
        role=(_owner(text, office.span) if office else "") + ", ".join(told) or None,
        country=country,
        roles=tuple(style for words in offices for style in (words, *other_styles(words))),
        gender=_gender(text, mentions),
        sure=sure or (not any(n.doubted for n in mentions) and _sounds_like_one(fullest)),
        mentions=tuple(mentions),
        body=next(filter(None, (_body(text, n, names) for n in mentions)), None) if sure else None,
    )


def _body(text: str, mention: NameMention, names: Sequence[Span]) -> str | None:
    """The body beside a full name: "the Reef Institute's Orla Venn", "Orla Venn of the Reef Institute"."""
    if len(mention.words) < 2:
        return None
    before = _BODY_BEFORE.search(text, max(0, mention.span.start - _BODY_NEAR), mention.span.start)
    found = _BODY_AFTER.match(text, mention.span.end) or before
    if found is None:
        return None
    at = bisect_left(names, found.start("body"), key=lambda one: one.start)
    if at < len(names) and names[at].start < found.end("body"):
        return None  # "Orla Venn of Texas and Tam Roe of Utah"
    name = found["body"] if "." in found["body"][:-1] else found["body"].rstrip(".")
    last = name.rpartition(" ")[2]
    if last.isupper() and len(last) > 1:
        name = last  # "But UNN's Orla Venn"
    elif not (found.groupdict().get("works") or names_outlet(name) or ORGANISATION & {*name.lower().split()}):
        return None
    return name if country_of(name) is None else None


def _owner(text: str, office: Span) -> str:
    """Whose aide somebody is, before the office: "Tam Roe's " of "Tam Roe's former lawyer"; "" if nobody's."""
    owner = _OWNER.search(text, max(0, office.start - _OWNER_NEAR), office.start)
    if owner is None or _AIDE.search(office.of(text)) is None or country_of(owner["last"]):
        return ""
    return "" if is_common(owner["last"]) or owner["last"].lower() in CALENDAR else owner[0]


def _sounds_like_one(mention: NameMention) -> bool:
    """Whether a mention begins with a given name and has further words."""
    first = mention.words[0]
    return len(mention.words) > 1 and fold(first) in given_names() and not first.isupper()
