"""A run as a plain list of who is asked, without the engine: what the engine must agree with, whatever happens."""

from collections.abc import Iterator
from dataclasses import dataclass, field

Node = tuple[str, tuple[str, ...]]
"""Mode and members."""
OPEN, WAITING, APPROVED, REJECTED, CLOSED, GIVEN = "open", "waiting", "approved", "rejected", "closed", "handed_over"

FLOWS: dict[str, tuple[Node, ...]] = {
    "any": (("any", ("a", "b")),),
    "all": (("all", ("a", "b", "d")), ("any", ("c",))),
    "row": (("sequence", ("a", "c", "d")),),
    "two": (("any", ("a",)), ("any", ("b",))),
    "long": (("all", ("a", "c")), ("sequence", ("b", "a")), ("all", ("b", "d"))),
}


@dataclass
class Asked:
    member: str
    status: str


@dataclass
class ModelRun:
    """`asked` are those of the node that it stands at; `said` the decisions that were taken, in order."""

    flow: str
    status: str = "running"
    node: int = -1
    asked: list[Asked] = field(default_factory=list)
    said: list[tuple[str, str]] = field(default_factory=list)

    @property
    def open(self) -> list[str]:
        return [each.member for each in self.asked if each.status == OPEN]


@dataclass
class Model:
    """All runs by id, and who left to whom."""

    runs: dict[str, ModelRun] = field(default_factory=dict)
    heirs: dict[str, str] = field(default_factory=dict)

    def stands_for(self, member: str) -> str:
        while member in self.heirs:
            member = self.heirs[member]
        return member

    def start(self, run_id: str, flow: str) -> None:
        self.runs[run_id] = ModelRun(flow)
        self._next_node(self.runs[run_id])

    def decide(self, run_id: str, member: str, decision: str) -> bool:
        """False if it must be refused."""
        run = self.runs[run_id]
        asked = next((each for each in run.asked if each.member == member and each.status == OPEN), None)
        if run.status != "running" or asked is None:
            return False
        asked.status = APPROVED if decision == "approve" else REJECTED
        run.said.append((member, asked.status))
        if asked.status == REJECTED:
            self._end(run, REJECTED)
        else:
            self._settle(run)
        return True

    def withdraw(self, run_id: str) -> bool:
        run = self.runs[run_id]
        if run.status != "running":
            return False
        self._end(run, "withdrawn")
        return True

    def leave(self, member: str, heir: str) -> None:
        self.heirs[member] = heir
        for run in self.runs.values():
            asked = next((each for each in run.asked if each.member == member and each.status == OPEN), None)
            if run.status == "running" and asked is not None:
                takes = not self._is_asked(run, heir)
                asked.status = GIVEN
                if takes:
                    run.asked.append(Asked(heir, OPEN))
                self._settle(run)

    def todos(self) -> Iterator[tuple[str, str]]:
        """Member and run of every to-do."""
        for run_id, run in self.runs.items():
            for member in run.open:
                yield member, run_id

    def _is_asked(self, run: ModelRun, member: str) -> bool:
        return any(each.member == member and each.status != GIVEN for each in run.asked)

    def _settle(self, run: ModelRun) -> None:
        mode = FLOWS[run.flow][run.node][0]
        answered = mode == "any" and any(each.status == APPROVED for each in run.asked)
        if answered or (not run.open and not (mode == "sequence" and self._ask_next(run))):
            self._next_node(run)

    def _ask_next(self, run: ModelRun) -> bool:
        for each in run.asked:
            if each.status != WAITING:
                continue
            person = self.stands_for(each.member)
            if person != each.member and self._is_asked(run, person):
                each.status = CLOSED
                continue
            each.member, each.status = person, OPEN
            return True
        return False

    def _next_node(self, run: ModelRun) -> None:
        run.node += 1
        run.asked = []
        if run.node == len(FLOWS[run.flow]):
            self._end(run, APPROVED)
            return
        mode, members = FLOWS[run.flow][run.node]
        for place, member in enumerate(dict.fromkeys(self.stands_for(each) for each in members)):
            run.asked.append(Asked(member, OPEN if mode != "sequence" or place == 0 else WAITING))

    def _end(self, run: ModelRun, status: str) -> None:
        run.status = status
        for each in run.asked:
            if each.status in (OPEN, WAITING):
                each.status = CLOSED
