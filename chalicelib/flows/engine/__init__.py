"""The engine: from a flow's definition to a run's next state. Pure: no AWS, no clock, no randomness, no I/O.

The stages, in the order in which a flow lives:

1. **Definition** → `spec.compile_flow(definition, form)`: the nested tree becomes a flat, immutable `Spec`. `builder`
   collects every fault by its path; `nodes/<type>` and `approvers/<rule>` are found by being there; `conditions`
   compiles tests to closures over `operands`; `starters` says who may start.
2. **Publish checks** → `checks.check(spec, org)`: unreachable steps, arms that can never be taken (`domains`), and
   approvals for which the live organisation has nobody.
3. **Preview** → `preview.preview(spec, context)`: the whole path with names, by `spec.trace_path`.
4. **Run** → `advance.advance(spec, run, command, env) -> Decision(run, effects)`: `actions` has one function a command,
   `draft` the state in the making, `movement` moves its tokens to the next node that waits. The node itself says what
   entering it comes to (`node_entry`), and what a signal does to one of its visits (`signals`, `visit_context`).
5. **Effects** → what must be written with the new state, in the same transaction: list entries (`listing` bounds how
   many at once), trail, record state, events. `codec` turns a run into the row that holds the truth, and back.

Because preview and run share `walk` and the nodes, what was foretold is what happens, unless the organisation changed.
"""

from . import commands, effects, errors, fields
from .advance import advance
from .builder import DONE
from .checks import Findings, check, named_at
from .context import Context
from .effects import Decision
from .environment import Environment
from .fields import FormField, FormView
from .preview import Step, preview, remaining_path
from .run import Run
from .spec import Spec, compile_flow

__all__ = [
    "DONE",
    "Context",
    "Decision",
    "Environment",
    "Findings",
    "FormField",
    "FormView",
    "Run",
    "Spec",
    "Step",
    "advance",
    "check",
    "commands",
    "compile_flow",
    "effects",
    "errors",
    "fields",
    "named_at",
    "preview",
    "remaining_path",
]
