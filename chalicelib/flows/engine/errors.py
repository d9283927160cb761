"""What the engine refuses. Nothing has happened when one of these is raised."""

from ...kernel.errors import Conflict, Denied, Invalid, NotFound


class DefinitionInvalid(Invalid):
    """The definition cannot become a spec; `fields` name every faulty place by its path."""

    code = "flow_definition_invalid"


class MayNotStart(Denied):
    code = "may_not_start"


class NoApprover(Conflict):
    """Nobody is found for a node whose policy is to refuse. Params: `node`, `node_id`."""

    code = "no_approver"


class NoStandIn(NoApprover):
    """Nobody is found for the next node of a run that is under way, and no administrator but its initiator is there."""

    code = "no_stand_in"


class TooManyApprovers(Conflict):
    """Params: `node`, `limit`."""

    code = "too_many_approvers"


class TaskNotFound(NotFound):
    code = "task_not_found"


class NotYourTask(Denied):
    code = "not_your_task"


class TaskAlreadyDecided(Conflict):
    code = "task_already_decided"


class TaskNotOpen(Conflict):
    """It is in a sequence, and its turn has not come."""

    code = "task_not_open"


class RunOver(Conflict):
    """Params: `status`."""

    code = "run_over"


class NotInitiator(Denied):
    code = "not_initiator"


class WithdrawTooLate(Conflict):
    """Somebody has acted already, and the flow allows withdrawing only before that."""

    code = "withdraw_too_late"


class SuccessorIsInitiator(Conflict):
    """The successor would approve what he himself submitted. Params: `title`."""

    code = "successor_is_initiator"


class SuccessorInactive(Invalid):
    code = "successor_inactive"


class NobodyToCopy(Invalid):
    """None of the named members is active."""

    code = "nobody_to_copy"
