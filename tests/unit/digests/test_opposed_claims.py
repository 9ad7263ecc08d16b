"""Where claims meet: by denial, answer, opposition or difference, never by common words."""

import re

import pytest

from bot.digests.keywords import Vocabulary
from bot.digests.opposed_claims import Claim, ClaimTable, OpposedPair, Opposition
from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span

NORTH, SOUTH = re.compile("Northland|Lind"), re.compile("Southland|Reyes")
FILLER = "\n\n".join(f"Paragraph {word} tells of other things." for word in "one two three four five six seven".split())


def find(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def compare(
    first: str,
    second: str,
    act: Act = Act.SAYS,
    against: Act = Act.SAYS,
    *,
    cue: str = "",
    negated: bool = False,
    conditional: bool = False,
) -> OpposedPair | None:
    """How the line ``first`` of Northland's meets ``second`` of Southland's."""
    text = f"{FILLER}\n\nLind {first}.\n\nReyes {second}.\n\nThe weather was fair."
    one, other = find(text, first), find(text, second)
    spoken = (Speaker("Ada Lind", "Minister", "Northland"), Speaker("Omar Reyes", "Envoy", "Southland"))
    said = [
        Attribution(
            (one,),
            None,
            find(text, cue) if cue else None,
            Kind.INDIRECT,
            act,
            spoken[0],
            negated=negated,
            conditional=conditional,
        ),
        Attribution((other,), None, None, Kind.INDIRECT, against, spoken[1]),
    ]
    around = [Span(span.start - 5, span.end) for span in (one, other)]
    claims = [
        Claim((span,), statement, sentence, sentence, n == 0)
        for n, (span, statement, sentence) in enumerate(zip((one, other), said, around, strict=True))
    ]
    vocabulary = Vocabulary(text, frozenset({"ada", "lind", "omar", "reyes", "northland", "southland"}))
    return ClaimTable(vocabulary, claims, (NORTH, SOUTH)).compare(0, 1)


CLAIM = "said the frigate crossed the lagoon border"


@pytest.mark.parametrize(
    ("first", "second", "acts", "opposition"),
    [
        ("denied that any frigate crossed the lagoon", CLAIM, (Act.DENIES, Act.SAYS), Opposition.DENIES),
        ("rejected the story of the frigate in the lagoon", CLAIM, (Act.REJECTS, Act.ACCUSES), Opposition.DENIES),
        ("called the story of Reyes about a frigate baseless", CLAIM, (Act.SAYS, Act.SAYS), Opposition.DENIES),
        ("insisted the frigate of Southland was a ferry", "blamed Northland for the frigate", (Act.SAYS, Act.ACCUSES),
         Opposition.ANSWERS),
        ("accused Southland of sinking the frigate in the lagoon", "said the frigate hit a lagoon rock",
         (Act.ACCUSES, Act.SAYS), Opposition.OPPOSES),
        ("said the frigate never crossed the lagoon", CLAIM, (Act.SAYS, Act.SAYS), Opposition.DIFFERS),
    ],
)  # fmt: skip
def test_claims_on_one_matter_meet(first: str, second: str, acts: tuple[Act, Act], opposition: Opposition) -> None:
    found = compare(first, second, *acts)
    assert found is not None
    assert found.opposition is opposition
    assert "frigat" in found.stems


@pytest.mark.parametrize(
    ("first", "second", "acts"),
    [
        # common words are no matter
        ("denied the results of the political talks", "said the results of the talks were wonderful",
         (Act.DENIES, Act.SAYS)),
        # both deny
        ("denied that the frigate crossed the lagoon", "denied the frigate was in the lagoon",
         (Act.DENIES, Act.DENIES)),
        ("denied paying for the frigate in the lagoon", "said nothing was paid for the frigate in the lagoon",
         (Act.DENIES, Act.SAYS)),
        # both say the same
        ("said the frigate crossed the lagoon", "said the frigate crossed the lagoon", (Act.SAYS, Act.SAYS)),
        # another matter
        ("denied that the frigate crossed the lagoon", "said the orchard needs rain", (Act.DENIES, Act.SAYS)),
        # opposition to a third
        ("accused Westland of sinking the frigate in the lagoon", "said the frigate hit a lagoon rock",
         (Act.ACCUSES, Act.SAYS)),
    ],
)  # fmt: skip
def test_claims_that_do_not_meet(first: str, second: str, acts: tuple[Act, Act]) -> None:
    assert compare(first, second, *acts) is None


@pytest.mark.parametrize(("negated", "conditional"), [(True, False), (False, True)])
def test_a_denial_that_was_not_made_denies_nothing(negated: bool, conditional: bool) -> None:
    words = "denied that any frigate crossed the lagoon"
    found = compare(words, CLAIM, Act.DENIES, Act.SAYS, negated=negated, conditional=conditional)
    assert found is None or found.opposition is not Opposition.DENIES


@pytest.mark.parametrize(
    ("second", "act"),
    [
        ("asked for proof of the frigate in the lagoon", Act.ASKS),
        ("studied whether the frigate crossed the lagoon", Act.SAYS),
    ],
)
def test_a_denial_contradicts_nothing_that_was_only_asked_or_left_open(second: str, act: Act) -> None:
    found = compare("denied that the frigate crossed the lagoon", second, Act.DENIES, act)
    assert found is None or found.opposition is not Opposition.DENIES
