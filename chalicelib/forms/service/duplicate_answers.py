"""What is told of a duplicate. Who may read the other record, and the values in which it is the same, is told its title
and its owner; everybody else, that there is one, and the first letter of its owner's name.
"""

from collections.abc import Sequence
from typing import Any

from ...kernel.errors import FieldError
from ...kernel.unit_of_work import UnitOfWork
from ..access.groups import READABLE
from ..access.rights import Rights
from ..domain.duplicates.marks import Watch, watches
from ..domain.errors import DuplicateFound, DuplicateFoundUnseen
from ..domain.records import Record
from .entrance import Entrance
from .ports import Company, FormStore

Told = dict[str, Any]
"""`{"readable", "owner", "form_id"?, "record_id"?, "title"?}`."""
NOBODY = "—"


class DuplicateAnswers:
    def __init__(self, forms: FormStore, company: Company, entrance: Entrance) -> None:
        self._forms = forms
        self._company = company
        self._entrance = entrance

    def told(self, work: UnitOfWork, watch: Watch, twins: Sequence[Record]) -> list[Told]:
        """Of each of them, those that may be read first."""
        system = work.actor.is_system  # nobody reads what a flow or a job is told, or anybody does
        readable = {} if system else self._entrance.several(work, [each.id for each in twins])
        found = [self._told(work, watch, each, readable.get(each.id)) for each in twins]
        return sorted(found, key=lambda each: not each["readable"])

    def refusal(self, work: UnitOfWork, watch: Watch, twins: Sequence[Record]) -> DuplicateFound:
        """`twins` are at least one."""
        first = self.told(work, watch, twins)[0]
        words = {name: value for name, value in first.items() if name != "readable"}
        words["rule"] = watch.rule.label(work.actor.language)
        kind = DuplicateFound if first["readable"] else DuplicateFoundUnseen
        return kind(fields=[FieldError.of(f"/values/{watch.fields[0]}", kind.code, **words)], **words)

    def _told(self, work: UnitOfWork, watch: Watch, twin: Record, found: tuple[Record, Rights] | None) -> Told:
        member = self._company.org(work).members.get(twin.owned_by)
        name = member.name if member else ""
        if found is None or not self._sees(work, watch, twin, found[1]):
            return {"readable": False, "owner": f"{name[0]}*" if name else NOBODY}
        record, rights = found
        title = rights.title(record.title, record.values)
        return {
            "readable": True,
            "form_id": record.form_id,
            "record_id": record.id,
            "title": title or self._forms.form(work, record.form_id).label(work.actor.language),
            "owner": name or NOBODY,
        }

    def _sees(self, work: UnitOfWork, watch: Watch, twin: Record, rights: Rights) -> bool:
        """Whether the values that are the same are theirs to read: else the answer would tell them."""
        owner = self._forms.form(work, watch.owner).definition
        named = [each for each in watches(watch.owner, owner, twin.form_id) if each.scope == watch.scope]
        return all(rights.level(name) >= READABLE for each in named for name in each.fields)
