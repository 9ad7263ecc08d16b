"""What the curve shows the tagger: blanks in place of lines that say nothing, everything else where it was."""

from benchmarks.curve import leave_out


def test_lines_without_a_sign_of_speech_become_blanks() -> None:
    text = "It rained in Orlan.\nNoor denied it.\n“We agree.”\nNobody came."
    shown = leave_out(text)
    assert len(shown) == len(text)
    assert shown.split("\n") == [" " * 19, "Noor denied it.", "“We agree.”", " " * 12]
