"""What measurements mean: nothing amiss, or a sentence for each thing that is."""

import subprocess
import sys
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from bot.i18n.messages import translate_message
from bot.metrics import REGISTRY
from bot.monitoring.diagnosis import ANSWER_LIMIT, READING_LIMIT, STALL_LIMIT, diagnose, parse_samples

ROOT = Path(__file__).parents[3]


def told(*metrics: tuple[str, dict[str, str], float]) -> list[str]:
    lines = []
    for name, labels, value in metrics:
        shown = ",".join(f'{key}="{of}"' for key, of in labels.items())
        lines.append(f"{name}{{{shown}}} {value}\n")
    return [
        f"{translate_message(one)} {translate_message(one, 'step')}" for one in diagnose(parse_samples("".join(lines)))
    ]


def histogram(name: str, limit: float, within: float, count: float) -> list[tuple[str, dict[str, str], float]]:
    return [
        (f"{name}_bucket", {"le": str(float(limit))}, within),
        (f"{name}_bucket", {"le": "+Inf"}, count),
        (f"{name}_count", {}, count),
    ]


def test_nothing_is_amiss_where_nothing_was_measured() -> None:
    # a process of its own: other tests measure, too
    untouched = "from prometheus_client import generate_latest as write; from bot.metrics import REGISTRY as here"
    command = [sys.executable, "-c", f"{untouched}; print(write(here).decode())"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert "attache_deliveries_total" in shown
    assert diagnose(parse_samples(shown)) == []


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("attache_loop_stall_seconds", STALL_LIMIT),
        ("attache_interaction_seconds", ANSWER_LIMIT),
        ("attache_reading_seconds", READING_LIMIT),
    ],
)
def test_a_limit_is_a_bound_that_is_measured(name: str, limit: float) -> None:
    (family,) = (one for one in REGISTRY.collect() if one.name == name)
    assert float(limit) in {float(sample.labels["le"]) for sample in family.samples if "le" in sample.labels}


@pytest.mark.parametrize(
    ("samples", "words"),
    [
        ([("attache_feed_lag_seconds", {}, 1800.0)], "A feed has been due for 30 minutes"),
        (
            [("attache_feeds", {"health": "healthy"}, 6.0), ("attache_feeds", {"health": "failing"}, 4.0)],
            "Of 10 feeds, 4 fail.",
        ),
        (
            [("attache_queue", {"of": "posts"}, 12.0), ("attache_queue_age_seconds", {"of": "posts"}, 4 * 3600.0)],
            "Posts waiting: 12, the oldest for 4 hours.",
        ),
        (
            [
                ("attache_deliveries_total", {"outcome": "sent"}, 60.0),
                ("attache_deliveries_total", {"outcome": "channel broken"}, 40.0),
            ],
            "40% of deliveries went to a channel where the bot cannot post.",
        ),
        (histogram("attache_loop_stall_seconds", 0.5, 990, 1000), "blocked for more than 0.5 s in 1.0% of checks"),
        (histogram("attache_interaction_seconds", 2.5, 90, 100), "10.0% of commands and buttons"),
        (histogram("attache_reading_seconds", 60, 70, 100), "30% of texts took more than 60 s"),
    ],
)
def test_each_trouble_is_a_sentence_with_a_step(samples: list[tuple[str, dict[str, str], float]], words: str) -> None:
    (one,) = told(*samples)
    assert words in one
    assert one.endswith(".")


@pytest.mark.parametrize(
    "samples",
    [
        [("attache_feed_lag_seconds", {}, 60.0)],
        [("attache_feeds", {"health": "healthy"}, 1.0), ("attache_feeds", {"health": "failing"}, 1.0)],
        [("attache_feeds", {"health": "gone"}, 50.0)],
        [("attache_queue_age_seconds", {"of": "items"}, 60.0)],
        [("attache_deliveries_total", {"outcome": "refused"}, 3.0)],
        histogram("attache_interaction_seconds", 2.5, 1000, 1000),
        histogram("attache_interaction_seconds", 2.5, 1, 3),
    ],
)
def test_what_is_as_it_should_be_is_not_told(samples: list[tuple[str, dict[str, str], float]]) -> None:
    assert told(*samples) == []


def test_names_are_those_that_are_measured() -> None:
    registry = CollectorRegistry()
    Gauge("attache_feed_lag_seconds", "x", registry=registry).set(9000)
    Counter("attache_deliveries", "x", ["outcome"], registry=registry).labels("refused").inc(100)
    stalls = Histogram("attache_loop_stall_seconds", "x", buckets=(0.25, 0.5), registry=registry)
    for _ in range(30):
        stalls.observe(1)
    names = {name for name in parse_samples(generate_latest(registry).decode()) if not name.endswith("_created")}
    assert names <= set(parse_samples(generate_latest(REGISTRY).decode())) | {"attache_loop_stall_seconds_bucket"}
    assert len(diagnose(parse_samples(generate_latest(registry).decode()))) == 3


def test_what_is_no_measurement_is_refused() -> None:
    with pytest.raises(ValueError, match="metric name"):
        parse_samples("<html>no</html>")
