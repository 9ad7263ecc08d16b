"""What strangers wrote is worked out in other processes: where there is an event loop, it is only handed on."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
COSTLY = frozenset(
    {
        *(
            "find_question_words",
            "find_small_talk",
            "name_words",
            "parse_question",
            "parse_message",
            "preview_filter",
            "find_rejections",
            "decide_filter",
        ),
        *("identify_article", "parse_article", "identify_entries", "parse_text", "parse_upload", "parse_page"),
        *(
            "parse_entry_article",
            "parse_feed",
            "parse_opml",
            "find_feeds",
            "read_snapshot",
            "analyse_text",
            "render_item",
        ),
        *("render_bare_item", "render_reading_action", "render_answer", "choose_key_sentences"),
    }
)
"""Functions whose time depends on what strangers wrote."""
ON_THE_LOOP = ("bot/services", "bot/jobs", "bot/gateway", "bot/ingest/endpoint.py", "bot/services/articles.py", "cogs")
WORKERS = {"bot/services/filter_fields.py"}
"""Modules that run in worker processes."""


def modules() -> list[Path]:
    places = [ROOT / place for place in ON_THE_LOOP]
    found = [path for place in places for path in ([place] if place.is_file() else place.rglob("*.py"))]
    return [path for path in found if path.relative_to(ROOT).as_posix() not in WORKERS]


def test_costly_work_is_handed_on_and_never_called_where_the_loop_runs() -> None:
    called, handed = set(), set()
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name) and node.func.id in COSTLY:
                called.add(f"{path.relative_to(ROOT)}:{node.lineno} {node.func.id}")
            handed |= {one.id for one in node.args if isinstance(one, ast.Name)} & COSTLY
    assert not called
    assert len(handed) > 12


def test_nothing_of_it_is_given_to_threads_which_hold_the_loop_back() -> None:
    threaded = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "to_thread":
                threaded += [one.id for one in node.args if isinstance(one, ast.Name) and one.id in COSTLY]
    assert not threaded
