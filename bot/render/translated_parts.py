"""A message of the catalogue as a line of parts: a channel, a time, a stranger's words, each in its place.

While the sentence is put into words a mark stands for each part (a character of Unicode's private use area, which no
catalogue holds), and the part takes its mark's place afterwards: each face still writes it its own way.
"""

import re

from bot.i18n.messages import MessageValue, Translatable, translate_message
from bot.render.document import Line, Part

_FIRST = 0xE000
_MARK = re.compile("([\ue000-\uf8ff])")


def translate_parts(key: str, **values: Part | Line | int) -> Line:
    """The message ``key`` as a line, in the language spoken now; a value may be a line of its own.

    Words of strangers are given as parts, so that they are escaped. Raises what ``say`` does.
    """
    parts: list[Line] = []
    given: dict[str, MessageValue] = {}
    for name, value in values.items():
        if isinstance(value, str | int):
            given[name] = value
        else:
            given[name] = chr(_FIRST + len(parts))
            parts.append(value if isinstance(value, tuple) else (value,))
    line: list[Part] = []
    for piece in _MARK.split(translate_message(Translatable(key, tuple(given.items())))):
        if _MARK.fullmatch(piece):
            line += parts[ord(piece) - _FIRST]
        elif piece:
            line.append(piece)
    return tuple(line)
