"""What forms declare of themselves."""

from ..apps.extensions import CONTENTS
from ..directory.extensions import REFERENCES
from ..edge import LISTENERS, functions_of
from ..jobs.extensions import KINDS as JOB_KINDS
from ..kernel.contexts import Context, Permission
from ..kernel.extensions import ready
from . import http, jobs, reactions, wiring
from .access.giving import BUILD, READ_ALL
from .job_kinds import KINDS

CONTEXT = Context(
    "forms",
    blueprints=http.BLUEPRINTS,
    functions=functions_of(reactions, jobs),
    permissions=(
        Permission(BUILD, {"zh-CN": "搭建表单", "en": "Build forms"}, builds=True),
        Permission(READ_ALL, {"zh-CN": "查看全部单据", "en": "Read all records"}, builds=True),
    ),
    publishes_events=True,
    provides=(
        (CONTENTS, wiring.contents_of_apps),
        (REFERENCES, wiring.references),
        (LISTENERS, wiring.listener),
        *((JOB_KINDS, ready(kind)) for kind in KINDS),
    ),
)
