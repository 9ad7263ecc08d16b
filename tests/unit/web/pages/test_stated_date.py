"""A text's own date is taken where it stands at its head, with its year, and nowhere else."""

from datetime import UTC, datetime

import pytest

from bot.web.pages.plaintext import parse_text
from bot.web.pages.stated_date import find_stated_date
from tests.unit.web.invented_pages import PARAGRAPHS

BODY = "\n\n".join(PARAGRAPHS)
TITLE = "Arvonia and Belmark to open their border"


@pytest.mark.parametrize(
    "line",
    [
        "5 Feb, 2021 09:26 / Updated 4 years ago",
        "February 5, 2021",
        "Published: Feb. 5, 2021 | By Ana Lind",
        "PORT ELDER, 5 February 2021",
        "2021-02-05",
        "5 février 2021",
        "5 de febrero de 2021",
        "5 февраля 2021",
        "2021年2月5日",
        "5 فبراير 2021",
    ],
)
def test_a_line_below_the_title(line: str) -> None:
    assert parse_text(f"{TITLE}\n\n{line}\n\n{BODY}").published_at == datetime(2021, 2, 5, tzinfo=UTC)


def test_a_dateline_begins_the_text() -> None:
    assert find_stated_date(f"PORT ELDER, February 5, 2021 — {BODY}") == datetime(2021, 2, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"What happened on 6 January 2021\n\n{BODY}",
        f"{TITLE}\n\nPORT ELDER, 14 March\n\n{BODY}",
        f"{TITLE}\n\n31 February 2021\n\n{BODY}",
        f"{TITLE}\n\nThe treaty of 5 February 2021 was signed in the port, and its text has since been {'read ' * 20}.",
        f"{TITLE}\n\n{BODY}\n\n5 February 2021\n" * 9,
        "",
    ],
)
def test_no_other_day_is_taken(text: str) -> None:
    assert find_stated_date(text) is None


def test_the_first_of_several_counts() -> None:
    head = "Published 5 February 2021, updated 9 May 2022"
    assert find_stated_date(f"{TITLE}\n{head}\n{BODY}") == datetime(2021, 2, 5, tzinfo=UTC)
