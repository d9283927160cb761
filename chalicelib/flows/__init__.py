"""Flows: who must agree to a record, in which order, and what each of them said.

Words: a *flow* is designed as a draft and published as immutable *versions*; a *run* is one record going through one
version; a *task* asks one member for one decision; the *trail* is what happened, in order; a *to-do* is a task as its
assignee's list shows it. Events out: see `events.py`. Events in: its own (to wake the waiting execution) and
`directory.MemberDeactivated` (to hand over what was left open).
"""
