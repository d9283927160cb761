"""The template of `chalice package` in the local cloud, by the same change set that goes to AWS."""

from ..deploy.build import Package, build, sources
from ..deploy.restored import pointed
from ..deploy.stack import Stack
from ..hashing import Stamp, fingerprint
from ..terminal import Stop, step, unchanged
from .cloud import client, session
from .place import REGION, Place
from .policies import checkable

STACK = "banli-local"
BUCKET = "banli-local-deployments"
MAIL_FROM = "banli@banli.test"


def stack(place: Place) -> Stack:
    return Stack(session(), STACK, place.cloud, pause=0.1)


def deploy(place: Place) -> bool:
    """Package and deploy unless the cloud already runs exactly this; whether it did. Raises Stop."""
    parameters = _parameters(place)
    stamp = Stamp(place.stamps / "deployed")
    inputs = fingerprint(sources(), *(f"{name}={value}" for name, value in parameters.items()))
    target = stack(place)
    if stamp.matches(inputs) and target.exists():
        unchanged("Deployment")
        return False
    stamp.clear()
    with step("Package"):
        made = build("local", place.directory / "build", region=REGION, libraries=False)
        package = checkable(made, place.directory / "build" / "local.json")
    with step("Deployment"):
        target.deploy(package, BUCKET, parameters)
    stamp.set(inputs)
    return True


def move(place: Place, table: str, stream_arn: str) -> None:
    """Deploy once more what was packaged last, living on a restored table. Raises Stop."""
    directory = place.directory / "build"
    made = Package(directory / "local.json", directory / "out" / "deployment.zip")
    stack(place).deploy(pointed(made, directory / "restored.json", table, stream_arn), BUCKET, _parameters(place))


def _parameters(place: Place) -> dict[str, str | None]:
    return {"Stage": "local", "WebOrigin": place.origin, "Mail": "ses", "MailFrom": MAIL_FROM}


def api_root(place: Place) -> str:
    """Where the local cloud answers for the API, before `/v1/...`. Raises Stop if nothing is deployed."""
    api = stack(place).outputs().get("RestAPIId")
    if not api:
        raise Stop("Nothing is deployed in the local cloud: run `make up`.")
    return f"{place.cloud}/restapis/{api}/api/_user_request_"


def edge_key(place: Place) -> str:
    name = stack(place).outputs()["EdgeKeyName"]
    return str(client(place, "secretsmanager").get_secret_value(SecretId=name)["SecretString"])


def catch_up(place: Place) -> None:
    """Do now what is done periodically: executions that waited when the cloud stopped have died, and go on anew."""
    for name in ("sweep", "check_runs"):
        client(place, "lambda").invoke(FunctionName=f"{STACK}-{name}", InvocationType="Event", Payload=b"{}")
