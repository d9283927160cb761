"""`make reset`: stop, and delete the local data. What was built or installed stays."""

import shutil

from ..terminal import step
from .up import stop
from .workdir import here


def main() -> int:
    workdir = here()
    with step("Stopping"):
        stop(workdir)
    with step("Deleting the local data"):
        for name in ("state", "tmp", "logs", "run", "build", "front.json", "stamps/deployed", "stamps/demo"):
            path = workdir.directory / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)
    print("  `make up` begins anew.")
    return 0
