"""The form as the engine needs it: which field ids exist, and as what their values are compared.

The kinds are the engine's own, so that a new field type of the forms context needs a line in the adapter, not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

TEXT = "text"
DECIMAL = "decimal"
DATE = "date"
DATETIME = "datetime"
CHOICE = "choice"
CHOICES = "choices"
BOOLEAN = "boolean"
MEMBER = "member"
MEMBERS = "members"
DEPARTMENT = "department"
DEPARTMENTS = "departments"
OPAQUE = "opaque"
"""Only "is it empty?" can be asked: attachments, lines."""


@dataclass(frozen=True, slots=True)
class FormField:
    """`choices` (option id -> label) is set for the two choice kinds."""

    id: str
    name: str
    kind: str
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FormView:
    """A published form version as a flow sees it."""

    id: str
    name: str
    version: int
    fields: Mapping[str, FormField]
