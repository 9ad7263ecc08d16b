"""Writes a model's finds in annotated articles, in the form that ../shared/bench/score.py reads.

python -m training.predict --gold ../shared/data/polnear/dev.jsonl --to work/dev.jsonl [--model FOLDER]
"""

import argparse
import json
import time
from pathlib import Path
from typing import Any

from bot.domain.text import Span
from bot.nlp.tagger.tagged_text import AttributionLink
from bot.nlp.tagger.tagger import Tagger


def attribution_of(link: AttributionLink, threshold: float = 0.0) -> dict[str, Any]:
    """An attribution in the scorer's form; an attitude if ``link.statement`` is below the threshold."""

    def pair(span: Span | None) -> list[int] | None:
        return None if span is None else [span.start, span.end]

    return {
        "source": pair(link.source),
        "cue": pair(link.cue),
        "content": [pair(span) for span in link.content],
        "score": round(link.score, 4),
        "statement": round(link.statement, 4),
        "act": "statement" if link.statement >= threshold else "attitude",
    }


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True, help="lines of {id, text}")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--model", type=Path)
    parser.add_argument("--threshold", type=float, default=0.0)
    options = parser.parse_args()
    tagger = Tagger.load(options.model)
    articles = [json.loads(line) for line in options.gold.open(encoding="utf-8")]
    began = time.perf_counter()
    with options.to.open("w", encoding="utf-8") as out:
        for article in articles:
            links = tagger.read(article["text"]).links
            rows = [attribution_of(link, options.threshold) for link in links]
            print(json.dumps({"id": article["id"], "attributions": rows}), file=out)
    seconds = time.perf_counter() - began
    print(f"{len(articles)} articles, {len(articles) / seconds:.1f} a second")


if __name__ == "__main__":
    main()
