"""What the records of a list come to, under the reader's scope: how many, sums and the like, as a whole and in groups.

A field that some record of the scope keeps from the reader is refused, as it is in filters; so every figure is made of
values that may be seen. What a list entry holds is taken from it; for other fields the records are read.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from ...kernel.unit_of_work import UnitOfWork
from ..domain.aggregation import Figures, Grouping, Groups, Measure, in_order, is_textual, read_grouping, read_measures
from ..domain.fields import Locale, type_of
from ..domain.filter_kinds import value_of
from ..domain.labels import label_text
from ..domain.link_options import HIDDEN_WORDS, RECORD
from ..domain.link_values import HIDDEN
from ..domain.records import ListRow
from ..domain.state_words import STATE_WORDS
from .entrance import Entrance
from .judging import CHUNK, Question
from .link_titles import LinkTitles
from .lists import Asked, Lists
from .ports import Company

LIMIT = 10_000
"""Records looked at for one answer; of more it says "at least"."""


@dataclass(frozen=True, slots=True)
class Group:
    """`key` None: the records in which the field is blank."""

    key: Any
    label: str
    figures: Figures


@dataclass(frozen=True, slots=True)
class Aggregate:
    """`looked` counts the records that were looked at; `exact` is False if there are more of them."""

    whole: Figures
    groups: tuple[Group, ...]
    looked: int
    exact: bool


class Aggregates:
    def __init__(self, lists: Lists, entrance: Entrance, titles: LinkTitles, company: Company) -> None:
        self._lists = lists
        self._entrance = entrance
        self._titles = titles
        self._company = company

    def answer(
        self, work: UnitOfWork, form_id: str, asked: Asked, measures: Sequence[Mapping[str, Any]], by: str = ""
    ) -> Aggregate:
        """`measures` are `{"field", "function"}`. Raises FormNotFound, FormNotPublished, ListInvalid, ListBuilding."""
        question = self._lists.question(work, form_id, asked)
        definition, hides = question.form.definition, question.scope.hides
        wanted = read_measures(definition, measures, hides)
        grouping = read_grouping(definition, by, hides) if by else None
        zone, looked = self._company.zone(work), _Looked()
        groups = Groups(wanted)
        for card, values in self._rows(work, question, wanted, grouping, looked):
            key = None
            if grouping is not None:
                own = grouping.field.id.startswith("@")
                value = _own_value(card, grouping.field.id) if own else values.get(grouping.field.id)
                key = grouping.key(None if value == "" else value, zone)
            groups.add(values, key, grouped=grouping is not None)
        told = self._groups(work, grouping, groups, Locale(work.actor.language, zone)) if grouping else ()
        return Aggregate(groups.whole, told, looked.count, looked.exact)

    # -- records

    def _rows(
        self,
        work: UnitOfWork,
        question: Question,
        measures: Sequence[Measure],
        grouping: Grouping | None,
        looked: "_Looked",
    ) -> Iterator[tuple[ListRow, Mapping[str, Any]]]:
        """The entry and the values of each record that passes."""
        cards = self._passing(work, question, looked)
        names = {each.field.id for each in measures}
        if grouping is not None and not grouping.field.id.startswith("@"):
            names.add(grouping.field.id)
        held = set(question.form.definition.summary_fields) - question.form.reindexing
        if names <= held and not (grouping and is_textual(grouping)):
            yield from ((card, card["values"]) for card in cards)
            return
        while chunk := list(islice(cards, CHUNK)):
            apart = UnitOfWork(work.actor, work.now)  # what is read is not kept: it may be ten thousand records
            found = self._entrance.several(apart, [str(card["id"]) for card in chunk])
            for card in chunk:
                record, _ = found.get(card["id"], (None, None))
                if record is not None and not record.deleted:
                    yield card, record.values

    def _passing(self, work: UnitOfWork, question: Question, looked: "_Looked") -> Iterator[ListRow]:
        for at, verdict in enumerate(self._lists.verdicts(work, question)):
            if at == LIMIT:
                looked.exact = False
                return
            if verdict.shown is not None:
                looked.count += 1
                if verdict.passes:
                    yield verdict.shown

    # -- groups

    def _groups(self, work: UnitOfWork, grouping: Grouping, groups: Groups, locale: Locale) -> tuple[Group, ...]:
        found = groups.by_key
        known, refers = grouping.field, type_of(grouping.field).refers_to
        titles: dict[str, str] = {}
        if refers == RECORD:
            titles = self._titles.titles(work, [key for key in found if key is not None])
            found = _hidden_together(groups, titles)
            titles[HIDDEN] = HIDDEN_WORDS[locale.language]
        elif refers:
            org = self._company.org(work)
            people: Mapping[str, Any] = org.members if refers == "member" else org.departments
            titles = {key: people[key].name for key in found if key in people}

        def label(key: Any) -> str:
            if key is None:
                return ""
            if refers:
                return titles.get(key, "")
            if known.id == "@state":
                return label_text(STATE_WORDS[key], locale.language)
            return str(key) if grouping.unit else type_of(known).text(known, key, locale)

        return tuple(Group(key, label(key), found[key]) for key in in_order(grouping, found, label))


@dataclass
class _Looked:
    count: int = 0
    exact: bool = True


def _own_value(card: ListRow, name: str) -> Any:
    """An entry by an earlier release does not say in which department its record was made."""
    return card.get("owner_department") if name == "@owner_department" else value_of(card, name)


def _hidden_together(groups: Groups, titles: Mapping[str, str]) -> dict[Any, Figures]:
    """Records that link to what the reader may not read are one group: nothing tells those apart."""
    found = {key: each for key, each in groups.by_key.items() if key is None or key in titles}
    hidden = [each for key, each in groups.by_key.items() if key not in found]
    if hidden:
        found[HIDDEN] = hidden[0]
        for each in hidden[1:]:
            found[HIDDEN].join(each)
    return found
