"""Guarded balances: what records take of a limit that another record has, and never more (docs/adr/0026)."""
