"""How well articles in different languages become one story: ``python -m benchmarks.stories_across [--joins]``.

Articles in Russian, French, Spanish and Chinese with their English beside them (../shared/data/languages, outside of
the repository), played as a feed by date: whole, with each telling keeping two fifths of its sentences, and both again
with all events in three days. Of pairs in two languages: the share of those of one event that stand in one story, and
of those in one story the share that are of one event. By default the third of the events that nothing was fitted on.

``--joins`` prints every join of two languages, to be judged by reading; ``--arabic`` plays Arabic news of 2018 with
English news of that year, where no events are known. Exits 1 below the goals.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from benchmarks.stories import play
from benchmarks.story_sets import LabelledArticle, are_unclear, crowd, load_arabic, load_languages
from bot.stories.across_languages import load_across_weights

SHARED = Path(__file__).resolve().parents[2] / "shared"
GOAL_RIGHT, GOAL_FOUND = 0.85, 0.5


def measure(
    articles: Sequence[LabelledArticle], stories: Sequence[int]
) -> tuple[int, int, int, Counter[str], Counter[str]]:
    """Pairs in two languages: of one event, in one story, and both; and by language, of one event and both."""
    one = together = both = 0
    all_of, found_of = Counter[str](), Counter[str]()
    for a, b in combinations(range(len(articles)), 2):
        languages = {articles[n].article.language for n in (a, b)}
        if len(languages) < 2:
            continue
        if are_unclear(articles[a], articles[b]):
            continue
        event, story = articles[a].event == articles[b].event, stories[a] == stories[b]
        one, together, both = one + event, together + story, both + (event and story)
        if event and "en" in languages:
            [other] = languages - {"en"}
            all_of[other] += 1
            found_of[other] += story
    return one, together, both, all_of, found_of


def print_joins(articles: Sequence[LabelledArticle], stories: Sequence[int]) -> int:
    """Print every article that joins a story of which another language told, and the first that told it."""
    joins = 0
    for number, one in enumerate(articles):
        before = [n for n in range(number) if stories[n] == stories[number]]
        others = [n for n in before if articles[n].article.language != one.article.language]
        if others:
            joins += 1
            right = {articles[n].event for n in before} == {one.event}
            print(f"-- {joins} {'' if one.event == 0 else 'same text' if right else 'ANOTHER TEXT'}")
            for each in (articles[others[0]], one):
                article = each.article
                words = " ".join(article.text.split())[:300]
                print(f"   {article.seen_at:%Y-%m-%d} {article.id}: {article.title} | {words}")
    return joins


def show_thresholds() -> None:
    """Print found and right by the threshold, on the events that the weights were fitted on."""
    whole = load_languages(SHARED, unread=False)
    parts = load_languages(SHARED, unread=False, seed=7)
    orders = (whole, crowd(whole), parts, crowd(parts), load_arabic(SHARED, unread=False))
    for threshold in (-1.0, 0.0, 1.0, 2.0, 3.0):
        weights = replace(load_across_weights(), threshold=threshold)
        shown = []
        for order in orders:
            one, together, both, *_ = measure(order, [story for story, _ in play(order, across=weights)])
            shown.append(f"{both / one:.2f} {both / max(together, 1):.2f}")
        print(f"threshold {threshold:.1f}: " + "   ".join(shown))
    print("found and right: whole by date, in three days; two fifths by date, in three days; Arabic and English news")


def main() -> int:
    """Print the figures; 1 when a goal is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stories_across", description=__doc__.split("\n")[0])
    parser.add_argument("--fitted", action="store_true", help="measure on the events that the weights were fitted on")
    parser.add_argument("--joins", action="store_true", help="print the joins")
    parser.add_argument("--arabic", action="store_true", help="play the Arabic and English news of 2018")
    parser.add_argument("--thresholds", action="store_true", help="show how the threshold was chosen")
    options = parser.parse_args()
    if not (SHARED / "data" / "languages").is_dir():
        raise SystemExit(f"{SHARED} is not here: the articles belong to others and stay out of the repository.")
    if options.arabic:
        articles = load_arabic(SHARED, unread=not options.fitted)
        print(f"{len(articles)} articles, {print_joins(articles, [story for story, _ in play(articles)])} joins")
        return 0
    if options.thresholds:
        show_thresholds()
        return 0
    met = True
    for name, seed in (("whole", None), ("two fifths of each", 7)):
        articles = load_languages(SHARED, unread=not options.fitted, seed=seed)
        for place, order in (("by date", articles), ("in three days", crowd(articles))):
            stories = [story for story, _ in play(order)]
            one, together, both, all_of, found_of = measure(order, stories)
            found, right = both / one, both / max(together, 1)
            parts = ", ".join(f"{code} {found_of[code] / all_of[code]:.2f}" for code in sorted(all_of))
            print(f"{name}, {place}: {len(order)} articles; found {both} of {one} pairs ({found:.2f}; {parts}); "
                  f"right {both} of {together} ({right:.2f})")  # fmt: skip
            met &= right >= GOAL_RIGHT and found >= GOAL_FOUND
            if options.joins:
                print_joins(order, stories)
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
