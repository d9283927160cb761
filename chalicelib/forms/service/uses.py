"""Where definitions name roles, departments and members: what the directory asks before it drops one."""

from collections.abc import Collection, Iterator
from typing import Any

from ...directory.api import Use
from ...kernel.unit_of_work import UnitOfWork
from ..domain.labels import label_text
from ..domain.naming import named
from .ports import FormStore


class Uses:
    def __init__(self, forms: FormStore) -> None:
        self._forms = forms

    def uses_of(self, work: UnitOfWork, ids: Collection[str]) -> list[Use]:
        """Every form is read, because no index says who names what: dropping is rare. Archived ones count: they may be
        opened again.
        """
        found: list[Use] = []
        for form_id, published, draft in self._forms.definitions(work):
            in_use = list(_uses(work, form_id, published, ids, draft=False)) if published else []
            known = {(use.named, use.place, use.part) for use in in_use}
            found += in_use
            found += [
                use
                for use in _uses(work, form_id, draft, ids, draft=True)
                if (use.named, use.place, use.part) not in known
            ]
        return found


def _uses(
    work: UnitOfWork, form_id: str, definition: dict[str, Any], ids: Collection[str], *, draft: bool
) -> Iterator[Use]:
    language = work.actor.language
    name = label_text(definition["name"], language)
    for each in named(definition):
        if each.id in ids:
            part = label_text(each.field, language)
            yield Use(each.id, "form", form_id, name, each.place, part, draft)
