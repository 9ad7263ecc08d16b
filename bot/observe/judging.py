"""What measurements mean, in sentences. Pure.

The limits are those of the product: posts within minutes, an answer before Discord's 3 seconds, no stall that a person
notices.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from prometheus_client.parser import text_string_to_metric_families

FEED_LAG_LIMIT: Final = 900.0
QUEUE_AGE_LIMIT: Final = 600.0
STALL_LIMIT: Final = 0.5
ANSWER_LIMIT: Final = 2.5
READING_LIMIT: Final = 60.0
"""Seconds, all of them."""
SHARE_LIMIT: Final = 0.2
"""Of feeds that fail, of deliveries that are refused, of waits that are too long."""
_FEWEST: Final = 20  # of anything, before a share of it says something

Labels = frozenset[tuple[str, str]]
Samples = Mapping[str, Mapping[Labels, float]]


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, and what to do about it; a sentence each."""

    words: str
    step: str


def parse_samples(text: str) -> Samples:
    """Measurements as /metrics tells them, by name and labels. Raises ``ValueError`` for anything else."""
    found: dict[str, dict[Labels, float]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, {})[frozenset(sample.labels.items())] = sample.value
    return found


def judge(samples: Samples) -> list[Trouble]:
    """All that is wrong by these measurements."""
    found = [*_judge_feeds(samples), *_judge_queues(samples), *_judge_deliveries(samples)]
    if share := _share_over(samples, "attache_loop_stall_seconds", STALL_LIMIT, most=0.001):
        found.append(
            Trouble(
                f"The event loop was held up for more than {STALL_LIMIT:g} s in {share:.1%} of looks.",
                "Give this process a core of its own; on a busy machine run fewer READING_PROCESSES.",
            )
        )
    if share := _share_over(samples, "attache_interaction_seconds", ANSWER_LIMIT, most=0.01):
        found.append(
            Trouble(
                f"{share:.1%} of commands and buttons were acknowledged after more than {ANSWER_LIMIT:g} s; Discord "
                "waits 3.",
                "Set this machine's clock by NTP, and run the gateway in a process of its own (--roles).",
            )
        )
    if share := _share_over(samples, "attache_reading_seconds", READING_LIMIT, most=SHARE_LIMIT):
        found.append(
            Trouble(
                f"{share:.0%} of texts took more than {READING_LIMIT:g} s to read.",
                "Raise READING_PROCESSES to the number of cores, or add a machine with --roles work.",
            )
        )
    return found


def _judge_feeds(samples: Samples) -> list[Trouble]:
    found = []
    lag = _value(samples, "attache_feed_lag_seconds")
    if lag > FEED_LAG_LIMIT:
        found.append(
            Trouble(
                f"A feed has been due for {_spoken(lag)}, and is not polled.",
                "See in the log whether polls fail or hang; add a machine with --roles work.",
            )
        )
    feeds = _by_label(samples, "attache_feeds", "health")
    failing, asked = feeds.get("failing", 0.0), sum(feeds.values()) - feeds.get("gone", 0.0)
    if asked >= 5 and failing / asked > SHARE_LIMIT:
        found.append(
            Trouble(
                f"{failing:.0f} of {asked:.0f} feeds fail.",
                "Where so many fail at once, look at this machine's network and name service; /status has reasons.",
            )
        )
    return found


def _judge_queues(samples: Samples) -> list[Trouble]:
    counts = _by_label(samples, "attache_queue", "of")
    steps = {
        "items": "See in the log what keeps reading; raise READING_PROCESSES, or add a machine with --roles work.",
        "posts": "See in the log what Discord answers; check that a process with --roles send runs.",
        "digests": "Check that a process with --roles work runs; the log says what keeps it.",
    }
    return [
        Trouble(f"{counts.get(of, 0):,.0f} {of} wait, the oldest for {_spoken(age)}.", steps.get(of, "See the log."))
        for of, age in sorted(_by_label(samples, "attache_queue_age_seconds", "of").items())
        if age > QUEUE_AGE_LIMIT
    ]


def _judge_deliveries(samples: Samples) -> list[Trouble]:
    outcomes = _by_label(samples, "attache_deliveries_total", "outcome")
    tried = sum(outcomes.values())
    if tried < _FEWEST:
        return []
    return [
        Trouble(f"{outcomes.get(outcome, 0) / tried:.0%} of deliveries ended with “{outcome}”.", step)
        for outcome, step in (
            ("refused", "The log names the cards that Discord refuses; please report them."),
            ("channel broken", "/feed why and the log name the channels: give the bot its permissions there again."),
            ("answer lost", "Discord or the way to it is in trouble: look at discordstatus.com and this network."),
        )
        if outcomes.get(outcome, 0) / tried > SHARE_LIMIT
    ]


def _value(samples: Samples, name: str) -> float:
    return samples.get(name, {}).get(frozenset(), 0.0)


def _by_label(samples: Samples, name: str, label: str) -> dict[str, float]:
    return {dict(labels)[label]: value for labels, value in samples.get(name, {}).items() if label in dict(labels)}


def _share_over(samples: Samples, name: str, limit: float, *, most: float) -> float | None:
    """The share of a histogram's observations above ``limit``, a bound of it, if it is more than ``most``."""
    count = _value(samples, f"{name}_count")
    within = {float(bound): value for bound, value in _by_label(samples, f"{name}_bucket", "le").items()}
    if count < _FEWEST or limit not in within:
        return None
    share = 1 - within[limit] / count
    return share if share > most else None


def _spoken(seconds: float) -> str:
    minutes = seconds / 60
    return f"{minutes:.0f} minutes" if minutes < 120 else f"{minutes / 60:.0f} hours"
