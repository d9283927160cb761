"""More than, or after."""

from ._order import Order
from .base import words


class Gt(Order):
    name = "gt"
    below, open = False, True
    edges = ("high",)
    label = words("大于", "is more than")
    sentence = words("{field} 大于 {value}", "{field} is more than {value}")


OPERATOR = Gt()
