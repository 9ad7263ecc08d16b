"""Short texts that are news, and not questions."""

import pytest

from bot.questions.pasted_text import is_pasted_news, may_be_pasted_news


@pytest.mark.parametrize(
    "text",
    [
        'Brandvold said "the bridge stays shut" on Tuesday. She added that "nobody may cross".',
        "El ministro afirmó que su país “no aceptará ultimátums”. «No negociamos con plazos», añadió.",
        'قال الوزير يوم الثلاثاء إن بلاده ترحب بوقف إطلاق النار. وأضاف: "لن نقبل بحل لا يشمل الجميع".',
        "外交部发言人周二表示：“我们不会接受这一条件。”他在北京的记者会上说，双方的会谈下周仍将继续举行。",
        "Vik spoke with Jónsson today.\n\nThe Minister thanked him. He asked for calm.",
        'Asked about the offer, she replied: "Would you accept it yourself?" and left the room.',
    ],
)
def test_news_is_an_article(text: str) -> None:
    assert may_be_pasted_news(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "purple monkey dishwasher",
        'what did Lavrov say about "the New START treaty" last month?',
        '"New START" please',
        'Vik said "the talks go on". She left.',
        "tell me something nice about the minister and the bridge today",
        "Good morning.\nThank you.",
        '"only a quotation and nothing at all beside it here"',
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert not may_be_pasted_news(text)
    assert not is_pasted_news(text)


def test_quoting_sentences_are_no_question_whatever_is_found_in_them() -> None:
    assert is_pasted_news('Vik said "the talks go on" in Oslo on Tuesday. She added that "nobody has left".')
    assert is_pasted_news('El ministro afirmó el lunes que su país "no aceptará ultimátums". Lo dijo dos veces.')
    assert not is_pasted_news('Norway on "the New START treaty" last month please')
    assert not is_pasted_news("Vik spoke with Jónsson today.\n\nThe Minister thanked him. He asked for calm.")
