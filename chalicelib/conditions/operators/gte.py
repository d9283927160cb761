"""At least, or no earlier than."""

from ._order import Order
from .base import words


class Gte(Order):
    name = "gte"
    below, open = False, False
    edges = ("low",)
    label = words("大于等于", "is at least")
    sentence = words("{field} 大于等于 {value}", "{field} is at least {value}")


OPERATOR = Gte()
