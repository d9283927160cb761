"""What is only ever filled in or not: files, lines."""

from .base import Kind


class Opaque(Kind):
    name = "opaque"
    scalar = False


KIND = Opaque()
