"""What two runs of the same script must have in common: all rows and all effects, but for new ids and moments."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from .outside import DEAD, DONE, Outside
from .rows import Item, Kept

_ID = re.compile(r"[0-9a-hjkmnp-tv-z]{26}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
_SECONDS = re.compile(r"\b1[0-9]{9}\b")
BOOKKEEPING = frozenset({"park", "pace"})
"""`park` names the generation that counts, and a fault may cost one; `pace` counts mails by ten minutes."""


@dataclass(frozen=True)
class Mask:
    """`known` ids (members, forms, flows) stay themselves; new ones are alike."""

    known: frozenset[str]

    @classmethod
    def of(cls, kept: Kept) -> "Mask":
        return cls(frozenset(_ID.findall(json.dumps(list(kept.items())))))

    def __call__(self, text: str) -> str:
        text = _ID.sub(lambda found: found[0] if found[0] in self.known else "<id>", text)
        return _SECONDS.sub("<seconds>", _MOMENT.sub("<moment>", text))

    def row(self, item: Item) -> str:
        kind, doc = item["kind"]["S"], json.loads(item["doc"]["S"])
        doc.pop("fingerprint", None)  # of a path with a new id
        version = "" if kind == "notice" else item["v"]["N"]  # a mail may be begun twice
        return self(json.dumps([item["pk"]["S"], item["sk"]["S"], kind, version, doc], ensure_ascii=False))


def of_rows(mask: Mask, items: Kept, before: Kept) -> Counter[str]:
    """Rows that are not as they were `before`, and those that are gone."""
    found: Counter[str] = Counter()
    for partition, rows in items.items():
        old = before.get(partition, {})
        for sort, item in rows.items():
            if old.get(sort) is not item and item["kind"]["S"] not in BOOKKEEPING:
                found[mask.row(item)] += 1
    for partition, rows in before.items():
        for sort in rows.keys() - items.get(partition, {}).keys():
            found[f"gone: {partition} {sort}"] += 1
    return found


def of_effects(mask: Mask, outside: Outside) -> Counter[str]:
    """Mails by whom they reached, events by type, webhook messages by what they say; each identity once."""
    found: Counter[str] = Counter(f"mail to {to[0]}" for to in outside.mails.values())
    found.update(f"event {mask(told)}" for told in outside.put.values())
    sent: dict[str, str] = {}
    for message in outside.messages:
        body: dict[str, Any] = json.loads(message.body)
        sent[f"{message.queue} {json.dumps(body, sort_keys=True)}"] = f"{message.queue} {mask(json.dumps(body))}"
    found.update(sent.values())
    found.update(outside.schedules.values())
    return found


def of_executions(outside: Outside) -> Counter[str]:
    """Where each execution stands, by its generation: what comes next depends on it, what is true of a run does not."""
    return Counter(f"{each.name.rpartition('-')[2]} {each.place}" for each in outside.executions.values())


def unfinished(outside: Outside) -> set[str]:
    """Runs whose executions still wait for something."""
    ended = (DEAD, DONE)
    return {each.payload["run_id"] for each in outside.executions.values() if each.place not in ended}
