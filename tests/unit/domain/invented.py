"""An invented article and attributions over it, for the tests of values."""

from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span

TEXT = "“We agree,” Orla Venn said. She hopes for rain. Tam Roe denied it, and Venn thanked him. It was late."


def span(words: str, text: str = TEXT) -> Span:
    """Where ``words`` stand in ``text`` first."""
    start = text.index(words)
    return Span(start, start + len(words))


def said(
    content: str,
    *,
    by: Speaker | None = None,
    act: Act = Act.SAYS,
    confidence: float = 0.9,
    kind: Kind = Kind.INDIRECT,
) -> Attribution:
    """An attribution of the one piece ``content`` of the invented text."""
    return Attribution((span(content),), None, None, kind, act, by, confidence=confidence)


def reading(*attributions: Attribution, text: str = TEXT) -> Reading:
    """The invented article read, with these attributions found."""
    article = Article(text)
    return Reading("0" * 20, article, Analysis(article.text_sha256, "invented", (), attributions))
