"""Equal to one value."""

from ._equal import Equal
from .base import words


class Eq(Equal):
    name = "eq"
    label = words("等于", "is")
    sentence = words("{field} 等于 {value}", "{field} is {value}")


OPERATOR = Eq()
