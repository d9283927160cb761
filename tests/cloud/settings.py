"""What every function is told, for the doubled cloud; names of queues and jobs are those of infra/wiring.yaml."""

from tools.template.source import read_wiring

REGION = "us-east-1"
TABLE, BUCKET, BUS, SECRET = "banli-test", "banli-test-files", "banli-test", "banli/test"
_ACCOUNT = "123456789012"
_WIRING = read_wiring()
QUEUES = tuple(queue.name for queue in _WIRING.queues)
JOBS = tuple(name for name, by in _WIRING.callers.items() if by == "schedule")


def queue_name(queue: str) -> str:
    return f"banli-test-{queue}"


ENVIRONMENT = {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": REGION,
    "AWS_REGION": REGION,
    "BANLI_STAGE": "test",
    "BANLI_TABLE": TABLE,
    "BANLI_SECRET": SECRET,
    "BANLI_BUS": BUS,
    "BANLI_BUCKET": BUCKET,
    "BANLI_SCHEDULE_GROUP": "default",
    "BANLI_SCHEDULE_ROLE": f"arn:aws:iam::{_ACCOUNT}:role/scheduler",
    "BANLI_SCHEDULE_DEAD_LETTERS": f"arn:aws:sqs:{REGION}:{_ACCOUNT}:undelivered",
    "BANLI_WEB_ORIGIN": "https://banli.test",
    "BANLI_EDGE_KEY": "edge-key-of-the-tests",
    "BANLI_MAIL": "ses",
    "BANLI_MAIL_FROM": "banli@banli.test",
    "BANLI_CONTACT": "help@banli.test",
    "BANLI_TERMS_URL": "https://banli.test/terms",
    "BANLI_PRIVACY_URL": "https://banli.test/privacy",
    "POWERTOOLS_METRICS_DISABLED": "true",
    "BANLI_STATE_MACHINE": f"arn:aws:states:{REGION}:{_ACCOUNT}:stateMachine:run",
    **{
        f"BANLI_QUEUE_{name.upper()}": f"https://sqs.{REGION}.amazonaws.com/{_ACCOUNT}/{queue_name(name)}"
        for name in QUEUES
    },
    **{f"BANLI_JOB_{name.upper()}": f"arn:aws:lambda:{REGION}:{_ACCOUNT}:function:{name}" for name in JOBS},
}
