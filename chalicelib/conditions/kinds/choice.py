"""One of the named options."""

from .base import Kind


class Choice(Kind):
    name = "choice"
    blank_operand = False


KIND = Choice()
