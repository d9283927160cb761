"""P9 as far as formulas exist: no text of a million mutated ones escapes the interpreter, hangs it, or ends in
anything but a value or a fault of the formula.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from chalicelib.forms.domain.formula import FormulaError, Scope, Value, evaluate, parse

from ..unit.forms.test_formula import ABUSE
from .sizes import dice, size

GOOD = [
    "quantity*unit_price*(1-discount)",
    "SUM(lines.amount)/COUNT(lines.amount)",
    'IF(AND(a>1,b<=2),"yes",CONCAT(name,"-",TEXT(a,"0.00")))',
    "ROUND(a^2.5%+b/-3,2)",
    'IF(d>DATE(2026,1,31),d+30,TODAY())&"x"',
    "MAX(lines.amount,1,a)-MIN(lines.quantity)",
    'LEFT(UPPER(name),3)&MID(name,1,2)&LEN("文")',
    "NOT(OR(a=b,a<>1,ISBLANK(name)))",
]
ESCAPES = [
    "().__class__.__mro__[1].__subclasses__()",
    "{}.get.__globals__",
    "getattr(a,'__class__')",
    "'%s'%a",
    "'{0.__class__.__init__.__globals__}'.format(a)",
    "[x for x in ().__class__.__bases__]",
    "(lambda:0).__code__",
    "a.__init__.__globals__['os']",
    "__builtins__",
    "exec('import os')",
    "9**9**9",
    "9^9^9^9",
    "REPT(a,1000000000)",
    "'a'*10**9",
    "SUM(SUM(SUM(lines.lines.lines)))",
    "a" * 1999,
    "1e999999999",
    "0x7f000001",
    "…\u202e\ufeff",
]
PIECES = [
    *"()+-*/^%&=<>,.\"'{}[]:;#@!\\\n\t\0 ",
    *("<>", "<=", ">=", "**", "//", "..", '""', "__", "SUM(", "IF(", "TEXT(", "lines.", "a", "name", "9" * 30),
    *("TRUE", "-" * 50, "(" * 40, ")" * 40, "\ud800", "ＳＵＭ", "\u200b", "٣", "1E5", ".5", "5.", "#REF!"),
]
CORPUS = [*GOOD, *ESCAPES, *ABUSE]
LONGEST_SECONDS = 0.05
PLAIN = (str, bool, Decimal, date, type(None))


ROWS: tuple[dict[str, Value], ...] = tuple(
    {"amount": Decimal(place), "quantity": Decimal(2), "name": "行"} for place in range(3)
)
VALUES: dict[str, Value] = {
    "a": Decimal(3),
    "b": Decimal("-0.5"),
    "name": "华东 x",
    "d": date(2026, 2, 28),
    "quantity": Decimal(2),
    "unit_price": Decimal("9.99"),
    "discount": None,
}
LEAVES = (*VALUES, "1", "0", "2.5%", "1e3", '"x"', '""', "TRUE", "SUM(lines.amount)", "COUNT(lines.name)", "TODAY()")
SHAPES = ("%s+%s", "%s*(%s)", "-%s/%s", "%s^%s", "%s&%s", "(%s)<=%s", "IF(%s,%s,a)", "ROUND(%s,%s)", "MAX(%s,%s)")


def grown(chance: random.Random, depth: int) -> str:
    """A formula by the grammar, right or wrong in its kinds."""
    if depth == 0 or chance.random() < 0.2:
        return chance.choice(LEAVES)
    return chance.choice(SHAPES) % (grown(chance, depth - 1), grown(chance, depth - 1))


def mutated(chance: random.Random) -> str:
    text = chance.choice(CORPUS)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(text) + 1)
        end = min(len(text), place + chance.randint(0, 8))
        kind = chance.random()
        if kind < 0.4:
            text = text[:place] + chance.choice(PIECES) + text[place:]
        elif kind < 0.6:
            text = text[:place] + text[end:]
        elif kind < 0.75:
            text = text[:end] + text[place:]
        elif kind < 0.9:
            other = chance.choice(CORPUS)
            text = text[:place] + other[chance.randrange(len(other)) :]
        else:
            text = text[:place] + chance.choice(PIECES) + text[end:]
    return text


def run(text: str) -> str:
    """What came of it; anything else but a fault of the formula escapes from here."""
    try:
        value = evaluate(parse(text), Scope(VALUES, {"lines": ROWS}, date(2026, 11, 22)))
    except FormulaError as fault:
        return fault.code
    assert isinstance(value, PLAIN), (text, type(value))
    return "value"


def seconds(text: str) -> float:
    began = time.thread_time()
    run(text)
    return time.thread_time() - began


def test_no_text_escapes_or_hangs(proved: Callable[..., None]) -> None:
    chance, ends, longest = dice("P9 formulas"), Counter[str](), 0.0
    for _ in range(size(short=10_000, long=1_000_000)):
        text = mutated(chance) if chance.random() < 0.6 else grown(chance, 4)
        began = time.thread_time()
        try:
            ends[run(text)] += 1
        except BaseException as escaped:
            raise AssertionError(repr(text)) from escaped
        took = time.thread_time() - began
        if took > LONGEST_SECONDS:
            # A pause of the collector is not the formula's; what is slow, is slow again.
            took = min(took, *(seconds(text) for _ in range(3)))
        longest = max(longest, took)
        assert took <= LONGEST_SECONDS, repr(text)
    assert ends["value"] > sum(ends.values()) / 50
    assert len(ends) >= 6
    proved(
        "P9",
        "formulas mutated from good ones and known escapes, and grown by the grammar",
        executions=sum(ends.values()),
        values=ends["value"],
        kinds_of_fault=len(ends) - 1,
        escapes=0,
        longest_ms=round(longest * 1000, 1),
    )
