"""`make down`: stop what `make up` started; the data stays in .local/."""

from ..terminal import step
from .place import here
from .up import stop


def main() -> int:
    with step("Stopping"):
        ran = stop(here())
    if not ran:
        print("  Nothing was running.")
    return 0
