"""What a button asks of several articles, written into its identity and read from it: two sides, a position. Pure."""

from bot.domain.digest import TwoSidesQuery
from bot.render.card import NO_READING, Action, ComponentAction

WORD_LIMIT = 19
"""Characters of a side or topic that a button can carry."""
PAIR_LIMIT = 29
"""Characters of each, where there are two."""

_BETWEEN = "|"
_OF_STORY = "*"


def make_two_sides_action(wanted: TwoSidesQuery, action: Action = Action.TWOSIDES, page: int = 0) -> ComponentAction:
    """The button that asks for ``wanted``: as a card, or by another ``action`` as a picture."""
    words = [_carried(part) for part in (wanted.a, wanted.b, wanted.about)]
    detail = (_OF_STORY if wanted.story else "") + (_BETWEEN.join(words) if any(words) else "")
    return ComponentAction(action, wanted.article or NO_READING, page, detail)


def parse_two_sides_action(press: ComponentAction) -> TwoSidesQuery:
    """What a button asks for. Raises ``ValueError`` for one that no version of this program made."""
    words = press.detail.removeprefix(_OF_STORY)
    a, b, about = words.split(_BETWEEN) if words else ("", "", "")
    article = "" if press.reading == NO_READING else press.reading
    return TwoSidesQuery(article, press.detail.startswith(_OF_STORY), a, b, about)


def make_words_action(action: Action, first: str, second: str) -> ComponentAction:
    """The button that asks for something by two groups of words: a country and a topic."""
    return ComponentAction(action, detail=_BETWEEN.join(_carried(words, PAIR_LIMIT) for words in (first, second)))


def parse_words_action(press: ComponentAction) -> tuple[str, str]:
    """The two groups of words of such a button."""
    first, _, second = press.detail.partition(_BETWEEN)
    return first, second


def _carried(words: str, limit: int = WORD_LIMIT) -> str:
    """``words`` without what separates them in a button, as long as one can carry them."""
    return " ".join(words.replace(_BETWEEN, " ").replace(_OF_STORY, " ").split())[:limit].strip()
