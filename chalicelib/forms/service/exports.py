"""A list of records as a file: asked for by a member, made by a background job piece by piece, kept for a day.

A piece is a page of the list: read under the rights of who asked, as they are when the piece is made, written to the
bucket, and entered in the row of the export together with the place behind it. What a piece wrote before its share
was refused is written again. Days and moments are those of the moment at which the export was asked for.
"""

import gzip
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Protocol

from ...kernel.actor import Actor
from ...kernel.clock import from_text, in_zone, to_text
from ...kernel.errors import BanliError, Contended, FieldError, Unavailable
from ...kernel.unit_of_work import UnitOfWork
from ..access.groups import EXPORT
from ..domain.cell_formats import CellValue
from ..domain.definition import Definition
from ..domain.errors import ExportDenied, ExportFormChanged, ExportNotFound, ListInvalid
from ..domain.export import MAX_ROWS, OWN_COLUMNS, Export, Piece, Source, rows_of, sources
from ..domain.fields import Reader
from ..domain.filter_kinds import value_of
from ..domain.labels import label_text
from ..domain.link_options import HIDDEN_WORDS
from ..domain.values import without_decimals
from ..spreadsheets.writing_table import Column, Writer
from .chosen_fields import chosen, every, tells
from .entrance import Entrance
from .judging import Question
from .link_titles import LinkTitles
from .lists import Asked, Lists
from .ports import Company, FormStore
from .queries import Queries

ALL = "all"
PAGE = 250
"""Records of one piece. A record has at most 200 rows, so a piece has at most 50,000."""
KEPT = timedelta(days=1)
LINK_SECONDS = 60
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


class Bucket(Protocol):
    """Files of the tenant that go by themselves after a day or two."""

    def write(self, actor: Actor, key: str, content: bytes | BinaryIO) -> str:
        """The version that these bytes have."""
        ...

    def read_whole(self, actor: Actor, key: str, version: str) -> bytes: ...
    def presign_download(self, actor: Actor, key: str, version: str, filename: str, seconds: int = ...) -> str: ...


class ExportStore(Protocol):
    """`get` raises ExportNotFound."""

    def get(self, work: UnitOfWork, export_id: str) -> Export: ...
    def add(self, work: UnitOfWork, export: Export, until: Any) -> None: ...
    def save(self, work: UnitOfWork, export: Export, until: Any) -> None: ...


