"""Whom the holder of an office serves: a state, in it or abroad, or what a union of states may have as well."""

import re

_OF_STATE = re.compile(
    r"\b(?:minist|secretary|spokes|ambassador|envoy|national|representative|state|foreign|defen[cs]e)", re.IGNORECASE
)
PUBLIC = re.compile(
    rf"{_OF_STATE.pattern}|^(?:vice[ -])?president$|\b(?:premier|chancellor|government|cabinet|parliament|lawmaker|"
    r"opposition|presidential|general|army|police|attorney|king|prosecutor|governor|superintendent|bureau|judge|"
    r"chief justice|counsel\w*|legal adviser)\b",
    re.IGNORECASE,
)
"""Offices whose holders a story may leave without their country."""
ENVOY = re.compile(r"\b(?:ambassador|consul|charg[ée]|envoy|permanent representative|mission|exiled)\b", re.IGNORECASE)
"""Those who stand for their country in another: where they speak is not whose they are."""
OFFICE_OF_STATE = re.compile(r"\b(?:minister|premier|chancellor|king)\b", re.IGNORECASE)
"""Offices that a state alone has, and no union of states."""
