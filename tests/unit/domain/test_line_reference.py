"""A line with its article."""

from tests.unit.digests.quarrel import VIK, as_line, trawler


def test_a_line_knows_its_statement_and_words() -> None:
    (nets, *_) = trawler()
    for said in nets.analysis.attributions:
        line = as_line(nets, said)
        assert line.statement is said
        assert line.words == " ".join(piece.of(nets.article.text) for piece in said.content)
        assert line.line.speaker == VIK
