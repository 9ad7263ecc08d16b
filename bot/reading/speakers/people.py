"""Mentions of names gathered into people: one person for all spellings of a name, never one for two of a surname."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from bot.domain.text import Span
from bot.reading.speakers.beside import find_side
from bot.reading.speakers.countries import Naming, find_places
from bot.reading.speakers.names import NameMention
from bot.reading.speakers.roles import GENDERED_HEADS, HEADS, PAST_VERBS_OF_OFFICE, VERBS_OF_OFFICE, head_of, role_words

_OFFICE_OF = {
    "secretary of state": "United States",
    "deputy secretary": "United States",
    "under secretary": "United States",
    "assistant secretary": "United States",
    "white house": "United States",
    "state department": "United States",
    "high representative": "European Union",
    "external affairs minister": "India",
    "taoiseach": "Ireland",
    "tánaiste": "Ireland",
    "nsc ": "United States",
    "resident coordinator": "United Nations",
}
"""Offices styled so, without a country, by one state or union only; "Secretary of State for …" is another's."""

_SOUNDS = (
    (re.compile(r"[’'ʼʻ`-]"), ""), (re.compile("kh"), "h"), (re.compile("ph"), "f"), (re.compile("ts|tz"), "c"),
    (re.compile("ck|q"), "k"), (re.compile("sch"), "sh"), (re.compile("ou|oo"), "u"), (re.compile("w"), "v"),
    (re.compile("(?:iy|yy|ij|ii|ey|ei|ay|ai|y)(?![aeou])"), "i"), (re.compile("[yj](?=[aeou])"), "i"),
    (re.compile(r"(.)\1+"), r"\1"), (re.compile("ie"), "e"),
)  # fmt: skip
_NICKNAMES = {
    "joe": "joseph", "tony": "anthony", "antony": "anthony", "mike": "michael", "bill": "william", "will": "william",
    "bob": "robert", "rob": "robert", "jim": "james", "tom": "thomas", "dick": "richard", "rick": "richard",
    "ted": "edward", "ned": "edward", "liz": "elizabeth", "kate": "katherine", "chris": "christopher", "dan": "daniel",
    "dave": "david", "steve": "stephen", "steven": "stephen", "matt": "matthew", "nick": "nicholas", "chuck": "charles",
    "jake": "jacob", "ben": "benjamin", "sam": "samuel", "ron": "ronald", "greg": "gregory", "jeff": "jeffrey",
    "bernie": "bernard", "mitch": "mitchell", "alex": "alexander", "don": "donald", "ken": "kenneth", "tim": "timothy",
    "abe": "abraham", "andy": "andrew", "larry": "lawrence", "jerry": "gerald", "pat": "patrick", "sue": "susan",
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One person of an article; each is equal only to itself.

    ``name`` is the fullest form the text gives; ``role`` and ``country`` as the text states them, None otherwise;
    ``roles`` the word sets of every office the text gives them; ``gender`` "m", "f" or ""; ``mentions`` in text order.
    """

    name: str
    role: str | None
    country: str | None
    roles: tuple[frozenset[str], ...]
    gender: str
    sure: bool
    mentions: tuple[NameMention, ...]


def fold(name: str) -> str:
    """``name`` in lower case without diacritics."""
    decomposed = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("ø", "o").replace("ı", "i"))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


@lru_cache(maxsize=4096)
def skeleton(word: str) -> str:
    """``word`` as it sounds, so that transliterations agree: Sergei and Sergey, Zelensky and Zelenskiy."""
    sound = fold(word)
    for pattern, replacement in _SOUNDS:
        sound = pattern.sub(replacement, sound)
    return sound


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two names can be one person's: the same last word, and no given name of one contradicts the other's."""
    if skeleton(a[-1]) != skeleton(b[-1]):
        return _family_first(a, b)
    given_a, given_b = a[:-1], b[:-1]
    return (
        not (given_a and given_b)
        or _same_given(given_a[0], given_b[0])
        or bool({skeleton(w) for w in given_a if len(w) > 2} & {skeleton(w) for w in given_b if len(w) > 2})
    )


def _family_first(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether one name is the beginning of the other, or leaves out its last words ("Wang", "Wang Yi")."""
    short, long = sorted((a, b), key=len)
    return len(long) > len(short) and [skeleton(w) for w in short] == [skeleton(w) for w in long[: len(short)]]


def _same_given(a: str, b: str) -> bool:
    x, y = fold(a).strip("."), fold(b).strip(".")
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    return skeleton(_NICKNAMES.get(x, x)) == skeleton(_NICKNAMES.get(y, y)) or x.startswith(y) or y.startswith(x)


def find_people(text: str, names: Iterable[NameMention]) -> tuple[Person, ...]:
    """Gather ``names`` into people, in order of first mention.

    A single word joins the person whose surname it is; where two people share it, the nearest before that the office
    beside it does not contradict. A name nobody is sure of makes a person only when it has two words or more.
    """
    names = tuple(names)
    groups = _Groups()
    for mention in sorted((n for n in names if len(n.words) > 1), key=lambda n: (-len(n.words), n.span)):
        home = next((g for g in groups.alike(mention) if compatible(mention.words, g[0].words)), None)
        groups.join(mention, home)
    for mention in (n for n in names if len(n.words) == 1):
        home = _home_of_single(text, mention, groups)
        if home is not None or mention.sure:
            groups.join(mention, home)
    people = [_person(text, sorted(g, key=lambda n: n.span)) for g in groups.all]
    return tuple(sorted(people, key=lambda p: p.mentions[0].span))


class _Groups:
    """Mentions gathered so far, one list a person, found by the sound of a name's last word or of any."""

    def __init__(self) -> None:
        self.all: list[list[NameMention]] = []
        self._by_last: dict[str, list[list[NameMention]]] = {}
        self._by_word: dict[str, list[list[NameMention]]] = {}

    def join(self, mention: NameMention, home: list[NameMention] | None) -> None:
        """Add ``mention`` to ``home``, or as a new person where that is None."""
        if home is not None:
            home.append(mention)
            return
        group = [mention]
        self.all.append(group)
        self._by_last.setdefault(skeleton(mention.words[-1]), []).append(group)
        for word in dict.fromkeys(skeleton(w) for w in mention.words if len(w) > 2):
            self._by_word.setdefault(word, []).append(group)

    def alike(self, mention: NameMention) -> list[list[NameMention]]:
        """Those that may be the same person as a full name: the same last word, or the same first."""
        last, first = skeleton(mention.words[-1]), skeleton(mention.words[0])
        return [*self._by_last.get(last, ()), *self._by_word.get(first, ())]

    def named(self, word: str) -> list[list[NameMention]]:
        """Those whose surname sounds like ``word``, else those with another word that does."""
        key = skeleton(word)
        return self._by_last.get(key) or (self._by_word.get(key, []) if len(key) > 2 else [])


def _home_of_single(text: str, mention: NameMention, groups: _Groups) -> list[NameMention] | None:
    homes = groups.named(mention.words[0])
    if mention.role is not None and len(homes) > 1:
        wanted = role_words(mention.role.of(text))
        agreeing = [g for g in homes if any(n.role and role_words(n.role.of(text)) & wanted for n in g)]
        homes = agreeing or homes
    if len(homes) > 1:
        start = mention.span.start
        before = [g for g in homes if any(n.span.start < start for n in g)]
        # nearest by a full name or an office, which is what told them apart before
        return min(
            before or homes,
            key=lambda g: min((abs(start - n.span.start) for n in g if len(n.words) > 1 or n.role), default=len(text)),
        )
    return homes[0] if homes else None


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in resources.files(__package__).joinpath("given_names.tsv").read_text("utf-8").splitlines()[1:]:
        gender, names = row.split("\t")
        table.update(dict.fromkeys(names.split(), gender))
    return table


def _person(text: str, mentions: list[NameMention]) -> Person:
    fullest = max(mentions, key=lambda n: (len(n.words), n.sure))
    stated = [n.role for n in mentions if n.role is not None]
    best = max(stated, key=lambda s: (len(role_words(clean_role(s.of(text)))), len(s), -s.start), default=None)
    role = clean_role(best.of(text)) if best else None
    country = next(filter(None, (country_of_role(text, span) for span in stated)), None)
    if country is None and any(n.sure for n in mentions):
        country = next(filter(None, (find_side(text, n.span, n.role) for n in mentions)), None)
    gender = next(filter(None, (n.gender for n in mentions)), "") or next(
        filter(None, (GENDERED_HEADS.get(w, "") for s in stated for w in s.of(text).lower().split())), ""
    )
    if not gender and len(fullest.words) > 1:
        gender = _given_names().get(fold(fullest.words[0]), "")
    return Person(
        name=fullest.span.of(text),
        role=role or None,
        country=country,
        roles=tuple(role_words(_own_part(clean_role(s.of(text)))) for s in stated),
        gender=gender,
        sure=any(n.sure for n in mentions) or (not any(n.doubted for n in mentions) and _sounds_like_one(fullest)),
        mentions=tuple(mentions),
    )


def _sounds_like_one(mention: NameMention) -> bool:
    """Whether a mention begins with a given name and goes on."""
    first = mention.words[0]
    return len(mention.words) > 1 and fold(first) in _given_names() and not first.isupper()


def _own_part(role: str) -> str:
    """A role without whom it serves: "spokesperson for the Secretary-General" is no Secretary-General."""
    for link in re.finditer(r"\s(?:for|to|of)\s(?:the\s)?(?=([\w-]+))", role):
        if link[1].lower() in HEADS and head_of(role[: link.start()]) is not None:
            return role[: link.start()]
    return role


_LEADING = re.compile(
    r"^(?:(?:the|a|an|his|her|its|their|our|and|of|then|who is|who was|(?:his |her )?excellency|h\.e\.)\s+)+",
    re.IGNORECASE,
)
_SERVING = re.compile(
    r"\b(?:of|for|to|from|in)\s+(?:the\s+(?:(?:[A-Z][a-z]+\s+){0,3}"
    r"(?:Republic|Kingdom|State|Sultanate|Federation|Commonwealth|Union|Principality|Duchy)\s+of\s+(?:the\s+)?)?)?$"
)
"""What joins an office to the country it serves: "of", "of the Islamic Republic of"."""


def clean_role(phrase: str) -> str:
    """The office without the country it serves: "US Secretary of State" is "Secretary of State"."""
    kept, at = [], 0
    for place in find_places(phrase):
        before = phrase[at : place.span.start]
        link = _SERVING.search(before)
        if place.naming is Naming.ADJECTIVE and re.match(r"\s+\w", phrase[place.span.end :]):
            link = None  # "spokesman for the Norwegian Foreign Ministry" stays for the ministry
        if re.search(r"\bto\s+(?:the\s+)?$", before):
            continue  # "Ambassador to Germany" keeps where to
        kept.append(before[: link.start()] if link else before)
        at = place.span.end
    phrase = "".join(kept) + phrase[at:]
    phrase = re.sub(r"(?<![\w])['’]s?\b\s*", " ", phrase)
    first, _, rest = phrase.partition(" ")
    office = VERBS_OF_OFFICE.get(first) or PAST_VERBS_OF_OFFICE.get(first)
    phrase = f"{office} {rest}" if office else phrase
    return _LEADING.sub("", re.sub(r"\s+", " ", phrase).strip(" ,-/.&")).strip(" ,-/.&")


def _subject_before(text: str, at: int) -> str | None:
    """The last country that opens a sentence not far before ``at``: whose "its foreign minister" is."""
    start = max(0, at - 250)
    opening = [
        p.country
        for p in find_places(text[start:at])
        if re.search(r"(?:[.!?”\"]\s+|\n|^)(?:The\s+)?$", text[max(0, start + p.span.start - 8) : start + p.span.start])
    ]
    return opening[-1] if opening else None


def country_of_role(text: str, role: Span) -> str | None:
    """The country that an office serves: named in it or right before it ("the Russian …", "Berlin's …")."""
    phrase = role.of(text)
    served = [p for p in find_places(phrase) if not re.search(r"\bto\s+(?:the\s+)?$", phrase[: p.span.start])]
    if served:
        return min(served, key=lambda p: (p.naming, p.span)).country
    if role.start >= 4 and text.startswith("its ", role.start - 4):
        return _subject_before(text, role.start)
    before = text[max(0, role.start - 40) : role.start]
    if match := re.search(r"([\w .’'-]+?)(?:['’]s?)?[ \u00a0]+$", before):
        near = find_places(match[1])
        if near and near[-1].span.end == len(match[1]):
            return near[-1].country
    lowered = phrase.lower()
    if "secretary of state for" in lowered:
        return None
    if re.search(r"\b(?:of|for|to) the secretary-general\b", lowered):
        return "United Nations"
    return next((country for office, country in _OFFICE_OF.items() if lowered.startswith(office)), None)
