"""A code, an article or a licence number: letters and digits only."""

from ..normal_form import searchable


def code(text: str) -> str:
    """`HL-2030/a` and `hl 2030 A` are one."""
    return "".join(sign for sign in searchable(text) if sign.isalnum())
