"""The keys of the rows of flows; `store.py` says what stands in them."""

from ..kernel.ids import numbered_id
from ..kernel.unit_of_work import Key

TODO = "todo"
DONE = "done"
STARTED = "started"
CC = "cc"
"""The four lists of a member, as their partitions begin."""


def flow(flow_id: str) -> Key:
    return Key(f"flow#{flow_id}", "head")


def key_guard(key: str) -> Key:
    """That a flow of the company has this key."""
    return Key("flow_key", key)


def version(flow_id: str, number: int) -> Key:
    return Key(f"flow#{flow_id}", f"version#{number:06d}")


def first_runs(record_id: str) -> tuple[str, str]:
    """The ids that a record's first run may have: an earlier release gave it the record's own."""
    return numbered_id(record_id, 1), record_id


def run(run_id: str) -> Key:
    return Key(f"run#{run_id}", "state")


def execution_state(run_id: str) -> Key:
    return Key(f"run#{run_id}", "park")
