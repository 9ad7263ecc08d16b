r"""Fits the models that choose and word the lines of a page, on pages by editors: ``python -m training.lines``.

The program learns from ../shared/data/editor d33 to d80 and from articles of ../shared/data/news with
``training/annotations/lines.jsonl`` (offsets only; some do not say what is never printed, others lack key sentences).
The models are linear with a ridge. A wording is scored by its overlap with the editor's line, compared with the other
wordings of the statement; a line and a key sentence, by whether the editor has them too (logistic). Only the folds are
random, and they are seeded. Reading takes a minute, fitting seconds. The program prints the cross-validation for each
threshold, and writes ``bot/digests/lines/weights.json`` and ``bot/nlp/summary/ranking.json``.
"""

import argparse
import json
import lzma
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from bot.digests.lines.choice import Candidate, Part, choose, compare, find_parts, word
from bot.digests.lines.features import WORD, Describer
from bot.digests.lines.page import Page
from bot.digests.lines.weighing import FIRST_PAGE
from bot.domain.analysis import Analysis, Reading
from bot.domain.article import Article
from bot.domain.text import Span, normalise_text, text_sha256
from bot.nlp.analyse import analyse
from bot.nlp.linear_model import PRODUCT, Floats, Linear, from_json, probability, table_of
from bot.nlp.sentences import find_sentences
from bot.nlp.summary.ranked_sentences import Ranking, rank_sentences

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
ANNOTATIONS = Path(__file__).parent / "annotations" / "lines.jsonl"
RANKING = ROOT / "bot" / "nlp" / "summary" / "ranking.json"
WEIGHTS = ROOT / "bot" / "digests" / "lines" / "weights.json"
LEARNT = range(33, 81)
WORDING_RIDGE, CHOICE_RIDGE, RANKING_RIDGE = 100.0, 100.0, 400.0
WORD_RIDGE = 1000.0
THRESHOLD = 0.28
"""From .2 to .4, the threshold changes cross-validated F1 by only a point; this program prints the table."""
FOLDS, SEED = 6, 0
KEPT = 0.5
"""Minimum share of words, of both lines, that a line has in common with the editor's to count as kept."""
_ENDS = ("w earlier", "w later", "w sentence")
_AT_ENDS = (
    "w words", "w direct", "w then comma", "w then stop", "w then who", "w then as", "w then and", "w leaves own",
    "w covers own", "w said", "w left in sentence", "w cue after", "w no cue", "w pieces", "w quoted",
)  # fmt: skip
WORDED_TOGETHER = (
    *(("w verb", name) for name in ("w direct", "w mixed", "w said", "w words", "w lead", "w points")),
    *((end, name) for end in _ENDS for name in _AT_ENDS),
    ("w words", "w words"), ("w said", "w said"), ("w words", "w direct"), ("w pieces", "w words"), ("w first",
    "w direct"),
    ("w sentences", "w words"),
)  # fmt: skip
CHOSEN_TOGETHER = (
    ("direct", "s short"), ("direct", "s 7 to 12"), ("direct", "run before"), ("direct", "run before indirect"),
    ("direct", "run before alike"), ("direct", "run place"), ("direct", "first"), ("direct", "s first person"),
    ("direct", "s central"), ("cue -ing", "no source"), ("cue -ing", "s quoted"), ("first", "s lead"), ("first", "at"),
    ("act attitude", "s will"), ("act attitude", "s short"), ("in lead", "s quoted"), ("in lead", "said after"),
    ("run after direct", "run after alike"), ("speaker most", "order"), ("speaker said", "order"),
    ("in the past", "had"), ("speaker experts", "order"), ("nobody", "direct"), ("relayed", "inside another"),
    ("demand", "s short"), ("demand", "s 7 to 12"), ("demand", "mixed"),
)  # fmt: skip
"""Features that count together: of a wording, and of a statement in its wording."""