@dataclass(frozen=True, slots=True)
class Wanted:
    """`fields` None: what the list shows; ALL: every field, and what each record has beside. `lines`: see `Export`."""

    asked: Asked
    fields: Sequence[str] | str | None
    lines: str
    format: str
    language: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What an export is made with. `start(work, form_id, name)` begins its job and answers the id of both."""

    forms: FormStore
    lists: Lists
    queries: Queries
    titles: LinkTitles
    entrance: Entrance
    company: Company
    store: ExportStore
    bucket: Bucket
    writers: dict[str, Writer]
    start: Callable[[UnitOfWork, str, Any], str]


class Exports:
    def __init__(self, parts: Parts) -> None:
        self._with = parts

    # -- for whoever asks

    def may_export(self, work: UnitOfWork, form_id: str) -> bool:
        """Whether there may be a record that the actor may take out. Raises FormNotFound, FormNotPublished."""
        form = self._with.forms.form(work, form_id)
        return self._with.entrance.scope(work, form).may_anywhere(EXPORT)

    def start(self, work: UnitOfWork, form_id: str, wanted: Wanted) -> str:
        """The id of the export, which is that of its job. Raises ExportDenied, and as `Lists.records`."""
        question = self._with.lists.question(work, form_id, wanted.asked)
        form, scope = question.form, question.scope
        if not scope.may_anywhere(EXPORT):
            raise ExportDenied()
        fields = self._fields(question, wanted.fields)
        lines = form.definition.by_id.get(wanted.lines)
        if wanted.lines and (lines is None or not lines.columns or not tells(scope, wanted.lines)):
            raise ListInvalid(fields=[FieldError.of("/lines", "query_field", id=wanted.lines)])
        self._with.lists.stretch(work, question, None, 1)  # that the list can be read at all
        export = Export(
            id=self._with.start(work, form.id, form.name),
            form_id=form.id,
            form_version=form.version,
            form_name=form.name,
            member_id=work.actor.member_id,
            started_at=work.at,
            fields=fields,
            lines=wanted.lines,
            format=wanted.format,
            language=wanted.language,
            filters=without_decimals(wanted.asked.filters),
            sort=wanted.asked.sort,
            search=wanted.asked.search,
        )
        self._with.store.add(work, export, work.now + 2 * KEPT)
        self._with.company.audit(work, "form.exported", form.id, None, {"name": form.name, "fields": list(fields)})
        return export.id

    def get(self, work: UnitOfWork, export_id: str) -> Export:
        """Raises ExportNotFound, also for one that another member asked for."""
        export = self._with.store.get(work, export_id)
        if export.member_id != work.actor.member_id:
            raise ExportNotFound()
        return export

    def download(self, work: UnitOfWork, export_id: str) -> dict[str, Any]:
        """A short address of the file. Raises ExportNotFound, also if it is not made yet, or gone."""
        export = self.get(work, export_id)
        if not export.file_version or export.until <= work.at:
            raise ExportNotFound()
        key = _file(export)
        url = self._with.bucket.presign_download(work.actor, key, export.file_version, export.name, LINK_SECONDS)
        return {"url": url, "expires_at": to_text(work.now + timedelta(seconds=LINK_SECONDS))}

    def _fields(self, question: Question, wanted: Sequence[str] | str | None) -> tuple[str, ...]:
        """The columns in their order. Raises ListInvalid."""
        definition, scope = question.form.definition, question.scope
        if wanted is not None and not isinstance(wanted, str):
            chosen(definition, scope, [name for name in wanted if name not in OWN_COLUMNS])
            return tuple(dict.fromkeys(wanted))
        shown = every(definition, scope) if wanted == ALL else chosen(definition, scope, None)
        before = ("@title", "@state") if question.form.flow_id else ("@title",)
        return *before, *shown, "@created_by", "@created_at"

    # -- for the job

    def next(self, work: UnitOfWork, export_id: str) -> int:
        """The number of the piece that is to be made next, from 1; 0 if there is none."""
        export = self._with.store.get(work, export_id)
        return 0 if export.read or export.is_over else len(export.pieces) + 1

    def make_piece(self, work: UnitOfWork, export_id: str) -> None:
        """What makes it impossible ends the export, and is told by it."""
        export = self._with.store.get(work, export_id)
        try:
            export = self._grown(work, export)
        except (Contended, Unavailable):
            raise
        except BanliError as error:
            export = replace(export, fault=error.code, fault_params=error.params)
        self._with.store.save(work, export, work.now + 2 * KEPT)

    def finish(self, work: UnitOfWork, export_id: str) -> None:
        """The file of the pieces."""
        export = self._with.store.get(work, export_id)
        if export.is_over:
            return
        form = self._with.forms.definition(work, export.form_id, export.form_version)
        label = label_text(export.form_name, export.language)
        writer, columns = self._with.writers[export.format], self._columns(form, export)
        with TemporaryFile() as out:
            writer.put_together(out, label, columns, self._pieces(work, export))
            size = out.tell()
            out.seek(0)
            version = self._with.bucket.write(work.actor, _file(export), out)
        day = in_zone(from_text(export.started_at), self._with.company.zone(work)).date()
        until = work.now + KEPT
        made = replace(
            export,
            file_version=version,
            size=size,
            name=f"{_NOT_IN_NAMES.sub(' ', label).strip()[:80]}-{day:%Y%m%d}.{writer.extension}",
            until=to_text(until),
        )
        self._with.store.save(work, made, until + KEPT)

    # -- within

    def _grown(self, work: UnitOfWork, export: Export) -> Export:
        """With one piece more. Raises ExportDenied, ExportFormChanged, and as `Lists.records`."""
        own = self._as_member(work, export)
        question = self._with.lists.question(own, export.form_id, Asked(export.sort, export.filters, export.search))
        form = question.form
        if form.version != export.form_version:
            raise ExportFormChanged()
        if not question.scope.may_anywhere(EXPORT):
            raise ExportDenied()
        cards, end = self._with.lists.stretch(own, question, export.place, PAGE)
        plan = sources(form.definition, export.fields, export.lines)
        rows: list[list[CellValue]] = []
        records = withheld = 0
        for found in self._records(own, export, cards):
            if found is None:
                withheld += 1
                continue
            records += 1
            shown, reader = found
            rows += rows_of(plan, export.lines, shown, reader)
        room = MAX_ROWS - export.rows
        writer = self._with.writers[export.format]
        content = writer.piece(self._columns(form.definition, export), rows[:room], export.rows + 1)
        number = len(export.pieces) + 1
        version = self._with.bucket.write(work.actor, _piece(export, number), gzip.compress(content, 1))
        full = len(rows) > room or (len(rows) == room and end is not None)
        return replace(
            export,
            place=end,
            read=end is None or full,
            pieces=(*export.pieces, Piece(version, len(rows[:room]))),
            rows=export.rows + len(rows[:room]),
            records=export.records + records,
            withheld=export.withheld + withheld,
            complete=not full,
        )

    def _records(
        self, own: UnitOfWork, export: Export, cards: Sequence[dict[str, Any]]
    ) -> Iterator[tuple[Callable[[str], Any], Reader] | None]:
        """Of each record what its values are and who reads them; None for one that may not be exported."""
        names = [name for name in (*export.fields, export.lines) if name and name not in OWN_COLUMNS]
        found = list(self._with.queries.rows(own, cards, names))
        taken = [(card, rights.may(EXPORT)) for card, _, rights in found]
        holders = [(str(card["id"]), card["values"]) for card, may in taken if may]
        told = iter(self._with.titles.values(own, export.form_id, holders))
        org, zone = self._with.company.org(own), self._with.company.zone(own)

        for card, may in taken:
            if not may:
                yield None
                continue
            values, links = next(told)

            def named(kind: str, identity: str, links: dict[str, Any] = links) -> str:
                if kind == "link":
                    return str(links.get(identity, {}).get("title") or HIDDEN_WORDS[export.language])
                if kind == "member":
                    return org.members[identity].name if identity in org.members else ""
                return org.departments[identity].name if identity in org.departments else ""

            def shown(name: str, card: dict[str, Any] = card, values: dict[str, Any] = values) -> Any:
                return _own(card, name) if name in OWN_COLUMNS else values.get(name)

            yield shown, Reader(export.language, zone, named)

    def _as_member(self, work: UnitOfWork, export: Export) -> UnitOfWork:
        """For reading alone, as who asked, at the moment at which they did. Raises ExportDenied for who has left."""
        actor = self._with.entrance.actor(work, export.member_id)
        if actor is None:
            raise ExportDenied()
        return UnitOfWork(replace(actor, language=export.language), from_text(export.started_at))

    def _columns(self, definition: Definition, export: Export) -> list[Column]:
        plan: tuple[Source, ...] = sources(definition, export.fields, export.lines)
        return [Column(each.name(export.language), each.format) for each in plan]

    def _pieces(self, work: UnitOfWork, export: Export) -> Iterator[bytes]:
        for number, piece in enumerate(export.pieces, start=1):
            if piece.rows:
                content = self._with.bucket.read_whole(work.actor, _piece(export, number), piece.version)
                yield gzip.decompress(content)


def _own(card: dict[str, Any], name: str) -> Any:
    return card["title"] if name == "@title" else value_of(card, name)


def _piece(export: Export, number: int) -> str:
    return f"exports/{export.id}/{number:06d}"


def _file(export: Export) -> str:
    return f"exports/{export.id}/file"
