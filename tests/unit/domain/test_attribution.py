"""What an attribution may be: its content in order, its probability in bounds, its speaker named."""

import pytest

from bot.domain.attribution import Act, Attribution, Kind, Speaker
from bot.domain.text import Span


def attribution(
    *content: Span, source: Span | None = None, cue: Span | None = None, confidence: float = 1.0
) -> Attribution:
    return Attribution(content, source, cue, Kind.INDIRECT, Act.SAYS, confidence=confidence)


def test_an_attribution_without_content_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="needs content"):
        attribution()


@pytest.mark.parametrize("content", [(Span(5, 9), Span(0, 3)), (Span(0, 5), Span(4, 9)), (Span(0, 5), Span(0, 5))])
def test_content_out_of_order_or_overlapping_is_refused(content: tuple[Span, ...]) -> None:
    with pytest.raises(ValueError, match="text order"):
        attribution(*content)


def test_pieces_of_content_may_touch() -> None:
    assert attribution(Span(0, 5), Span(5, 9)).content == (Span(0, 5), Span(5, 9))


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
def test_a_confidence_out_of_bounds_is_refused(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        attribution(Span(0, 5), confidence=confidence)


def test_the_span_runs_over_source_cue_and_content() -> None:
    assert attribution(Span(10, 15), Span(20, 25)).span == Span(10, 25)
    assert attribution(Span(10, 15), source=Span(0, 4), cue=Span(5, 9)).span == Span(0, 15)
    assert attribution(Span(0, 5), source=Span(11, 14), cue=Span(6, 10)).span == Span(0, 14)


@pytest.mark.parametrize("name", ["", " ", "\n\t\u00a0"])
def test_a_speaker_without_a_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="name"):
        Speaker(name)
