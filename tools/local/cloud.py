"""The local cloud: ministack on 127.0.0.1, with just the services that the template uses, and its state on disk."""

import json
import os
import sys
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import boto3

from ..terminal import Stop
from .processes import Process, discard
from .workdir import ACCOUNT, REGION, Workdir, is_free

SERVICES = (
    "apigateway,cloudformation,cloudwatch,dynamodb,events,iam,kms,lambda,logs,s3,scheduler,secretsmanager,ses,sns,sqs,"
    "ssm,states,sts"
)
CREDENTIALS = {"AWS_ACCESS_KEY_ID": ACCOUNT, "AWS_SECRET_ACCESS_KEY": "local", "AWS_DEFAULT_REGION": REGION}


def process(workdir: Workdir) -> Process:
    return Process("cloud", "ministack", workdir.directory)


def start(workdir: Workdir) -> bool:
    """Start it unless it runs; whether it had to be started. Raises Stop."""
    cloud = process(workdir)
    if cloud.pid() is not None and is_up(workdir):
        return False
    cloud.stop()
    refuse_busy(workdir.cloud_port, "CLOUD_PORT")
    scratch = workdir.directory / "tmp"
    if scratch.exists():
        discard(scratch)
    scratch.mkdir(parents=True)
    _rewind_streams(workdir)
    cloud.start([sys.executable, "-m", "ministack"], _environment(workdir), lambda: is_up(workdir), 60)
    return True


def refuse_busy(port: int, option: str) -> None:
    if not is_free(port):
        raise Stop(f"Port {port} is used by another program: end that, or choose another port with {option}=<number>.")


def is_up(workdir: Workdir) -> bool:
    try:
        with urlopen(f"{workdir.cloud}/_ministack/health", timeout=2) as reply:
            return bool(reply.status == 200)
    except (URLError, OSError):
        return False


def session() -> Any:
    """boto3 for the local cloud; use `endpoint_url=place.cloud`. Real credentials of the machine are never touched."""
    return boto3.Session(
        aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
        region_name=REGION,
    )


def client(workdir: Workdir, service: str) -> Any:
    return session().client(service, endpoint_url=workdir.cloud)


def sent_mails(workdir: Workdir) -> list[dict[str, Any]]:
    """What left through SES, oldest first, with To, Subject, BodyText and Timestamp."""
    with urlopen(f"{workdir.cloud}/_ministack/ses/messages?account={ACCOUNT}", timeout=5) as reply:
        return list(json.loads(reply.read())["messages"].get(ACCOUNT, []))


def _rewind_streams(workdir: Workdir) -> None:
    """It saves how far a table's stream has been read, but not the stream: left alone, it would pass over as many
    changes as there ever were before it relays one again.
    """
    saved = _state(workdir) / "services" / "lambda.json"
    if saved.exists():
        state = json.loads(saved.read_text("utf-8"))
        state["payload"]["dynamodb_stream_positions"]["data"] = {}
        saved.write_text(json.dumps(state), "utf-8")


def _state(workdir: Workdir) -> Path:
    return workdir.directory / "state"


def _environment(workdir: Workdir) -> dict[str, str]:
    data = _state(workdir)
    outside = {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "BANLI_"))}
    return {
        **outside,
        **CREDENTIALS,
        # Functions are held to their policies (tools/local/policies.py); account ids are root, as in CREDENTIALS.
        "AUTH": "true",
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(workdir.cloud_port),
        "SERVICES": SERVICES,
        "IOT_MTLS_ENABLED": "0",
        "SFTP_ENABLED": "0",
        "PERSIST_STATE": "1",
        "STATE_DIR": str(data / "services"),
        "S3_PERSIST": "1",
        "S3_DATA_DIR": str(data / "files"),
        "MINISTACK_REGION": REGION,
        "MINISTACK_ACCOUNT_ID": ACCOUNT,
        # Its workers unpack the code into temporary directories; a fresh one each start leaves nothing behind.
        "TMPDIR": str(workdir.directory / "tmp"),
        "LOG_LEVEL": "INFO",
        "PYTHONUTF8": "1",
    }
