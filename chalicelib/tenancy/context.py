"""What tenancy declares of itself."""

from ..edge import functions_of
from ..kernel.contexts import Context, Permission
from . import http, jobs, outbox_sweeper, reactions

CONTEXT = Context(
    "tenancy",
    blueprints=(http.routes,),
    functions=functions_of(reactions, jobs, outbox_sweeper),
    permissions=(
        Permission(http.MANAGE, {"zh-CN": "管理公司信息", "en": "Manage the company"}),
        Permission(http.READ_AUDIT, {"zh-CN": "查看审计日志", "en": "Read the audit log"}),
    ),
    publishes_events=True,
)
