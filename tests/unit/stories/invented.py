"""Invented news for the story desk."""

from datetime import UTC, datetime, timedelta

from bot.domain.story import StoryArticle

AT = datetime(2026, 3, 5, 9, tzinfo=UTC)

HARBOUR = (
    "Foreign Minister Mara Voss of Carvania told reporters on Tuesday that the harbour treaty with Ostrel would be "
    "signed before the summer, after envoys settled the fishing dispute that had held up the talks for three years. "
    "Ostrel's ambassador confirmed the date and thanked the mediators from Lindmark for their patience."
)
HARBOUR_ELSEWHERE = (
    "Carvania and Ostrel will sign their long delayed harbour treaty before summer, minister Voss announced. The "
    "quarrel over fishing rights ended when mediators of Lindmark proposed a shared zone, an Ostrel diplomat said."
)
QUAKE = (
    "A strong earthquake shook the northern provinces of Tavland early on Friday, toppling chimneys and cutting power "
    "to forty thousand homes. Rescuers searched collapsed barns near the town of Hesk; no deaths were reported."
)


def article(name: str, text: str, title: str = "", *, hours: float = 0, outlet: str = "anvil.example") -> StoryArticle:
    """An article that came in ``hours`` after the beginning."""
    return StoryArticle(name, outlet, outlet, title, text, AT + timedelta(hours=hours))
