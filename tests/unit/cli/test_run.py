"""The command ``run``, where nothing comes of it."""

import argparse
import gc

import pytest

from bot.cli.run import run
from bot.errors import SettingsError


def test_a_start_that_fails_leaves_garbage_collections_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "nothing://at-all")
    with pytest.raises(SettingsError):
        run(argparse.Namespace(roles=None))
    assert gc.isenabled()
