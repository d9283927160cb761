"""Public list prices, each with where it stands and when it was looked at. List prices to check, not a quotation.

us-east-1, US dollars, without free tiers, discounts and taxes. AWS in China has a list of its own, in CNY, at
https://www.amazonaws.cn/en/pricing/ ; put its figures here to have the page in them.
"""

from dataclasses import dataclass

LOOKED_AT = "25 November 2026"
REGION = "us-east-1"


@dataclass(frozen=True, slots=True)
class Price:
    """Dollars for `per` of `unit`."""

    dollars: float
    per: int
    unit: str
    source: str

    @property
    def each(self) -> float:
        return self.dollars / self.per


MILLION = 1_000_000
GATEWAY = Price(3.50, MILLION, "API Gateway REST requests", "aws.amazon.com/api-gateway/pricing")
CDN = Price(1.00, MILLION, "CloudFront HTTPS requests", "aws.amazon.com/cloudfront/pricing")
INVOCATION = Price(0.20, MILLION, "Lambda invocations", "aws.amazon.com/lambda/pricing")
GB_SECOND = Price(0.0000133334, 1, "Lambda GB-seconds (arm64)", "aws.amazon.com/lambda/pricing")
READ_UNIT = Price(0.125, MILLION, "DynamoDB read request units", "aws.amazon.com/dynamodb/pricing/on-demand")
WRITE_UNIT = Price(0.625, MILLION, "DynamoDB write request units", "aws.amazon.com/dynamodb/pricing/on-demand")
STORAGE = Price(0.25, 1, "DynamoDB GB-months", "aws.amazon.com/dynamodb/pricing/on-demand")
RECOVERY = Price(0.20, 1, "GB-months of point-in-time recovery", "aws.amazon.com/dynamodb/pricing/on-demand")
TRANSITION = Price(0.025, 1_000, "Step Functions transitions", "aws.amazon.com/step-functions/pricing")
EVENT = Price(1.00, MILLION, "EventBridge custom events", "aws.amazon.com/eventbridge/pricing")
SCHEDULE = Price(1.00, MILLION, "EventBridge Scheduler invocations", "aws.amazon.com/eventbridge/pricing")
MESSAGE = Price(0.40, MILLION, "SQS requests", "aws.amazon.com/sqs/pricing")
MAIL = Price(0.10, 1_000, "SES mails", "aws.amazon.com/ses/pricing")
LOG = Price(0.50, 1, "GB of logs taken in", "aws.amazon.com/cloudwatch/pricing")
ALARM = Price(0.10, 1, "alarm metrics a month", "aws.amazon.com/cloudwatch/pricing")
METRIC = Price(0.30, 1, "custom metrics a month", "aws.amazon.com/cloudwatch/pricing")
SECRET = Price(0.40, 1, "secrets a month", "aws.amazon.com/secrets-manager/pricing")
TRACE = Price(5.00, MILLION, "X-Ray traces", "aws.amazon.com/xray/pricing")
FILES = Price(0.023, 1, "S3 GB-months", "aws.amazon.com/s3/pricing")

ALL = (
    GATEWAY, CDN, INVOCATION, GB_SECOND, READ_UNIT, WRITE_UNIT, STORAGE, RECOVERY, TRANSITION, EVENT, SCHEDULE,
    MESSAGE, MAIL, LOG, ALARM, METRIC, SECRET, TRACE, FILES,
)  # fmt: skip
