"""Fixtures for all tests."""

import gc
import logging
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import HealthCheck, settings

# How long an example takes says how busy the machine is, not whether the code is right. Examples are the same in every
# run, so that a red run can be had again; HYPOTHESIS=explore looks for new ones.
for name, same in (("same", True), ("explore", False)):
    settings.register_profile(
        name, derandomize=same, deadline=None, suppress_health_check=[HealthCheck.too_slow], database=None
    )
settings.load_profile(os.environ.get("HYPOTHESIS", "same"))

# the tests, and the programs that they start, are compiled once, not by every process
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# the garbage of tests is little, and looked for less often
gc.set_threshold(10_000, 20, 20)

# whoever runs the tests, the terminal is spoken to in English, also by the programs that tests start
os.environ["LC_ALL"] = "C.UTF-8"

# what is logged before a log is started is printed, with plain tracebacks: the coloured ones that show every value and
# the text around each line take seconds each
for processor in structlog.get_config()["processors"]:
    if isinstance(processor, structlog.dev.ConsoleRenderer):
        processor.exception_formatter = structlog.dev.plain_traceback

# what runs on every database that the store serves, and what the acceptance tests measured
pytest_plugins = ["tests.databases", "tests.acceptance.figures"]


def pytest_collection_finish() -> None:
    """Keep the garbage collector from what stays until the end: modules and tests, a million objects."""
    gc.collect()
    gc.freeze()


SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measuring material beside the checkout; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the measuring material (folder 'shared' beside the checkout) is not here")
    return SHARED


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """A command that a test runs starts the log of this whole process: undo that for the next test."""
    loggers = [logging.getLogger(name) for name in (None, "bot", "discord", "alembic")]
    levels = [logger.level for logger in loggers]
    handlers = loggers[0].handlers[:]
    yield
    loggers[0].handlers[:] = handlers
    for logger, level in zip(loggers, levels, strict=True):
        logger.setLevel(level)
    structlog.reset_defaults()
