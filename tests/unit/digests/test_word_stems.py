"""Words that tell something."""

from bot.digests.word_stems import keyword_stems, split_words, stop_words


def test_forms_of_a_word_are_one_and_common_words_are_left_out() -> None:
    words = split_words("The inspectors' inspection of the ferry’s hold took 12 days")
    assert keyword_stems(words, "en") >= {"inspec", "ferry", "hold", "12", "days"}
    assert "the" not in keyword_stems(words, "en")


def test_every_language_has_its_own_common_words() -> None:
    assert "dans" in stop_words("fr")
    assert stop_words(None) == stop_words("en")
