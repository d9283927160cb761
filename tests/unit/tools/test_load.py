"""What `make load` calls growth: more than it had once warm, of a process that was there long enough to say."""

from collections.abc import Callable

import pytest

from benchmarks.memory import CLOUD, Memory

WARM, WINDOW = 90, 60
Course = Callable[[float], float]


def lived(*workers: tuple[float, Course]) -> Memory:
    """Workers of one function, each born at a moment and as large as its course says by age; beside the emulator."""
    memory = Memory(1, 2)
    for moment in range(0, 300, 3):
        memory.samples.setdefault(CLOUD, {}).setdefault(1, []).append((moment, 100 + moment))
        for pid, (born, megabytes) in enumerate(workers, 10):
            if moment >= born:
                worker = memory.samples.setdefault("relay", {}).setdefault(pid, [])
                worker.append((moment, megabytes(moment - born)))
    return memory


@pytest.mark.parametrize(
    ("megabytes", "grew"),
    [
        (lambda age: 60, False),
        (lambda age: min(60, 20 + age), False),
        (lambda age: 60 + age / 10, True),
        (lambda age: 60 if age < 200 else 90, True),
        (lambda age: 60 + (5 if age % 6 else -5), False),
    ],
    ids=["steady", "warming up", "leaking", "late", "breathing"],
)
def test_growth_is_what_comes_after_the_warm_up(megabytes: Course, grew: bool) -> None:
    (verdict,) = lived((0, megabytes)).verdicts(WARM, WINDOW)
    assert (verdict.name, verdict.grew) == ("relay", grew)


def test_who_is_late_is_measured_by_its_likes() -> None:
    (verdict,) = lived((0, lambda age: 86), (0, lambda age: 66 if age < 200 else 86)).verdicts(WARM, WINDOW)
    assert not verdict.grew


def test_who_was_started_after_the_warm_up_alone_is_not_judged() -> None:
    assert lived((200, lambda age: 20 + age)).verdicts(WARM, WINDOW) == []
