"""What the last release wrote is read by this one (PROMISES: stored data outlives code).

`images/<release>.jsonl` is the table of a small company as a release left it, with what its API answered then.
`python -m tests.upgrade.image <release>` makes one of the code as it is: do that when a release is cut.
"""
