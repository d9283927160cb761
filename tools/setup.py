"""`make setup`: what the other commands need. The Python half is done before this runs."""

from .local import doctor, web
from .local.workdir import here


def main() -> int:
    web.install(here().stamps)
    return doctor.main()
