"""`make load`: eight people at work for five minutes on a local cloud of their own, without one error, and without
memory that grows. On loopback, bounded in time; LOAD_SECONDS= is for trying it.

Ours are the front and the functions' workers: each must end as large as it was once warm. The emulator keeps every
row, log line, mail and execution in its memory, so that its growth is told apart, beside what it was given to keep.
"""

import os
import random
import statistics
import sys
import threading
import time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tools.client import Company, Person, apps
from tools.demo import make
from tools.local import cloud, faults, up
from tools.local.workdir import Workdir, free_ports

from .memory import CLOUD, Memory
from .users import Ledger, User, flow_for, form_for

SECONDS = 300
WARM_AFTER = 0.3
"""Of the time: until then processes start, and libraries and caches are filled."""
LAST = 0.2
SAMPLE_SECONDS = 3
SEED = 20261125
say = partial(print, flush=True)


def main() -> int:
    seconds = float(os.environ.get("LOAD_SECONDS") or SECONDS)
    with TemporaryDirectory(prefix="banli-load-") as directory:
        workdir = Workdir(Path(directory), *free_ports(2))
        try:
            up.start(workdir)
            return _run(workdir, seconds)
        finally:
            up.stop(workdir)


def _run(workdir: Workdir, seconds: float) -> int:
    since = faults.begin(workdir)
    company = make(workdir)
    form_id = _build(company)
    ledger = Ledger(time.monotonic())
    users = [_user(person, company, form_id, ledger) for person in company.people.values()]
    memory = Memory(_pid(cloud.process(workdir).pid()), _pid(up.front(workdir).pid()))
    rows_before = _rows(workdir)
    say(f"\n{len(users)} people for {seconds:.0f} s\n")
    began = ledger.began = time.monotonic()
    threads = [threading.Thread(target=user.work, args=(began + seconds,)) for user in users]
    for thread in threads:
        thread.start()
    warm = rows_before
    while any(thread.is_alive() for thread in threads):
        memory.sample(time.monotonic() - began)
        if warm == rows_before and time.monotonic() - began > seconds * WARM_AFTER:
            warm = _rows(workdir)
        time.sleep(SAMPLE_SECONDS)
    code = _report(ledger, memory, seconds, _rows(workdir) - warm)
    trouble = faults.found(workdir, since)
    for line in trouble[:20]:
        say(f"LOG {line}")
    say(f"{len(trouble)} faults in the functions' logs and dead letters")
    return 1 if trouble else code


def _build(company: Company) -> str:
    members = {key: person.id for key, person in company.people.items()}
    form_id = apps.publish_form(company.admin.browser, form_for(list(members)))
    apps.publish_flow(company.admin.browser, flow_for(form_id, members))
    return form_id


def _user(person: Person, company: Company, form_id: str, ledger: Ledger) -> User:
    others = [key for key in company.people if key != person.key]
    return User(person, others, form_id, ledger, random.Random(f"{SEED} {person.key}"))


def _rows(workdir: Workdir) -> int:
    """What the emulator keeps of the table."""
    pages = cloud.client(workdir, "dynamodb").get_paginator("scan").paginate(TableName="banli-local", Select="COUNT")
    return sum(page["Count"] for page in pages)


def _pid(found: int | None) -> int:
    if found is None:
        raise SystemExit("The local cloud has ended.")
    return found


def _report(ledger: Ledger, memory: Memory, seconds: float, rows: int) -> int:
    say(f"{'once warm':<10}{'requests':>9}{'p50 ms':>9}{'p95 ms':>9}{'p99 ms':>9}")
    warm = ledger.since(seconds * WARM_AFTER)
    for what, took in sorted(warm.items()):
        say(_line(what, took))
    say(_line("all", [each for took in warm.values() for each in took]))
    say(_line("from cold", [each for took in ledger.since(0).values() for each in took]))
    ours = memory.verdicts(seconds * WARM_AFTER, seconds * LAST)
    grown = [each for each in ours if each.grew]
    say(f"\n{'ours, MB':<20}{'warm':>8}{'end':>8}")
    for each in ours:
        say(f"{each.name:<20}{each.warm_mb:>8.1f}{each.end_mb:>8.1f}{'   GREW' if each.grew else ''}")
    say(_emulator(memory, seconds, rows, ledger.requests))
    for error in ledger.errors[:10]:
        say(f"ERROR {error}")
    say(f"\n{ledger.requests} requests, {len(ledger.errors)} errors, {len(grown)} of {len(ours)} processes grew")
    return 1 if ledger.errors or grown or not ours else 0


def _line(what: str, took: list[float]) -> str:
    parts = statistics.quantiles(took, n=100, method="inclusive") if len(took) > 1 else [*took * 99]
    return f"{what:<10}{len(took):>9}" + "".join(f"{1000 * parts[part - 1]:>9.0f}" for part in (50, 95, 99))


def _emulator(memory: Memory, seconds: float, rows: int, requests: int) -> str:
    warm, end = memory.ends(CLOUD, seconds * WARM_AFTER, seconds * LAST) or (0.0, 0.0)
    told = f"\nemulator, which keeps what it is given: {warm:.0f} MB warm, {end:.0f} MB at the end; {rows} rows more"
    return f"{told}, and the logs, mails and executions of {requests} requests"


if __name__ == "__main__":
    sys.exit(main())
