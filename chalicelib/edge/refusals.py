"""What Chalice refuses before a route is reached (wrong method, wrong content type), said as the API says refusals."""

from collections.abc import Callable
from typing import Any

from chalice import Response

from ..aws.table import to_json
from ..kernel.errors import BanliError
from ..kernel.ids import new_id
from ..kernel.languages import DEFAULT_LANGUAGE
from .errors import PROBLEM_TYPE, MethodNotAllowed, UnsupportedMedia, meaning, problem
from .messages import preferred_language
from .request_parsing import read_correlation_id


def as_problem(event: Any, get_response: Callable[[Any], Response]) -> Response:
    """Chalice middleware: its answers 405 and 415 become problem documents; every other answer passes as it is."""
    answer = get_response(event)
    refusal = _refusal(event, answer)
    if refusal is None:
        return answer
    language = preferred_language(event.headers.get("accept-language", "")) or DEFAULT_LANGUAGE
    correlation_id = read_correlation_id(event.headers, str(event.context.get("requestId") or new_id()))
    headers = {
        "Content-Type": PROBLEM_TYPE,
        "Content-Language": language,
        "Cache-Control": "no-store",
        "X-Correlation-Id": correlation_id,
        "X-Content-Type-Options": "nosniff",
    }
    if "Allow" in answer.headers:
        headers["Allow"] = answer.headers["Allow"]
    body = to_json(problem(refusal, language, correlation_id))
    return Response(body, headers=headers, status_code=meaning(refusal).status)


def _refusal(event: Any, answer: Response) -> BanliError | None:
    """Chalice names its refusals by `Code`; ours carry a lower-case `code`."""
    code = answer.body.get("Code") if isinstance(answer.body, dict) else None
    if code == "MethodNotAllowedError":
        return MethodNotAllowed(method=event.method, allowed=answer.headers["Allow"])
    if code == "UnsupportedMediaType":
        return UnsupportedMedia(content_type=event.headers.get("content-type", "")[:80])
    return None
