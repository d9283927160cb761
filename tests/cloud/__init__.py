"""The one in-process cloud: every test and benchmark that runs the product against doubled services begins here.

`settings.py` what functions are told · `doubled.py` moto, made ready and quick · `process.py` what a process keeps ·
`browser.py` a client of the API. The flow engine's proofs put quicker answers before it (`tests/proof/stage`).
"""

from .browser import Answer, Api
from .doubled import Cloud, doubled
from .process import cold_start, forget_process
from .settings import BUCKET, ENVIRONMENT, JOBS, QUEUES, REGION, TABLE

__all__ = [
    "BUCKET",
    "ENVIRONMENT",
    "JOBS",
    "QUEUES",
    "REGION",
    "TABLE",
    "Answer",
    "Api",
    "Cloud",
    "cold_start",
    "doubled",
    "forget_process",
]
