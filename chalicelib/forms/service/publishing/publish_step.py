"""The contract of a step of publishing. Each method has the answer of a step that has nothing to do."""

from collections.abc import Iterable
from typing import Any

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.definition import Definition
from ...domain.form_state import Head


class PublishStep:
    def prepared(self, work: UnitOfWork, head: Head, definition: dict[str, Any]) -> dict[str, Any]:
        """The definition with what it takes from other forms; as it is where that cannot be found. The draft stays."""
        del work, head
        return definition

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterable[FieldError]:
        """What is wrong with it beside other forms, paths as in the definition; asked if it is sound by itself."""
        del work, head, definition
        return ()

    def published(self, work: UnitOfWork, head: Head, before: Definition | None, after: Definition) -> None:
        """Write what other forms must find; `head` is that of the new version."""
        del work, head, before, after
