"""A script of people's acts on the quick cloud, played to its end, from the beginning or from any invocation on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from chalicelib.flows.engine.run import Run
from chalicelib.kernel.ids import derived_id

from .lambda_driver import LambdaDriver, Stuck
from .members import Members

LONGEST = 2_000
"""Invocations, of which a script needs a hundred."""
Request = tuple[str, str, str, Any]
"""Who, method, path, body."""


@dataclass(frozen=True)
class Step:
    """One entry of a script: a request, or something that happens. `hurried`: it does not wait until all is settled."""

    request: Callable[["Scenario"], Request] | None = None
    happens: Callable[["Scenario"], None] | None = None
    hurried: bool = False


@dataclass
class Scenario:
    """One run of a script. `form` is the form that it is about, `name` makes its Idempotency-Keys its own."""

    members: Members
    driver: LambdaDriver
    form: str
    name: str
    script: tuple[Step, ...]
    position: int = 0

    def to_the_end(self) -> None:
        for _ in range(LONGEST):
            if not self.goes_on():
                return
        raise Stuck(f"never at its end: {self.driver.outside}")

    def goes_on(self) -> bool:
        """The next invocation, or act; False at the end."""
        following = self.script[self.position] if self.position < len(self.script) else None
        if not (following and following.hurried) and self.driver.step():
            return True
        if following is None:
            return False
        if following.happens:
            following.happens(self)
        if following.request:
            self._ask(*following.request(self))
        self.position += 1
        return True

    def _ask(self, who: str, method: str, path: str, body: Any) -> None:
        key = derived_id(self.name, str(self.position))

        def act(_: LambdaDriver) -> bool:
            answer = self.members.api[who].call(method, path, body, headers={"Idempotency-Key": key})
            assert answer.status in (200, 201, 503), (who, path, answer.body)
            return answer.status != 503

        self.driver.act(act)

    def run(self, number: int = -1) -> Run:
        """The newest run of the form, or the one of that number."""
        return self.members.runs(self.form)[number]


# -- acts


def submit(who: str = "rep", *, hurried: bool = False, **values: Any) -> Step:
    def request(scenario: Scenario) -> Request:
        filled = {"title": "事由", **values}
        if "keeper" in filled:
            filled["keeper"] = scenario.members.ids[filled["keeper"]]
        return who, "POST", "/v1/runs", {"form_id": scenario.form, "values": filled}

    return Step(request, hurried=hurried)


def submit_again(who: str = "rep") -> Step:
    return Step(lambda scenario: (who, "POST", "/v1/runs", {"record_id": scenario.run(0).facts["record_id"]}))


def decide(who: str, decision: str = "approve", *, number: int = -1, hurried: bool = False) -> Step:
    def request(scenario: Scenario) -> Request:
        run = scenario.run(number)
        task = next(task for task in run.tasks if task.open and task.member == scenario.members.ids[who])
        body = {"decision": decision, "opinion": "意见"}
        return who, "POST", f"/v1/runs/{run.id}/tasks/{task.id}/decide", body

    return Step(request, hurried=hurried)


def approve(*who: str, number: int = -1, hurried: bool = False) -> Iterator[Step]:
    for each in who:
        yield decide(each, number=number, hurried=hurried)


def reject(who: str, *, hurried: bool = False) -> Step:
    return decide(who, "reject", hurried=hurried)


def withdraw(who: str = "rep", *, hurried: bool = False) -> Step:
    return Step(
        lambda scenario: (who, "POST", f"/v1/runs/{scenario.run().id}/withdraw", {"reason": "不要了"}), hurried=hurried
    )


def comment(who: str) -> Step:
    return Step(lambda scenario: (who, "POST", f"/v1/runs/{scenario.run().id}/comments", {"text": "请看"}))


def copy_to(who: str, *members: str) -> Step:
    return Step(
        lambda scenario: (
            who,
            "POST",
            f"/v1/runs/{scenario.run().id}/cc",
            {"members": [scenario.members.ids[each] for each in members]},
        )
    )


def read_copy(who: str) -> Step:
    return Step(lambda scenario: (who, "POST", f"/v1/cc/{scenario.run().id}/read", {}))


def deactivate(who: str, successor: str = "") -> Step:
    def request(scenario: Scenario) -> Request:
        body = {"successor_id": scenario.members.ids[successor]} if successor else {}
        return "boss", "POST", f"/v1/members/{scenario.members.ids[who]}/deactivate", body

    return Step(request)


A_DAY_PASSES = Step(happens=lambda scenario: scenario.driver.a_day_passes())
