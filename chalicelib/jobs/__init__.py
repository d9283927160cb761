"""Jobs: work on many items that runs in the background, with progress, stop and resume.

Words: a *job* is one such piece of work, with a *kind* (what is done), a *subject* (what it is about) and a *cursor*
(the last item that is done); a *share* is the items that one transaction covers; its *epoch* changes whenever it is
started anew, so that a message from before is recognised as outdated.

Owns: the rows of jobs, the one worker `run_jobs` of all kinds, the API and the page of background jobs. A kind belongs
to the context whose items it works on (`kinds.py`). Events out: JobQueued (internal: the worker's message), JobEnded.
Events in: its own JobQueued.
"""
