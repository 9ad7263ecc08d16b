"""One speaker in articles of several scripts: joined in stories and positions, meant by a watch, told of once."""

import pytest

from bot.digests.speaker_matching import match_speakers
from bot.digests.watch_matching import find_new_speakers, is_meant, speaker_key
from bot.domain.attribution import Speaker

EN = Speaker("Sergei Lavrov", "Foreign Minister", "Russia")
RU = Speaker("Сергей Лавров", "министр иностранных дел", "Russia")
AR = Speaker("سيرغي لافروف", "وزير الخارجية", "Russia")
ZH = Speaker("拉夫罗夫", "外长", "Russia")


def test_readings_in_four_scripts_have_one_speaker() -> None:
    (person,) = match_speakers([("en", EN), ("ru", RU), ("ar", AR), ("zh", ZH)])
    assert {reading for reading, _ in person.spoken} == {"en", "ru", "ar", "zh"}


def test_a_name_that_no_table_has() -> None:
    dahl = Speaker("Arne Dahl", "Foreign Minister", "Norway")
    assert len(match_speakers([("en", dahl), ("ru", Speaker("Арне Даль", "глава МИД", "Norway"))])) == 1
    assert len(match_speakers([("en", dahl), ("ru", Speaker("Арне Даль", "министр обороны", "Norway"))])) == 2
    assert len(match_speakers([("en", dahl), ("ru", Speaker("Арне Даль", "глава МИД", "Sweden"))])) == 2


@pytest.mark.parametrize("words", ["Lavrov", "Лавров", "لافروف", "拉夫罗夫", "Russia", "Россия", "俄罗斯", "外长"])
@pytest.mark.parametrize("speaker", [EN, RU, AR, ZH], ids=["en", "ru", "ar", "zh"])
def test_a_watch_means_them_in_every_script(words: str, speaker: Speaker) -> None:
    assert is_meant(words, speaker)


def test_a_watch_for_another_does_not() -> None:
    assert not is_meant("Блинкен", EN)
    assert not is_meant("министр обороны", EN)
    assert not is_meant("国防部长", RU)


def test_an_event_is_told_once_whatever_the_script() -> None:
    assert find_new_speakers([speaker_key(RU), speaker_key(ZH), speaker_key(AR)], [speaker_key(EN)]) == ()
