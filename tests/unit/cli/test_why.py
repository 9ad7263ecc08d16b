"""``analyse --why``: how a statement got its speaker."""

import pytest

from bot.cli.why import print_why
from bot.errors import UsageError

TEXT = (
    "Norwegian Foreign Minister Orla Venn met envoy Tam Roe on Monday in Oslo. The talks lasted three hours.\n\n"
    "“We will open the harbour,” Venn said. He added that the crew was free.\n"
)


def test_the_candidates_of_each_question_are_printed_with_their_weights(capsys: pytest.CaptureFixture[str]) -> None:
    print_why(TEXT, 2)
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "Orla Venn, Foreign Minister, Norway: the crew was free"
    whom = shown.index("Whom the pronoun means")
    office = shown.index("Which office stands beside the name")
    assert shown[whom + 1].endswith("%  Orla Venn")
    assert any(line.endswith("%  Tam Roe") for line in shown[whom:office])
    assert any(line.endswith("  spoke last here") and " x " in line for line in shown[whom:office])
    assert shown[office + 1].endswith("%  Foreign Minister")


def test_a_number_that_no_statement_has_is_refused() -> None:
    with pytest.raises(UsageError, match="no statement 9"):
        print_why(TEXT, 9)


def test_whom_a_source_in_another_language_means_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    print_why(
        "La ministra noruega Orla Venn se reunió el lunes en Oslo con el enviado Tam Roe.\n\n"
        "“Abriremos el puerto a todos mañana”, dijo Venn. Añadió que la tripulación está libre.\n",
        2,
    )
    shown = capsys.readouterr().out.splitlines()
    assert shown[0] == "Orla Venn, ministra, Norway: la tripulación está libre"
    assert shown[2] == "Whom the source means"
    assert shown[3].endswith("%  Orla Venn")
    assert any(line.endswith("%  Tam Roe") for line in shown)
    assert "Whether that name is right" in shown
    assert any(" x " in line and "  none | " in line for line in shown)


def test_a_text_that_is_not_read_is_refused() -> None:
    with pytest.raises(UsageError, match="not read"):
        print_why("Der norwegische Minister sagte, der Hafen sei offen und alle seien damit sehr zufrieden.", 1)
