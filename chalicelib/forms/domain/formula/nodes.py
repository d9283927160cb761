"""The tree of a parsed formula: frozen, and nothing in it can be called or looked up but what these names say."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from .values import Value


@dataclass(frozen=True, slots=True)
class Literal:
    value: Value
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Reference:
    """A field `total`, the lines `lines`, or a column of them `lines.amount`."""

    name: str
    column: str = ""
    at: int = 0

    @property
    def path(self) -> str:
        return f"{self.name}.{self.column}" if self.column else self.name


@dataclass(frozen=True, slots=True)
class Unary:
    """`-`, `+` before its operand, or `%` behind it."""

    sign: str
    operand: "Node"
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Chain:
    """`a - b + c`: operators of one precedence from left to right; flat, so that a long sum is not a deep tree."""

    first: "Node"
    rest: tuple[tuple[str, "Node"], ...]


@dataclass(frozen=True, slots=True)
class Call:
    name: str
    arguments: tuple["Node", ...]
    at: int = 0


Node = Literal | Reference | Unary | Chain | Call


def children(node: Node) -> tuple[Node, ...]:
    if isinstance(node, Unary):
        return (node.operand,)
    if isinstance(node, Chain):
        return (node.first, *(operand for _, operand in node.rest))
    return node.arguments if isinstance(node, Call) else ()


def references(node: Node) -> Iterator[Reference]:
    """Every reference in the tree, from left to right, repeats included."""
    if isinstance(node, Reference):
        yield node
    for child in children(node):
        yield from references(child)


def position(node: Node) -> int:
    """The 1-based character at which it begins; 0 if that is not known."""
    return position(node.first) if isinstance(node, Chain) else node.at


def calls(node: Node) -> Iterator[Call]:
    """Every call in the tree."""
    if isinstance(node, Call):
        yield node
    for child in children(node):
        yield from calls(child)
