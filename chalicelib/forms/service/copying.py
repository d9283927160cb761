"""A new form that begins as another one is."""

from typing import Any

from ...kernel.ids import new_ordered_id
from ...kernel.unit_of_work import UnitOfWork
from ..domain.copying import copied
from ..domain.form_state import Head
from .forms import Forms


class Copying:
    def __init__(self, forms: Forms) -> None:
        self._forms = forms

    def copy(self, work: UnitOfWork, form_id: str) -> tuple[Head, dict[str, Any]]:
        """A draft like that of the form, in the same app, with a name and key of its own; without records and flow.

        Raises FormNotFound.
        """
        head, draft = self._forms.read_draft(work, form_id)
        made = new_ordered_id(work.now)
        definition = copied(draft.definition, form_id, made, work.actor.language)
        return self._forms.create(work, definition, head.app_id, made)
