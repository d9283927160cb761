"""Text to tokens. ASCII outside quotes on purpose: a look-alike letter must not name another field."""

import re
from dataclasses import dataclass

from .faults import FormulaError

MAX_LENGTH = 2_000

_TOKEN = re.compile(
    r"""[ \t\r\n]+
    |(?P<number>[0-9]+(?:\.[0-9]+)?)
    |(?P<name>[A-Za-z][A-Za-z0-9_]*)
    |(?P<text>"(?:[^"]|"")*")
    |(?P<sign><>|<=|>=|[-+*/^&=<>%(),.])""",
    re.VERBOSE,
)
_FULL_WIDTH = {"，": ",", "（": "(", "）": ")", "“": '"', "”": '"', "．": ".", "。": ".", "；": ","}


@dataclass(frozen=True, slots=True)
class Token:
    """`what` is number, name, text, sign or end; `at` is the 1-based position of its first character."""

    what: str
    text: str
    at: int


def tokenize(source: str) -> list[Token]:
    """Raises FormulaError: formula_too_long, formula_full_width, formula_syntax."""
    if len(source) > MAX_LENGTH:
        raise FormulaError("formula_too_long", limit=MAX_LENGTH)
    tokens = []
    at = 0
    while at < len(source):
        match = _TOKEN.match(source, at)
        if match is None:
            raise _stray(source, at)
        if match.lastgroup is not None:
            tokens.append(Token(match.lastgroup, match.group(), at + 1))
        at = match.end()
    return [*tokens, Token("end", "", len(source) + 1)]


def _stray(source: str, at: int) -> FormulaError:
    char = source[at]
    plain = _FULL_WIDTH.get(char) or (chr(ord(char) - 0xFEE0) if "！" <= char <= "～" else "")
    if plain:
        return FormulaError("formula_full_width", at + 1, found=char, expected=plain)
    return FormulaError("formula_syntax", at + 1, found=char)
