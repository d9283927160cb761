"""Use cases of flows: designing and publishing, running, lists, the machine behind a run, handing over."""
