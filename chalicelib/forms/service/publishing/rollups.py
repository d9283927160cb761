"""Roll-ups beside other forms: what they are taken from is there and suits them, nothing depends on itself, and nobody
shows by a sum what they may not read.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...domain.definition import Definition, read_field
from ...domain.errors import FormNotFound, FormNotPublished
from ...domain.fields import TYPES, Field, type_of
from ...domain.form_state import Head
from ...domain.labels import label_text
from ...domain.linking import links_of
from ...domain.rollups.checking import at_path, faults_of, rollups_in_columns
from ...domain.rollups.contributing import fields_read
from ...domain.rollups.declared import Rollup, rollup_of, rollups_of, same_reckoning
from ...domain.rollups.graph import MAX_DEPTH, Circle, Node, depth
from ..beside_ports import RollupStore
from ..entrance import Entrance
from ..ports import FormStore
from .publish_step import PublishStep

MOST_ROLLUPS = 20
"""Of one form: a record that links to it may change as many figures in one transaction."""

Doc = dict[str, Any]


class RollupsPublished(PublishStep):
    def __init__(self, forms: FormStore, rows: RollupStore, entrance: Entrance) -> None:
        self._forms = forms
        self._rows = rows
        self._entrance = entrance

    def prepared(self, work: UnitOfWork, head: Head, definition: Doc) -> Doc:
        """Each roll-up with the field that it is taken from, and since which version it reckons as it does."""
        if not any(_is_rollup(each) for each in definition["fields"]):
            return definition
        before = self._forms.definition(work, head.id, head.version).by_id if head.version else {}
        fields = [self._prepared(work, head, definition, each, before) for each in definition["fields"]]
        return {**definition, "fields": fields}

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterator[FieldError]:
        if len(definition.rollups) > MOST_ROLLUPS:
            yield FieldError.of("/fields", "too_many_rollups", limit=MOST_ROLLUPS)
        yield from rollups_in_columns(definition)
        sound = True
        for index, field in enumerate(definition.fields):
            if type_of(field).kept_beside:
                for fault in self._faults(work, head, definition, field, f"/fields/{index}/options"):
                    sound = False
                    yield fault
        if sound:
            yield from self._depths(work, head, definition)

    def published(self, work: UnitOfWork, head: Head, before: Definition | None, after: Definition) -> None:
        old = list(rollups_of(head.id, before)) if before else []
        if old or after.rollups:
            self._rows.declare(work, head.id, old, rollups_of(head.id, after))

    # -- within

    def _prepared(self, work: UnitOfWork, head: Head, definition: Doc, doc: Doc, before: Mapping[str, Field]) -> Doc:
        if not _is_rollup(doc):
            return doc
        options = {name: value for name, value in doc["options"].items() if name not in ("source", "since")}
        source = self._source(work, head, definition, options)
        if source is not None:
            options["source"] = source
        made = {**doc, "options": options}
        known = before.get(doc["id"])
        kept = known is not None and same_reckoning(known, read_field({**made, "name": doc.get("name", "")}))
        options["since"] = known.options.get("since", 0) if known is not None and kept else head.version + 1
        return made

    def _source(self, work: UnitOfWork, head: Head, definition: Doc, options: Doc) -> Doc | None:
        path, form_id = options.get("of"), options.get("form")
        if not isinstance(path, str) or not isinstance(form_id, str) or options.get("function") == "count":
            return None
        if form_id == head.id:
            return _own_source(definition, path)
        child = self._definition(work, form_id)
        field = at_path(child, path) if child is not None else None
        return type_of(field).as_source(field) if field is not None else None

    def _faults(
        self, work: UnitOfWork, head: Head, definition: Definition, field: Field, path: str
    ) -> Iterator[FieldError]:
        rollup = rollup_of(head.id, field)
        child = definition if rollup.child == head.id else self._definition(work, rollup.child)
        if child is None:
            yield FieldError.of(f"{path}/form", "rollup_form_unknown")
            return
        link = next((each for each in links_of(child) if each.path == rollup.link), None)
        if link is None or head.id not in link.forms:
            yield FieldError.of(f"{path}/link", "rollup_link_unknown")
            return
        found = list(faults_of(rollup, child, path))
        yield from found
        if not found and rollup.since == head.version + 1 and not self._may_read(work, head, child, rollup):
            yield FieldError.of(f"{path}/form", "rollup_beyond_own_rights")

    def _may_read(self, work: UnitOfWork, head: Head, child: Definition, rollup: Rollup) -> bool:
        """Whether whoever publishes reads every record that counts, and every field that the figure tells of."""
        if rollup.child == head.id and not head.version:
            return True
        scope = self._entrance.scope(work, self._forms.form(work, rollup.child))
        named = {each.partition(".")[0] for each in fields_read(child, rollup)}
        return scope.reads_all and not named & scope.hides

    def _depths(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterator[FieldError]:
        """Of the form's own roll-ups, and of those that count its records, as they would be with this version."""
        known: dict[str, Definition | None] = {head.id: definition}

        def definition_of(form_id: str) -> Definition | None:
            if form_id not in known:
                known[form_id] = self._definition(work, form_id)
            return known[form_id]

        places = {field.id: f"/fields/{index}" for index, field in enumerate(definition.fields)}
        for form_id in self._above(work, head.id):
            above = definition_of(form_id)
            for field in above.rollups if above else ():
                where = places[field.id] if form_id == head.id else "/fields"
                try:
                    if depth(Node(form_id, field.id), definition_of) > MAX_DEPTH:
                        yield FieldError.of(where, "rollup_too_deep", limit=MAX_DEPTH)
                except Circle as circle:
                    yield FieldError.of(where, "rollup_cycle", cycle=self._told(circle, definition_of, work))

    def _told(self, circle: Circle, definition_of: Any, work: UnitOfWork) -> str:
        """The circle by the names of forms and fields."""
        names = []
        for node in circle.path:
            definition = definition_of(node.form_id)
            field = at_path(definition, node.path) if definition else None
            form = label_text(definition.name, work.actor.language) if definition else node.form_id
            names.append(f"{form}.{field.label(work.actor.language) if field else node.path}")
        return " → ".join(names)

    def _above(self, work: UnitOfWork, form_id: str) -> list[str]:
        """The form and those that roll it up, through others, too."""
        found, ahead = [form_id], [form_id]
        while ahead:
            for rollup in self._rows.over(work, ahead.pop()):
                if rollup.form_id not in found:
                    found.append(rollup.form_id)
                    ahead.append(rollup.form_id)
        return found

    def _definition(self, work: UnitOfWork, form_id: str) -> Definition | None:
        try:
            return self._forms.form(work, form_id).definition
        except (FormNotFound, FormNotPublished):
            return None


def _is_rollup(doc: Any) -> bool:
    """Of a draft, so it may be anything."""
    if not isinstance(doc, Mapping):
        return False
    field_type = TYPES.get(str(doc.get("type")))
    return field_type is not None and field_type.kept_beside and isinstance(doc.get("options"), Mapping)


def _own_source(definition: Doc, path: str) -> Doc | None:
    """Of a field of the form that is being published; None where it cannot be read yet."""
    lines, _, name = path.rpartition(".")
    fields = definition["fields"]
    if lines:
        holder: Doc = next((each for each in fields if each.get("id") == lines), {})
        fields = holder.get("options", {}).get("columns", ())
    doc = next((each for each in fields if isinstance(each, Mapping) and each.get("id") == name), None)
    try:
        field = read_field(doc) if doc is not None else None
        return type_of(field).as_source(field) if field is not None else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
