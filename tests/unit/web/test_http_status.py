from datetime import UTC, datetime

import pytest

from bot.errors import FetchError, ThrottledError
from bot.i18n.language import Language, using_language
from bot.web.http_status import check_status, parse_retry_after

NOW = datetime(2031, 5, 6, 12, 0, tzinfo=UTC)


def test_success_passes() -> None:
    check_status(200, {}, url="https://quill.example/", now=NOW)


@pytest.mark.parametrize(
    ("status", "cause"),
    [
        (304, "did not answer with a page (status 304)"),
        (401, "paywall, a login"),
        (402, "behind a paywall"),
        (403, "paywall, a login"),
        (404, "no page at this address"),
        (410, "no page at this address"),
        (418, "did not answer with a page"),
        (451, "legal reasons"),
        (500, "an internal error"),
        (599, "an internal error (status 599)"),
    ],
)
def test_each_failure_names_its_cause_and_a_next_step(status: int, cause: str) -> None:
    with pytest.raises(FetchError) as caught:
        check_status(status, {}, url="https://quill.example/a", now=NOW)
    assert cause in caught.value.cause
    assert caught.value.step
    assert caught.value.resource == "https://quill.example/a"


def test_a_failure_is_told_in_the_language_of_its_reader() -> None:
    with pytest.raises(ThrottledError) as caught:
        check_status(429, {"Retry-After": "120"}, url="https://quill.example/f", now=NOW, thing="feed")
    with using_language(Language.RUSSIAN):
        assert (
            caught.value.message() == "Сайт просит обращаться к нему реже (код 429). Повторите попытку через 2 минуты."
        )
    with using_language(Language.ARABIC):
        told = caught.value.message().replace("\u200f", "")  # marks that keep stops at their end of the line
        assert told.endswith("أعد المحاولة بعد دقيقتين.")


@pytest.mark.parametrize(
    ("status", "header", "seconds", "step"),
    [
        (429, "120", 120.0, "Try again in 2 minutes."),
        (503, "Tue, 06 May 2031 12:00:30 GMT", 30.0, "Try again in 30 seconds."),
        (503, "7200", 7200.0, "Try again in 2 hours."),
        (429, "soon", None, "Try again later."),
    ],
)
def test_a_site_that_asks_to_wait_is_heard(status: int, header: str, seconds: float | None, step: str) -> None:
    with pytest.raises(ThrottledError) as caught:
        check_status(status, {"Retry-After": header}, url="https://quill.example/", now=NOW)
    assert caught.value.retry_after == seconds
    assert caught.value.step == step


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("", None),
        ("-5", None),
        ("1.5", None),
        ("٣", None),
        (" 0 ", 0.0),
        ("9" * 400, 999_999_999.0),
        ("Tue, 06 May 2031 11:00:00 GMT", 0.0),
        ("Tue, 06 May 2031 13:00:00 +0100", 0.0),
        ("Tue, 06 May 2031 12:01:00", 60.0),
        ("Tue, 99 May 2031 12:01:00 GMT", None),
    ],
)
def test_retry_after_in_seconds_and_dates(value: str | None, seconds: float | None) -> None:
    assert parse_retry_after(value, NOW) == seconds
