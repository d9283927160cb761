"""Makes `.venv` from the lock file and hands over to `python -m tools`. Standard library, and any Python 3.6 or newer,
so that an old one can be told what is needed.

A hash of the lock files is kept inside the environment, so that a second run needs neither pip nor network.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
INSIDE = os.path.join(VENV, "bin", "python")
LOCKS = ("requirements.txt", "requirements-dev.txt")
STAMP = os.path.join(VENV, ".banli-lock")
LEAST, NEWEST = (3, 11), (3, 14)


def main() -> None:
    wanted = lock_hash()
    if read(STAMP) != wanted or not os.path.exists(INSIDE):
        make(find_python(), wanted)
    os.chdir(ROOT)
    os.execv(INSIDE, [INSIDE, "-m", "tools", *sys.argv[1:]])


def find_python() -> str:
    if LEAST <= sys.version_info[:2] <= NEWEST:
        return sys.executable
    for minor in range(NEWEST[1], LEAST[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            return found
    raise SystemExit(
        f"Banli needs Python 3.11 to 3.14, and this is {sys.version_info[0]}.{sys.version_info[1]}: "
        "install one of them and run the same command again."
    )


def lock_hash() -> str:
    digest = hashlib.sha256()
    for name in LOCKS:
        digest.update(read(os.path.join(ROOT, name)).encode())
    return digest.hexdigest()


def make(python: str, wanted: str) -> None:
    began = time.time()
    say("  Python libraries (a minute or two)  ")
    if not usable():
        shutil.rmtree(VENV, ignore_errors=True)
        run(
            [python, "-m", "venv", VENV],
            "Python cannot make a virtual environment: on Debian or Ubuntu run `apt install python3-venv`, then again.",
        )
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input"]
    run(
        [INSIDE, "-m", "pip", "install", *quiet, "-r", os.path.join(ROOT, LOCKS[-1])],
        "Python libraries could not be installed: check the network (or the index that pip is set to) and try again.",
    )
    with open(STAMP, "w") as stamp:
        stamp.write(wanted)
    say(f"{time.time() - began:.0f} s\n")


def usable() -> bool:
    return os.path.exists(INSIDE) and subprocess.call([INSIDE, "-c", "import pip"], stderr=subprocess.DEVNULL) == 0


def run(command: "list[str]", excuse: str) -> None:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        say("failed\n" + done.stdout.decode(errors="replace").strip()[-2000:] + "\n")
        raise SystemExit(excuse)


def read(path: str) -> str:
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("\nStopped; run the same command again to go on.") from None
