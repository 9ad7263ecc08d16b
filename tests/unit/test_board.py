"""The board for Grafana asks for measurements that there are, and leaves none of ours out."""

import json
import re
from pathlib import Path

from bot.metrics import REGISTRY

BOARD = json.loads((Path(__file__).parents[2] / "deploy/grafana/attache.json").read_text("utf-8"))
# recorded by Prometheus itself as /metrics has them, on Linux alone
PROCESS = {"process_resident_memory_bytes", "process_cpu_seconds_total", "process_open_fds"}


def exposed() -> set[str]:
    """Every name that a query may have."""
    found = set(PROCESS)
    for family in REGISTRY.collect():
        suffixes = {"counter": ["_total"], "histogram": ["_bucket", "_sum", "_count"]}.get(family.type, [""])
        found |= {f"{family.name}{suffix}" for suffix in suffixes}
    return found


def asked() -> set[str]:
    text = [target["expr"] for panel in BOARD["panels"] for target in panel["targets"]]
    text += [str(one["query"]) for one in BOARD["templating"]["list"]]
    return {name for expression in text for name in re.findall(r"\b(?:attache|process)_\w+", expression)}


def test_every_metric_that_it_queries_exists() -> None:
    assert len(asked()) >= 15
    assert asked() <= exposed()


def test_every_metric_of_ours_is_shown() -> None:
    ours = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in exposed() if name.startswith("attache_")}
    shown = {re.sub(r"_(total|bucket|sum|count)$", "", name) for name in asked()}
    assert ours <= shown


def test_labels_that_it_groups_by_exist() -> None:
    labels = {label for family in REGISTRY.collect() for sample in family.samples for label in sample.labels}
    groups = re.findall(r"by \((\w+)\)", json.dumps(BOARD))
    assert {"outcome", "le"} <= set(groups)
    assert set(groups) - {"health", "of"} <= labels


def test_panels_have_a_place_and_say_what_they_show() -> None:
    places = [(panel["gridPos"]["x"], panel["gridPos"]["y"]) for panel in BOARD["panels"]]
    assert len(set(places)) == len(places)
    assert len({panel["id"] for panel in BOARD["panels"]}) == len(places)
    assert all(len(panel["description"]) > 20 and panel["title"] for panel in BOARD["panels"])
