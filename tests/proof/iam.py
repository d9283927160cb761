"""Judges a call by IAM policies as AWS documents it: denied unless a statement allows it and none denies it.

Only what our policies use; an operator or a variable that is not known here is an error, never a silent "allowed".
The trap is kept as it is: `ForAllValues` holds for a key that the request does not have.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

Statement = Mapping[str, Any]


@dataclass(frozen=True)
class Call:
    """One action on one resource. `keys` are the condition keys that the request has; one without values has none."""

    action: str
    resource: str
    keys: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def given(self, key: str) -> tuple[str, ...]:
        return dict(self.keys).get(key, ())


def allowed(statements: Sequence[Statement], call: Call) -> bool:
    applying = [statement for statement in statements if _applies(statement, call)]
    effects = {statement["Effect"] for statement in applying}
    return effects == {"Allow"}


def _applies(statement: Statement, call: Call) -> bool:
    unknown = set(statement) - {"Sid", "Effect", "Action", "Resource", "Condition"}
    if unknown:
        raise NotImplementedError(str(unknown))
    return (
        any(matches(pattern.lower(), call.action.lower()) for pattern in many(statement["Action"]))
        and any(matches(pattern, call.resource) for pattern in many(statement["Resource"]))
        and all(
            _holds(operator, wanted, call.given(key))
            for operator, keys in statement.get("Condition", {}).items()
            for key, wanted in keys.items()
        )
    )


def _holds(operator: str, wanted: Any, given: tuple[str, ...]) -> bool:
    patterns = [str(pattern) for pattern in many(wanted)]
    if operator == "Null":
        return (not given) is (patterns == ["true"])
    quantifier, _, name = operator.rpartition(":")
    one = _OPERATORS[name]
    if quantifier == "ForAllValues":
        return all(one(value, patterns) for value in given)
    if quantifier == "ForAnyValue":
        return any(one(value, patterns) for value in given)
    if quantifier:
        raise NotImplementedError(operator)
    if not given:
        return "Not" in name
    return all(one(value, patterns) for value in given)


_OPERATORS: dict[str, Callable[[str, list[str]], bool]] = {
    "StringEquals": lambda value, patterns: value in patterns,
    "StringNotEquals": lambda value, patterns: value not in patterns,
    "StringLike": lambda value, patterns: any(matches(pattern, value) for pattern in patterns),
    "StringNotLike": lambda value, patterns: not any(matches(pattern, value) for pattern in patterns),
    "ArnEquals": lambda value, patterns: any(matches(pattern, value) for pattern in patterns),
}


def matches(pattern: str, text: str) -> bool:
    """`*` and `?` as IAM means them: they cross every delimiter, and nothing else is special."""
    return _compiled(pattern).fullmatch(text) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    if "${" in pattern:
        raise NotImplementedError(pattern)
    parts = ({"*": ".*", "?": "."}.get(letter, re.escape(letter)) for letter in pattern)
    return re.compile("".join(parts), re.DOTALL)


def many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
