import pytest

from bot.domain.text import normalise_text
from bot.errors import TooLargeError, UsageError
from bot.web.pages.plaintext import MAX_TEXT, parse_text
from tests.unit.web.invented_pages import PARAGRAPHS

TEXT = "\n\n".join(PARAGRAPHS)


def test_a_pasted_text_is_its_own_article() -> None:
    article = parse_text(f"\ufeff  {TEXT}\r\n")
    assert article.text == normalise_text(TEXT)
    assert (article.title, article.url, article.outlet, article.published_at) == (None, None, None, None)


def test_a_headline_becomes_the_title_and_stays_in_the_text() -> None:
    article = parse_text(f"Arvonia and Belmark to open their border\n\n{TEXT}")
    assert article.title == "Arvonia and Belmark to open their border"
    assert article.text.startswith(article.title)


@pytest.mark.parametrize("first", ["It rained.", "“It rained,”", "two\nlines", "word " * 60, "He said:"])
def test_other_first_lines_are_no_titles(first: str) -> None:
    assert parse_text(f"{first}\n\n{TEXT}").title is None


@pytest.mark.parametrize("text", ["", " \n", "Hello there.", "-" * 500])
def test_too_little_to_read(text: str) -> None:
    with pytest.raises(UsageError, match="too short"):
        parse_text(text)


def test_the_limit_is_said() -> None:
    assert len(parse_text("a" * MAX_TEXT).text) == MAX_TEXT
    with pytest.raises(TooLargeError, match=r"has 400,001 characters; the limit is 400,000\."):
        parse_text("a" * (MAX_TEXT + 1))


def test_headlines_that_open_over_a_name_are_not_part_of_a_sentence() -> None:
    card = "Venn Orla Maria VennThe Memo: Bergen waits for spring Venn faces a vote: report MORE"
    article = parse_text(f"Minister Orla {card} (L-Bergen) said on Monday that the northern port would stay open.")
    title = "Venn Says VennCare Will Cost The Port Much MORE Money Than Expected In Bergen"
    assert parse_text(title).text == title
    assert article.text == "Minister Orla Venn (L-Bergen) said on Monday that the northern port would stay open."
