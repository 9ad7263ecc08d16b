"""Invented articles for pictures: four outlets on a trawler, catch figures and a bridge.

Ministers, outlets and events are invented; the analyses are the engine's own.
"""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.analysis import Reading
from bot.domain.article import Article, Outlet

SAMPLE = Path(__file__).resolve().parents[1] / "bot" / "samples" / "harbour-call.txt"
NOW = datetime(2025, 12, 31, 7, tzinfo=UTC)
"""Some hours before the simulated Discord's clock begins."""

HERALD = Outlet("The Strait Herald", "strait-herald.example")
RADIO = Outlet("Harbour Radio", "harbour-radio.example", "Norway", "state-funded")
WIRE = Outlet("Westfjord Wire", "westfjord-wire.example")

INSPECTORS = """\
Norwegian Foreign Minister Torvald Haugseth said on Friday that inspectors would board the trawler Hafdís “before \
lunch”. He thanked Iceland for what he called an orderly conversation.

Icelandic Foreign Minister Birna Steinsdóttir told parliament that nobody had agreed to a visit. “A lunch is not a \
treaty,” she said.

Fisheries Minister Ragna Dahl warned that a second ship was being watched."""
QUOTAS = """\
Portugal and Uruguay have agreed to exchange their catch figures every month, the two governments announced on Friday.

“For the first time we shall be reading from the same page,” Portuguese Foreign Minister Duarte Alvim said in Lisbon. \
He added that the first figures would be exchanged in March.

Uruguay's Foreign Minister Inés Castellanos called the agreement modest. “It is a table with two columns,” she said, \
“and it took us nine years.” She denied that fishing rights had been part of the talks."""
BRIDGE = """\
The repair of the border bridge at Lillevik will take a year longer than planned, Transport Minister Jon Ravn said.

“Steel does not hurry,” Ravn told reporters. The mayor of Lillevik, Sara Holt, replied that neither did the ministry. \
She urged the government to pay for a ferry until the bridge opens."""

CHRONICLE = (
    (36, RADIO, """\
Icelandic Foreign Minister Birna Steinsdóttir warned that the trawler dispute was “older than both fleets”. Norwegian \
Foreign Minister Torvald Haugseth said that Norway would keep talking about the trawler."""),
    (33, HERALD, """\
Norwegian Foreign Minister Torvald Haugseth denied that Norway had chased the trawler out of the bay. “We followed it. \
Slowly,” he said."""),
    (29, WIRE, """\
Icelandic Foreign Minister Birna Steinsdóttir demanded that Norway release the trawler before Sunday. Norwegian \
Fisheries Minister Ragna Dahl said that the trawler would be released after its papers were read."""),
    (22, HERALD, """\
Ulrik Tangen, a spokesman for the Norwegian Foreign Ministry, promised that the crew of the trawler would be home by \
Christmas. Icelandic Foreign Minister Birna Steinsdóttir thanked Norway for the offer to the trawler's crew."""),
    (15, RADIO, """\
Norwegian Foreign Minister Torvald Haugseth told parliament that the trawler had no licence. Icelandic Foreign \
Minister Birna Steinsdóttir rejected the claim about the trawler as “a paper tide”."""),
    (8, WIRE, """\
Norwegian Foreign Minister Torvald Haugseth urged Iceland to send inspectors to the trawler. “The door of that ship is \
open,” he said."""),
)  # fmt: skip
"""Statements on the trawler in the weeks before, for a timeline."""

ARTICLES = (
    ("Norway and Iceland disagree over held trawler", "trawler", HERALD, 5, SAMPLE.read_text("utf-8")),
    ("Inspectors to board the Hafdís", "hafdis", RADIO, 2, INSPECTORS),
    ("Portugal and Uruguay to share catch figures", "catch-figures", WIRE, 4, QUOTAS),
    ("Lillevik bridge a year late", "bridge", HERALD, 3, BRIDGE),
)


async def file_articles(file: Callable[[Article], Awaitable[Reading]]) -> tuple[Reading, ...]:
    """The readings of ``ARTICLES``, in order; ``file`` reads and stores each article, and those of the chronicle."""
    for days, outlet, text in CHRONICLE:
        await file(_article(f"The trawler, {days} days before", f"trawler-{days}", outlet, 24 * days, text))
    return tuple([await file(_article(*about)) for about in ARTICLES])


def _article(title: str, slug: str, outlet: Outlet, hours: int, text: str) -> Article:
    return Article(text, title, f"https://www.{outlet.domain}/{slug}", outlet, None, NOW - timedelta(hours=hours), "en")
