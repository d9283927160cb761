"""What of an index must be read at all: the bounds outside of which nothing passes. They may only narrow."""

from collections.abc import Callable

from .operators.base import Bounds
from .tree import AllOf, AnyOf, Comparison, Node

OPEN: Bounds = (None, None)


def bounds(node: Node, of: Callable[[Comparison], Bounds]) -> Bounds:
    """`of` gives the bounds of one test, open if it is of another field. They may cross: then nothing passes."""
    if isinstance(node, Comparison):
        return of(node)
    if isinstance(node, AllOf):
        found = [bounds(part, of) for part in node.parts]
        lows = [low for low, _ in found if low is not None]
        highs = [high for _, high in found if high is not None]
        return max(lows, default=None), min(highs, default=None)
    if isinstance(node, AnyOf) and node.parts:
        return _hull([bounds(part, of) for part in node.parts])
    return OPEN


def _hull(found: list[Bounds]) -> Bounds:
    """Around all that do not cross."""
    possible = [(low, high) for low, high in found if low is None or high is None or low <= high]
    if not possible:
        return found[0]
    lows, highs = [low for low, _ in possible], [high for _, high in possible]
    low = None if None in lows else min(each for each in lows if each is not None)
    high = None if None in highs else max(each for each in highs if each is not None)
    return low, high


def required(node: Node) -> tuple[Comparison, ...]:
    """The tests that everything that passes has passed: those of the outer all."""
    if isinstance(node, Comparison):
        return (node,)
    if isinstance(node, AllOf) or (isinstance(node, AnyOf) and len(node.parts) == 1):
        return tuple(test for part in node.parts for test in required(part))
    return ()
