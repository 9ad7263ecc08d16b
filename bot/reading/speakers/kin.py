"""What kinship tells of a person's gender: "His former wife, union leader Orla Venn", "Orla Venn, her uncle,"."""

import re

from bot.domain.text import Span

_KIN = {
    "wife": "f", "widow": "f", "mother": "f", "sister": "f", "daughter": "f", "aunt": "f", "niece": "f",
    "grandmother": "f", "granddaughter": "f", "husband": "m", "widower": "m", "father": "m", "brother": "m",
    "son": "m", "uncle": "m", "nephew": "m", "grandfather": "m", "grandson": "m",
}  # fmt: skip
_ONES = rf"(?:his|her|their|whose)\s+(?:[a-z-]+\s+){{0,2}}(?P<kin>{'|'.join(_KIN)})"
_BEFORE = re.compile(rf"\b{_ONES},?\s+(?:[a-z]+\s+){{0,3}}$", re.IGNORECASE)
_AFTER = re.compile(rf",\s+{_ONES}\b", re.IGNORECASE)
_REACH = 80
"""Characters before or after a name that are looked at."""


def gender_by_kin(text: str, name: Span) -> str:
    """ "m" or "f" for a person who is somebody's husband or wife beside ``name``; "" where nothing tells."""
    told = _BEFORE.search(text[max(0, name.start - _REACH) : name.start]) or _AFTER.match(
        text, name.end, name.end + _REACH
    )
    return _KIN[told["kin"].lower()] if told else ""
