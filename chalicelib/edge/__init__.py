"""Where the outside comes in: HTTP endpoints, event consumers, queue workers, workflow steps and jobs.

Every entry point of Banli runs through one of six decorators, and they alone authenticate, authorise, validate,
commit, map errors, log, measure and trace. What stands under a decorator is one call of a service.
"""

from ..aws.listeners import LISTENERS, Listener
from .authentication import AUTHENTICATOR, Authenticator, Claim, SessionRef
from .endpoint import PAGE_QUERY, PUBLIC, SIGNED_IN, attach, endpoint
from .handlers import Unfinished, apart, claimed_worker, consumer, functions_of, job, step, worker
from .request import SIGNED_OUT, Request, Response

__all__ = [
    "AUTHENTICATOR",
    "LISTENERS",
    "PAGE_QUERY",
    "PUBLIC",
    "SIGNED_IN",
    "SIGNED_OUT",
    "Authenticator",
    "Claim",
    "Listener",
    "Request",
    "Response",
    "SessionRef",
    "Unfinished",
    "apart",
    "attach",
    "claimed_worker",
    "consumer",
    "endpoint",
    "functions_of",
    "job",
    "step",
    "worker",
]
