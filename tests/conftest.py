"""How tests are spread over processors (`make test`): a file stays together, and all that needs the local cloud."""

from pathlib import Path
from typing import Any

import pytest
from xdist.scheduler import LoadScopeScheduling

from .local_cloud import installation, place

__all__ = ["installation", "place"]

HERE = Path(__file__).parent
IN_THE_CLOUD = ("tests/e2e/", "tests/browser/")
CLOUD = "the local cloud"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE) and f"tests/{item.path.relative_to(HERE).as_posix()}".startswith(
            IN_THE_CLOUD
        ):
            item.add_marker(pytest.mark.e2e)


class _ByFile(LoadScopeScheduling):  # type: ignore[misc]
    """What a file shares is made once; the local cloud, too. It has the most to do, so it begins first."""

    def _split_scope(self, nodeid: str) -> str:
        return CLOUD if nodeid.startswith(IN_THE_CLOUD) else nodeid.split("::", 1)[0]

    def _assign_work_unit(self, node: Any) -> None:
        if CLOUD in self.workqueue:
            self.workqueue.move_to_end(CLOUD, last=False)
        super()._assign_work_unit(node)


@pytest.hookimpl
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> _ByFile:
    return _ByFile(config, log)
