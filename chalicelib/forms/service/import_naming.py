"""Whom and what texts of a spreadsheet name: members, departments, and records that the member may read."""

import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...kernel.errors import Unavailable
from ...kernel.unit_of_work import UnitOfWork
from ..domain.definition import Form
from ..domain.errors import FormNotFound, FormNotPublished, ListBuilding
from ..domain.fields import Fault, Field, type_of
from ..domain.link_options import RECORD
from ..domain.normal_form import searchable
from .entrance import Entrance
from .import_ports import Guards
from .lists import Asked, Lists
from .ports import Company, Department, FormStore, Org

MOST_TITLES = 20_000
"""Records of a form, the newest, whose titles are compared; unique values are found in any number."""
PAGE = 100
KEPT, AGAIN = timedelta(minutes=10), timedelta(seconds=10)
"""How long titles are kept, and after what time they are read again for one that is not among them."""
MOST_KEPT = 6
_WITH_ADDRESS = re.compile(r".*[<(（]([^<>()（）\s]+@[^<>()（）\s]+)[>)）]\s*\Z")
_LEVEL = re.compile(r"\s*[/／>›\\]\s*")

Named = Callable[[Field, str], Sequence[str]]


@dataclass
class _Titles:
    read_at: datetime
    ids: dict[str, list[str]] = field(default_factory=dict)


class Naming:
    def __init__(self, forms: FormStore, lists: Lists, entrance: Entrance, guards: Guards, company: Company) -> None:
        self._forms = forms
        self._lists = lists
        self._entrance = entrance
        self._guards = guards
        self._company = company
        self._titles: dict[tuple[str, str, str], _Titles] = {}

    def of(self, work: UnitOfWork) -> Named:
        """For the actor of the work as it is when a text is looked up. The organisation is read once."""
        known: dict[tuple[str, str, str], Sequence[str]] = {}

        def named(of: Field, text: str) -> Sequence[str]:
            key = (of.id, of.type, text)
            if key not in known:
                known[key] = tuple(self._find(work, of, text))
            return known[key]

        return named

    def by_key(self, work: UnitOfWork, form: Form, key: Field, value: str) -> str:
        """The id of the record with that unique value or number which the actor may read; "" if there is none."""
        if type_of(key).numbers_records:
            asked = Asked(key.id, json.dumps([{"field": key.id, "op": "eq", "value": value}]))
            found = [str(card["id"]) for card in self._listed(work, form.id, asked, 2)]
            return found[0] if len(found) == 1 else ""
        held = self._guards.holders(work, form.id, key, [value])
        return next(iter(self._readable(work, held.values())), "")

    def _find(self, work: UnitOfWork, of: Field, text: str) -> Iterable[str]:
        refers = type_of(of).refers_to
        if refers == RECORD:
            return self._records(work, of, text)
        org = self._company.org(work)
        return _members(org, text) if refers == "member" else _departments(org, text)

    # -- records

    def _records(self, work: UnitOfWork, of: Field, text: str) -> list[str]:
        found: dict[str, None] = {}
        for form_id in of.options.get("forms", ()):
            try:
                target = self._forms.form(work, form_id)
            except (FormNotFound, FormNotPublished):
                continue
            by_value = self._by_value(work, target, text)
            found.update(dict.fromkeys(by_value or self._by_title(work, form_id, text)))
        return list(found)

    def _by_value(self, work: UnitOfWork, target: Form, text: str) -> list[str]:
        held: list[str] = []
        hidden = self._entrance.scope(work, target).hides
        for each in target.definition.unique:
            if each.id not in hidden:
                try:
                    value = type_of(each).canonical(each, text)
                except Fault:
                    continue
                held += self._guards.holders(work, target.id, each, [value]).values()
        return self._readable(work, held)

    def _readable(self, work: UnitOfWork, ids: Iterable[str]) -> list[str]:
        found = self._entrance.several(work, list(ids))
        return [each for each, (record, _) in found.items() if not record.deleted]

    def _by_title(self, work: UnitOfWork, form_id: str, text: str) -> list[str]:
        wanted = searchable(text).strip()
        key = (work.actor.tenant_id, work.actor.member_id, form_id)
        known = self._titles.get(key)
        if known is None or work.now - known.read_at > KEPT:
            known = self._read_titles(work, key)
        found = known.ids.get(wanted)
        if found is None and work.now - known.read_at > AGAIN:
            found = self._read_titles(work, key).ids.get(wanted)
        return found or []

    def _read_titles(self, work: UnitOfWork, key: tuple[str, str, str]) -> _Titles:
        titles = _Titles(work.now)
        for card in self._listed(work, key[2], Asked(), MOST_TITLES):
            for text in dict.fromkeys((card["title"], card.get("serial") or "")):
                if text:
                    titles.ids.setdefault(searchable(str(text)).strip(), []).append(str(card["id"]))
        self._titles.pop(key, None)
        while len(self._titles) >= MOST_KEPT:
            self._titles.pop(next(iter(self._titles)))
        self._titles[key] = titles
        return titles

    def _listed(self, work: UnitOfWork, form_id: str, asked: Asked, most: int) -> Iterable[dict[str, object]]:
        """Cards under the scope of the actor. Raises Unavailable while a list is being built."""
        cursor, count = None, 0
        while count < most:
            try:
                page = self._lists.records(work, form_id, asked, limit=min(PAGE, most), cursor=cursor)
            except ListBuilding as error:
                raise Unavailable() from error
            yield from page.items
            count += max(len(page.items), 1)
            cursor = page.next_cursor
            if cursor is None:
                return


def _members(org: Org, text: str) -> list[str]:
    """By name, by address, or `name <address>`; of those who work here."""
    address = _WITH_ADDRESS.match(text)
    wanted = searchable(address.group(1) if address else text).strip()
    active = [(identity, each) for identity, each in org.members.items() if each.active]
    by_address = [identity for identity, each in active if each.email and each.email.casefold() == wanted]
    return by_address or [identity for identity, each in active if searchable(each.name).strip() == wanted]


def _departments(org: Org, text: str) -> list[str]:
    """By name, or by the names from above: `总部 / 销售部`."""
    wanted = [searchable(part).strip() for part in _LEVEL.split(text) if part.strip()]
    return [each.id for each in org.departments.values() if wanted and _upwards(org, each)[-len(wanted) :] == wanted]


def _upwards(org: Org, department: Department) -> list[str]:
    names: list[str] = []
    seen: set[str] = set()
    above: Department | None = department
    while above is not None and above.id not in seen:
        seen.add(above.id)
        names.insert(0, searchable(above.name).strip())
        above = org.departments.get(above.parent_id)
    return names
