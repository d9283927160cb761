"""What a failed call to the table means to whoever asked."""

import logging

from botocore.exceptions import ClientError
from pynamodb.exceptions import PynamoDBException, TransactWriteError

from ..kernel.errors import Contended, Unavailable
from ..kernel.unit_of_work import Change

logger = logging.getLogger("banli")


def refusal_of(changes: list[Change], error: TransactWriteError) -> Exception:
    """Which expectation failed. DynamoDB lists reasons in the order sent: checks, deletes, puts, updates."""
    cause = error.cause
    if error.cause_response_code != "TransactionCanceledException":
        if isinstance(cause, ClientError) and error.cause_response_code in ("TransactionInProgressException",):
            return Contended()
        return unavailable(error)
    sent = sorted(changes, key=_rank)
    codes = [reason.code if reason else None for reason in error.cancellation_reasons]
    failed = [change for change, code in zip(sent, codes, strict=False) if code == "ConditionalCheckFailed"]
    for change in failed:
        if change.refusal is not None:
            return change.refusal
    if failed or "TransactionConflict" in codes:
        return Contended()
    return Unavailable(service="dynamodb")


def unavailable(error: PynamoDBException) -> Unavailable:
    """People are told to come again; what was denied is a fault of ours that would otherwise not be heard of."""
    # An answer that never came has no code.
    cause = error.cause
    if isinstance(cause, ClientError) and error.cause_response_code in ("AccessDeniedException", "ValidationException"):
        logger.error("table refused", extra={"reason": f"{error.cause_response_code}: {error.cause_response_message}"})
    return Unavailable(service="dynamodb")


def _rank(change: Change) -> int:
    if change.adds:
        return 3
    return 0 if change.check_only else 1 if change.doc is None else 2
