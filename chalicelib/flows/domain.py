"""A flow as a company keeps it: one draft, and the versions published from it; and what may not be done with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..kernel.errors import Conflict, Denied, Invalid, NotFound, Stale
from ..kernel.unit_of_work import Row

DRAFT = "draft"
PUBLISHED = "published"
DISABLED = "disabled"


class FlowNotFound(NotFound):
    code = "flow_not_found"


class FlowVersionNotFound(NotFound):
    code = "flow_version_not_found"


class FlowStale(Stale):
    """Somebody else saved the draft in the meantime. Params: `version`."""

    code = "stale"


class FlowFormFixed(Invalid):
    code = "flow_form_fixed"


class FlowNothingToPublish(Conflict):
    code = "flow_nothing_to_publish"


class FlowNotPublished(Conflict):
    code = "flow_not_published"


class FormHasFlow(Conflict):
    """Params: `name`, `flow_id` of the flow that the form is bound to."""

    code = "form_has_flow"


class FormWithoutFlow(Conflict):
    code = "form_without_flow"


class FlowOutdated(Conflict):
    """The form lost a field that the flow consults. Params: `field`."""

    code = "flow_outdated"


class RecordInApproval(Conflict):
    """Params: `run_id`."""

    code = "record_in_approval"


class RecordNotSubmittable(Conflict):
    code = "record_not_submittable"


class RecordOtherForm(Invalid):
    code = "record_other_form"


class RunNotFound(NotFound):
    """Not there, or not for this member: the same answer on purpose."""

    code = "run_not_found"


class CopyDenied(Denied):
    """Who is merely kept informed of a run brings nobody else in."""

    code = "copy_denied"


class NotCopied(Conflict):
    code = "not_copied"


@dataclass(frozen=True, slots=True)
class Flow:
    """`version` is the number of the version in use, 0 before the first; `row` what was read, None for a new one."""

    id: str
    form_id: str
    name: str
    status: str
    definition: Mapping[str, Any]
    created_at: str
    created_by: str
    updated_at: str
    updated_by: str
    version: int = 0
    published_at: str = ""
    key: str = ""
    """Its name for text and programs, unique in the company; "" answers one that is derived from the id."""
    row: Row | None = field(default=None, compare=False)

    @property
    def draft_version(self) -> int:
        """What If-Match names; 0 for one that is not stored yet."""
        return self.row.version if self.row else 0


class FieldUse(NamedTuple):
    """Where a flow needs a field of its form: `flow` and `node` by name; `node` "" is the summary on cards."""

    field: str
    flow: str
    node: str


@dataclass(frozen=True, slots=True)
class Version:
    """A published version: never changed, and whole in itself: the form's fields as they were are part of it."""

    flow_id: str
    number: int
    definition: Mapping[str, Any]
    form: Mapping[str, Any]
    published_at: str
    published_by: str
