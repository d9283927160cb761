"""Duplicate rules name fields of other forms: both sides are looked at, whichever is published."""

from collections.abc import Iterator

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.definition import Definition, Form
from ...domain.duplicates.checks import across_faults, lost_fields, own_faults
from ...domain.duplicates.marks import watches
from ...domain.duplicates.setting import Across, DuplicateRule
from ...domain.errors import FormNotFound, FormNotPublished
from ...domain.form_state import Head
from ..entrance import Entrance
from ..ports import FormStore
from .publish_step import PublishStep

MOST_RULES = 10
"""That concern one form, its own included: each is up to four rows of a record's transaction."""


class DuplicatesPublished(PublishStep):
    def __init__(self, forms: FormStore, entrance: Entrance) -> None:
        self._forms = forms
        self._entrance = entrance

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterator[FieldError]:
        yield from own_faults(definition, head.id)
        before = self._forms.definition(work, head.id, head.version).duplicates if head.version else ()
        if len(definition.duplicates) + self._watching(work, head, head.id) > MOST_RULES:
            yield FieldError.of("/duplicates", "duplicate_too_many", limit=MOST_RULES)
        for index, rule in enumerate(definition.duplicates):
            for place, across in enumerate(rule.across):
                path = f"/duplicates/{index}/across/{place}"
                if across.form == head.id:
                    continue
                target = self._form(work, across.form)
                if target is None:
                    yield FieldError.of(f"{path}/form", "duplicate_form")
                    continue
                found = list(across_faults(rule, across, target.definition, path))
                yield from found
                if self._rules_over(work, head, definition, target) > MOST_RULES:
                    yield FieldError.of(f"{path}/form", "duplicate_too_many", limit=MOST_RULES)
                elif not found and not _was(rule, across, before) and not self._may_read(work, target, across):
                    yield FieldError.of(f"{path}/form", "duplicate_beyond_own_rights")
        yield from self._lost(work, head, definition)

    def published(self, work: UnitOfWork, head: Head, before: Definition | None, after: Definition) -> None:
        if after.duplicates or (before and before.duplicates):
            self._forms.enter_watched(work, head.id, before, after)

    # -- within

    def _rules_over(self, work: UnitOfWork, head: Head, definition: Definition, target: Form) -> int:
        """How many rules would concern the other form."""
        own = sum(each.form == target.id for rule in definition.duplicates for each in rule.across)
        return own + len(target.definition.duplicates) + self._watching(work, head, target.id)

    def _watching(self, work: UnitOfWork, head: Head, form_id: str) -> int:
        """How many rules of other forms than `head` look at records of the form."""
        owners = self._forms.head(work, form_id).watched_by
        forms = [self._forms.form(work, owner) for owner in owners if owner != head.id]
        return sum(len(list(watches(form.id, form.definition, form_id))) for form in forms)

    def _may_read(self, work: UnitOfWork, target: Form, across: Across) -> bool:
        """Whether whoever publishes reads every record of the other form, in the values that are compared: those who
        fill in this form are told which values are there.
        """
        scope = self._entrance.scope(work, target)
        return scope.reads_all and not set(across.fields) & scope.hides

    def _lost(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterator[FieldError]:
        """Fields that this version drops, or changes, though rules of other forms compare them."""
        language = work.actor.language
        for owner in head.watched_by:
            other = self._form(work, owner)
            if other is None:
                continue
            before = self._forms.definition(work, head.id, head.version).by_id
            for name in sorted(set(lost_fields(owner, other.definition, definition, head.id))):
                label = before[name].label(language) if name in before else name
                yield FieldError.of("/fields", "field_used_by_duplicates", field=label, form=other.label(language))

    def _form(self, work: UnitOfWork, form_id: str) -> Form | None:
        try:
            return self._forms.form(work, form_id)
        except (FormNotFound, FormNotPublished):
            return None


def _was(rule: DuplicateRule, across: Across, before: tuple[DuplicateRule, ...]) -> bool:
    """Whether the published version compares the same with the same already."""
    return any(each.ways == rule.ways and across in each.across for each in before)
