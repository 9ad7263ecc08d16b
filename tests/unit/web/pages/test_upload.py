import pytest

from bot.errors import ParseError, TooLargeError, UsageError
from bot.web.pages.upload import MAX_UPLOAD, parse_upload
from tests.unit.web.invented_pages import PARAGRAPHS, article_page

TEXT = "\n\n".join(PARAGRAPHS)


@pytest.mark.parametrize("name", ["talks.txt", "TALKS.TXT", "notes.md"])
def test_a_text_file(name: str) -> None:
    assert parse_upload(name, TEXT.encode()).text == TEXT


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_text_file_in_any_encoding(encoding: str) -> None:
    assert parse_upload("talks.txt", TEXT.encode(encoding)).text == TEXT


def test_a_page_in_a_file_claims_no_address() -> None:
    head = "<link rel='canonical' href='https://www.reuters.com/a'><meta property='og:site_name' content='Reuters'>"
    article = parse_upload("talks.html", article_page(head=head).encode())
    assert article.text == TEXT
    assert article.title == "Arvonia and Belmark to open their border"
    assert (article.url, article.outlet) == (None, None)


def test_a_page_that_the_operator_saved_is_believed() -> None:
    head = "<link rel='canonical' href='https://www.reuters.com/a'>"
    article = parse_upload("talks.html", article_page(head=head).encode(), believed=True)
    assert article.url == "https://www.reuters.com/a"
    assert article.outlet is not None
    assert article.outlet.name == "Reuters"
    bad = "<link rel='canonical' href='javascript:alert(1)'>"
    assert parse_upload("talks.html", article_page(head=bad).encode(), believed=True).url is None


@pytest.mark.parametrize("name", ["talks.pdf", "talks.docx", "talks", "talks.txt.exe", ""])
def test_other_files_are_named_as_such(name: str) -> None:
    with pytest.raises(UsageError, match=r"\.txt, \.md, \.html or \.htm"):
        parse_upload(name, TEXT.encode())


@pytest.mark.parametrize(("body", "words"), [(b"%PDF-1.7", "a PDF document"), (b"\x89PNG\r\n\x1a\n", "an image")])
def test_what_a_file_is_counts_more_than_its_name(body: bytes, words: str) -> None:
    with pytest.raises(ParseError, match=words):
        parse_upload("talks.txt", body)


def test_the_limit_is_said() -> None:
    with pytest.raises(TooLargeError, match="5 MB"):
        parse_upload("talks.txt", b"a" * (MAX_UPLOAD + 1))


def test_an_empty_file() -> None:
    with pytest.raises(UsageError, match="too short"):
        parse_upload("talks.txt", b"")
    with pytest.raises(ParseError, match="empty"):
        parse_upload("talks.html", b"")
