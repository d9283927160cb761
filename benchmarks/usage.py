"""What an operation uses of AWS, as counts, and what that costs. Pure; the prices are those of `prices.py`."""

from dataclasses import asdict, dataclass, field

from . import prices

KB = 1024
GB = KB**3
MB_A_GB = 1024

MS_A_CALL = 10
"""Assumed: what a function waits for one call to another service of AWS in its region."""
OWN_CPU_MS = 12
"""Assumed: CPU of one invocation beyond waiting, on a whole processor (`make bench` measures 2 to 6 here)."""
HASH_CPU_MS = 80
"""Assumed: argon2id on Lambda's processor (about 30 ms here)."""
WHOLE_PROCESSOR_MB = 1769
LOG_BYTES = 1_700
"""An invocation's log line, its metrics, and the three lines of Lambda itself."""
REQUESTS_A_MESSAGE = 3
"""Sent, received, deleted. Batches make it less."""
TRACED = 0.05
"""X-Ray samples one request a second and 5 % of what is beyond; so this is the price at load."""


@dataclass(slots=True)
class Usage:
    """Counts of one thing done. `invoked` is, for each function, how often and with how many calls to AWS in all."""

    requests: int = 0
    invoked: dict[str, tuple[int, int]] = field(default_factory=dict)
    hashes: int = 0
    read_units: float = 0
    write_units: float = 0
    events: int = 0
    messages: int = 0
    transitions: int = 0
    mails: int = 0
    schedules: int = 0
    stored_bytes: int = 0
    """That stay; not what expires by itself."""

    @property
    def invocations(self) -> int:
        return sum(times for times, _ in self.invoked.values())

    def gb_seconds(self, memory_mb: dict[str, int]) -> float:
        """Billed by the millisecond and the memory; a function of less memory has less of a processor."""
        total = 0.0
        for function, (times, calls) in self.invoked.items():
            memory = memory_mb[function]
            cpu = OWN_CPU_MS * times + (HASH_CPU_MS * self.hashes if function == "api_handler" else 0)
            milliseconds = cpu * max(1, WHOLE_PROCESSOR_MB / memory) + MS_A_CALL * calls
            total += memory / MB_A_GB * milliseconds / 1000
        return total


def total(used: list[Usage]) -> Usage:
    whole = Usage()
    for each in used:
        for name, value in asdict(each).items():
            if name == "invoked":
                for function, (times, calls) in value.items():
                    before = whole.invoked.get(function, (0, 0))
                    whole.invoked[function] = (before[0] + times, before[1] + calls)
            else:
                setattr(whole, name, getattr(whole, name) + value)
    return whole


def bill(usage: Usage, memory_mb: dict[str, int]) -> dict[str, float]:
    """Dollars by service, for doing it once."""
    return {
        "API Gateway, CloudFront": usage.requests * (prices.GATEWAY.each + prices.CDN.each),
        "Lambda": usage.invocations * prices.INVOCATION.each + usage.gb_seconds(memory_mb) * prices.GB_SECOND.each,
        "DynamoDB": usage.read_units * prices.READ_UNIT.each + usage.write_units * prices.WRITE_UNIT.each,
        "Step Functions": usage.transitions * prices.TRANSITION.each,
        "EventBridge": usage.events * prices.EVENT.each + usage.schedules * prices.SCHEDULE.each,
        "SQS": usage.messages * REQUESTS_A_MESSAGE * prices.MESSAGE.each,
        "SES": usage.mails * prices.MAIL.each,
        "Logs, traces": usage.invocations * (LOG_BYTES / GB * prices.LOG.each + TRACED * prices.TRACE.each),
    }
