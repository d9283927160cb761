"""The map of Banli: every Blueprint, then every other Lambda function, one line each.

Handlers that are not HTTP live here and nowhere else: declared in a Blueprint they would be packaged under another
module and bypass this file in AWS, though the test client runs them.
"""

from typing import Any

from chalice import Chalice

from chalicelib import edge
from chalicelib.apps import http as apps_http
from chalicelib.apps import wiring as apps
from chalicelib.aws import outbox
from chalicelib.directory import http as directory_http
from chalicelib.directory import wiring as directory
from chalicelib.edge import http as edge_http
from chalicelib.flows import http as flows_http
from chalicelib.flows import jobs as flows_jobs
from chalicelib.flows import reactions as flows_reactions
from chalicelib.flows import state_machine_tasks as flows_tasks
from chalicelib.flows import wiring as flows
from chalicelib.forms import http as forms_http
from chalicelib.forms import jobs as forms_jobs
from chalicelib.forms import reactions as forms_reactions
from chalicelib.forms import wiring as forms
from chalicelib.forms.job_kinds import KINDS as FORMS_JOBS
from chalicelib.identity import http as identity_http
from chalicelib.identity import reactions as identity_reactions
from chalicelib.integrations import http as integrations_http
from chalicelib.integrations import reactions as integrations_reactions
from chalicelib.jobs import http as jobs_http
from chalicelib.jobs import kinds as jobs
from chalicelib.jobs import reactions as jobs_reactions
from chalicelib.notifications import http as notifications_http
from chalicelib.notifications import reactions as notifications_reactions
from chalicelib.tenancy import http as tenancy_http
from chalicelib.tenancy import jobs as tenancy_jobs
from chalicelib.tenancy import outbox_sweeper
from chalicelib.tenancy import reactions as tenancy_reactions

# Chalice would set its logger, which is named as ours is, to ERROR; so would an assignment to app.debug.
app = Chalice(app_name="banli", debug=False, configure_logs=False)
edge.attach(app)
edge.use_authenticator(directory.authenticator)
directory.use_handover(flows.for_directory)
apps.use_contents(forms.contents_of_apps)
directory.use_references(forms.references, flows.references)
forms.use_field_users(flows.for_forms)
jobs.register(*FORMS_JOBS)
outbox_sweeper.sweep_also(jobs_reactions.restart_stalled)

app.register_blueprint(edge_http.routes)
app.register_blueprint(tenancy_http.routes)
app.register_blueprint(identity_http.routes)
for blueprint in directory_http.BLUEPRINTS:
    app.register_blueprint(blueprint)
app.register_blueprint(apps_http.routes)
for blueprint in forms_http.BLUEPRINTS:
    app.register_blueprint(blueprint)
for blueprint in flows_http.BLUEPRINTS:
    app.register_blueprint(blueprint)
app.register_blueprint(integrations_http.routes)
app.register_blueprint(notifications_http.routes)
app.register_blueprint(jobs_http.routes)


@app.lambda_function(name="relay")
def relay(event: dict[str, Any], context: Any) -> dict[str, Any]:
    """Stream of the table → bus."""
    return outbox.relay(event)


@app.lambda_function(name="sweep")
def sweep(event: dict[str, Any], context: Any) -> None:
    """Every five minutes: events that the stream did not relay, jobs whose message was lost."""
    outbox_sweeper.sweep(event, context)


@app.lambda_function(name="set_schedules")
def set_schedules(event: dict[str, Any], context: Any) -> Any:
    """A company opened → the end of its trial is scheduled."""
    return tenancy_reactions.set_schedules(event, context)


@app.lambda_function(name="end_trial")
def end_trial(event: dict[str, Any], context: Any) -> None:
    """One-shot schedule: a trial is over."""
    tenancy_jobs.end_trial(event, context)


@app.lambda_function(name="send_mail")
def send_mail(event: dict[str, Any], context: Any) -> Any:
    """A mail is wanted → it is sent."""
    return identity_reactions.send_mail(event, context)


@app.lambda_function(name="wake_runs")
def wake_runs(event: dict[str, Any], context: Any) -> Any:
    """A run has something to do, or somebody left → machines of runs are woken."""
    return flows_reactions.signal_runs(event, context)


@app.lambda_function(name="perform")
def perform(event: dict[str, Any], context: Any) -> Any:
    """The machine of a run → a share of its work."""
    return flows_tasks.run_pending_work(event, context)


@app.lambda_function(name="park")
def park(event: dict[str, Any], context: Any) -> Any:
    """The machine of a run waits → its token is kept."""
    return flows_tasks.wait_for_signal(event, context)


@app.lambda_function(name="revive")
def revive(event: dict[str, Any], context: Any) -> None:
    """An execution ended badly → the next generation."""
    flows_reactions.restart_execution(event, context)


@app.lambda_function(name="check_runs")
def check_runs(event: dict[str, Any], context: Any) -> None:
    """Every five minutes: runs behind which no execution stands any more."""
    flows_jobs.check_runs(event, context)


@app.lambda_function(name="tend_forms")
def tend_forms(event: dict[str, Any], context: Any) -> Any:
    """A form was published, a record deleted → a job enters older records, the purge is scheduled."""
    return forms_reactions.tend_forms(event, context)


@app.lambda_function(name="reindex")
def reindex(event: dict[str, Any], context: Any) -> Any:
    """Messages of an earlier release → the job that enters older records."""
    return forms_reactions.reindex(event, context)


@app.lambda_function(name="purge_record")
def purge_record(event: dict[str, Any], context: Any) -> None:
    """One-shot schedule: a record's days in the recycle bin are over."""
    forms_jobs.purge_record(event, context)


@app.lambda_function(name="run_jobs")
def run_jobs(event: dict[str, Any], context: Any) -> Any:
    """A background job has work to do → shares of it."""
    return jobs_reactions.run_jobs(event, context)


@app.lambda_function(name="fan_out")
def fan_out(event: dict[str, Any], context: Any) -> Any:
    """Events → one message a webhook that wants them."""
    return integrations_reactions.fan_out(event, context)


@app.lambda_function(name="deliver")
def deliver(event: dict[str, Any], context: Any) -> Any:
    """Messages → attempts to deliver."""
    return integrations_reactions.deliver(event, context)


@app.lambda_function(name="redeliver")
def redeliver(event: dict[str, Any], context: Any) -> Any:
    """A reminder of a later attempt → its message."""
    return integrations_reactions.redeliver(event, context)


@app.lambda_function(name="notify")
def notify(event: dict[str, Any], context: Any) -> Any:
    """Events → one message for everybody who should know."""
    return notifications_reactions.notify(event, context)


@app.lambda_function(name="send_notices")
def send_notices(event: dict[str, Any], context: Any) -> Any:
    """Messages → mails."""
    return notifications_reactions.send_notices(event, context)
