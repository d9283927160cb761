"""At most, or no later than."""

from ._order import Order
from .base import words


class Lte(Order):
    name = "lte"
    below, open = True, False
    edges = ("high",)
    label = words("小于等于", "is at most")
    sentence = words("{field} 小于等于 {value}", "{field} is at most {value}")


OPERATOR = Lte()
