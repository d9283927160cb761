"""Guarded balances: what the records of a form take of a limit that another record has, and never more (docs/adr/0026)."""
