"""`make package STAGE=`: the code for arm64 and the template for AWS, under .build/<stage>/.

RUNTIME= chooses Lambda's Python (`runtime.py`).
"""

import os

from ..local import web
from ..local.workdir import here
from ..template.source import ROOT, chalice_config
from ..terminal import Stop, step
from . import runtime
from .build import BUILD, Package, build


def main() -> int:
    package = make(stage(), os.environ.get("AWS_DEFAULT_REGION") or os.environ.get("AWS_REGION") or "us-east-1")
    print(f"\n  {package.template.relative_to(ROOT)}\n  {package.code.relative_to(ROOT)}")
    return 0


def make(name: str, region: str) -> Package:
    """Raises Stop."""
    web.build(here().stamps)
    chosen = runtime.chosen()
    with step(f"Package for {name}, {chosen.name}"):
        package = build(name, BUILD / name, region=region, runtime=chosen)
    print(f"  {package.code.stat().st_size / 1_000_000:.1f} MB of code")
    if chosen.interpreter() is None:
        print(
            f"  without bytecode, because there is no {chosen.name} here: each cold start takes about a second more.\n"
            f"  Install it, or package for this Python: RUNTIME={runtime.this_python()}"
        )
    return package


def stage() -> str:
    """STAGE from the environment: one of the cloud stages of .chalice/config.json. Raises Stop."""
    known = [name for name in chalice_config()["stages"] if name != "local"]
    name = os.environ.get("STAGE", "")
    if name not in known:
        raise Stop(f"Say which stage: STAGE={' or STAGE='.join(known)}.")
    return name
