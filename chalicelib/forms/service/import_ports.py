"""What imports need of the world."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Protocol, TypeVar

from ...jobs.kinds import Subject
from ...kernel.actor import Actor
from ...kernel.errors import FieldError
from ...kernel.unit_of_work import UnitOfWork
from ..domain.fields import Field
from ..domain.importing.settings import FaultyEntry, Import, Spreadsheet
from .ports import Blobs

T = TypeVar("T")


class ImportStore(Protocol):
    def add_spreadsheet(self, work: UnitOfWork, sheet: Spreadsheet) -> None: ...
    def spreadsheet(self, work: UnitOfWork, upload_id: str) -> Spreadsheet | None: ...
    def add(self, work: UnitOfWork, made: Import) -> None: ...
    def get(self, work: UnitOfWork, import_id: str) -> Import | None: ...
    def save(self, work: UnitOfWork, changed: Import) -> None: ...
    def add_faulty(self, work: UnitOfWork, made: Import, entry: FaultyEntry) -> None: ...
    def faulty(self, work: UnitOfWork, import_id: str) -> Iterator[FaultyEntry]: ...
    def remembered(self, work: UnitOfWork, form_id: str) -> dict[str, str]: ...
    def remember(self, work: UnitOfWork, form_id: str, fields: Mapping[str, str]) -> None: ...


class Files(Blobs, Protocol):
    """Files that are read and written here, too."""

    def put(self, actor: Actor, key: str, content: bytes, content_type: str = ...) -> str:
        """Answers its version."""
        ...

    def load(self, actor: Actor, key: str) -> bytes | None: ...


class Guards(Protocol):
    def holders(self, work: UnitOfWork, form_id: str, field: Field, values: Iterable[object]) -> dict[str, str]:
        """By text of the value, the id of the record that has it, whoever may read it."""
        ...


class Apart(Protocol):
    """A unit of work of its own, committed at once."""

    def __call__(self, work: UnitOfWork, body: Callable[[UnitOfWork], T]) -> T: ...


class StartJob(Protocol):
    def __call__(self, work: UnitOfWork, params: dict[str, str], *, subject: Subject, name: str) -> str:
        """The id of the job."""
        ...


class Tell(Protocol):
    def __call__(self, faults: Iterable[tuple[str, FieldError]]) -> dict[str, str]:
        """By language, what is wrong in which cells: `C5`, and the fault there; "" for one that is in no cell."""
        ...
