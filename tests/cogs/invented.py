"""An invented article about the bundled sample's quarrel, read by hand: what the fakes of these tests give back."""

import re
from functools import partial

from bot.domain.analysis import Analysis
from bot.domain.article import Article
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span

ENGINE = "by-hand 1"
URL = "https://news.example.org/harbour-call"
PLAIN = Act.SAYS

HAUGSETH = Speaker("Torvald Haugseth", "Norwegian Foreign Minister", "Norway")
STEINSDOTTIR = Speaker("Birna Steinsdóttir", "Icelandic Foreign Minister", "Iceland")
OWNER = Speaker("Reykjanes Line", "owner of the Hafdís", "Iceland")

PUNISHED = ("“Nobody is being punished,”", "“but nobody is leaving with pages torn out.”")
HOME = (
    "“I asked when fourteen people could go home,”",
    "“I did not ask anyone to read their *diary*.",
    "“If Oslo has questions about fish, there is a committee for fish.”",
)

TEXT = """The foreign ministers of Norway and Iceland spoke by telephone about the trawler Hafdís, held in Tromsø.

Norwegian Foreign Minister Torvald Haugseth called the conversation “frank, friendly and finished”. He said his \
counterpart had accepted an inspection of the catch logs. “Nobody is being punished,” he told reporters on the quay, \
“but nobody is leaving with pages torn out.”

Icelandic Foreign Minister Birna Steinsdóttir denied having agreed to any inspection. “I asked when fourteen people \
could go home,” Steinsdóttir said. “I did not ask anyone to read their *diary*.

“If Oslo has questions about fish, there is a committee for fish.”

According to Ulrik Tangen, a spokesman, Haugseth assured Steinsdóttir that the crew were free to fly home.

The ship’s owner, Reykjanes Line, rejects the allegation of illegal fishing. Officials warned @everyone <@1> of delays.
"""

HTML = (
    "<html lang=en><head><title>Two harbours, one call</title>"
    '<meta property="og:site_name" content="The Example"></head><body><article><h1>Two harbours, one call</h1>'
    + "".join(f"<p>{paragraph}</p>" for paragraph in TEXT.strip().split("\n\n")).replace("<@1>", "&lt;@1&gt;")
    + "</article></body></html>"
)


def analyse_by_hand(article: Article) -> Analysis:
    """What a careful person finds in ``TEXT``; of any other text the first sentence and nobody quoted."""
    text = article.text
    if "Hafdís" not in text:
        end = text.find(". ") + 1 or len(text)
        return Analysis(article.text_sha256, ENGINE, (Span(0, end),), (), language="en")
    return Analysis(article.text_sha256, ENGINE, _summary(text), _attributions(text), language="en")


def _summary(text: str) -> tuple[Span, ...]:
    return (
        _find(text, "The foreign ministers of Norway and Iceland spoke"),
        _find(text, "Icelandic Foreign Minister Birna Steinsdóttir denied having agreed to any inspection."),
    )


def _attributions(text: str) -> tuple[Attribution, ...]:
    said = partial(_say, text)
    return (
        said(HAUGSETH, Kind.MIXED, PLAIN, "called", "the conversation “frank, friendly and finished”"),
        said(HAUGSETH, Kind.INDIRECT, PLAIN, "said", "his counterpart had accepted an inspection of the catch logs"),
        said(HAUGSETH, Kind.DIRECT, PLAIN, "told", *PUNISHED),
        said(STEINSDOTTIR, Kind.INDIRECT, Act.DENIES, "denied", "having agreed to any inspection"),
        said(STEINSDOTTIR, Kind.DIRECT, PLAIN, "said", *HOME),
        said(
            HAUGSETH, Kind.INDIRECT, PLAIN, "assured", "that the crew were free to fly home", relayed_by="Ulrik Tangen"
        ),
        said(OWNER, Kind.INDIRECT, Act.REJECTS, "rejects", "the allegation of illegal fishing"),
        said(None, Kind.INDIRECT, Act.WARNS, "warned", "@everyone <@1> of delays", source="Officials"),
    )


def _say(
    text: str,
    speaker: Speaker | None,
    kind: Kind,
    act: Act,
    cue: str,
    *content: str,
    source: str | None = None,
    relayed_by: str | None = None,
) -> Attribution:
    spans = tuple(_find(text, words) for words in content)
    cues = [Span(m.start(), m.end()) for m in re.finditer(cue, text)]
    nearest = min(cues, key=lambda span: min(abs(span.end - spans[0].start), abs(span.start - spans[0].end)))
    return Attribution(
        spans, _find(text, source) if source else None, nearest, kind, act, speaker, relayed_by, confidence=0.9
    )


def _find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
