"""What a form says of duplicates (`duplicates` of its definition)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..labels import Label, label_text
from ..normalisers import EXACT

BLOCK, WARN = "block", "warn"


@dataclass(frozen=True, slots=True)
class Part:
    """A field that is compared, and in which normal form: one of `normalisers.WAYS`."""

    field: str
    way: str = EXACT


@dataclass(frozen=True, slots=True)
class Across:
    """Another form whose records are compared, too: its fields stand for those of the rule, in their order."""

    form: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DuplicateRule:
    """Two records are the same if all parts of them are. `policy` is BLOCK or WARN."""

    id: str
    name: Label
    parts: tuple[Part, ...]
    across: tuple[Across, ...] = ()
    policy: str = BLOCK

    @property
    def blocks(self) -> bool:
        return self.policy == BLOCK

    @property
    def ways(self) -> tuple[str, ...]:
        return tuple(part.way for part in self.parts)

    def label(self, language: str) -> str:
        return label_text(self.name, language)


def read_duplicates(docs: Iterable[Mapping[str, Any]]) -> tuple[DuplicateRule, ...]:
    """From documents that satisfy `schemas/duplicate_rule.json`."""
    return tuple(_rule(doc) for doc in docs)


def watched_forms(definition: Any) -> frozenset[str]:
    """Ids of the other forms that the rules of a definition look at."""
    return frozenset(each.form for rule in definition.duplicates for each in rule.across if each.form)


def _rule(doc: Mapping[str, Any]) -> DuplicateRule:
    return DuplicateRule(
        id=doc["id"],
        name=doc["name"],
        parts=tuple(Part(each.get("field", ""), each.get("as", EXACT)) for each in doc.get("fields", ())),
        across=tuple(Across(each.get("form", ""), tuple(each.get("fields", ()))) for each in doc.get("across", ())),
        policy=doc.get("policy", BLOCK),
    )
