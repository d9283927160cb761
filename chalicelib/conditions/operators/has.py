"""Has at least one of these people, departments or options."""

from ._members import Members
from .base import words


class Has(Members):
    name = "has"
    label = words("包含任一", "has any of")
    sentence = words("{field} 包含 {value} 之一", "{field} has any of {value}")


OPERATOR = Has()
