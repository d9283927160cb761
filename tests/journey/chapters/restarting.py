"""Everything is stopped in the middle of open approvals, started again, and the approvals go on."""

from ..checks import same
from ..path import check_waiting, decide_as, finish
from ..story import Story
from .hearing import catch_up
from .quoting import submit

BUILDS_ON = ("building",)


def tell(story: Story) -> None:
    steps = story.steps
    steps.chapter("Stopped and started in the middle")
    with steps.step("two approvals are open, one of them half decided"):
        open_runs = [submit(story, each.key) for each in story.quotes if each.ending == "restart"]
        joint = next(sent for sent in open_runs if len(sent.stages[0]) > 1)
        decide_as(joint.stages[0][0], joint, "approve")
        if story.webhook_id:  # or the stop hits a worker that was heard, whose message comes again only much later
            story.wait_until("the decision heard", lambda: bool(story.receiver.told("flows.TaskDecided", joint.run_id)))
            catch_up(story)
    if story.at.fixed:
        steps.skip("stop and start", story.at.fixed)
    else:
        with steps.step("stop everything, start it again"):
            story.at.restart()
    with steps.step("everybody is still signed in, and finds the same to do"):
        for person in story.company.people.values():
            same("who is signed in", person.name, person.browser.get("/v1/me").body["name"])
        for sent in open_runs:
            check_waiting(story, sent)
    for sent in open_runs:
        with steps.step(f"{sent.quote.key}: goes on to its end"):
            finish(story, sent)
