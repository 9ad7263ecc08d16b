"""Language: sure about sentences, silent about names."""

import time

import pytest

from bot.nlp.language_detection import READABLE, detect_language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The two ministers met in the old harbour town on Tuesday and agreed to reopen the border."),
        ("en", "“Нет,” said the envoy, and the talks with the delegation from Arlen went on through the night."),
        ("en", "THE TWO MINISTERS MET IN THE OLD HARBOUR TOWN ON TUESDAY AND AGREED TO REOPEN THE BORDER."),
        ("fr", "Les deux ministres se sont rencontrés mardi dans la vieille ville et ont rouvert la frontière."),
        ("de", "Die beiden Minister trafen sich am Dienstag in der alten Hafenstadt und öffneten die Grenze."),
        ("es", "Los dos ministros se reunieron el martes en la ciudad vieja y acordaron abrir la frontera."),
        ("ru", "Министры встретились во вторник в старом городе и договорились открыть границу."),
        ("uk", "Міністри зустрілися у вівторок у старому місті та домовилися відкрити кордон."),
        ("tr", "İki bakan salı günü eski liman kentinde bir araya geldi ve sınırı açmayı kabul etti."),
        ("ar", "التقى الوزيران يوم الثلاثاء في المدينة القديمة واتفقا على فتح الحدود بين البلدين."),
        ("zh", "两位部长星期二在老城会面，并同意重新开放边境。"),
        ("ja", "両大臣は火曜日に旧市街で会談し、国境を再開することで合意した。"),
        ("ko", "두 장관은 화요일 구시가지에서 만나 국경을 다시 열기로 합의했다."),
    ],
)
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", " \n", "123 456 789 000", "???", "😀😀😀", "ok", "\ud800\udfff", "Tarn Noor"])
def test_nothing_to_go_by(text: str) -> None:
    assert detect_language(text) is None


def test_only_the_beginning_is_read() -> None:
    text = "The two ministers met on Tuesday and agreed to reopen the border between their countries. " * 20_000
    detect_language(text)  # loads the model
    started = time.process_time()
    for _ in range(20):
        assert detect_language(text) in READABLE
    assert time.process_time() - started < 20 * 0.02  # a text takes 2 ms; all of this one would take a second
