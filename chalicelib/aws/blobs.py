"""Files in the private bucket, under `t/<tenant>/`: presigned upload with exact key, type and size; short downloads.

Signing is pure computation, so an endpoint may do it; the bytes never pass through a function.
"""

import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, BinaryIO
from urllib.parse import quote

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

from ..kernel.actor import Actor
from .clients import CONNECT_SECONDS, READ_SECONDS, RETRIES
from .settings import setting

UPLOAD_SECONDS = 300
"""Until the upload must have begun; how long it then takes does not matter."""
MAX_DOWNLOAD_SECONDS = 300
DOWNLOAD_TYPE = "application/octet-stream"
"""S3 lets no request set `nosniff`; of this type there is nothing to sniff or to open in the browser."""
AT_ONCE = 8
_FOR_A_DAY = "keep=day"
"""Named by a rule of the bucket (infra/storage.yaml)."""

_GONE = ("403", "404", "AccessDenied", "NoSuchKey", "NotFound")
"""S3 answers 403 for what is not there to those who may not list the bucket, and we may not."""

_KEY = re.compile(r"[a-z0-9/_-]{1,200}\Z")


@dataclass(frozen=True, slots=True)
class BlobInfo:
    """`version` names these very bytes, whatever is sent to the same key later; `head` are the first of them."""

    size: int
    content_type: str
    version: str
    head: bytes


def presign_upload(actor: Actor, key: str, content_type: str, size: int) -> dict[str, Any]:
    """`{"url", "fields"}` of a form POST that takes exactly this key, type and size (bytes), for 5 minutes."""
    full = _full(actor, key)
    fields = {"Content-Type": content_type}
    conditions: list[Any] = [{"key": full}, {"Content-Type": content_type}, ["content-length-range", size, size]]
    signed = _s3().generate_presigned_post(
        setting("BANLI_BUCKET"), full, Fields=fields, Conditions=conditions, ExpiresIn=UPLOAD_SECONDS
    )
    return {"url": signed["url"], "fields": signed["fields"]}


def presign_download(actor: Actor, key: str, version: str, filename: str, seconds: int = MAX_DOWNLOAD_SECONDS) -> str:
    """A URL that gives this version as an attachment (never rendered in our origin), for at most 300 s."""
    disposition = f"attachment; filename*=UTF-8''{quote(filename, safe='')}"
    url: str = _s3().generate_presigned_url(
        "get_object",
        Params={
            "Bucket": setting("BANLI_BUCKET"),
            "Key": _full(actor, key),
            "VersionId": version,
            "ResponseContentDisposition": disposition,
            "ResponseContentType": DOWNLOAD_TYPE,
        },
        ExpiresIn=min(seconds, MAX_DOWNLOAD_SECONDS),
    )
    return url


def peek(actor: Actor, keys: Sequence[str], length: int) -> dict[str, BlobInfo | None]:
    """What was really uploaded, with the first `length` bytes of each; None where nothing was."""
    look = partial(_peek, actor, length)
    if len(keys) < 2:
        return {key: look(key) for key in keys}
    _s3()  # Made here: making a client is not safe in several threads, using it is.
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return dict(zip(keys, pool.map(look, keys), strict=True))


def _peek(actor: Actor, length: int, key: str) -> BlobInfo | None:
    try:
        reply = _s3().get_object(Bucket=setting("BANLI_BUCKET"), Key=_full(actor, key), Range=f"bytes=0-{length - 1}")
    except ClientError as error:
        if error.response["Error"]["Code"] in (*_GONE, "InvalidRange"):
            return None
        raise
    size = int(reply["ContentRange"].rpartition("/")[2])
    return BlobInfo(size, str(reply["ContentType"]), str(reply["VersionId"]), reply["Body"].read())


def read(actor: Actor, key: str, version: str, start: int, length: int) -> bytes:
    """A part of one version."""
    reply = _s3().get_object(
        Bucket=setting("BANLI_BUCKET"),
        Key=_full(actor, key),
        VersionId=version,
        Range=f"bytes={start}-{start + length - 1}",
    )
    content: bytes = reply["Body"].read()
    return content


def put(actor: Actor, key: str, content: bytes, content_type: str = DOWNLOAD_TYPE) -> str:
    """Write a file that we made ourselves; its version. Again under the same key it is the next version."""
    reply = _s3().put_object(
        Bucket=setting("BANLI_BUCKET"), Key=_full(actor, key), Body=content, ContentType=content_type
    )
    return str(reply["VersionId"])


def write(actor: Actor, key: str, content: bytes | BinaryIO) -> str:
    """A file that we make ourselves, of use for a day: the bucket drops it by its tag. The version of these bytes."""
    reply = _s3().put_object(
        Bucket=setting("BANLI_BUCKET"),
        Key=_full(actor, key),
        Body=content,
        ContentType=DOWNLOAD_TYPE,
        Tagging=_FOR_A_DAY,
    )
    return str(reply["VersionId"])


def load(actor: Actor, key: str) -> bytes | None:
    """The whole of a file as it was written last; None if it is not there."""
    try:
        reply = _s3().get_object(Bucket=setting("BANLI_BUCKET"), Key=_full(actor, key))
    except ClientError as error:
        if error.response["Error"]["Code"] in _GONE:
            return None
        raise
    content: bytes = reply["Body"].read()
    return content


def read_whole(actor: Actor, key: str, version: str) -> bytes:
    """All of one version."""
    reply = _s3().get_object(Bucket=setting("BANLI_BUCKET"), Key=_full(actor, key), VersionId=version)
    content: bytes = reply["Body"].read()
    return content


def delete(actor: Actor, key: str) -> None:
    """Drop a file; one that is not there is fine."""
    _s3().delete_object(Bucket=setting("BANLI_BUCKET"), Key=_full(actor, key))


@cache
def _s3() -> Any:
    """Addresses are `https://s3.<region>…/<bucket>` in every region: the web app's policy names just that."""
    return boto3.client(
        "s3",
        config=Config(
            signature_version="s3v4",
            s3={"addressing_style": "path", "us_east_1_regional_endpoint": "regional"},
            connect_timeout=CONNECT_SECONDS,
            read_timeout=READ_SECONDS,
            retries={"total_max_attempts": 1 + RETRIES, "mode": "standard"},
        ),
    )


def _full(actor: Actor, key: str) -> str:
    if not _KEY.match(key) or "//" in key or key.startswith("/"):
        raise ValueError(key)
    return f"t/{actor.tenant_id}/{key}"
