"""Tokens to tree: a Pratt parser whose depth and size are bounded while it reads, not after."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from .faults import FormulaError
from .nodes import Call, Chain, Literal, Node, Reference, Unary, position, references
from .tokens import Token, tokenize

MAX_DEPTH = 32
MAX_NODES = 500
MAX_DIGITS = 28
MAX_PLACES = 12

_BINARY = {
    **dict.fromkeys(("=", "<>", "<", "<=", ">", ">="), 1),
    "&": 2,
    **dict.fromkeys("+-", 3),
    **dict.fromkeys("*/", 4),
    "^": 5,
}
_PREFIX = 6


def parse(source: str) -> Node:
    """The tree of one formula. Raises FormulaError with the position of the fault."""
    return _Parser(tokenize(source)).whole()


def named_in(expression: Any) -> Iterator[str]:
    """What an expression names, `total`, `lines`, `lines.amount`; of one that cannot be read, nothing."""
    try:
        yield from (each.path for each in references(parse(str(expression or ""))))
    except FormulaError:
        return


class _Parser:
    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._next = 0
        self._nodes = 0

    def whole(self) -> Node:
        node = self._expression(0, 1)
        self._expect("end")
        return node

    def _expression(self, least: int, depth: int) -> Node:
        if depth > MAX_DEPTH:
            raise FormulaError("formula_too_deep", self._peek().at, limit=MAX_DEPTH)
        left = self._operand(depth)
        if self._take("%"):
            left = self._made(Unary("%", left, position(left)))
        while (power := _BINARY.get(self._peek().text, -1)) >= max(least, 1) and self._peek().what == "sign":
            left = self._chain(left, power, depth)
        return left

    def _chain(self, first: Node, power: int, depth: int) -> Node:
        rest = []
        while self._peek().what == "sign" and _BINARY.get(self._peek().text) == power:
            sign = self._advance().text
            rest.append((sign, self._expression(power + 1, depth + 1)))
        return self._made(Chain(first, tuple(rest)))

    def _operand(self, depth: int) -> Node:
        token = self._advance()
        if token.what == "number":
            return self._made(Literal(_number(token), token.at))
        if token.what == "text":
            return self._made(Literal(token.text[1:-1].replace('""', '"'), token.at))
        if token.what == "name":
            return self._named(token, depth)
        if token.text == "(":
            inner = self._expression(0, depth + 1)
            self._expect(")")
            return inner
        if token.what == "sign" and token.text in "+-":
            return self._made(Unary(token.text, self._expression(_PREFIX, depth + 1), token.at))
        raise FormulaError("formula_syntax", token.at, found=token.text)

    def _named(self, token: Token, depth: int) -> Node:
        if self._take("("):
            return self._made(Call(token.text.upper(), self._arguments(depth), token.at))
        if token.text.upper() in ("TRUE", "FALSE"):
            return self._made(Literal(token.text.upper() == "TRUE", token.at))
        column = self._expect("name").text if self._take(".") else ""
        return self._made(Reference(token.text, column, token.at))

    def _arguments(self, depth: int) -> tuple[Node, ...]:
        if self._take(")"):
            return ()
        arguments = [self._expression(0, depth + 1)]
        while self._take(","):
            arguments.append(self._expression(0, depth + 1))
        self._expect(")")
        return tuple(arguments)

    def _made(self, node: Node) -> Node:
        self._nodes += len(node.rest) if isinstance(node, Chain) else 1
        if self._nodes > MAX_NODES:
            raise FormulaError("formula_too_many_nodes", limit=MAX_NODES)
        return node

    def _peek(self) -> Token:
        return self._tokens[self._next]

    def _advance(self) -> Token:
        token = self._tokens[self._next]
        if token.what != "end":
            self._next += 1
        return token

    def _take(self, sign: str) -> bool:
        if self._peek().what == "sign" and self._peek().text == sign:
            self._next += 1
            return True
        return False

    def _expect(self, what: str) -> Token:
        token = self._advance()
        if what not in (token.what, token.text if token.what == "sign" else ""):
            raise FormulaError("formula_syntax", token.at, found=token.text)
        return token


def _number(token: Token) -> Decimal:
    whole, _, places = token.text.partition(".")
    if len(whole) > MAX_DIGITS or len(places) > MAX_PLACES:
        raise FormulaError("formula_number_digits", token.at, digits=MAX_DIGITS, places=MAX_PLACES)
    return Decimal(token.text)
