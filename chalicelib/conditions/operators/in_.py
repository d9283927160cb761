"""Equal to one of several values."""

from ._equal import Equal
from .base import MANY, words


class In(Equal):
    name = "in"
    arity = MANY
    label = words("是其中之一", "is one of")
    sentence = words("{field} 是 {value} 之一", "{field} is one of {value}")


OPERATOR = In()
