"""Pulled-through fields at publishing: the source of each goes into the version, and what it leans on is judged."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from ....kernel.errors import FieldError
from ....kernel.unit_of_work import UnitOfWork
from ...access.groups import READABLE
from ...access.scope import Scope
from ...domain.definition import Definition, read_field
from ...domain.errors import FormNotFound, FormNotPublished
from ...domain.fields import TYPES, Field, type_of
from ...domain.form_state import Head
from ...domain.link_options import RECORD
from ...domain.pulling import Pull, live_cycle, live_needs, pulls_of
from ..entrance import Entrance
from ..ports import FormStore
from .publish_step import PublishStep

Doc = dict[str, Any]
_Docs = Mapping[str, Doc]


class _Unfit(Exception):
    """Why a field cannot be pulled: the code, and the option that says so."""

    def __init__(self, code: str, option: str, **params: Any) -> None:
        self.fault = {"code": code, "option": option, "params": params}


class PublishLookups(PublishStep):
    def __init__(self, forms: FormStore, entrance: Entrance) -> None:
        self._forms = forms
        self._entrance = entrance

    def prepared(self, work: UnitOfWork, head: Head, definition: Doc) -> Doc:
        return _Sources(self._forms, work, head, definition).completed()

    def problems(self, work: UnitOfWork, head: Head, definition: Definition) -> Iterable[FieldError]:
        pulls = pulls_of(definition)
        if not pulls:
            return
        needs = self._needs(work, head, definition)
        before = self._before(work, head)
        for path, pull in _placed(definition, pulls):
            here = f"{path}/options/from"
            if pull.live and live_cycle(head.id, pull.path, needs):
                yield FieldError.of(here, "lookup_cycle", id=pull.field.id)
            if (pull.path, pull.forms, pull.source) in before:
                continue
            for form_id in pull.forms:
                form = self._forms.form(work, form_id) if form_id != head.id or head.version else None
                if form is not None and not _shows(self._entrance.scope(work, form), pull.source):
                    yield FieldError.of(here, "lookup_beyond_own_rights", id=pull.field.id)
                    break

    def published(self, work: UnitOfWork, head: Head, before: Definition | None, after: Definition) -> None:
        self._forms.enter_sources(work, head, before, after)

    # -- within

    def _needs(
        self, work: UnitOfWork, head: Head, definition: Definition
    ) -> Callable[[str], Mapping[str, frozenset[tuple[str, str]]]]:
        known = {head.id: live_needs(definition)}

        def needs_of(form_id: str) -> Mapping[str, frozenset[tuple[str, str]]]:
            if form_id not in known:
                known[form_id] = live_needs(self._forms.form(work, form_id).definition)
            return known[form_id]

        return needs_of

    def _before(self, work: UnitOfWork, head: Head) -> set[tuple[str, tuple[str, ...], str]]:
        """What the version in use pulls already: that was judged when somebody published it."""
        if head.version == 0:
            return set()
        published = self._forms.definition(work, head.id, head.version)
        return {(each.path, each.forms, each.source) for each in pulls_of(published)}


def _link(doc: Doc | None) -> Doc:
    """The options of the link to go through."""
    field_type = TYPES.get(str(doc.get("type"))) if doc else None
    if doc is None or field_type is None or field_type.refers_to != RECORD:
        raise _Unfit("lookup_link", "link")
    options = doc.get("options")
    if not isinstance(options, dict) or not isinstance(options.get("forms"), list) or not options["forms"]:
        raise _Unfit("lookup_link", "link")
    if options.get("multiple"):
        raise _Unfit("lookup_link_several", "link")
    return options


def _shows(scope: Scope, field_id: str) -> bool:
    """Whether the actor may read the field in every record of the form that they may read, and may read some."""
    if scope.everything:
        return True
    levels = [grant.group.fields.get(field_id, grant.group.otherwise) for grant in scope.grants]
    return bool(levels) and min(levels) >= READABLE


def _placed(definition: Definition, pulls: Iterable[Pull]) -> Iterator[tuple[str, Pull]]:
    """Each with the path of its field in the definition."""
    places: dict[str, str] = {}
    for index, field in enumerate(definition.fields):
        places[field.id] = f"/fields/{index}"
        for number, column in enumerate(field.columns):
            places[f"{field.id}.{column.id}"] = f"/fields/{index}/options/columns/{number}"
    for pull in pulls:
        yield places[pull.path], pull


class _Sources:
    """The sources of one definition, which may be unfinished: what has another shape stays as it is."""

    def __init__(self, forms: FormStore, work: UnitOfWork, head: Head, definition: Doc) -> None:
        self._forms = forms
        self._work = work
        self._head = head
        self._definition = definition
        self._own = _by_id(definition.get("fields"))

    def completed(self) -> Doc:
        return {**self._definition, "fields": [self._field(each, {}) for each in self._definition.get("fields", ())]}

    def _field(self, doc: Any, columns: _Docs) -> Any:
        field_type = TYPES.get(str(doc.get("type"))) if isinstance(doc, dict) else None
        options = doc.get("options") if field_type else None
        if field_type is None or not isinstance(options, dict):
            return doc
        if field_type.holds_rows and isinstance(options.get("columns"), list):
            own = _by_id(options["columns"])
            return {**doc, "options": {**options, "columns": [self._field(each, own) for each in options["columns"]]}}
        if field_type.pulls:
            return {**doc, "options": {**options, "source": self._source(options, columns)}}
        return doc

    def _source(self, options: Doc, columns: _Docs, within: tuple[str, ...] = ()) -> Doc:
        """`{"type", "options"}` of what is pulled, or `{"fault"}`; `within` are the own fields whose source it is."""
        name, source = str(options.get("link")), str(options.get("from"))
        try:
            link = _link(columns.get(name) or self._own.get(name))
            found = [self._pulled(str(each), source, within) for each in link["forms"]]
            if len({type_of(each).storage_type(each) for each in found}) > 1:
                raise _Unfit("lookup_forms_differ", "from")
            return type_of(found[0]).as_source(found[0])
        except _Unfit as unfit:
            return {"fault": unfit.fault}

    def _pulled(self, form_id: str, source: str, within: tuple[str, ...]) -> Field:
        """The field of the linked form. Of the form itself it is the one that is being published."""
        if form_id == self._head.id:
            field = self._of_itself(source, within)
        else:
            try:
                field = self._forms.form(self._work, form_id).field(source)
            except (FormNotFound, FormNotPublished) as error:
                raise _Unfit("lookup_form", "link") from error
        if field is None:
            raise _Unfit("lookup_field", "from")
        if not type_of(field).may_be_pulled():
            raise _Unfit("lookup_type", "from", type=field.type)
        return field

    def _of_itself(self, source: str, within: tuple[str, ...]) -> Field | None:
        """What is wrong with the field is told where it stands."""
        doc = self._own.get(source, {})
        options = doc.get("options", {})
        if doc.get("type") not in TYPES or not isinstance(options, dict) or source in within:
            return None
        options = {name: value for name, value in options.items() if name != "columns"}
        if TYPES[doc["type"]].pulls:
            options["source"] = self._source(options, {}, (*within, source))
            if "fault" in options["source"]:
                return None
        return read_field({"name": "", **doc, "options": options})


def _by_id(docs: Any) -> _Docs:
    found = [each for each in docs if isinstance(each, dict)] if isinstance(docs, list) else []
    return {str(each.get("id")): each for each in found}
