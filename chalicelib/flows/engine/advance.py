"""`advance`: the next state of a run and what must be written with it. Pure: the same arguments, the same answer."""

from collections.abc import Callable, Mapping
from typing import Any

from . import actions, commands
from .draft import Draft
from .effects import Decision
from .environment import Environment
from .listing import MAX_LISTED_AT_ONCE
from .run import Run
from .spec import Spec

_ACTIONS: Mapping[type, Callable[[Draft, Run, Any], None]] = {
    commands.Start: actions.start,
    commands.Decide: actions.decide,
    commands.Receive: actions.receive,
    commands.Withdraw: actions.withdraw,
    commands.Comment: actions.comment,
    commands.Cc: actions.copy,
    commands.Read: actions.read,
    commands.Handover: actions.hand_over,
    commands.CatchUp: actions.catch_up,
}


def advance(spec: Spec, run: Run, command: commands.Command, env: Environment) -> Decision:
    """Carry out one command.

    `run` is the last state (for Start: a fresh one, with initiator and values). Raises an error of `errors.py` if the
    command is refused; nothing has changed then.
    """
    actor = run.initiator if isinstance(command, commands.Start) else getattr(command, "by", "")
    draft = Draft(spec, run, env, actor)
    _ACTIONS[type(command)](draft, run, command)
    return draft.freeze(getattr(command, "limit", MAX_LISTED_AT_ONCE))
