"""Describes organisations and groups as speakers: display name, role and country."""

import re
from collections.abc import Sequence

from bot.domain.attribution import Speaker
from bot.gazetteer.countries import BODIES, NamingKind, country_of, find_places
from bot.gazetteer.office_words import DOCUMENTS, MODIFIERS, SPEECH_NOUNS, THINGS, head_of
from bot.gazetteer.outlets import is_outlet
from bot.gazetteer.public_figures import find_figure_by_surname
from bot.nlp.speakers.capitalised_words import CALENDAR, ORGANISATION, is_common
from bot.nlp.speakers.country_features import BACKED, NOBODY
from bot.nlp.speakers.country_ranker import choose_country
from bot.nlp.speakers.document_context import DocumentContext
from bot.nlp.speakers.offices import clean_role, country_of_style, find_served, is_private

DETERMINER = re.compile(
    r"^(?:the|a|an|both|some|several|many|these|those|other|another|one|two)\s+(?:(?:19|20)\d\d\s+)?"
    r"(?!(?:of|in|inside|outside|from|dozen|hundred|thousand|million)\b)",
    re.IGNORECASE,
)
_SAYS_WHO = re.compile(r"(?:the|an?|its|once|now|one\sof)\s", re.IGNORECASE)
_THING_AND_SPEAKERS = re.compile(r"an?\s(?P<thing>[a-z]+)\s(?P<who>[a-z]+)s")
"""A thing and who speaks of it: "a move officials"."""
_LISTED = re.compile(r"the [A-ZÀ-Þ][^,]* and ")
"""The rest of a list of bodies: "Reuters, the BBC and other outlets"."""
_ENTITLED = re.compile(r"[a-z]+(?: [A-ZÀ-Þ]\S*)+")
"""A name after its kind: "daily Norðurblaðið"."""
_DOING = re.compile(
    r"(?:,\s+(?:speaking|briefing|citing|quoted|cited|talking|who|which|whose|on condition|asking)|\sspeaking on)\b.*",
    re.DOTALL,
)
_CAPTION = re.compile(r"^.{0,200}\b(?:Image|Media|Photo)\b.{0,200}\bcaption\s(?=\S)", re.DOTALL)
"""The page's words before a caption."""
_ASIDE = re.compile(r"(?<=\w)(?:\s(?:--|[–—-])\s|—).*", re.DOTALL)
_LATER = re.compile(
    r"(?<=\w)\s+(?:who\s.*|at\s+the\s+(?:time|end\s+of\s.{1,60})|(?:(?:released|published|issued)\s+)?(?:on\s+)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:last|this|earlier\s+this)\s+(?:week|month|year)|in\s+(?:[A-Z][a-z]+\s+)?\d{4}"
    r"|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December))\s*$",
    re.DOTALL,
)
"""The end of a description that identifies nobody: when it was, or what somebody did."""
_NO_NAME = re.compile(
    r"(?:the|an?|this|that|some|first|second|third|one|two|\d++|\W)*+|\w+ of wh(?:om|ich)|any(?:one|body)|no group"
    r"|(?:[\w.'’]+ ){0,3}(?:article|order|section) \d[\w-]*"
    r"|(?-i:[A-Z] [a-z]+)|no ?one|nobody|he or she|new|[a-z]{3,}ing|(?:more|read|top)(?: \([DRI]-.*)?|[DRI]-\w+\.?\)?"
    r"|social media",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:none of|neither|not all|any|only (?=[a-z]+s$)|who|whom|which|that|you|we|i|is|was|are|were|as|at|by|from|in"
    r"|of|on|to|with|after|around|before|(?:he|she|they)\s(?!and)|worldwide|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b(?!['’-])|(?:\d[\d.,]*|[\w-]+) per ?cent\b|%",
    re.IGNORECASE,
)
"""Beginnings of phrases that are not noun phrases: a clause, a place, a time, a share."""
_SHORT_FORM = re.compile(r"(?<!\s)(?:\s*+\([A-Z.&-]{2,12}\)|,\sor\s(?:the\s)?[A-Z.&-]{2,12})$")
"""The abbreviation after a name: "Harbour Watch (HW)", "Harbour Watch, or HW"."""
_GLUED = re.compile(r"(?<!\bMc)(?<!\bMac)(?<=[a-zß-ÿ])([A-ZÀ-Þ][a-zß-ÿ]{3,})\b")
"""The second of two words that the page has run together: "WhileNorway"."""
_QUANTITY = re.compile(
    r"^(?:\w+ ){0,2}?(?:number|series|majority|handful|set|hundreds|dozens|one) (?:and \w+ )?of (?:the |its )?"
)
_QUALITIES = frozenset(
    "official rival ruling semi-official state influential powerful opposition non-partisan nonpartisan bipartisan "
    "independent".split()
)
_KIND = (
    r"(?P<kind>agency|broadcaster|channel|charity|company|consultancy|daily|firm|group|lobby|magazine|movement|network|"
    rf"newspaper|organi[sz]ation|outlet|paper|tabloid|think[ -]tank|"
    rf"watchdog|website|weekly|state-owned|state-run|{'|'.join(sorted(_QUALITIES))})"
)
_NO_HEAD = r"(?!(?:from|by|of|in|at|for|with|on|to)\b)"
_CAPITAL = r"(?!(?:TV|Radio|Television)\b)[A-ZÀ-Þ][\w.&’'-]*+"
_DESCRIBED = re.compile(
    rf"(?:{_NO_HEAD}[\w.-]+ ){{0,2}}?(?:[\w.-]+['’]s )?(?:{_NO_HEAD}[\w.-]+ ){{0,3}}?{_KIND} "
    rf"(?P<name>{_CAPITAL}(?: (?:of|and|the|for|&|{_CAPITAL}))*+(?: (?:news )?(?:agency|channel|newspaper|movement))?)"
)
"""A body's name after its kind: "Iceland's semi-official Harbour news agency", "influential tabloid Norðurblaðið"."""
_KINDS = re.compile(
    r"(?:(?:rights|aid|advocacy|lobby|research|monitoring) )?(?:agency|charity|foundation|group|institute|network|"
    r"organi[sz]ation|think.tank|watchdog|(?P<paper>(?:news)?paper|magazine|daily|tabloid|news agency))"
)
"""Kinds of bodies, by which a body is called once its name is known."""
_PAPER = re.compile(
    r"\b(?:AFP|AP|Agency|Daily|Gazette|Globe|Guardian|Herald|Independent|Journal|Mail|Mirror|Monitor|News|Observer|Post|Press|"
    r"Reuters|Standard|Star|Sun|Telegraph|Times|Today|Tribune|[A-Z]{2,5}A|Xinhua|TASS)\b"
)
_STATES_OWN = re.compile(
    r"\b(?:semi-official|official(?=\s(?:[\w-]+\s){0,2}(?:agency|broadcaster|channel|media|news\w*|paper|TV|television)\b)|state"
    r"|state-owned|state-run|ruling)\s"
)
"""Words that mark a body as a state's: "Iceland's state news agency"."""
_APPOSED = re.compile(
    r"(?:[A-ZÀ-Þ][\w.]*(?: [A-ZÀ-Þ][\w.]*)?['’]s? )?[a-z][\w’'-]*(?: [\w’'-]+){0,6}, (?:the )?(?P<name>[A-ZÀ-Þ][^,]+)"
)
"""A name in apposition: "ship's owner, Reykjanes Line", "Iceland's state news agency, LANA"."""
_COUNTED = re.compile(
    r"^(?:(?:\d+|(?:one|two|three|four|five|six|dozens|some|many|most|few|several)(?: of)?|multiple|the|its|his|her"
    r"|their|unidentified|unnamed|separate|other|dozen|hundred|thousand)\s+)+",
    re.IGNORECASE,
)
"""Words for how many or which people hold an office: "one of the four", "12"."""
_OFFICIALS = frozenset("authorities police media".split())
_LOOSE = re.compile(r"\w+ed|familiar|close|there|meanwhile")
"""A word that may follow the noun of a description: "official familiar with the talks"."""
_CLAUSE = re.compile(r"[a-z] (?:is|are|was|were) [a-z]")
_LOOSE_END = re.compile(
    r"(?<!\s)(?:\s++(?:--?|[–—]|familiar|on|of|with|at|in|for|to|named|reportedly|publicly|late|shown|relayed|reported|unsealed|here|inside|each"
    r"|itself|themselves"
    r"|last(?: [a-z-]++)?|all|alone|among|and|that|in the past|in recent(?: [a-z]++)?|over the(?: [a-z]++)?)){1,4}$"
)
_GOES_ON = re.compile(
    r",|\s(?:of|for|in|into|at|to|from|on|with|by|about|behind|between|that|which|who|first)\b|"
    r"\s(?:\w+ly\s)?(?:[a-z]{3,}ed|covering|made|read|seen|sent|taken)"
    r"(?:$|\s(?:\d+|\w+day|a|and|at|between|by|earlier|following|from|in|last|on|public|this|to|today|yesterday|online|\w+ly)\b)"
)
"""The end of a document's noun and the beginning of its topic."""
ISSUERS = frozenset(
    "government ministry department agency council commission committee embassy police military army media mission "
    "intelligence administration presidency office delegation panel party".split()
)
"""Common nouns for bodies that issue documents."""
_NEWS = frozenset(
    "a an the new latest earlier recent official joint local early leaked internal confidential secret".split()
)
_TIMES = frozenset("today yesterday week month year day last this".split())
_AUTHORED = frozenset(
    "analysis article assessment decree editorial estimate forecast investigation judgment memo poll portal release "
    "report resolution review ruling statement study survey".split()
)
"""Documents that count as saying something even if their author is not given; others are evidence."""
_ANYBODYS = frozenset(
    "editorial poll polling portal survey study video transcript filing data email page website".split()
)
"""Documents that a state does not issue: "an Israeli poll"."""
_TITLED = frozenset("report poll study".split())
"""Documents that are also written with a capital."""
_ABSTRACT = re.compile(r"\w{4,}(?:ism|(?<!wit)ness|ment|ence|ance)")
_NOT_ABSTRACT = (
    ORGANISATION | DOCUMENTS | set("audience detachment establishment insurance management resistance".split())
)
"""Nouns for bodies and documents, some of which end like abstract ones."""
_CALLED = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]+(?<!ic)(?<!an)(?<!sh)(?<!se)(?<!al)")
_NO_ISSUER = ORGANISATION | CALENDAR | MODIFIERS
"""Words with a capital before a document that do not say whose it is: "a March survey"."""
_PREPOSITION = re.compile(r"\s(?:of|for|in|at|to|from|on|with|by|about|between)\s")
_HEAD_END = re.compile(rf"{_PREPOSITION.pattern}|\s[a-z]{{3,}}ing\s(?:an?|the|its|their)\s")
"""The end of the noun of a group or body: "crews hounding the council"."""
_SOMEBODYS = re.compile(r"(?:[A-ZÀ-Þ][\w.-]*+\s){0,2}[A-ZÀ-Þ][\w.-]*+['’]s?\s[a-z]")
"""A phrase that begins with a possessor: "China, North Korea’s biggest partner"."""


