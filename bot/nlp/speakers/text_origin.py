"""Finds the country whose ministry, office or state agency published the text.

A ministry writes "Deputy Foreign Minister Orla Venn received …" of its own people, without naming the country: flags at
the top, a letterhead or an agency's dateline show it. Any other text gives None.
"""

import re
from dataclasses import dataclass

from bot.domain.attribution import Speaker
from bot.gazetteer.countries import BODIES, NamingKind, country_of, find_places
from bot.gazetteer.office_words import head_of, owners_of

_HEAD_LINES = 8
"""Lines at the start of the text that are searched for a letterhead, flags or a dateline."""
_LINE_LENGTH = 300
_BODY_LENGTH = 60
"""Maximum characters of a line that only names a body."""
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*+\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s++{_MONTH}|{_MONTH}\s++\d{{1,2}}|\d{{1,2}}\.\d{{1,2}}\.(?=\d{{4}}))"
    r"(?:,?\s*+\d{4})?"
)
_DATELINE = re.compile(
    rf"^\W*+(?P<city>[A-ZÀ-Þ][\w.’' -]{{2,24}}?)(?P<more>(?:,\s(?!{_MONTH})[A-ZÀ-Þ][\w. ]{{2,24}}?)?)"
    rf"(?P<date>[,.]?\s++{_DATE})?\.?\s*+(?:(?P<agency>[(/][^()/\n]{{2,30}}[)/])\s*+)?(?P<end>--|[–—-]|\.|:|$)(?=\s|$)"
)
_AGENCY_MARK = re.compile(r"(?:\(|/)\s*([A-Z][\w ]{1,20}?)\s*(?:\)|/)")
_AGENCY_BARE = re.compile(rf"[A-ZÀ-Þ][A-ZÀ-Þ ’'-]+[,.]\s+{_DATE}\.\s+([A-Z]{{3,12}})\s?(?:--|[–—.-])\s")
_OF_MANY = frozenset(("New York", "Geneva"))
"""Cities where the United Nations dates its texts."""
_AGENCIES = owners_of("agencies")
"""News agencies that belong to a state, in lower case."""
_LETTERHEADS = owners_of("letterheads")
"""Offices whose name as a line at the top gives the country, in lower case."""
_HEADINGS = (
    (re.compile(r"(?:Department|State Department) Press Briefing\b", re.IGNORECASE), "United States"),
    (
        re.compile(r"(?:Pentagon|White House)\b.{0,120}\b(?:briefing|press conference|gaggle)\b", re.IGNORECASE),
        "United States",
    ),
    (re.compile(r"Foreign Ministry Spokesperson .{2,40}['’]s (?:Regular Press Conference|Remarks)\b"), "China"),
    (re.compile(r"Note to Correspondents\b", re.IGNORECASE), "United Nations"),
    (
        re.compile(r"Press (?:Briefing|Gaggle) by (?:White House |Principal |Deputy |Assistant )*Press Secretary\b"),
        "United States",
    ),
    (
        re.compile(r"\A.{0,40}\bbriefing by\b.{0,60}\bspokesperson for the secretary-general\b", re.IGNORECASE),
        "United Nations",
    ),
)
"""Headings of transcripts of a country's own briefings."""
_ISSUER = re.compile(
    r"(?:Ministry of Foreign Affairs|Foreign Ministry|Ministry of External Affairs|Ministry for Foreign Affairs)"
)
_BRIEFING = re.compile(rf"briefing\b.*,\s(?P<city>[A-ZÀ-Þ]\w+),\s+{_DATE}\W*$", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:ministry|department|embassy|office|government|presidency|secretariat|mission|chancellery|consulate|mfa)\b",
    re.IGNORECASE,
)
_STYLE = re.compile(
    r"^(?:The\s+)?(?:[A-Z][a-z]+\s+){0,3}(?:Republic|Kingdom|State|Sultanate|Federation|Commonwealth)\s+of\s+(?:the\s+)?"
)
"""Words before a state's short name in its full name: "Islamic Republic of"."""
_SMALL = frozenset("of the for and to in on at".split())
_ABOUT = re.compile(r"\b(?:to|on|with|about|against|regarding)\s+(?:the\s+)?$", re.IGNORECASE)
_TELLING = ("statement", "note", "remarks", "readout", "highlights", "transcript", "daily", "by ")
_BY_MINISTRY = re.compile(
    r"^\W*(?:responses?|remarks|statements?|comments?|commentary|reply|replies|answers?|briefing)\s(?:by|of|from)\s(?:the\s)?"
    r"[^\n,;:]{0,60}?\b(?:ministry of (?:foreign|external) affairs|foreign (?:ministry|office))\b"
    r"(?:\sof(?:\sthe)?[^,;:\n]{3,60}?(?=\s(?:on|to|regarding|following|in)\b|[,;:\n(]|$))?",
    re.IGNORECASE,
)
"""Headings of a ministry's own statements: "Response by the Spokesperson of the Ministry of Foreign Affairs of"."""
_JOINTLY = re.compile(
    r"(?:^joint (?:press |ministerial )?(?:statement|declaration|communiqu[ée]) (?:of|by|from|between)"
    r"|\bfollowing [\w ]{0,30}\b(?:statement|declaration|communiqu[ée]) (?:(?:was )?(?:released|issued|adopted) )?by)\b"
    r"(?P<who>(?:(?! on )[^\n]){3,400})",
    re.IGNORECASE | re.MULTILINE,
)
"""What says that a text is several states': "Joint Statement of Norway and Iceland", "communiqué issued by"."""
_MEMBERS = re.compile(r" (?!and )(?:[A-Za-z]+ ){1,3}of ")
"""Between a group and its members: "G7 foreign ministers of"."""
_OFFICES = re.compile(r"\s*(?:the )?(?P<office>[A-Z][a-z]+(?: [A-Z][a-z]+){0,3}) of ")
_FOR_SECRETARY_GENERAL = re.compile(r"\bspokes\w+\s+for\s+(?:the\s+)?secretary-general\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TextOrigin:
    """The country a text comes from. ``own``: its ministry or agency published it; else it was only sent from there."""

    country: str
    own: bool


def find_origin(text: str) -> TextOrigin | None:
    """The origin of ``text``, from its first lines; None if nothing shows it."""
    lines = [line.strip() for line in text[: _HEAD_LINES * _LINE_LENGTH].splitlines() if line.strip()][:_HEAD_LINES]
    for find in (_by_letterhead, _by_line_of_two, _by_heading, _by_flags, _by_agency):
        if country := next(filter(None, map(find, lines)), None):
            return TextOrigin(country, own=True)
    if country := next(filter(None, map(_by_state_and_body, lines, lines[1:])), None):
        return TextOrigin(country, own=True)
    sent = next(filter(None, map(_by_dateline, lines)), None)
    return TextOrigin(sent, own=False) if sent else None


def _by_letterhead(line: str) -> str | None:
    """ "THE WHITE HOUSE", "From: Foreign Office", "Ministry of Foreign Affairs of Iceland", alone on a line."""
    if len(line) > 120:
        return None
    name = re.sub(r"^(?:from|source|by|issued by)\s*:\s*|^\W+|\W+$", "", line, flags=re.IGNORECASE)
    name = re.sub(r"^\d[\d.:/ ]*\s+", "", name)
    lowered = name.lower().replace("’", "'")
    if lowered in _LETTERHEADS:
        return _LETTERHEADS[lowered]
    if _FOR_SECRETARY_GENERAL.search(name) and lowered.startswith(_TELLING):
        return "United Nations"
    if place := _known(name):
        seat_of_power = place[1] is NamingKind.SEAT and lowered.startswith("the ")
        return place[0] if seat_of_power or _BODY.search(name) else None
    words = [w for w in re.findall(r"[^\W\d_][\w.’'-]*", name) if w.lower() not in _SMALL]
    if not words or len(words) > 9 or not all(w[0].isupper() for w in words) or not _BODY.search(name):
        return None
    titled = name.title() if name.isupper() else name
    named = {p.country for p in find_places(titled) if not _ABOUT.search(titled[: p.span.start])}
    return named.pop() if len(named) == 1 and not re.search(r"[.:?!,]", name) else None


def _by_state_and_body(above: str, below: str) -> str | None:
    """ "Republic of Iceland" and "Ministry of Foreign Affairs" on separate lines."""
    place, body = _known(_STYLE.sub("", above)), _BODY.search(below)
    alone = body is not None and len(below) < _BODY_LENGTH and below[0].isupper() and not re.search(r"[.:?!,]", below)
    return place[0] if place and place[1] is NamingKind.NAME and alone else None


def _by_line_of_two(line: str) -> str | None:
    """ "Republic of Iceland, Ministry of Foreign Affairs" or "Ministry of Foreign Affairs, Reykjavík" on one line."""
    above, _, below = line.partition(", ")
    if _ISSUER.fullmatch(above) and (seat := _known(below)) and seat[1] is NamingKind.SEAT:
        return seat[0]
    return _by_state_and_body(above, below) if below else None


def find_issuers(text: str) -> Speaker | None:
    """The states and bodies that issued ``text`` together, as its first lines say; None if it is no joint text."""
    for found in _JOINTLY.finditer(text[: _HEAD_LINES * _LINE_LENGTH]):
        who = found["who"]
        named = [p for p in find_places(who) if p.naming is NamingKind.NAME]
        states = dict.fromkeys(p.country for p in named if not _MEMBERS.match(who, p.span.end))
        if len(states) < 2:
            continue
        together = "; ".join(states)
        if (office := _OFFICES.match(who)) and head_of(office["office"]) is not None:
            name = who[office.start("office") : named[-1].span.end]
            if len(name) <= _BODY_LENGTH:
                return Speaker(name, office["office"], together)
        return Speaker(together, None, together)
    return None


def find_issuer(text: str, origin: TextOrigin | None) -> Speaker | None:
    """The speaker "we" in a country's own text: the ministry named at the top, else the country."""
    if origin is None or not origin.own:
        return None
    named = _ISSUER.search(text, 0, _HEAD_LINES * _LINE_LENGTH)
    return Speaker(named[0] if named else origin.country, None, origin.country)


def _by_heading(line: str) -> str | None:
    """The country that uses this heading for its transcripts: "Department Press Briefing – May 3"."""
    if (told := _BRIEFING.search(line[-200:])) and (place := _known(told["city"])):
        return place[0]  # "Briefing by Spokeswoman Orla Venn, Oslo, March 4": briefings are held at home
    if ours := _BY_MINISTRY.match(line):
        named = {place.country for place in find_places(ours.group())} - BODIES
        return named.pop() if len(named) == 1 else None
    return next((country for heading, country in _HEADINGS if heading.match(line)), None)


def _by_flags(line: str) -> str | None:
    """The first of two countries' flags: a ministry puts its own before its guest's."""
    flags = list(dict.fromkeys(_FLAG.findall(line)))
    place = country_of(flags[0]) if len(flags) == 2 else None
    return place[0] if place else None


def _by_agency(line: str) -> str | None:
    """The state whose agency is in the dateline: "MOSCOW, March 3. /TASS/", "ASTANA. March 3. KAZINFORM –"."""
    mark = _AGENCY_MARK.search(line[:90]) or _AGENCY_BARE.match(line[:90])
    return _AGENCIES.get(mark[1].lower().strip()) if mark else None


def _by_dateline(line: str) -> str | None:
    """The state whose capital is in a dateline: "MINSK, 7 November", "TEHRAN –", "Havana, May 6."."""
    match = _DATELINE.match(line[:120])
    if match is None:
        return None
    city = match["city"].strip()
    capitals = city.isupper() and (match["date"] or match["agency"] or match["end"] in ("--", "–", "—", "-", ""))
    alone = match.end() == len(line)
    if not capitals and not (match["date"] and (match["end"] or alone)):
        return None
    if match["more"] and (land := _known(match["more"].strip(" ,"))):
        return land[0] if land[1] is NamingKind.NAME else None
    place = _known(city) if city.title() not in _OF_MANY else None
    return place[0] if place and place[0] != "European Union" else None


def _known(name: str) -> tuple[str, NamingKind] | None:
    return country_of(name) or country_of(name.title().removeprefix("The "))
