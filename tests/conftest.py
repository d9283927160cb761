"""How tests are spread over processors (`make test`): a file stays together, and all that needs the local cloud."""

from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from chalicelib.kernel.unit_of_work import UnitOfWork

from .local_cloud import installation, kept_workdir, workdir

__all__ = ["installation", "workdir"]

HERE = Path(__file__).parent
IN_THE_CLOUD = ("tests/e2e/", "tests/browser/")
CLOUD = "the local cloud"
JOURNEY = "tests/e2e/test_journey.py"
"""It stops and starts its cloud, and needs nothing that others made in it: it may as well have one of its own."""
LONGEST = (
    CLOUD,
    JOURNEY,
    "tests/proof/test_p4_mishaps.py",
    "tests/proof/test_p4_shapes.py",
    "tests/proof/test_p5_events.py",
    "tests/proof/test_p1_strangers.py",
    "tests/proof/test_contract_by_schemathesis.py",
    "tests/proof/test_fuzz_formulas.py",
    "tests/proof/test_p3_races.py",
    "tests/proof/test_p4_random_flows.py",
    "tests/proof/test_engine_model.py",
)
"""They begin first, as what begins last is waited for alone: in `make test` two, in `make prove` the others."""


def pytest_configure() -> None:
    """A row that is written twice by mistake is an error here; in service it is only told of."""
    UnitOfWork.strict = True


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE) and f"tests/{item.path.relative_to(HERE).as_posix()}".startswith(
            IN_THE_CLOUD
        ):
            item.add_marker(pytest.mark.e2e)


class _ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """What a file shares is made once; the local cloud, too. What takes longest begins first."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.split("::", 1)[0]
        if file == JOURNEY and not kept_workdir():
            return JOURNEY
        return CLOUD if file.startswith(IN_THE_CLOUD) else file

    def _assign_work_unit(self, node: Any) -> None:
        scope = next((each for each in LONGEST if each in self.workqueue), None)
        if scope is not None:
            self.workqueue.move_to_end(scope, last=False)
        super()._assign_work_unit(node)


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByFile:
    return _ByFile(config, log)
