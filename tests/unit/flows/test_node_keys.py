"""Keys of nodes in a flow's definition."""

from typing import Any

from chalicelib.flows.node_keys import chosen_only, is_reserved, with_keys
from chalicelib.kernel.slugs import is_key

END = {"type": "end", "id": "The-End", "name": "结束", "outcome": "approved"}
CC = {"type": "cc", "id": "tell", "key": "told", "name": "抄送", "recipients": [{"type": "initiator"}]}
ARM = {"id": "a1", "name": "条件 1", "condition": {"any": []}, "steps": [CC]}
BRANCH = {"type": "branch", "id": "ways", "name": "分支", "branches": [ARM], "default": {"steps": [END]}}
DEFINITION: dict[str, Any] = {"name": "x", "form_id": "f", "steps": [BRANCH]}


def test_every_node_is_answered_with_a_key_and_nothing_else_is() -> None:
    (branch,) = with_keys(DEFINITION)["steps"]
    arm, end = branch["branches"][0], branch["default"]["steps"][0]
    assert branch["key"] == "ways"
    assert "key" not in arm
    assert arm["steps"][0]["key"] == "told"
    assert is_key(end["key"])
    assert is_reserved(end)
    assert not is_reserved(CC)


def test_what_is_answered_and_sent_back_is_stored_as_it_was() -> None:
    assert chosen_only(with_keys(DEFINITION)) == DEFINITION
