"""Splits an office into the office itself and the country that it serves."""

import re
from functools import lru_cache

from bot.domain.text import Span
from bot.gazetteer.countries import BODIES, NamingKind, PlaceMention, capitals, country_of, find_places
from bot.gazetteer.office_words import (
    HEADS,
    INSTITUTIONS,
    MODIFIERS,
    PAST_VERBS_OF_OFFICE,
    VERBS_OF_OFFICE,
    head_of,
    owners_of,
)
from bot.gazetteer.speaker_kinds import kind_of

_OFFICE_OF = owners_of("styles")
"""Titles that, without a country, exist in only one state or union; not "Secretary of State for …"."""
_LEADING = re.compile(
    r"^(?:(?:the|an?|one(?!\sof\b)|his|her|its|their|our|and|of|then|now|also|as|current|currently|previously|"
    r"who is|who was|(?:his |her )?excellency|h\.e\.)\s+)+",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\A(?:MUST\s+)?(?:CLOSE|MORE|READ|SEE|VIDEO|WATCH|PHOTOS?)\s+(?:and\s+)?")
"""Labels of a page that a copy has before an office."""
_HOMES = frozenset(("home", "house", "residence", "palace", "office", "side", "portrait"))
"""What belongs to the holder of an office and is none itself: "the home of President Venn"."""
_EPITHET = re.compile(
    r"\A(?:(?-i:new)|young|visiting|embattled|long-serving|long-time|longtime|departing|populist|freshman|prominent|powerful|outspoken|colou?rful|\d{1,3}-year-old)\s+(?=[\w-])",
    re.IGNORECASE,
)
"""Words before an office that are not part of it."""
_GONE = re.compile(r"(?:who (?:was|(?:once |has |had )?served as|used to be)|once)\s+", re.IGNORECASE)
_OWNED = re.compile(r"[A-ZÀ-Þ][^'’]{0,40}['’]s\s")
_OF_NOTHING = re.compile(r"\s(?:of|for|to|from|in|on|at|with)(?:\sthe)?$")
"""Words left at the end when both places of "president of the EU's European Council" are cut out."""
_SERVING = re.compile(
    r"\b(?:of|for|to|from|in)\s+(?:the\s+(?:(?:[A-Z][a-z]+\s+){0,3}"
    r"(?:Republic|Kingdom|State|Sultanate|Federation|Commonwealth|Union|Principality|Duchy)\s+of\s+(?:the\s+)?)?)?$"
)
"""Words that join an office to the country it serves: "of", "of the Islamic Republic of"."""


_EDGES = " \u00a0,-/.&"
"""What an office neither begins nor ends with."""
_HEAD = 3000
"""How many characters at the start of a text are searched for its country."""
_AIDE = re.compile(r"^(?:\w+\s){0,3}(?:advis[eo]r|aide|assistant|secretary)\s+to\b", re.IGNORECASE)
"""Offices that serve the body named after "to"; an ambassador is sent to it."""
SENT = re.compile(
    r"\b(?:envoy|representative|ambassador|negotiator|rapporteur|coordinator|mediator|director)\b", re.IGNORECASE
)
_SENT_TO = re.compile(r"\bto\s+(?:the\s+)?$")
SENT_ON = re.compile(r"\b(?:to|for|on)\s+(?:the\s+)?$")
"""Words that join an office to the country that it is about: "envoy to", "adviser on"."""
_FIELD_OF = re.compile(r"\b(?:in|of|on)\s$")
"""Words before the field of an expert: "fellow in Norwegian history"."""
_LISTED = re.compile(r",\s(?:and\s)?|\sand\s")
_NOUN_NEXT = re.compile(r"[\s-][a-z]")
_PARTY = re.compile(r"^(?:(?:the|then|former|democratic|republican)\s+)+")
_AMERICAN = re.compile(r"\b(?:Defense Department|State Department|White House|Pentagon|Treasury Department)\b")
_STOPPED_SHORT = re.compile(r"\.[A-Z]$")
"""An abbreviation that has lost its last full stop: "Ambassador to the U.N"."""
_SHORT = frozenset(("US", "U.S.", "UK", "U.K.", "EU", "UN", "U.N."))
"""Names that are used like adjectives before a noun: "the U.S. Trade Agency"."""
_NO_ADJECTIVE = frozenset(
    ("Hong Kong", "New Zealand", "Puerto Rico", "Sri Lanka", "Burkina Faso", "Ivory Coast", "Holy See")
)
"""Names of countries that have no adjective: "New Zealand police"."""
_BRITISH = re.compile(r"(?<!assistant )(?<!under )secretary of state for|parliamentary under", re.IGNORECASE)
"""Titles that the United States does not use."""
_FOR_NATION = re.compile(r"\b(?:Northern Ireland|Scottish|Scotland|Welsh|Wales) secretary\b", re.IGNORECASE)
"""British ministers for one of the nations, who do not serve that nation's own government."""
_FIELD = re.compile(
    r"\s+(?:and\s+[A-ZÀ-Þ]\w+\s+)?(?:[Aa]ffairs|Department|Security|Integration|Policy|on\s+[A-Z]\w+)\b"
)
_STUDIED = re.compile(r"\s+(?:foreign\s+policy|policy|[Ss]tudies|history|politics|trade|law|relations)\b")
_SCHOOL = re.compile(r"\s+(?:[A-ZÀ-Þ]\w+\s+){0,3}(?:University|College|School|Institute)\b")
"""Institutions named after their town: "professor at Georgetown University" does not serve Guyana's capital."""
_OF_SCHOOL = re.compile(
    r"\b(?:University|College|School|Institute|Bank)\s+of\s+(?:the\s+)?$"
    r"|\b(?:Alliance|Association|Chamber\s+of\s+Commerce|Chamber|Church|Federation|Front|Movement|Party|Society)\s+(?:of|in)\s+(?:the\s+)?$"
)
"""The end of a body's name that a place completes: "University of", "Reform Party of"."""
_PREPOSITION = re.compile(r"\b(?:of|for|to|at|in|on|with|from|under|by|against)\s", re.IGNORECASE)
_GOES_ON = re.compile(
    r"(?:['’]s?)?\s+(?!(?:and|or|of|for|to|at|in|on|with|from|under|by|against|based|who|since|until)\b)[\w“]"
)
"""Words after a country with which the office goes on: "for Norway's foreign ministry"."""
_PRIVATE_BODY = re.compile(
    r"(?!\sNational\b)(?:\s(?:(?:of|for|and|on|the)\s){0,2}[A-ZÀ-Þ][\w’'&-]*){0,6}?\s(?:Bulletin|Caucus|Cent(?:er|re)|Chronicle|Courier|Express|Forum"
    r"|Foundation|Globe|Herald|Initiative|Institute|Marshall\sFund|Institution|Journal|Network|News|Observatory|Post|Project|Society|Star|Telegraph|Times"
    r"|Tribune|University)\b(?!\sAgency)"
)
"""Words after a place in the name of an outlet, a school or another body that represents no state."""
_BASED = re.compile(r"-(?:backed|based|born|educated|trained|language)\b")
_ADJUNCT = re.compile(
    r"\s(?!officials?\b|government|minist|president|parliament|embassy|delegation|leader|and\b|or\b|side\b)[a-z]{3,}s?\b"
)
"""Nouns that a country's name modifies as a topic: "Norway watchers", "Vietnam veteran"."""
_OWN_STATE = re.compile(r"['’]s?\s")
_RELATED = re.compile(
    r"['’]s?\s(?:[a-z-]+\s){0,2}(?:adversar|all|critic|enem|foe|friend|neighbou?r|opponent|partner|rival|victim)(?:s|y|ies)?\b"
)
"""Those who are with or against a country, and so not of it: "Norway's closest allies"."""
_PRIVATELY = re.compile(
    r"\A(?:the\s)?(?:charity|company|firm|group|institute|organi[sz]ation|watchdog)['’]s\s", re.IGNORECASE
)
"""A private owner of an office: the place in "the group's UN director" is the director's field."""
_LOCATED = re.compile(r"\bin\s(?:the\s)?$")
"""Words before a place where an office is held, which need not be the one it is held for."""
_GREATER = re.compile(r"\b(?:for|of|in|at)\s(?:the\s)?[A-Z]\w+\s$")
"""Words before a country in a longer name: "vice chairman for Greater China"."""
_AND_ANOTHER = re.compile(r"\s+and\s+[A-ZÀ-Þ]")
_NOUNS_NEXT = re.compile(r"(?:\s[a-z][\w-]*+){1,3}")
_PUBLIC_NOUNS = HEADS | INSTITUTIONS | MODIFIERS
_NAME_AFTER = re.compile(r"(?:\s+[A-ZÀ-Þ][\w’'&-]*){1,5}(?!\w)")
_OF_STATE = re.compile(
    r"\b(?:Ministry|Ministries|Embassy|Parliament|Congress|Senate|House|Government|Cabinet|Mission|State|Foreign|Navy|Army"
    r"|Air|Defen[cs]e|Armed)\b"
)
_ABOUT = re.compile(r"\b(?:to|with|on|at|against|about|over)\s+(?:the\s+)?$")
"""Words before a country that an office deals with but does not serve."""
_ORGAN = re.compile(
    r"\b(?:Department|Committee|Agency|Bureau|Guards?|Corps|Forces|Institute|University|Democrats|Republicans)\b"
    r"|^(?:[A-Z]{3,4}|MI\d|Mossad|Roscosmos|Bundeswehr|Scotland Yard|Shin Bet)$"
)
"""Seats of power that are organs of the state, with directors and members of their own."""
_LINK = re.compile(
    r"\s(?:for|to|of)\s(?!Staff\b|State\b)(?:the\s)?(?=((?:(?!(?:for|to|of|and)\b)[\w.-]*[^s\s](?:\s|$)){1,4}))",
    re.IGNORECASE,
)
"""A link from an office to its holder's principal, with the principal's words."""
_STYLED = re.compile(
    r"\b(secretary|minister|director|general|spokes\w+|leader)\s+(?:ambassador|ayatollah|colonel|captain|major)$",
    re.IGNORECASE,
)
"""A rank that its bearer keeps in another office: "Foreign Secretary Ambassador Orla Venn"."""
_FORMER = re.compile(r"\b(?:former|ex|then|once|who was|served as)\b", re.IGNORECASE)
_RANKS = (
    "gen", "lt. gen", "maj. gen", "brig. gen", "rear adm", "vice adm", "col", "lt. col", "adm", "maj", "capt", "lt",
    "sgt", "sen", "rep", "gov", "amb",
)  # fmt: skip
"""Abbreviated ranks and seats, in lower case."""
_RANK = re.compile(
    rf"\b({'|'.join(re.escape(short) for short in sorted(_RANKS, key=len, reverse=True))})\.\s$", re.IGNORECASE
)
_RANKS_OF_SEVERAL = re.compile(
    r"\b(Sen|Rep|Gov|Gen)s\.\s(?:[A-ZÀ-Þ][\w.’'-]*+(?:\s[A-ZÀ-Þ][\w.’'-]*+){0,3}+"
    r"(?:,\s[DRI]-[A-Z][A-Za-z.]{1,12},?|\s\([^()\n]{2,16}\))?(?:,\sand\s|,\s|\sand\s)){0,4}$"
)
_PAST_RANK = re.compile(
    r"\b(?:(?P<past>[Ff]ormer|[Rr]etired)\s|(?P<joined>[Tt]hen|[Ee]x)-)(?:[A-Z][\w.’'-]{0,30}+\s){0,3}+$"
)
"""A word before a rank, and before the state that it was held in, by which it is held no more."""
_VAGUE = re.compile(r"(?:\w+ )?(?:boss|chief|director|envoy|head|observer)", re.IGNORECASE)
"""Offices that mean something only with the name of their body."""
_PRIVATE = frozenset(("expert", "outlet", "company", "kin"))
"""Kinds of speakers that mostly represent only themselves, their publisher or their company."""
_PUBLIC = re.compile(
    r"\b(?:[Cc]entral [Bb]ank|[Mm]inist\w+|[Gg]overnment|[Pp]resident\w*|[Ee]mbassy|[Aa]rmy|[Nn]avy|[Pp]olice|[Aa]gency"
    r"|[Pp]arliament\w*|[Ss]enat\w+|[Cc]ongress\w*|[Mm]ilitary|[Aa]dministration|White House|Pentagon|Kremlin"
    r"|Department|Treasury|Bureau|Commission|Services|[Ii]ntelligence|[Ss]tate(?:-run|-owned)?|[Oo]fficial)\b"
)
_OF_CITY = re.compile(r"\b(?:mayor|governor|councillor|councilman|police|resident)\b", re.IGNORECASE)
"""Offices that serve a city, even a capital."""
_AMBASSADOR = re.compile(r"\bambassador\b", re.IGNORECASE)
"""States send ambassadors to any body; of the bodies, only the European Union has ambassadors of its own."""
OFFICE_OF_STATE = re.compile(r"\b(?:minister|premier|chancellor|king|ambassador)\b", re.IGNORECASE)
"""Offices that only states have, not unions of states."""


def is_former(phrase: str) -> bool:
    """Whether an office is a former one."""
    return _FORMER.search(phrase) is not None


def serves_none(phrase: str, place: PlaceMention) -> bool:
    """Whether a place in a name or an office is not served by it: "Oslo Times", "Oslo-based", "Norway watchers"."""
    end = place.span.end
    if _BASED.match(phrase, end) or (place.country not in BODIES and _PRIVATE_BODY.match(phrase, end)):
        return True
    if _RELATED.match(phrase, end) or _PRIVATELY.match(phrase):
        return True
    if place.naming is NamingKind.NAME and _GREATER.search(phrase[: place.span.start]):
        return True  # "president of Engage Norway"
    like_adjective = place.naming is not NamingKind.NAME or place.span.of(phrase) in _SHORT | _NO_ADJECTIVE
    if like_adjective or place.country in BODIES or _PREPOSITION.search(phrase[: place.span.start]):
        return False
    return _ADJUNCT.match(phrase, end) is not None


def find_all_served(phrase: str) -> list[PlaceMention]:
    """The places in ``phrase`` that it may serve, without those where it only is, unless there are no others."""
    topics = find_topics(phrase, _ABOUT)
    return _elsewhere(phrase, [p for p in find_places(phrase) if p not in topics and not serves_none(phrase, p)])


def find_served(phrase: str) -> str | None:
    """The country that ``phrase`` names and serves, as ``find_country`` gives it."""
    first = min(find_all_served(phrase), key=lambda p: (p.naming is NamingKind.SEAT, p.span), default=None)
    return first.country if first else None


def _elsewhere(phrase: str, places: list[PlaceMention]) -> list[PlaceMention]:
    """``places`` without those where somebody only is, or in a body's name, unless nothing else is served.

    "Icelandic forces in Norway" are Iceland's.
    """
    lead = {place: phrase[: place.span.start] for place in places}
    others = [place for place in places if not (_LOCATED.search(lead[place]) or _OF_SCHOOL.search(lead[place]))]
    return others if others or country_of_style(phrase) else places


def is_private(phrase: str) -> bool:
    """Whether an office's holder may represent no state, even if the office names one."""
    if kind_of(clean_role(phrase)) not in _PRIVATE or _PUBLIC.search(phrase):
        return False
    return all(place.country not in BODIES for place in find_places(phrase))


def find_rank(text: str, name: Span) -> str | None:
    """The abbreviated rank or seat before ``name``, or before several names: "Gen.", "Sen.", "Reps."; None if none."""
    if match := _RANK.search(text, max(0, name.start - 12), name.start):
        past = _PAST_RANK.search(text, max(0, match.start() - 50), match.start())
        return f"{past['past'] or past['joined']} {match[1]}." if past else f"{match[1]}."
    several = _RANKS_OF_SEVERAL.search(text, max(0, name.start - 90), name.start)
    return f"{several[1]}." if several else None


def without_principal(role: str) -> str:
    """A role without its principal: "spokesperson for the Secretary-General" is not a Secretary-General."""
    for link in _LINK.finditer(role):
        if head_of(role[: link.start()]) is not None and any(word.lower() in HEADS for word in link[1].split()):
            return role[: link.start()]
    return role


def find_principal(text: str, office: Span) -> Span:
    """The office of the principal that ``office`` serves, if it ends there: "President" in "adviser to President".

    After "the", the whole office is the person's own: "assistant to the President Orla Venn".
    """
    role = office.of(text)
    for link in _LINK.finditer(role):
        own = head_of(role[: link.start()]) is not None and not link[0].lower().endswith("the ")
        if own and any(word.lower() in HEADS for word in link[1].split()):
            return Span(office.start + link.end(), office.end)
    return office


def _goes_on_as_name(phrase: str, place: PlaceMention) -> bool:
    """Whether a country's word is part of a longer name: "Greater China", "Kyiv Post", "China Iron Works"."""
    start, end = place.span.start, place.span.end
    name = _NAME_AFTER.match(phrase, end)
    words = name[0].split() if name else []
    of_state = name and (_OF_STATE.search(name[0]) or country_of(words[0]) or any(w.lower() in HEADS for w in words))
    return (name is not None and not of_state) or _GREATER.search(phrase[:start]) is not None


def _is_served(phrase: str, place: PlaceMention, before: str) -> bool:
    """Whether the office in ``phrase`` serves the country after ``before``, which is then no part of the office."""
    start, end = place.span.start, place.span.end
    if _FOR_NATION.match(phrase, start):
        return False
    if "-" in (phrase[end : end + 1], before[-1:]) or _FIELD.match(phrase, end) or _OF_SCHOOL.search(before):
        return False  # "Oslo-based trader", "adviser for European Affairs", "nurse at the University of Oslo"
    seat, adjective = place.naming is NamingKind.SEAT, place.naming is NamingKind.ADJECTIVE
    if seat and (_SCHOOL.match(phrase, end) or _ORGAN.search(place.span.of(phrase))):
        return False  # a "CIA director" does not direct the country
    if _PREPOSITION.search(phrase[:start]) is None:
        joined = bool(start) and not seat and _AND_ANOTHER.match(phrase, end) is not None
        short = adjective or place.span.of(phrase) in _SHORT
        name = _NAME_AFTER.match(phrase, end) if short else None
        one_word = name is not None and " " not in name[0].strip()
        return not joined and (one_word or not _goes_on_as_name(phrase, place))
    if (
        adjective
        and (noun := _NOUNS_NEXT.match(phrase, end))
        and not (_PUBLIC.search(noun[0]) or _PUBLIC_NOUNS & {*noun[0].split()})
    ):
        return False  # "expert with an understanding of Norwegian motives"
    if adjective and before.endswith(" in "):
        return False  # "fellow in Norwegian political affairs"
    alone = _SERVING.search(before) is not None or _OWN_STATE.match(phrase, end) is not None
    return alone and not _goes_on_as_name(phrase, place)


def _is_named_with(phrase: str, place: PlaceMention, before: str) -> bool:
    """Whether an office includes the name of the body it serves: "White House aide", "UN ambassador", "IMF chief"."""
    if _OWN_STATE.match(phrase, place.span.end) or before.endswith("in "):
        return False
    left = " ".join(f"{_OWN_STATE.sub('', before)}{phrase[place.span.end :]}".split())
    if place.span.of(phrase) in capitals():
        return _OF_CITY.search(left) is not None
    if place.country not in BODIES:
        return place.naming is NamingKind.SEAT
    organ = place.naming is NamingKind.SEAT and " " in place.span.of(phrase) and head_of(left) != "spokesperson"
    return organ or (_VAGUE.fullmatch(left) or _AMBASSADOR.search(phrase)) is not None


@lru_cache(maxsize=4096)
def clean_role(phrase: str, *, body: bool = False) -> str:
    """The office without the country it serves: "US Secretary of State" becomes "Secretary of State".

    ``body`` keeps a body that belongs to the name: "Pentagon spokesman".
    """
    kept, at, served = [], 0, find_all_served(phrase)
    for place in find_places(phrase):
        before = phrase[at : place.span.start]
        if place not in served or not _is_served(phrase, place, before):
            continue
        if body and _is_named_with(phrase, place, before):
            continue
        link = _SERVING.search(before)
        adjective = place.naming is NamingKind.ADJECTIVE or place.span.of(phrase) in _SHORT
        plain = not adjective and _OWN_STATE.match(phrase, place.span.end) is None
        if before.endswith((" based in ", " based in the ")):
            continue
        if link and not (plain and link[0].startswith("in")) and _GOES_ON.match(phrase, place.span.end):
            link = None  # "Head of Norway’s agency"
            if not (adjective or before.endswith("the ")):
                before = f"{before}the "
        kept.append(before[: link.start()] if link else before)
        at = place.span.end
    phrase = "".join(kept) + phrase[at:]
    phrase = re.sub(r"(?<!\w)['’](?:s?\b\s*|\s)", " ", phrase)
    phrase = _STYLED.sub(r"\1", phrase)
    if gone := _GONE.match(phrase):
        phrase = _LEADING.sub("", phrase[gone.end() :])
        owner = _OWNED.match(phrase)
        at = owner.end() if owner else 0
        phrase = f"{phrase[:at]}former {phrase[at:]}"
    first, _, rest = phrase.partition(" ")
    office = VERBS_OF_OFFICE.get(first) or PAST_VERBS_OF_OFFICE.get(first)
    phrase = f"{office} {rest}" if office else phrase
    phrase = _OF_NOTHING.sub("", re.sub(r"\s+(?=,)|(?<=\s)\s+", "", phrase).strip(_EDGES))
    phrase = _LEADING.sub("", _LABEL.sub("", phrase)).strip(_EDGES)
    owned, _, chief = phrase.partition(" of ")
    if owned in _HOMES and chief[:1].isupper() and head_of(chief) is not None:
        phrase = chief  # "the home of President Venn"
    return _EPITHET.sub("", f"{phrase}." if _STOPPED_SHORT.search(phrase) else phrase)


def country_of_role(text: str, role: Span) -> str | None:
    """The country that an office serves: the stated one, else the only one with an office of this title."""
    if stated := country_stated(text, role):
        return stated
    phrase = role.of(text)
    if phrase == "Secretary":  # a minister's title by itself only in the Philippines and the United States
        return None if re.search(r"\b(?:Philippine|Filipino|Manila)", text[:_HEAD]) else "United States"
    if _BRITISH.search(phrase):
        return None
    if phrase.lower().startswith("commission ") and re.search(r"\b(?:European (?:Commission|Union)|EU)\b", text):
        return "European Union"
    of_body = re.search(r"\b(?:for|of|at) the (.+)", phrase)
    return country_of_style(phrase) or (country_of_style(of_body[1]) if of_body else None)


def find_topics(phrase: str, link: re.Pattern[str]) -> list[PlaceMention]:
    """The countries that an office is about: "Iran analyst", "professor of U.S. policy", "director for Iran, Iraq".

    ``link`` matches the words before such a country.
    """
    expert = kind_of(phrase) == "expert"
    found: list[PlaceMention] = []
    for place in find_places(phrase):
        start, end = place.span.start, place.span.end
        listed = bool(found) and _LISTED.fullmatch(phrase, found[-1].span.end, start) is not None
        adjunct = (
            expert and place.naming is NamingKind.NAME and place.country not in BODIES and _NOUN_NEXT.match(phrase, end)
        )
        studied = _STUDIED.match(phrase, end) is not None and _PREPOSITION.search(phrase[:start]) is not None
        name = _NAME_AFTER.match(phrase, end)  # "at the Norwegian Embassy"
        field = expert and name is None and place.naming is NamingKind.ADJECTIVE and _FIELD_OF.search(phrase[:start])
        about = (field or link.search(phrase[:start])) and not (name and _OF_STATE.search(name[0]))
        if listed or studied or about or (adjunct and place.span.of(phrase) not in _SHORT):
            found.append(place)
    return found


def country_stated(text: str, role: Span) -> str | None:
    """The country named in an office ("the Russian …", "Berlin's …")."""
    phrase = role.of(text)
    if re.search(r"\b(?:of|for|to) (?:the )?secretary-general\b", phrase, re.IGNORECASE):
        return "United Nations"
    if _FOR_NATION.search(phrase):
        return "United Kingdom"
    on = SENT.search(phrase) is not None or kind_of(phrase) == "expert"
    about = () if _AIDE.search(phrase) else find_topics(phrase, SENT_ON if on else _SENT_TO)
    served = [p for p in find_places(phrase) if p not in about and not serves_none(phrase, p)]
    # "Director of the Second European Department of the Norwegian Foreign Ministry"
    served = [p for p in served if not _FIELD.match(phrase, p.span.end)]
    served = [p for p in served if p.naming is not NamingKind.SEAT or not _SCHOOL.match(phrase, p.span.end)]
    if _AMBASSADOR.search(phrase):
        served = [p for p in served if p.country not in BODIES or p.country == "European Union"]
    served = _elsewhere(phrase, served)
    if len(served) > 1 and served[0].naming is NamingKind.ADJECTIVE and served[1].country in BODIES:
        return served[0].country  # "Norwegian U.N. ambassador"
    if served:
        first = served[0]  # "White House Russia adviser": a seat of power before the topic of the office
        of_seat = first.naming is NamingKind.SEAT and len(served) > 1 and served[1].span.start == first.span.end + 1
        return (first if of_seat else min(served, key=lambda p: (p.naming, p.span))).country
    return None


def country_of_style(name: str) -> str | None:
    """The only country with offices and bodies called ``name``: "State Department", "Taoiseach"."""
    bare = _PARTY.sub("", name.lower())
    if _AMERICAN.search(name):
        return "United States"
    return next((country for style, country in _OFFICE_OF.items() if bare.startswith(style)), None)