def without_apposition(phrase: str) -> str:
    """``phrase`` without a description or activity after the name: "Nigeria, the third producer" becomes "Nigeria"."""
    phrase = _CAPTION.sub("", phrase)
    phrase = _ASIDE.sub("", _LATER.sub("", _DOING.sub("", phrase)))
    name, _, after = phrase.partition(", ")
    if _LISTED.match(after):
        return phrase
    part = after[:1].islower() and head_of(_PREPOSITION.split(after)[0]) is not None
    apposed = _SAYS_WHO.match(after) or _SOMEBODYS.match(after) or part
    return name if apposed and DETERMINER.sub("", name)[:1].isupper() else phrase


def name_organisation(context: DocumentContext, phrase: str) -> str:
    """The body's display name: without article and possessive, with explained abbreviations expanded.

    Empty if the rest names nobody ("the second").
    """
    name = DETERMINER.sub("", re.sub(r"\s+", " ", without_apposition(phrase))).strip(" ,;:")
    if (said := _THING_AND_SPEAKERS.fullmatch(phrase)) and said["thing"] in THINGS | DOCUMENTS and head_of(said["who"]):
        name = f"{said['who']}s"
    name = _SHORT_FORM.sub("", name) if len(name.split()) > 1 else name
    name = context.abbreviations.get(name, name)
    if (apposed := _APPOSED.fullmatch(name)) and " and " not in apposed["name"]:
        name = apposed["name"]
    elif (described := _DESCRIBED.fullmatch(name)) and (
        " " in described["name"] or described["name"].isupper() or described["kind"] not in _QUALITIES
    ):
        name = described["name"]  # not "ruling Conservatives"
    name = re.sub(r"['’]s?$", "", name) if name.endswith(("'s", "’s")) else name
    name = _LOOSE_END.sub("", name)
    lower = name.lower()
    time = lower not in _TIMES and (_TIMES | CALENDAR).issuperset(lower.split())
    glued = any(country_of(part) or find_figure_by_surname(part) for part in _GLUED.findall(name))
    nobody = time or glued or _NO_NAME.fullmatch(name) or _NOBODY.match(name) or _CLAUSE.search(name)
    return "" if nobody else name


