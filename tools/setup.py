"""`make setup`: what the other commands need. The Python half is done before this runs."""

from .local import doctor, web
from .local.place import here


def main() -> int:
    if (web.WEB / "package.json").exists():
        web.install(here().stamps)
    return doctor.main()
