"""What an operator runs after a restore, with the credentials of the shell; docs/operations.md, `make drill`.

`check` reads a table and says what is wrong with it (`invariants/`), `restore_settings` puts there what a restored
table lacks, `reconcile` starts executions anew.
"""
