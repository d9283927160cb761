"""What a stranger touches for a new context with a route, a right, an event and a consumer: its folder, its line in
`app.py`, and a line of `infra/wiring.yaml` for each function. Everything else follows.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .source import ROOT

ROUTE = """
from chalice import Blueprint

from ..edge import Response, endpoint

routes = Blueprint(__name__)


@routes.route("/v1/parcels", methods=["GET"])
@endpoint("parcels.track", summary="What is on its way", tag="parcels")
def list_parcels(request):
    return Response({"items": [], "next_cursor": None})
"""
DECLARED = """
from ..edge import functions_of
from ..kernel.contexts import Context, Permission
from . import http, reactions

CONTEXT = Context(
    "parcels",
    blueprints=(http.routes,),
    functions=functions_of(reactions),
    permissions=(Permission("parcels.track", {"zh-CN": "跟踪包裹", "en": "Track parcels"}, builds=True),),
    publishes_events=True,
)
"""
CONSUMER = """
from ..edge import consumer


@consumer("parcels.follow")
def follow(work, envelope):
    pass
"""
LINE = "\n  follow: {by: queue, hears: [forms.RecordCreated], may: [rows, master_key]}\n"
ASKED = """
import json
import app
from chalicelib.directory.domain.permissions import builtin_roles, permission_ids
from chalicelib.integrations.catalogue import known_types
from tools.template.merge import merged
from tools.template.policies import policies
from tools.template.source import read_wiring

template = merged("us-east-1")["Resources"]
builder = builtin_roles("a" * 26, "en")[1]
print(json.dumps({
    "route": "/v1/parcels" in app.app.routes,
    "function": [each.handler_string for each in app.app.pure_lambda_functions if each.name == "follow"],
    "callable": callable(app.follow),
    "right": "parcels.track" in permission_ids() and "parcels.track" in builder.permissions,
    "event": "parcels.ParcelSent" in known_types(),
    "queue": template["FollowQueueHears"]["Properties"]["EventPattern"],
    "grants": [each["Sid"] for each in policies(read_wiring())["follow"]["Statement"]],
}))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("app.py", "chalicelib", ".chalice", "infra", "stepfunctions", "tools"):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, tmp_path / name)
    return tmp_path


def test_a_new_context_is_its_folder_and_a_line(copy: Path) -> None:
    folder = copy / "chalicelib" / "parcels"
    (folder / "schemas" / "events").mkdir(parents=True)
    (folder / "__init__.py").write_text('"""Parcels: what is on its way."""\n', "utf-8")
    (folder / "http.py").write_text(ROUTE, "utf-8")
    (folder / "reactions.py").write_text(CONSUMER, "utf-8")
    (folder / "context.py").write_text(DECLARED, "utf-8")
    fact = {"title": "Parcel sent", "x-title-zh-CN": "包裹已寄出", "type": "object", "properties": {}, "required": []}
    (folder / "schemas" / "events" / "ParcelSent.v1.json").write_text(json.dumps(fact), "utf-8")
    _put(copy / "app.py", '        "notifications",\n', '        "notifications",\n        "parcels",\n')
    _put(copy / "infra" / "wiring.yaml", "\n  notify: ", LINE + "  notify: ")

    answer = subprocess.run([sys.executable, "-c", ASKED], cwd=copy, check=True, capture_output=True, text=True)
    assert json.loads(answer.stdout) == {
        "route": True,
        "function": ["app.follow"],
        "callable": True,
        "right": True,
        "event": True,
        "queue": {"detail-type": [{"prefix": "forms.RecordCreated"}]},
        "grants": ["OwnLog", "Trace", "ReadRows", "WriteRows", "AddToBalances", "MasterKey", "OwnQueue"],
    }


def _put(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
