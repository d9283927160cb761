"""The HTML part: `page.html`, set by Jinja2. It escapes whatever a letter says; the template holds all markup."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from .letter import Letter
from .text import SIGNED


def to_html(letter: Letter) -> str:
    return _page().render(letter=letter, signed=SIGNED)


@cache
def _page() -> Template:
    """Read and compiled once a process."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("page.html")
