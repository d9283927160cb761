"""Equal to none of several values."""

from ._equal import NotEqual
from .base import MANY, words


class NotIn(NotEqual):
    name = "not_in"
    arity = MANY
    label = words("不是其中任何一个", "is none of")
    sentence = words("{field} 不是 {value} 中的任何一个", "{field} is none of {value}")


OPERATOR = NotIn()