def speaking_part(name: str, *, named: bool = False) -> str:
    """The speaker if the source is a thing: "Harbour Watch" of "Harbour Watch poll", nobody of "truce" or "emails"."""
    words, noun = _head(name)
    if noun in THINGS or _is_abstract(noun):
        return ""
    if noun not in DOCUMENTS:
        return name
    issuer = _issuer(words)
    if named and not issuer and _CALLED.fullmatch(words[0]) and words[0].lower() not in _NO_ISSUER:
        return words[0]  # "a Selmwatch survey"
    return issuer if issuer and not _NO_NAME.fullmatch(issuer) else " ".join(words) if noun in _AUTHORED else ""


def is_document(name: str) -> bool:
    """Whether the name of a document does not include its issuer: "the report on the harbour"."""
    words, noun = _head(name)
    return noun in DOCUMENTS and not _issuer(words)


def head_words(name: str) -> list[str]:
    """The words of a name up to its noun: "State Department report" of "State Department report into the harbour"."""
    return _GOES_ON.split(_QUANTITY.sub("", name), maxsplit=1)[0].split()


def _head(name: str) -> tuple[list[str], str]:
    """The words of a name up to its common noun, and the noun in lower case and singular ("" for a proper name)."""
    words = [word.strip('“”"') for word in head_words(name)]
    last = words[-1].lower() if words and (words[-1].islower() or len(words) == 1) else ""
    if words and not last and words[-1].lower() in _TITLED and len(_issuer(words).split()) > 1 and not is_outlet(name):
        last = words[-1].lower()  # "Harbour Research Service Report"
    forms = (last, last.removesuffix("s"), last.removesuffix("es"), re.sub(r"ies$", "y", last))
    return words, next((form for form in forms if form in THINGS | DOCUMENTS or _is_abstract(form)), forms[1])


