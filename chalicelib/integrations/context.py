"""What integrations declare of themselves."""

from ..edge import LISTENERS, functions_of
from ..kernel.contexts import Context, Permission
from . import http, reactions, wiring

CONTEXT = Context(
    "integrations",
    blueprints=(http.routes,),
    functions=functions_of(reactions),
    permissions=(Permission(http.MANAGE, {"zh-CN": "管理 Webhook", "en": "Manage webhooks"}),),
    publishes_events=True,
    provides=((LISTENERS, wiring.listener),),
)
