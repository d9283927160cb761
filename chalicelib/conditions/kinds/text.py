"""Texts, compared as they were typed."""

from .base import Kind


class Text(Kind):
    name = "text"
    textual = True


KIND = Text()
