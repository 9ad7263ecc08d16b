"""Diagnoses problems from metrics, by the product's limits, as messages for the operator. Pure."""

from collections.abc import Mapping
from typing import Final

from prometheus_client.parser import text_string_to_metric_families

from bot.i18n.messages import Translatable, translatable

FEED_LAG_LIMIT: Final = 900.0
QUEUE_AGE_LIMIT: Final = 600.0
STALL_LIMIT: Final = 0.5
ANSWER_LIMIT: Final = 2.5
READING_LIMIT: Final = 60.0
"""Limits in seconds."""
SHARE_LIMIT: Final = 0.2
"""Limits as shares: of failing feeds, refused deliveries, long waits."""
_FEWEST: Final = 20  # observations below which a share means nothing

Labels = frozenset[tuple[str, str]]
Samples = Mapping[str, Mapping[Labels, float]]


def parse_samples(text: str) -> Samples:
    """Parse the metrics of /metrics by name and labels. Raises ``ValueError`` for anything else."""
    found: dict[str, dict[Labels, float]] = {}
    for family in text_string_to_metric_families(text):
        for sample in family.samples:
            found.setdefault(sample.name, {})[frozenset(sample.labels.items())] = sample.value
    return found


def diagnose(samples: Samples) -> list[Translatable]:
    """All problems in these metrics: messages whose attribute ``step`` says what to do."""
    found = [*_judge_feeds(samples), *_judge_queues(samples), *_judge_deliveries(samples)]
    if share := _share_over(samples, "attache_loop_stall_seconds", STALL_LIMIT, most=0.001):
        found.append(translatable("running-stalls", limit=f"{STALL_LIMIT:g}", share=f"{share:.1%}"))
    if share := _share_over(samples, "attache_interaction_seconds", ANSWER_LIMIT, most=0.01):
        found.append(translatable("running-late-answers", limit=f"{ANSWER_LIMIT:g}", share=f"{share:.1%}"))
    if share := _share_over(samples, "attache_reading_seconds", READING_LIMIT, most=SHARE_LIMIT):
        found.append(translatable("running-slow-reading", limit=f"{READING_LIMIT:g}", share=f"{share:.0%}"))
    return found


def _judge_feeds(samples: Samples) -> list[Translatable]:
    found = []
    lag = _value(samples, "attache_feed_lag_seconds")
    if lag > FEED_LAG_LIMIT:
        found.append(translatable("running-feed-due", time=_spoken(lag)))
    feeds = _by_label(samples, "attache_feeds", "health")
    failing, asked = feeds.get("failing", 0.0), sum(feeds.values()) - feeds.get("gone", 0.0)
    if asked >= 5 and failing / asked > SHARE_LIMIT:
        found.append(translatable("running-feeds-fail", failing=round(failing), asked=round(asked)))
    return found


def _judge_queues(samples: Samples) -> list[Translatable]:
    counts = _by_label(samples, "attache_queue", "of")
    return [
        _waiting(of, round(counts.get(of, 0)), _spoken(age))
        for of, age in sorted(_by_label(samples, "attache_queue_age_seconds", "of").items())
        if age > QUEUE_AGE_LIMIT
    ]


def _waiting(of: str, count: int, time: Translatable) -> Translatable:
    match of:
        case "items":
            return translatable("running-items-wait", count=count, time=time)
        case "posts":
            return translatable("running-posts-wait", count=count, time=time)
        case "digests":
            return translatable("running-digests-wait", count=count, time=time)
        case _:
            return translatable("running-others-wait", of=of, count=count, time=time)


def _judge_deliveries(samples: Samples) -> list[Translatable]:
    outcomes = _by_label(samples, "attache_deliveries_total", "outcome")
    tried = sum(outcomes.values())
    if tried < _FEWEST:
        return []
    shares = {outcome: count / tried for outcome, count in outcomes.items() if count / tried > SHARE_LIMIT}
    told = {
        "refused": translatable("running-refused", share=f"{shares.get('refused', 0):.0%}"),
        "channel broken": translatable("running-channels-broken", share=f"{shares.get('channel broken', 0):.0%}"),
        "answer lost": translatable("running-answers-lost", share=f"{shares.get('answer lost', 0):.0%}"),
    }
    return [words for outcome, words in told.items() if outcome in shares]


def _value(samples: Samples, name: str) -> float:
    return samples.get(name, {}).get(frozenset(), 0.0)


def _by_label(samples: Samples, name: str, label: str) -> dict[str, float]:
    return {dict(labels)[label]: value for labels, value in samples.get(name, {}).items() if label in dict(labels)}


def _share_over(samples: Samples, name: str, limit: float, *, most: float) -> float | None:
    """The share of a histogram's observations above ``limit``, one of its bounds, if it exceeds ``most``."""
    count = _value(samples, f"{name}_count")
    within = {float(bound): value for bound, value in _by_label(samples, f"{name}_bucket", "le").items()}
    if count < _FEWEST or limit not in within:
        return None
    share = 1 - within[limit] / count
    return share if share > most else None


def _spoken(seconds: float) -> Translatable:
    minutes = seconds / 60
    if minutes < 120:
        return translatable("running-minutes", count=round(minutes))
    return translatable("running-hours", count=round(minutes / 60))
