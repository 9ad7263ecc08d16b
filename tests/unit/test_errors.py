"""Errors in words: one tree, a cause and a next step in each, nothing lost on the way between processes."""

import inspect
import pickle

import pytest

from bot import errors
from bot.errors import AttacheError, FetchError, ThrottledError, TooLargeError

TREE = [one for _, one in inspect.getmembers(errors, inspect.isclass) if one.__module__ == errors.__name__]


def test_a_person_reads_the_cause_and_the_next_step_and_not_the_resource() -> None:
    error = FetchError("The page was not found.", "Check the link.", resource="https://secret@host.test/")
    assert str(error) == "The page was not found. Check the link."
    assert error.resource == "https://secret@host.test/"


@pytest.mark.parametrize("kind", TREE)
def test_every_error_belongs_to_the_one_tree_and_says_when_it_is_raised(kind: type[AttacheError]) -> None:
    assert issubclass(kind, AttacheError)
    assert inspect.getdoc(kind)


@pytest.mark.parametrize("kind", TREE)
def test_an_error_survives_the_way_out_of_a_worker_process(kind: type[AttacheError]) -> None:
    error = kind("It broke.", "Try again.", resource="article 1")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert type(again) is kind
    assert (str(again), again.cause, again.step, again.resource) == (str(error), "It broke.", "Try again.", "article 1")


def test_a_source_that_asks_to_wait_may_say_how_long() -> None:
    assert ThrottledError("Busy.", "Wait.", retry_after=30.0).retry_after == 30.0
    assert ThrottledError("Busy.", "Wait.").retry_after is None


def test_a_body_too_large_can_be_answered_as_any_failed_fetch() -> None:
    with pytest.raises(FetchError):
        raise TooLargeError("The page is over 8 MB.", "Paste its text instead.")
