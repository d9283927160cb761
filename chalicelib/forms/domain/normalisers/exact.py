"""The text itself, whatever its case, width and spaces."""

from ..normal_form import searchable


def exact(text: str) -> str:
    """`华东  阀门 ` and `华东 阀门` are one, `Ａcme` and `acme` are, too."""
    return " ".join(searchable(text).split())
