"""Several of the named options."""

from .base import Kind


class Choices(Kind):
    name = "choices"
    several = True
    members = True
    blank_operand = False


KIND = Choices()
