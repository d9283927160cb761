"""The kinds of values, one file each with a `KIND`, found by their names."""

from ...kernel.plugins import discover
from .base import Kind

__all__ = ["KINDS", "Kind"]

KINDS: dict[str, Kind] = {each.name: each for each in discover(__name__, __path__, "KIND", Kind)}
