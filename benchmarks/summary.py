"""The quality and speed of summaries: ``python -m benchmarks.summary [--limit N]``.

On articles with a reference summary (../shared/data/summaries, outside the repository): ROUGE-1 and ROUGE-2 (F1,
stemmed, rouge-score) of the first sentences, of sumy's LexRank and of our summary, all on the same sentences and
with the same number of them; how many summaries begin with a pronoun without antecedent, and how many chosen sentences
lack the sentence before. Then the seconds for a text of 50,000 words, made of the articles.
"""

import argparse
import json
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import fmean

import numpy as np
from rouge_score.rouge_scorer import RougeScorer
from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.nlp.stemmers import Stemmer, null_stemmer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.utils import get_stop_words

from bot.domain.text import Span
from bot.nlp.analyse import analyse
from bot.nlp.sentences import find_sentences
from bot.nlp.summary.ranked_sentences import rank_sentences
from bot.nlp.summary.sentence_filters import begins_with_pronoun
from bot.nlp.summary.tokenizer import WordTokenizer

SHARED = Path(__file__).resolve().parents[2] / "shared"
COUNT = 3  # sentences per summary: lead-3 is the usual baseline
LONG_TEXT = 50_000  # words

Summarise = Callable[[str, Sequence[Span]], tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Figures:
    """ROUGE-1, ROUGE-2, summaries that begin with a pronoun, and dangling sentences, all in percent."""

    rouge1: float
    rouge2: float
    pronoun_starts: float
    dangling: float
    rouge1_by_article: tuple[float, ...]

    @property
    def row(self) -> str:
        """The figures as columns of the table."""
        return f"{self.rouge1:7.2f} {self.rouge2:7.2f} {self.pronoun_starts:10.1f} % {self.dangling:10.1f} %"

    def compare(self, other: "Figures") -> str:
        """ROUGE-1 relative to ``other``, with the difference in points and its paired bootstrap interval (95 %)."""
        differences = np.subtract(self.rouge1_by_article, other.rouge1_by_article)
        draws = np.random.default_rng(0).choice(differences, (10_000, len(differences))).mean(axis=1)
        low, high = np.percentile(draws, (2.5, 97.5))
        return f"{self.rouge1 / other.rouge1:.3f} ({differences.mean():+.2f} points, 95 % {low:+.2f} to {high:+.2f})"


def lead(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The first sentences."""
    del text
    return tuple(sentences[:COUNT])


def ours(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The summary as the program makes it."""
    del sentences
    return analyse(text, sentences=COUNT).summary


def lex_rank(*, stems: bool) -> Summarise:
    """sumy's LexRank on all sentences, as in sumy's documentation, or without stems (which scores higher)."""
    summarizer = LexRankSummarizer(Stemmer("english") if stems else null_stemmer)
    summarizer.stop_words = get_stop_words("english")

    def choose(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
        first_place = {span.of(text): span for span in reversed(sentences)}
        paragraph = Paragraph(Sentence(words, WordTokenizer()) for words in (span.of(text) for span in sentences))
        return tuple(first_place[str(sentence)] for sentence in summarizer(ObjectDocumentModel([paragraph]), COUNT))

    return choose


def measure(articles: Sequence[tuple[str, str]], choose: Summarise) -> Figures:
    """The figures of ``choose`` over pairs of text and reference."""
    scorer = RougeScorer(["rouge1", "rouge2"], use_stemmer=True)
    rouge1: list[float] = []
    rouge2: list[float] = []
    starts = dangling = sentences_chosen = 0
    for text, reference in articles:
        sentences = find_sentences(text)
        chosen = choose(text, sentences)
        scores = scorer.score(reference, " ".join(span.of(text) for span in chosen))
        rouge1.append(100 * scores["rouge1"].fmeasure)
        rouge2.append(100 * scores["rouge2"].fmeasure)
        starts += begins_with_pronoun(chosen[0].of(text))
        sentences_chosen += len(chosen)
        before = dict(zip(sentences[1:], sentences, strict=False))
        dangling += sum(begins_with_pronoun(span.of(text)) and before.get(span) not in chosen for span in chosen)
    return Figures(
        rouge1=fmean(rouge1),
        rouge2=fmean(rouge2),
        pronoun_starts=100 * starts / len(articles),
        dangling=100 * dangling / sentences_chosen,
        rouge1_by_article=tuple(rouge1),
    )


def time_long_text(texts: Sequence[str]) -> tuple[int, float, float]:
    """The number of sentences in a text of 50,000 words, and the seconds to find and to summarise them."""
    words: list[str] = []
    for text in cycle(texts):
        words += text.split(" ")
        if len(words) >= LONG_TEXT:
            break
    long_text = " ".join(words[:LONG_TEXT])
    started = time.perf_counter()
    sentences = find_sentences(long_text)
    found = time.perf_counter()
    rank_sentences(long_text, sentences, (), COUNT)
    return len(sentences), found - started, time.perf_counter() - found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.summary", description="Measure summaries.")
    parser.add_argument("--limit", type=int, help="read only the first N articles")
    limit = parser.parse_args().limit
    path = SHARED / "data" / "summaries" / "realsumm.jsonl"
    if not path.is_file():
        raise SystemExit(f"{path} is not here: the articles belong to their publishers and stay out of the repository.")
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:limit]
    articles = [(record["text"], record["references"][0]) for record in records]
    systems = {
        f"lead-{COUNT}": lead,
        "sumy LexRank": lex_rank(stems=True),
        "sumy LexRank, unstemmed": lex_rank(stems=False),
        "Attaché": ours,
    }
    figures = {name: measure(articles, choose) for name, choose in systems.items()}
    print(f"{len(articles)} articles, {COUNT} sentences each, F1 in percent")
    print(f"{'':24} ROUGE-1 ROUGE-2 starts with pronoun, dangling picks")
    for name, figure in figures.items():
        print(f"{name:24} {figure.row}")
    own = figures.pop("Attaché")
    for name, figure in figures.items():
        print(f"ROUGE-1 of ours over {name}: {own.compare(figure)}")
    count, finding, choosing = time_long_text([text for text, _ in articles])
    print(f"{LONG_TEXT:,} words, {count:,} sentences: found in {finding:.2f} s, summarised in {choosing:.2f} s")


if __name__ == "__main__":
    main()
