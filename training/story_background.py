"""Counts how common words and keys are in news, for ``bot/stories/background.tsv`` and ``key_background.tsv``:
``python -m training.story_background``.

It counts the share of articles with a term in the title or among the first words, for each language, and takes the
highest; terms in fewer than ``LEAST`` of the articles are left out. It reads ../shared/data/news,
../shared/data/languages, and ../shared/data/unlabelled without the ministry's releases that benchmarks.stories replays.
Keys are counted only in English and Arabic: the texts in the other languages serve to measure joining across languages.
"""

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from bot.domain.story import StoryArticle
from bot.stories.event_keys import find_event_keys
from bot.stories.terms import find_stems, find_terms, number_of, split

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
TABLE = Path(__file__).resolve().parents[1] / "bot" / "stories" / "background.tsv"
KEY_TABLE = TABLE.with_name("key_background.tsv")
KEY_LANGUAGES = ("en", "ar")
LEAST = 0.02
LEAST_OF_KEY = 0.006
FEWEST = 3
FEW = 20
"""Added to a language's number of articles, so that shares from few articles count less."""


def read_articles() -> Iterator[tuple[str, str, str]]:
    """The language, title and text of each article."""
    with lzma.open(DATA / "news" / "news.jsonl.xz", "rt") as lines:
        for one in map(json.loads, lines):
            yield "en", one["title"], one["text"]
    for one in map(json.loads, (DATA / "unlabelled" / "texts.jsonl").read_text().splitlines()):
        if not one["id"].startswith("state-"):
            title, _, text = one["text"].partition("\n")
            yield "en", title, text
    for path in sorted((DATA / "languages").glob("??.jsonl.xz")):
        with lzma.open(path, "rt") as lines:
            for one in map(json.loads, lines):
                yield one["language"], one["sentences"][0], "\n".join(one["sentences"][1:])


def main() -> None:
    """Write the table."""
    articles, spread = Counter[str](), defaultdict[str, Counter[tuple[str, int]]](Counter)
    for language, title, text in read_articles():
        words = split(title), split(text)
        kept = find_terms(*words)
        stems = {number_of(stem, length): (stem, length) for one in words for stem, length, *_ in find_stems(one)}
        articles[language] += 1
        spread[language].update({stems[number] for number in kept})
    shares: dict[tuple[str, int], float] = {}
    for language, counts in spread.items():
        for stem, count in counts.items():
            if count >= max(FEWEST, LEAST * articles[language]):
                shares[stem] = max(shares.get(stem, 0.0), count / (articles[language] + FEW))
    rows = [f"{word}\t{length}\t{round(1000 * share)}" for (word, length), share in sorted(shares.items())]
    head = "# term\tlength\tarticles of a thousand; see training/story_background.py"
    TABLE.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    print(f"{dict(articles)} articles, {len(rows)} terms")
    write_keys()


def write_keys() -> None:
    """Write the table of keys."""
    articles, spread = Counter[str](), defaultdict[str, Counter[str]](Counter)
    for language, title, text in read_articles():
        if language in KEY_LANGUAGES:
            articles[language] += 1
            article = StoryArticle("", "", None, title, text, datetime.now(UTC), language=language)
            spread[language].update(list(find_event_keys(article)))
    keys = {key for counts in spread.values() for key in counts}
    shares = {key: max(spread[one][key] / articles[one] for one in articles) for key in keys}
    rows = [f"{key}\t{round(1000 * share)}" for key, share in sorted(shares.items()) if share >= LEAST_OF_KEY]
    KEY_TABLE.write_text("\n".join(["# key\tarticles of a thousand", *rows]) + "\n", encoding="utf-8")
    print(f"{len(rows)} keys")


if __name__ == "__main__":
    main()
