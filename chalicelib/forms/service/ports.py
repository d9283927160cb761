"""What forms needs from others: the company's zone and people, the audit log, the files."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import tzinfo
from typing import Any, Protocol

from ...kernel.actor import Actor
from ...kernel.work import Work


class Department(Protocol):
    @property
    def id(self) -> str: ...


class Person(Protocol):
    @property
    def active(self) -> bool: ...

    @property
    def department_id(self) -> str: ...


class Org(Protocol):
    @property
    def members(self) -> Mapping[str, Person]: ...

    @property
    def departments(self) -> Mapping[str, Department]: ...

    @property
    def roles(self) -> Mapping[str, object]: ...

    def upwards(self, department_id: str) -> Iterator[Department]: ...


class Company(Protocol):
    """The tenant around the forms. `org` may cost a read, `zone` does not."""

    def org(self, work: Work) -> Org: ...

    def zone(self, work: Work) -> tzinfo: ...

    def language(self, work: Work) -> str: ...

    def audit(self, work: Work, action: str, form_id: str, before: Any, after: Any) -> None: ...

    def form_published(self, work: Work) -> None:
        """One of the company's first steps is done."""


class FieldUse(Protocol):
    """Where an upper context uses a field: the flow by name, and its node; `node` "" is the flow's summary."""

    @property
    def field(self) -> str: ...

    @property
    def flow(self) -> str: ...

    @property
    def node(self) -> str: ...


class FieldUsers(Protocol):
    """Whoever builds on a form's fields; an upper context stands behind it (`use_field_users`)."""

    def uses_of_fields(self, work: Work, flow_id: str, field_ids: Collection[str]) -> Sequence[FieldUse]:
        """Where the flow, as it is in use, needs one of the fields. The work is then refused if the flow changes."""


class Blob(Protocol):
    @property
    def size(self) -> int: ...

    @property
    def content_type(self) -> str: ...

    @property
    def version(self) -> str: ...


class Blobs(Protocol):
    def presign_upload(self, actor: Actor, key: str, content_type: str, size: int) -> dict[str, Any]: ...

    def presign_download(self, actor: Actor, key: str, version: str, filename: str, seconds: int = 300) -> str: ...

    def head(self, actor: Actor, key: str) -> Blob | None: ...

    def delete(self, actor: Actor, key: str) -> None: ...
