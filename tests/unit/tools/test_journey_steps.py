"""What the journey reports: both sides of a mismatch, and a count that a reader can trust."""

import pytest

from tests.journey.checks import indistinguishable, refused, same
from tests.journey.steps import Broken, Steps
from tools.client import Answer, Mismatch


def test_a_mismatch_shows_both_sides_and_is_not_counted_as_passed() -> None:
    lines: list[str] = []
    steps = Steps(lines.append)
    with steps.step("fine"):
        same("one", 1, 1)

    with pytest.raises(Broken), steps.step("off"):
        same("the total", "1.00", "1.01")

    assert steps.summary() == "journey: 2 steps, 1 passed"
    said = "\n".join(lines)
    assert "the total" in said
    assert "expected: 1.00" in said
    assert "got:      1.01" in said


def test_the_count_of_one_chapter_names_it() -> None:
    steps = Steps(lambda _line: None, "strangers")
    with steps.step("fine"):
        same("one", 1, 1)
    assert steps.summary() == "journey strangers: 1 steps, 1 passed"


def _problem(**body: object) -> Answer:
    return Answer("GET /v1/x", 404, {"content-type": "x"}, {"code": "not_found", "title": "没有", **body})


def test_only_the_correlation_id_may_tell_two_answers_apart() -> None:
    indistinguishable(_problem(correlation_id="a"), _problem(correlation_id="b"))

    with pytest.raises(Mismatch):
        indistinguishable(_problem(correlation_id="a", params={"name": "报价单"}), _problem(correlation_id="b"))


def test_a_refusal_without_words_is_a_mismatch() -> None:
    refused(_problem(), 404, "not_found")

    with pytest.raises(Mismatch):
        refused(_problem(title=""), 404, "not_found")