@dataclass(frozen=True, slots=True)
class Label:
    """What an editor printed of a text, and what never to print: slices."""

    text: str
    lines: tuple[tuple[Span, ...], ...]
    never: tuple[tuple[Span, ...], ...] = ()
    summary: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One part of a statement: how close each wording is to an editor's line, and to what is never printed."""

    part: Part
    near: Floats
    never: Floats


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with the wordings of all its statements, and how many lines its editor printed."""

    describer: Describer
    choices: Sequence[Choice]
    lines: Sequence[frozenset[int]]


def load_labels() -> Iterator[Label]:
    """The pages to learn from."""
    for number in LEARNT:
        text = (SHARED / f"data/editor/d{number:02d}.txt").read_text(encoding="utf-8")
        record = json.loads((SHARED / f"data/editor/d{number:02d}.editor.json").read_text(encoding="utf-8"))
        lines = tuple(_spans(line["pieces"]) for line in record["lines"])
        never = tuple(_spans([pair]) for pair in record["never"])
        yield Label(text, lines, never, _spans(record["summary"]))
    wanted = {one["id"]: one for one in map(json.loads, ANNOTATIONS.read_text(encoding="utf-8").splitlines())}
    with lzma.open(SHARED / "data/news/news.jsonl.xz", "rt", encoding="utf-8") as news:
        for article in map(json.loads, news):
            if (one := wanted.get(article["id"])) is not None:
                text = normalise_text(article["text"])
                if text_sha256(text) != one["text_sha256"]:
                    raise SystemExit(f"{article['id']} is not the text that was annotated")
                lines = tuple(_spans(line) for line in one["lines"])
                never = tuple(_spans([pair]) for pair in one.get("never", ()))
                yield Label(text, lines, never, _spans(one.get("summary", ())))


def _spans(pairs: Iterable[Sequence[int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _words(page: Page, spans: Iterable[Span]) -> frozenset[int]:
    return frozenset(number for span in spans for number in page.places(span))


def _overlap(a: frozenset[int], b: frozenset[int]) -> float:
    return len(a & b) / len(a | b) if a | b else 0.0


def make_sheet(label: Label, analysis: Analysis) -> Sheet:
    """The features of an article's statements in every wording, compared with the editor's lines."""
    page = Page(Reading("", Article(label.text), analysis))
    describer = Describer(page)
    lines = [_words(page, line) for line in label.lines]
    never = [_words(page, one) for one in label.never]
    choices = []
    for part in find_parts(describer):
        words = [_words(page, one.pieces) for one in part.wordings]
        near = np.array([max((_overlap(w, line) for line in lines), default=0.0) for w in words])
        bad = np.array([max((_overlap(w, one) for one in never), default=0.0) for w in words])
        choices.append(Choice(part, near, bad))
    return Sheet(describer, choices, lines)


def fit_wording(sheets: Sequence[Sheet]) -> Linear:
    """Ridge regression of the overlap with the editor's line, within the wordings of each printed statement."""
    groups = [one for sheet in sheets for one in sheet.choices if one.near.max() >= KEPT and len(one.near) > 1]
    names = [*_names(row for one in groups for row in one.part.rows), *products(WORDED_TOGETHER)]
    tables = [table_of(one.part.rows, names) for one in groups]
    scale = np.vstack(tables).std(0) + 1e-9
    values = np.vstack([(table - table.mean(0)) / scale for table in tables])
    targets = np.concatenate([one.near - one.near.mean() for one in groups])
    weights = np.linalg.solve(values.T @ values + WORDING_RIDGE * np.eye(len(names)), values.T @ targets)
    return Linear(tuple(names), weights / scale)


def products(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """The names of features that count together."""
    return [f"{a}{PRODUCT}{b}" for a, b in pairs]


def word_lines(sheet: Sheet, wording: Linear) -> tuple[list[Candidate], Floats, Floats]:
    """Each statement in its best wording, whether the editor printed it, and whether it should never be."""
    found, printed, never = [], [], []
    for one in sheet.choices:
        scores = wording.score(one.part.rows)
        best = int(scores.argmax())
        found.append(word(sheet.describer, one.part, best, float(scores[best])))
        printed.append(float(one.near[best] >= KEPT))
        never.append(float(one.near[best] < KEPT <= one.never[best]))
    compare(sheet.describer, found)
    return found, np.array(printed), np.array(never)


def fit_choice(worded: Sequence[tuple[list[Candidate], Floats, Floats]]) -> Linear:
    """Logistic regression of being printed."""
    rows = [one.features for found, _, _ in worded for one in found]
    targets = np.concatenate([printed for _, printed, _ in worded])
    return fit_logistic(rows, targets, CHOICE_RIDGE, products(CHOSEN_TOGETHER))


def fit_logistic(rows: Sequence[dict[str, float]], targets: Floats, shrink: float, more: Sequence[str] = ()) -> Linear:
    """Logistic regression by Newton's method, a ridge of ``shrink`` on standardised features; ``more`` are products.

    Words have a ridge and a scale of their own.
    """
    names = [*_names(rows), *more]
    table = table_of(rows, names)
    mean, scale = table.mean(0), table.std(0) + 1e-9
    words = np.array([name.startswith(WORD) for name in names])
    scale[words] = np.sqrt(np.mean(scale[words] ** 2)) if words.any() else 1.0  # one for all: rare words count less
    values = np.hstack([np.ones((len(table), 1)), (table - mean) / scale])
    ridge = np.diag([0.0, *(WORD_RIDGE if name.startswith(WORD) else shrink for name in names)])
    weights = np.zeros(values.shape[1])
    for _ in range(15):
        chance = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (targets - chance) - ridge @ weights
        curve = (values * (chance * (1 - chance))[:, None]).T @ values + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return Linear(tuple(names), weights[1:] / scale, float(weights[0] - (weights[1:] * mean / scale).sum()))


def fit_ranking(pages: Sequence[tuple[Label, Analysis]]) -> Linear:
    """Logistic regression for a sentence being one of the editor's three."""
    rows: list[dict[str, float]] = []
    targets: list[float] = []
    for label, analysis in (page for page in pages if page[0].summary):
        attributions = sorted(analysis.attributions, key=lambda one: one.span)
        ranking = Ranking(label.text, find_sentences(label.text), attributions, "en")
        rows += ranking.features()
        targets += [
            float(any(2 * _shared(one.span, want) > len(one.span) for want in label.summary))
            for one in ranking.sentences
        ]
    return fit_logistic(rows, np.array(targets), RANKING_RIDGE)


def _shared(a: Span, b: Span) -> int:
    return max(0, min(a.end, b.end) - max(a.start, b.start))


def _names(rows: Iterable[dict[str, float]]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))


