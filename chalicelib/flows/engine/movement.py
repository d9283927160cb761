"""How tokens move through a flow: on to the next node that waits, apart at a fork, together at its join, and back.

Tokens of different branches never touch each other's visits and tasks; only the end of the run, and going back to a
node before the fork, end what the other branches had begun.
"""

from collections.abc import Mapping
from dataclasses import replace

from ..step_names import label_of
from .builder import DONE
from .draft import Draft
from .errors import NoApprover, NoStandIn
from .node_entry import (
    AUTO_PASSED,
    BLOCKED,
    BRANCHED,
    CANCELLED,
    COPIED,
    ENDED,
    FORKED,
    JOINED,
    WAIT,
    EntryResult,
    Node,
)
from .run import ACTIVE, APPROVED, FIRST, WAITING, Token, Visit
from .run import JOINED as ARRIVED
from .signals import Progress, Signal
from .visit_context import VisitContext

NOTHING: Mapping[str, EntryResult] = {}


def begin(draft: Draft, entered: Mapping[str, EntryResult]) -> None:
    """Put the first token at the entry. `entered` are results that are known already, by node."""
    go(draft, draft.put_token(Token(FIRST, "", "")), draft.spec.entry, entered)


def go(draft: Draft, token: Token, at: int, entered: Mapping[str, EntryResult] = NOTHING) -> None:
    """Move on from the node at index `at` until the token waits, or its branch or the run ends."""
    while at != DONE:
        node = draft.spec.nodes[at]
        result = entered.get(node.id) or node.enter(draft.context)
        visit = _enter(draft, token, node, result)
        if result.verdict:
            draft.finish(result.verdict)
            return
        if result.outcome == WAIT:
            draft.put_token(replace(token, node=node.id, visit=visit.id, state=ACTIVE))
            return
        if result.outcome == FORKED:
            _fork(draft, replace(token, node=node.id, visit=visit.id, state=WAITING), result, entered)
            return
        at = result.next
        if result.outcome == JOINED:
            parent = _join(draft, replace(token, node=node.id, visit=visit.id, state=ARRIVED))
            if parent is None:
                return
            token = parent
    draft.finish(APPROVED)


def signal(draft: Draft, visit: Visit, received: Signal) -> None:
    """Let the node of a visit that waits answer a signal, and move as it says."""
    node = draft.spec.node(visit.node)
    progress = node.on_signal(visit, received, VisitContext(draft, node, visit))
    if progress.outcome:
        _leave(draft, visit, progress)


def _leave(draft: Draft, visit: Visit, progress: Progress) -> None:
    draft.leave(visit, progress.outcome)
    if progress.verdict:
        draft.finish(progress.verdict)
    elif progress.back_to:
        _go_back(draft, draft.token(visit.token), progress.back_to)
    else:
        go(draft, draft.token(visit.token), progress.next)


def _enter(draft: Draft, token: Token, node: Node, result: EntryResult) -> Visit:
    at, outcome = draft.env.at, result.outcome
    if outcome == BLOCKED:
        refusal = NoStandIn if draft.context.under_way else NoApprover
        raise refusal(node=label_of(node.name), node_id=node.id)
    waits_for = ":".join(result.wait) if result.wait[0] else ""
    left_at = "" if outcome in (WAIT, FORKED) else at
    visit = Visit(f"v{len(draft.visits) + 1}", node.id, token.id, at, outcome, result.detail, left_at, waits_for)
    draft.visits.append(visit)
    if outcome == WAIT and result.people:
        asked = VisitContext(draft, node, visit).ask(result.people, result.due_hours, sequence=result.sequence)
        people = draft.named(asked)
        draft.append_trail_at("assigned", node, mode=result.mode, reason=result.reason, people=people)
    elif outcome == COPIED:
        draft.copy_to([person.member for person in result.people], node.id)
        draft.append_trail_at("copied", node, people=draft.named(result.people))
    elif outcome == AUTO_PASSED:
        draft.append_trail_at("auto_passed", node, reason=result.reason)
    elif outcome == BRANCHED:
        draft.append_trail_at("branch_taken", node, branch=result.detail)
    elif outcome == ENDED:
        draft.append_trail_at("ended", node, outcome=result.verdict)
    return visit


def _fork(draft: Draft, parent: Token, result: EntryResult, entered: Mapping[str, EntryResult]) -> None:
    """One token for each branch. All of them stand before the first moves, so that none joins alone."""
    draft.put_token(parent)
    # A visit's id is used once, so that ids of tokens made under it are too.
    tokens = [Token(f"{parent.visit}.{number}", "", "", parent.visit) for number in range(1, len(result.forks) + 1)]
    draft.tokens += tokens
    for token, entry in zip(tokens, result.forks, strict=True):
        if draft.over:
            return
        go(draft, token, entry, entered)


def _join(draft: Draft, token: Token) -> Token | None:
    """The token that forked, if all its branches have arrived; they are one again."""
    draft.put_token(token)
    siblings = [each for each in draft.tokens if each.scope == token.scope]
    if any(each.state != ARRIVED for each in siblings):
        return None
    fork = draft.visit(token.scope)
    draft.tokens = [each for each in draft.tokens if each.scope != token.scope]
    draft.leave(fork, FORKED)
    return draft.token(fork.token)


def _go_back(draft: Draft, token: Token, node_id: str) -> None:
    """Visit an earlier node again. If it lies before the fork of this branch, the other branches are cancelled."""
    target = draft.spec.node(node_id)
    while token.scope:
        fork = draft.visit(token.scope)
        if target.path.startswith(f"{draft.spec.node(fork.node).path}/"):
            break
        _cancel(draft, token.scope)
        token = draft.token(fork.token)
    go(draft, token, draft.spec.index[node_id])


def _cancel(draft: Draft, scope: str) -> None:
    """End everything that the branches of this fork have begun."""
    inside = [token for token in draft.tokens if token.scope == scope]
    for token in inside:
        if token.state == WAITING:
            _cancel(draft, token.visit)
        elif token.state == ACTIVE and draft.visit(token.visit).open:
            draft.leave(draft.visit(token.visit), CANCELLED)
    draft.tokens = [token for token in draft.tokens if token.scope != scope]
    draft.leave(draft.visit(scope), CANCELLED)
