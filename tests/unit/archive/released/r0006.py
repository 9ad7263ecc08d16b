"""Revision 0006 tells alerts of one event apart by who speaks."""

from typing import Any

from tests.unit.archive.released.r0003 import ROWS as BEFORE

ROWS: dict[str, list[dict[str, Any]]] = {"alerts": [{**BEFORE["alerts"][0], "speaker": "name:solheim"}]}
