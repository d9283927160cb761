"""Where the outside comes in: HTTP endpoints, event consumers, queue workers, workflow steps and jobs.

Every entry point of Banli runs through one of six decorators, and they alone authenticate, authorise, validate,
commit, map errors, log, measure and trace. What stands under a decorator is one call of a service.
"""

from .authentication import AUTHENTICATOR, Authenticator, Claim, SessionRef
from .call import SIGNED_OUT, Call, Reply
from .endpoint import PAGE_QUERY, PUBLIC, SIGNED_IN, attach, endpoint
from .handlers import Unfinished, apart, consumer, courier, functions_of, job, one_by_one, step, worker

__all__ = [
    "AUTHENTICATOR",
    "PAGE_QUERY",
    "PUBLIC",
    "SIGNED_IN",
    "SIGNED_OUT",
    "Authenticator",
    "Call",
    "Claim",
    "Reply",
    "SessionRef",
    "Unfinished",
    "apart",
    "attach",
    "consumer",
    "courier",
    "endpoint",
    "functions_of",
    "job",
    "one_by_one",
    "step",
    "worker",
]
