"""Every method of every address reaches the API, so that a wrong one is answered by 405 with `Allow`.

API Gateway answers a method that it does not know as if the address did not exist. Chalice declares the methods that
there are; the rest of each path goes to the same function, which refuses them (`chalicelib/edge/refusals.py`).
"""

import json
from pathlib import Path
from typing import Any

ANY = "x-amazon-apigateway-any-method"
METHODS = frozenset({"delete", "get", "head", "options", "patch", "post", "put"})


def answer_every_method(template: Path, *, local: bool) -> None:
    """Add to the packaged template. The local cloud does not read `any-method`: there each method is written out."""
    packaged = json.loads(template.read_text("utf-8"))
    for methods in packaged["Resources"]["RestAPI"]["Properties"]["DefinitionBody"]["paths"].values():
        methods.update(_others(methods, local=local))
    template.write_text(json.dumps(packaged, ensure_ascii=False, indent=1), "utf-8")


def _others(methods: dict[str, Any], *, local: bool) -> dict[str, Any]:
    like = next(iter(methods.values()))
    missing = sorted(METHODS - methods.keys()) if local else [ANY]
    return dict.fromkeys(missing, like)
