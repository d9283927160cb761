"""What the drill does to a table: what a bad release or a slip of the hand would."""

from typing import Protocol

LOST = ("todo_entry", "trail", "record_history", "login", "form_version")
SPOILT = ("record", "run")


class Table(Protocol):
    def rows_of(self, table: str, kinds: tuple[str, ...]) -> list[dict[str, dict[str, str]]]: ...
    def delete(self, table: str, row: dict[str, dict[str, str]]) -> None: ...
    def put(self, table: str, row: dict[str, dict[str, str]]) -> None: ...
    def stop_execution(self, run_id: str) -> None: ...


def damage(stage: Table, table: str, run_id: str) -> int:
    """Rows lost, documents cut in half, and the execution of a run that goes on is dead; how many rows were touched."""
    lost = stage.rows_of(table, LOST)
    for row in lost:
        stage.delete(table, row)
    spoilt = stage.rows_of(table, SPOILT)
    for row in spoilt:
        text = row["doc"]["S"]
        stage.put(table, {**row, "doc": {"S": text[: len(text) // 2]}})
    stage.stop_execution(run_id)
    return len(lost) + len(spoilt)