def cross_validate(sheets: Sequence[Sheet], thresholds: Sequence[float]) -> list[str]:
    """Table rows for each threshold: lines per article, kept, found, F1, never, on held-out articles."""
    order = np.random.default_rng(SEED).permutation(len(sheets))
    tested = []
    for fold in range(FOLDS):
        held = {int(n) for n in order[fold::FOLDS]}
        wording = fit_wording([sheet for n, sheet in enumerate(sheets) if n not in held])
        worded = {n: word_lines(sheet, wording) for n, sheet in enumerate(sheets)}
        choice = fit_choice([one for n, one in worded.items() if n not in held])
        tested += [(sheets[n], *worded[n], choice) for n in held]
    rows = []
    for threshold in thresholds:
        shown = kept = found = wanted = bad = 0
        for sheet, candidates, printed, never, choice in tested:
            chances = [probability(s) for s in choice.score([one.features for one in candidates])]
            chosen = choose(sheet.describer, candidates, chances, threshold, FIRST_PAGE)
            hit = {
                k
                for n in chosen
                for k, line in enumerate(sheet.lines)
                if _overlap(_words(sheet.describer.page, candidates[n].wording.pieces), line) >= KEPT
            }
            shown, kept, bad = shown + len(chosen), kept + int(sum(printed[chosen])), bad + int(sum(never[chosen]))
            found, wanted = found + len(hit), wanted + len(sheet.lines)
        p, r = kept / max(1, shown), found / max(1, wanted)
        rows.append(
            f"| {threshold:.2f} | {shown / len(tested):.1f} | {100 * p:.1f} | {100 * r:.1f} | "
            f"{200 * p * r / max(1e-9, p + r):.1f} | {100 * bad / max(1, shown):.1f} |"
        )
    return rows


def read_pages(read: Callable[[str], Analysis] = analyse) -> list[tuple[Label, Analysis]]:
    """Every page to learn from, read."""
    return [(label, read(label.text)) for label in load_labels()]


def rank_anew(pages: Sequence[tuple[Label, Analysis]], ranking: Linear) -> list[tuple[Label, Analysis]]:
    """The pages with the key sentences by ``ranking``, which the choice of lines depends on."""
    anew = []
    for label, analysis in pages:
        sentences, count = find_sentences(label.text), len(analysis.summary)
        ranked = rank_sentences(label.text, sentences, analysis.attributions, count, model=ranking)
        summary = tuple(sorted(ranked))
        ranks = tuple(ranked.index(sentence) + 1 for sentence in summary)
        anew.append((label, replace(analysis, summary=summary, ranking=ranks)))
    return anew


def fit(sheets: Sequence[Sheet]) -> dict[str, object]:
    """The weights for lines, as stored in ``weights.json``."""
    wording = fit_wording(sheets)
    choice = fit_choice([word_lines(sheet, wording) for sheet in sheets])
    return {"threshold": THRESHOLD, "wording": wording.to_json(), "choice": choice.to_json()}


def main() -> None:
    """Fit, validate, write."""
    parser = argparse.ArgumentParser(prog="python -m training.lines", description=(__doc__ or "").partition("\n")[0])
    parser.parse_args()
    pages = read_pages()
    ranking = fit_ranking(pages)
    pages = rank_anew(pages, from_json(ranking.to_json()))
    sheets = [make_sheet(label, analysis) for label, analysis in pages]
    print(f"{len(sheets)} pages; held out in {FOLDS} folds (not all tell what is never printed):\n")
    print("| threshold | lines | kept | found | F1 | never |\n|---|---|---|---|---|---|")
    print("\n".join(cross_validate(sheets, (0.26, 0.3, 0.34, 0.38, 0.42))))
    for path, record in ((WEIGHTS, fit(sheets)), (RANKING, ranking.to_json())):
        path.write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
        print(f"\nwritten: {path.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
