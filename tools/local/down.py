"""`make down`: stop what `make up` started; the data stays in .local/."""

from ..terminal import step
from .up import stop
from .workdir import here


def main() -> int:
    with step("Stopping"):
        ran = stop(here())
    if not ran:
        print("  Nothing was running.")
    return 0