def _is_abstract(noun: str) -> bool:
    """Whether the ending of a noun shows that it is a quality or an act: "involvement", "realism"; no body's noun."""
    return _ABSTRACT.fullmatch(noun) is not None and noun not in _NOT_ABSTRACT


def _issuer(words: Sequence[str]) -> str:
    """The issuer of the document that ``words`` name: the possessor, or the body or name right before the noun."""
    for at in range(len(words) - 2, -1, -1):
        if words[at].endswith(("'s", "’s", "s'", "s’")):
            return "" if words[at][:-2] in _TIMES else re.sub(r"['’]s?$", "", " ".join(words[: at + 1]))
    bodies = [at for at, word in enumerate(words[:-1]) if word.lower() in ISSUERS]
    end = next((at for at in range(len(words) - 1, max(0, len(words) - 4), -1) if words[at - 1][0].isupper()), 0)
    end = max(end, bodies[-1] + 1 if bodies else 0)
    named = (at for at in range(end) if words[at][0].isupper() or words[at].lower() in ISSUERS)
    first = next((at for at in named if words[at].lower() not in _NEWS), end)
    first = bodies[-1] - 1 if bodies and first == bodies[-1] > 0 and words[first - 1] not in _NEWS else first
    owner = " ".join(words[first:end])
    place = country_of(owner)
    if place is not None:
        return (
            owner
            if place[1] is NamingKind.SEAT or place[0] in BODIES or words[-1].lower().removesuffix("s") not in _ANYBODYS
            else ""
        )
    # not "Joint statement", where a capital only opens the sentence
    several = len(owner.split()) > 1 or sum(map(str.isupper, owner)) > 1
    return owner if several or owner.lower() in ISSUERS or is_outlet(owner) else ""


def is_kind_of(name: str, phrase: str, body: str) -> bool:
    """Whether ``phrase`` ("the group", "the news agency") may refer to ``body``, judging by its kind alone."""
    if not re.match(r"(?:the|this|that)\s", phrase, re.IGNORECASE) or country_of(body) or _is_officials(body):
        return False
    kind = _KINDS.fullmatch(name)
    last = _KINDS.fullmatch(body.rsplit(maxsplit=1)[-1])  # "Norway's Harbour Post newspaper"
    proper = body[:1].isupper() and (last is not None or body.rsplit(maxsplit=1)[-1][:1].isupper())
    paper = _PAPER.search(body) is not None or (last is not None and last["paper"] is not None)
    return proper and kind is not None and (kind["paper"] is None or paper)


