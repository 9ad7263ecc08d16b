"""What an office serves: a state, at home or abroad, or something that a union of states may have too."""

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
"""Offices whose holders a story may name without their country."""
ENVOY = re.compile(r"\b(?:ambassador|consul|charg[ée]|envoy|permanent representative|mission|exiled)\b", re.IGNORECASE)
"""Those who represent their country abroad: the place where they speak is not their country."""
OFFICE_OF_STATE = re.compile(r"\b(?:minister|premier|chancellor|king)\b", re.IGNORECASE)
"""Offices that only a state has, not a union of states."""
