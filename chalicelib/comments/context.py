"""What comments declare of themselves."""

from ..forms.extensions import BESIDE_RECORDS
from ..kernel.contexts import Context
from . import http, wiring

CONTEXT = Context(
    "comments",
    blueprints=(http.routes,),
    publishes_events=True,
    provides=((BESIDE_RECORDS, wiring.beside_records),),
)
