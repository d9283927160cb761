"""Who is asked: one file per kind of rule. A new kind is a new file with a `RULE_TYPE`; it is found by that.

A rule is compiled once (`build`, which notes faults) and then yields candidates for a context, each with the reason
that will stand in the run as "why me". Rules never filter: activity, duplicates and the initiator themself are the
node's business, so that every kind of rule is treated alike.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from ..builder import Builder
from .rule import Rule, RuleType

__all__ = ["RULE_TYPES", "Rule", "RuleType", "named_by", "rules"]


def _found() -> dict[str, RuleType]:
    modules = [import_module(f"{__name__}.{each.name}") for each in iter_modules(__path__)]
    types: list[RuleType] = [module.RULE_TYPE for module in modules if hasattr(module, "RULE_TYPE")]
    return {each.type: each for each in types}


RULE_TYPES: Mapping[str, RuleType] = _found()


def rules(builder: Builder, raws: Sequence[Mapping[str, Any]], path: str) -> tuple[Rule, ...]:
    """The compiled rules; those with a fault are left out, their faults noted."""
    if not raws:
        builder.fault(path, "nobody_named")
    built = [RULE_TYPES[raw["type"]].build(builder, raw, f"{path}/{number}") for number, raw in enumerate(raws)]
    return tuple(rule for rule in built if rule is not None)


def named_by(raws: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Ids of the members, roles and departments that raw rules name."""
    for raw in raws:
        yield from RULE_TYPES[raw["type"]].named(raw)
