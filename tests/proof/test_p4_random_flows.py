"""P4: a process that remembers nothing takes a run exactly where one that remembers everything takes it.

Random flows, each run twice to its end from the same moment with the same random acts: once by one process that keeps
all its caches, once by a new process for every request, event and step. All rows and all effects must be the same.
"""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from ..cloud import cold_start
from .sizes import SEED, dice, size
from .stage import state
from .stage.installation import installed
from .stage.lambda_driver import LambdaDriver
from .stage.members import Members
from .stage.random_flows import Course, steps

LEFT = frozenset({"deliveries", "notices"})


@pytest.fixture(scope="module")
def members() -> Iterator[Members]:
    """With a form and no flow yet."""
    with installed() as place:
        members = Members.found(place, crowd=())
        members.add_form("随机")
        LambdaDriver(place).settle()
        place.wire.outside.messages.clear()
        yield members


def published(members: Members, name: str) -> str:
    """A flow by chance, published; the seed that made it. Some are refused: what follows an end is never reached."""
    for attempt in range(50):
        seed = f"{SEED} {name} {attempt}"
        made = members.publish_flow(name, {"steps": steps(members, dice(seed))}, members.forms["随机"])
        if made:
            return seed
    raise AssertionError("no flow can be published")


def test_a_cold_process_goes_on_as_a_warm_one_does(members: Members, proved: Callable[..., None]) -> None:
    driver = LambdaDriver(members.place, LEFT)
    empty = driver.keep()
    flows, ends, acts, starts = size(short=10, long=300), Counter[str](), 0, 0
    for number in range(flows):
        driver.put_back(empty)
        seed = published(members, f"flow {number}")
        driver.settle()
        before = driver.keep()
        mask = state.Mask.of(before.rows)
        found = []
        for cold in (False, True):
            driver.put_back(before)

            def around(call: Callable[[], object], cold: bool = cold) -> None:
                if cold:
                    cold_start()
                call()

            driver.around = around
            course = Course(members, driver, members.forms["随机"], seed)
            course.to_the_end()
            rows = state.of_rows(mask, members.place.wire.rows.items, before.rows)
            found.append((course.answers, rows, state.of_effects(mask, driver.outside)))
            starts += driver.invocations * cold
        warm, cold_ = found
        assert warm == cold_, seed
        acts += len(course.answers)
        ends.update(run.status for run in members.runs(members.forms["随机"]))
    driver.put_back(empty)
    proved(
        "P4",
        "random flows, warm against a cold start at every step",
        flows=flows,
        acts=acts,
        cold_starts=starts,
        **ends,
    )
