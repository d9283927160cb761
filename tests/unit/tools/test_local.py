"""The small decisions behind `make up`: what is unchanged, which port, which process is ours, what a log line says."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.deploy.build import Package
from tools.hashing import Stamp, fingerprint
from tools.local.cloud import refuse_busy
from tools.local.logs import readable
from tools.local.policies import checkable
from tools.local.processes import Process
from tools.local.workdir import here, is_free
from tools.terminal import Stop


def test_a_step_is_unchanged_until_a_file_or_a_setting_changes(tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    (code / "a.py").write_text("1")
    stamp = Stamp(tmp_path / "stamps" / "step")
    first = fingerprint([code], "port=1")
    stamp.set(first)

    assert stamp.matches(fingerprint([code], "port=1"))
    (code / "__pycache__").mkdir()
    (code / "__pycache__" / "a.pyc").write_text("x")
    assert stamp.matches(fingerprint([code], "port=1"))
    assert not stamp.matches(fingerprint([code], "port=2"))
    (code / "a.py").rename(code / "b.py")
    assert not stamp.matches(fingerprint([code], "port=1"))
    stamp.clear()
    assert not stamp.matches(first)


@pytest.mark.parametrize("text", ["80", "65536", "abc", "８６００", "-1", "8600.5"])
def test_a_port_that_is_none_is_one_sentence(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", text)
    with pytest.raises(Stop, match="choose a number"):
        here()


def test_a_busy_port_is_one_sentence_with_the_way_out() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert not is_free(port)
        with pytest.raises(Stop, match=r"another port with PORT=<number>"):
            refuse_busy(port, "PORT")


def test_a_process_is_started_found_and_ended_in_order(tmp_path: Path) -> None:
    code = (
        "import signal, sys, time\n"
        "signal.signal(signal.SIGTERM, lambda *_: sys.exit(print('saved')))\n"
        "print('up', flush=True)\n"
        "time.sleep(60)"
    )
    process = Process("sleeper", "time.sleep(60)", tmp_path)
    process.start([sys.executable, "-c", code], os.environ, lambda: "up" in process.log.read_text(), 10)

    assert process.pid() is not None
    assert process.stop() is True
    assert process.pid() is None
    assert "saved" in process.log.read_text()
    assert process.stop() is False


def test_a_recycled_process_id_is_left_alone(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        (tmp_path / "run").mkdir()
        (tmp_path / "run" / "cloud.pid").write_text(str(other.pid))

        assert Process("cloud", "ministack", tmp_path).stop() is False
        assert other.poll() is None
    finally:
        other.send_signal(signal.SIGKILL)
        other.wait()


def test_a_process_that_does_not_start_shows_the_end_of_its_log(tmp_path: Path) -> None:
    process = Process("broken", "never", tmp_path)
    began = time.monotonic()
    with pytest.raises(Stop, match="no such setting"):
        process.start([sys.executable, "-c", "raise SystemExit('no such setting')"], os.environ, lambda: False, 30)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("START RequestId: 1 Version: $LATEST", ""),
        ('{"_aws":{},"Calls":[1]}', ""),
        ("plain words", "plain words"),
        ('{"level":"INFO","message":"called","service":"banli","ms":3}', "INFO  called ms=3"),
        ('{"level":"ERROR","message":"failed","exception":"Traceback"}', "ERROR failed \nTraceback"),
    ],
)
def test_a_log_line_reads_for_people(line: str, shown: str) -> None:
    assert readable(line) == shown


def test_only_what_the_local_cloud_cannot_check_leaves_the_policies(tmp_path: Path) -> None:
    rows = {"dynamodb:LeadingKeys": ["T#*"]}
    statements = [
        {"Action": ["dynamodb:GetItem"], "Resource": "table", "Condition": {"ForAllValues:StringLike": rows}},
        {"Action": "scheduler:CreateSchedule", "Resource": "schedule"},
        {"Action": "iam:PassRole", "Resource": "role", "Condition": {"StringEquals": {"iam:PassedToService": "x"}}},
    ]
    role = {
        "Type": "AWS::IAM::Role",
        "Properties": {"Policies": [{"PolicyDocument": {"Statement": statements}}]},
    }
    source = tmp_path / "sam.json"
    source.write_text(json.dumps({"Resources": {"Role": role}}))

    made = checkable(Package(source, tmp_path / "code.zip"), tmp_path / "local.json")

    kept = json.loads(made.template.read_text())["Resources"]["Role"]["Properties"]["Policies"][0]
    assert kept["PolicyDocument"]["Statement"] == [
        {"Action": ["dynamodb:GetItem"], "Resource": "table"},
        {"Action": "scheduler:CreateSchedule", "Resource": "*"},
        statements[2],
    ]
