"""The template of `chalice package` in the local cloud, by the same change set that goes to AWS."""

from ..deploy.build import Package, build, sources
from ..deploy.restored import pointed
from ..deploy.stack import Stack
from ..hashing import Stamp, fingerprint
from ..terminal import Stop, step, unchanged
from .cloud import client, session
from .policies import checkable
from .workdir import REGION, Workdir

STACK = "banli-local"
BUCKET = "banli-local-deployments"
MAIL_FROM = "banli@banli.test"


def stack(workdir: Workdir) -> Stack:
    return Stack(session(), STACK, workdir.cloud, pause=0.1)


def deploy(workdir: Workdir) -> bool:
    """Package and deploy unless the cloud already runs exactly this; whether it did. Raises Stop."""
    parameters = _parameters(workdir)
    stamp = Stamp(workdir.stamps / "deployed")
    inputs = fingerprint(sources(), *(f"{name}={value}" for name, value in parameters.items()))
    target = stack(workdir)
    if stamp.matches(inputs) and target.exists():
        unchanged("Deployment")
        return False
    stamp.clear()
    with step("Package"):
        made = build("local", workdir.directory / "build", region=REGION, runtime=None)
        package = checkable(made, workdir.directory / "build" / "local.json")
    with step("Deployment"):
        target.deploy(package, BUCKET, parameters)
    stamp.set(inputs)
    return True


def move(workdir: Workdir, table: str, stream_arn: str) -> None:
    """Deploy once more what was packaged last, living on a restored table. Raises Stop."""
    directory = workdir.directory / "build"
    made = Package(directory / "local.json", directory / "out" / "deployment.zip")
    stack(workdir).deploy(pointed(made, directory / "restored.json", table, stream_arn), BUCKET, _parameters(workdir))


def _parameters(workdir: Workdir) -> dict[str, str | None]:
    return {"Stage": "local", "WebOrigin": workdir.origin, "Mail": "ses", "MailFrom": MAIL_FROM}


def api_root(workdir: Workdir) -> str:
    """Where the local cloud answers for the API, before `/v1/...`. Raises Stop if nothing is deployed."""
    api = stack(workdir).outputs().get("RestAPIId")
    if not api:
        raise Stop("Nothing is deployed in the local cloud: run `make up`.")
    return f"{workdir.cloud}/restapis/{api}/api/_user_request_"


def edge_key(workdir: Workdir) -> str:
    name = stack(workdir).outputs()["EdgeKeyName"]
    return str(client(workdir, "secretsmanager").get_secret_value(SecretId=name)["SecretString"])


def catch_up(workdir: Workdir) -> None:
    """Do now what is done periodically: executions that waited when the cloud stopped have died, and go on anew."""
    for name in ("sweep_outboxes", "check_runs"):
        client(workdir, "lambda").invoke(FunctionName=f"{STACK}-{name}", InvocationType="Event", Payload=b"{}")
