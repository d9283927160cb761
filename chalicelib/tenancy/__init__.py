"""Tenancy: which companies there are, whether their trial still runs, how often anybody may try, and who did what.

Words: a *tenant* is one customer company; its *trial* lasts 14 days, after which it may look but not write; a *limit*
counts attempts in a window; the *audit log* is the append-only list of sign-ins and administrative changes.
Events out: TenantOpened, TrialExpired. Events in: its own TenantOpened, which sets the one-shot schedule of the trial.
"""