def find_earlier(name: str, phrase: str, bodies: Sequence[Speaker]) -> Speaker | None:
    """The latest body named before to which a short definite description ("the ministry") can refer."""
    if not re.match(r"(?:the|this|that)\s", phrase, re.IGNORECASE) or len(name.split()) > 2:
        return None
    return next((b for b in reversed(bodies) if _same(name, b.name)), None)


def _same(short: str, long: str) -> bool:
    """Whether one description has all words of the other, and its head: "hospital" is not "hospital officials"."""
    a, b = (_HEAD_END.split(n.lower(), maxsplit=1)[0].split() for n in (short, long))
    return bool(a and b) and a[-1] == b[-1] and (set(short.lower().split()) <= set(long.lower().split()))


_WRITTEN = frozenset("article book column order report ruling verdict".split())
"""Documents that count as an author's words, whoever wrote them."""


def is_persons_words(name: str, phrase: str) -> bool:
    """Whether the "body" is just a person's words: "the statement", "the letter". A report can be anybody's."""
    definite = re.match(r"(?:the|this|that|their|its)\s", phrase, re.IGNORECASE)
    noun = name.rsplit(maxsplit=1)[-1]  # "the Harbour Post" is a newspaper
    said = name.lower() == "text" or (noun in SPEECH_NOUNS and noun not in _WRITTEN)
    return bool(definite) and len(name.split()) <= 2 and said


def describe_organisation(
    context: DocumentContext, name: str, country: str | None = None, at: int | None = None, *, of_state: bool = False
) -> Speaker:
    """``name`` as a speaker: a common noun is a role ("officials"); a public body may be of the article's country.

    ``at`` is its position; the words there may give a place: "In Oslo, the government said". ``of_state``: the text
    says that a state owns it, so it has some country.
    """
    served = list(dict.fromkeys(p.country for p in find_places(name) if p.naming is not NamingKind.SEAT))
    if len(served) > 1 and " and " in name:  # "foreign ministers of Norway and Iceland"
        return Speaker(name, None, "; ".join(served))
    part = clean_role(name)
    common = bool(part) and part.split()[0].islower() and not find_places(part)
    common = common and (_ENTITLED.fullmatch(part) is None or head_of(part) is not None)
    if is_outlet(name) and not of_state:
        return Speaker(name, None, None)
    country = country or stated_side(name)
    office = bool(part) and (is_one_person(part) or _is_officials(part)) and not common
    if country is None and at is not None:
        sides = context.sides.of_body(name, at)
        if of_state and len(sides) > 1:
            del sides[NOBODY]
        country, _ = choose_country(sides)
    held = (common or office) and _is_held(part) and not is_document(name)
    role = _COUNTED.sub("", clean_role(name, body=True)) if held else None
    if role is not None and name.lower().startswith("one of "):
        role = role.removesuffix("s")
    return Speaker(name, role, country)


def is_state_body(phrase: str) -> bool:
    """Whether a phrase says that a body belongs to a state: "Iceland's state news agency"."""
    return _STATES_OWN.search(phrase) is not None


def stated_side(name: str) -> str | None:
    """The country that the name of a body or group states; None for names that may represent no state."""
    return (None if is_private(name) else find_served(BACKED.sub("", name))) or country_of_style(name)


def _is_officials(name: str) -> bool:
    """Whether only the sentence's start explains the capital: "Administration officials", "Lawmakers"."""
    noun = _PREPOSITION.split(name)[0].split()
    several = head_of(noun[-1].removesuffix("s")) is not None or is_common(noun[-1])
    return several and (noun[-1].islower() or len(noun) == 1)


def _is_held(part: str) -> bool:
    """Whether a description means people by their office ("senior official"), not a body or document."""
    words = _PREPOSITION.split(_COUNTED.sub("", part))[0].partition(",")[0].lower().split()
    noun = words[-2] if len(words) > 1 and _LOOSE.fullmatch(words[-1]) and words[-2].isalpha() else words[-1]
    return noun in _OFFICIALS or any(head_of(one) not in (None, "member") for one in (noun, noun.removesuffix("s")))


def is_one_person(name: str) -> bool:
    """Whether a description is of a single person: "representative of Kenya", "senior official"."""
    noun = _PREPOSITION.split(name)[0]
    return head_of(noun) is not None and not re.search(r"\b(?!press\b)\w+s\b(?!')", noun)
