"""The response headers of infra/cdn.yaml, so that the local front answers what CloudFront answers."""

from typing import Any

from ..template.source import INFRA, read_yaml

BUCKET = "https://s3.${AWS::Region}.${AWS::URLSuffix}/${Attachments}"


def security_headers(cloud: str) -> dict[str, str]:
    """`cloud` takes the place of the bucket's address. Strict-Transport-Security is left out: this is plain HTTP."""
    policy = read_yaml(INFRA / "cdn.yaml")["Resources"]["WebHeaders"]["Properties"]["ResponseHeadersPolicyConfig"]
    security: dict[str, Any] = policy["SecurityHeadersConfig"]
    content = str(security["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"])
    headers = {
        "Content-Security-Policy": content.replace(BUCKET, cloud).strip(),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": str(security["FrameOptions"]["FrameOption"]),
        "Referrer-Policy": str(security["ReferrerPolicy"]["ReferrerPolicy"]),
    }
    return headers | {item["Header"]: item["Value"] for item in policy["CustomHeadersConfig"]["Items"]}


def forwarded_headers() -> frozenset[str]:
    """Lower-case names of the request headers that reach the API; the body's own (Content-*) always do."""
    policy = read_yaml(INFRA / "cdn.yaml")["Resources"]["ApiRequests"]["Properties"]["OriginRequestPolicyConfig"]
    named = (name.lower() for name in policy["HeadersConfig"]["Headers"])
    own = ("cookie", "content-type", "content-encoding", "accept-encoding")
    return frozenset((*own, *(name for name in named if not name.startswith("cloudfront-"))))


def gateway_answer(kind: str) -> tuple[int, bytes]:
    """Status and problem+json that infra/api.yaml gives API Gateway for a kind of fault, such as REQUEST_TOO_LARGE."""
    answers = read_yaml(INFRA / "api.yaml")["Resources"]["RestAPI"]["Properties"]["GatewayResponses"]
    text = str(answers[kind]["ResponseTemplates"]["application/problem+json"])
    return int(answers[kind]["StatusCode"]), text.replace("$context.requestId", "").encode()
