"""Not equal to one value."""

from ._equal import NotEqual
from .base import words


class Ne(NotEqual):
    name = "ne"
    label = words("不等于", "is not")
    sentence = words("{field} 不等于 {value}", "{field} is not {value}")


OPERATOR = Ne()
