"""`make deploy STAGE=`: package, CloudFormation, then the web app. docs/operations.md: the settings, and the way back.

Settings come from the environment once, and stay in the stack: BANLI_WEB_ORIGIN, BANLI_MAIL, BANLI_MAIL_FROM,
BANLI_CERTIFICATE, BANLI_ALARM_ADDRESS, BANLI_CONTACT, BANLI_TERMS_URL, BANLI_PRIVACY_URL; and
BANLI_RESTORED_TABLE after a restore.
"""

import mimetypes
import os
import time
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from ..local.web import DIST
from ..restore.restore_settings import lacking
from ..terminal import Stop, step
from . import restored
from .build import Package
from .package import make, stage
from .stack import Stack

SETTINGS = {
    "WebOrigin": "BANLI_WEB_ORIGIN",
    "Mail": "BANLI_MAIL",
    "MailFrom": "BANLI_MAIL_FROM",
    "Certificate": "BANLI_CERTIFICATE",
    "AlarmAddress": "BANLI_ALARM_ADDRESS",
    "Contact": "BANLI_CONTACT",
    "TermsUrl": "BANLI_TERMS_URL",
    "PrivacyUrl": "BANLI_PRIVACY_URL",
}
NEEDED = ("Mail", "MailFrom")
OPTIONAL = ("Certificate", "AlarmAddress", "Contact", "TermsUrl", "PrivacyUrl")
NOT_YET = "https://not-yet.invalid"
"""Stands for the web origin in a first deployment without a domain: CloudFront's name is known only after it."""


def main() -> int:
    name = stage()
    session = boto3.Session()
    account = _account(session)
    stack = Stack(session, f"banli-{name}")
    parameters = _parameters(name, stack)
    package = _on_its_table(make(name, session.region_name), session, stack)
    bucket = f"banli-{name}-deployments-{account}-{session.region_name}"
    with step(f"Stack {stack.name}"):
        stack.deploy(package, bucket, parameters)
    outputs = stack.outputs()
    if parameters["WebOrigin"] == NOT_YET and "WebDomain" in outputs:
        with step("Web origin"):
            stack.deploy(package, bucket, {**parameters, "WebOrigin": f"https://{outputs['WebDomain']}"})
    with step("Web app"):
        _upload_web(session, outputs)
    for output in ("WebDomain", "EndpointURL"):
        print(f"  {output:<12} {outputs.get(output, '')}")
    return 0


def _on_its_table(package: Package, session: Any, stack: Stack) -> Package:
    """BANLI_RESTORED_TABLE, or the restored table that the stack lives on already; else the template's own."""
    name = os.environ.get("BANLI_RESTORED_TABLE") or stack.outputs().get(restored.NAME)
    if not name:
        return package
    dynamodb = session.client("dynamodb")
    absent = lacking(dynamodb, name)
    if absent:
        raise Stop(
            f"The table {name} lacks {', '.join(absent)}: `python -m tools.restore.restore_settings` puts it there."
        )
    stream = dynamodb.describe_table(TableName=name)["Table"]["LatestStreamArn"]
    return restored.pointed(package, package.template.with_name("restored.json"), name, stream)


def _account(session: Any) -> str:
    missing = "AWS credentials and a region are needed: set AWS_PROFILE, or what your organisation uses, and try again."
    if session.region_name is None:
        raise Stop(missing)
    try:
        return str(session.client("sts").get_caller_identity()["Account"])
    except (BotoCoreError, ClientError) as error:
        raise Stop(f"{missing} ({error})") from None


def _parameters(name: str, stack: Stack) -> dict[str, str | None]:
    """What the environment says; what it does not say stays as it is deployed. Raises Stop on a first deployment."""
    given = {parameter: os.environ.get(variable, "") for parameter, variable in SETTINGS.items()}
    parameters: dict[str, str | None] = {"Stage": name}
    first = not stack.exists()
    for parameter, value in given.items():
        parameters[parameter] = value or (None if not first else "" if parameter in OPTIONAL else NOT_YET)
    absent = [SETTINGS[parameter] for parameter in NEEDED if first and not given[parameter]]
    if absent:
        raise Stop(f"A first deployment needs {' and '.join(absent)}; docs/operations.md says what they hold.")
    return parameters


def _upload_web(session: Any, outputs: dict[str, str]) -> None:
    """Assets first, the page that names them last, so that nobody gets a page whose parts are missing."""
    s3 = session.client("s3")
    files = sorted((path for path in DIST.rglob("*") if path.is_file()), key=lambda path: path.suffix == ".html")
    for path in files:
        key = path.relative_to(DIST).as_posix()
        s3.upload_file(str(path), outputs["WebBucket"], key, ExtraArgs=_headers(path, key))
    if "DistributionId" not in outputs:
        return
    session.client("cloudfront").create_invalidation(
        DistributionId=outputs["DistributionId"],
        InvalidationBatch={"Paths": {"Quantity": 1, "Items": ["/*"]}, "CallerReference": str(time.time())},
    )


def _headers(path: Path, key: str) -> dict[str, str]:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    hashed = key.startswith("assets/")
    return {
        "ContentType": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind,
        "CacheControl": "public, max-age=31536000, immutable" if hashed else "no-cache",
    }
