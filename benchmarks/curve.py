"""The trade-off between speed and F1: ``python -m benchmarks.curve [--limit N]``, the tagger alone on PolNeAR dev.

Rows: the released settings; narrower windows and other contexts; skipping lines that have neither a quotation mark nor
a word of ``reporting_verbs.toml``; and, with onnx (extra [train]), heads on a lower layer than they were trained on,
which shows what a shallower network would save, though not what one trained to be shallow would lose. Rates are of
processor time on one core, in articles of 750 words.
"""

import argparse
import dataclasses
import importlib.util
import re
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import onnxruntime as ort

from benchmarks.whosaid import GOLD, ROOT, SCORER, load_texts, score, take_part
from bot.domain.text import Span
from bot.nlp.tagger.model import DEFAULT_FOLDER, Model, load_model
from bot.nlp.tagger.tagged_text import AttributionLink
from bot.nlp.tagger.tagger import Tagger
from bot.nlp.tagger.windows import WindowLimits

NEWS = GOLD["PolNeAR dev"]
WORDS = 750
WINDOWS = (
    WindowLimits(446, 430, 0),
    WindowLimits(352, 352, 0),
    WindowLimits(256, 256, 0),
    WindowLimits(256, 192, 64),
    WindowLimits(128, 128, 0),
)
LAYERS = 6
Show = Callable[[str], str]


def variants(model: Model, folder: Path) -> Iterator[tuple[str, Model, Show]]:
    """Every variant: its name, the model, and how it filters a text."""
    yield "as released", model, str
    for limits in WINDOWS:
        name = f"windows of {limits.window}, territory {limits.territory}, context {limits.context}"
        yield name, dataclasses.replace(model, limits=limits), str
    yield "without lines that hold no sign of speech", model, leave_out
    if importlib.util.find_spec("onnx") is None:
        return
    for layers in range(LAYERS - 1, LAYERS - 4, -1):
        cut = folder / f"{layers}.onnx"
        cut_layers(DEFAULT_FOLDER / "tagger.onnx", cut, layers)
        yield f"{layers} of {LAYERS} layers, not trained anew", _with_session(model, cut), str


def leave_out(text: str) -> str:
    """``text`` with spaces for lines without quotation marks and words of saying; offsets stay."""
    return re.sub(r"[^\n]+", lambda line: line[0] if _may_tell(line[0]) else " " * len(line[0]), text)


def _may_tell(line: str) -> bool:
    return re.search(r"[“”\"«»„‘]", line) is not None or not _telling().isdisjoint(re.findall(r"\w+", line.lower()))


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    table = tomllib.loads((ROOT / "bot/nlp/reporting_verbs.toml").read_text(encoding="utf-8"))
    return frozenset(word for words in table.values() for word in words.split())


def cut_layers(network: Path, to: Path, layers: int) -> None:
    """The network with its heads on the output of its first ``layers`` layers."""
    import onnx  # noqa: PLC0415 - only where the tagger is trained

    model = onnx.load(network)
    outputs = [name for node in model.graph.node for name in node.output]
    last, wanted = (
        next(n for n in outputs if re.fullmatch(rf"/encoder/layers\.{number}/norm/LayerNormalization_output_0", n))
        for number in (LAYERS - 1, layers - 1)
    )
    for node in model.graph.node:
        for place, name in enumerate(node.input):
            if name == last:
                node.input[place] = wanted
    wasted: Any = True
    while wasted:  # otherwise ONNX Runtime would compute unused outputs
        used = {name for node in model.graph.node for name in node.input} | {one.name for one in model.graph.output}
        wasted = [node for node in model.graph.node if used.isdisjoint(node.output)]
        for node in wasted:
            model.graph.node.remove(node)
    onnx.save(model, to)


def _with_session(model: Model, network: Path) -> Model:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    options.enable_mem_pattern = False
    session: Any = ort.InferenceSession(str(network), options, providers=["CPUExecutionProvider"])
    return dataclasses.replace(model, session=session)


def record(link: AttributionLink) -> dict[str, Any]:
    """``link`` in the scorer's form."""

    def pair(span: Span | None) -> list[int] | None:
        return None if span is None else [span.start, span.end]

    return {"source": pair(link.source), "cue": pair(link.cue), "content": [pair(span) for span in link.content]}


def main() -> int:
    """Print the table. Exit status 2 without the articles."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.curve", description="Measure speed against F1.")
    parser.add_argument("--limit", type=int, help="only the first N articles")
    limit = parser.parse_args().limit
    if not SCORER.is_file():
        print(f"{SCORER} is not here: the annotated articles stay outside the repository.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        gold = take_part(NEWS, limit, folder) if limit else NEWS
        texts = load_texts(gold)
        articles = sum(len(text["text"].split()) for text in texts) / WORDS
        print("| the tagger alone | articles of 750 words/s | content F1 | relation F1: all / direct / speech |")
        print("|---|---|---|---|")
        for name, model, show in variants(load_model(), folder):
            tagger = Tagger(model)
            began = time.process_time()
            found = [tagger.read(show(text["text"])).links for text in texts]
            rate = articles / (time.process_time() - began)
            records = [
                {"id": text["id"], "attributions": [record(link) for link in links]}
                for text, links in zip(texts, found, strict=True)
            ]
            figures = score(gold, records, folder)
            kinds = ("relation", "relation:direct", "relation:speech")
            relation = " / ".join(f"{figures[kind]['F1']:.1f}" for kind in kinds if kind in figures)
            print(f"| {name} | {rate:.1f} | {figures['content']['F1']:.1f} | {relation} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
