"""One process of the bot for each module, and Discord's own specification."""

import time
from collections.abc import AsyncIterator, Iterator

import pytest
import pytest_asyncio

from tests.acceptance.figures import FIGURES
from tests.acceptance.harness import Harness, open_harness
from tests.cogs.contract import Contract
from tests.conftest import SHARED


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def harness(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Harness]:
    settings: dict[str, str] = getattr(request.module, "SETTINGS", {})
    began, worked = time.monotonic(), time.process_time()
    async for opened in open_harness(tmp_path_factory.mktemp("bot"), **settings):
        yield opened
    bots = sum(one.used().seconds for one in opened.program.running)
    worked = time.process_time() - worked + bots
    FIGURES.modules[request.module.__name__.rpartition("_")[2]] = time.monotonic() - began, worked


@pytest.fixture(autouse=True)
def scenario(request: pytest.FixtureRequest, harness: Harness) -> Iterator[None]:
    with harness.scenario(request.node.name):
        yield


@pytest.fixture(scope="session")
def contract() -> Contract | None:
    """Discord's specification, where the measuring material is."""
    path = SHARED / "contracts" / "discord-openapi.json"
    return Contract(path) if path.is_file() else None


class Afterwards:
    """The last tests of each module: what its process did in the others."""

    async def test_all_requests_conform(self, harness: Harness, contract: Contract | None) -> None:
        assert harness.violations(contract) == []
        if contract is None:
            pytest.skip("Discord's specification (folder 'shared' beside the checkout) is not here")

    async def test_it_is_left_well(self, harness: Harness) -> None:
        assert harness.faults_logged() == []
        assert harness.unanswered() == []
        assert harness.broken_rules() == []
        await harness.rest()
