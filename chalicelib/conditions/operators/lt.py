"""Less than, or before."""

from ._order import Order
from .base import words


class Lt(Order):
    name = "lt"
    below, open = True, True
    edges = ("low",)
    label = words("小于", "is less than")
    sentence = words("{field} 小于 {value}", "{field} is less than {value}")


OPERATOR = Lt()
