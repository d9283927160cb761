"""Banli: approvals, forms and records for B2B companies. `docs/architecture.md` tells where a file goes."""

__version__ = "0.1.0"
