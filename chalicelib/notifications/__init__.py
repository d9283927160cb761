"""Notifications: mails that bring people to their work.

Words: a *notice* is one thing that one member should know, of one *kind* (`todo`: he is asked, `outcome`: what became
of what he submitted, `cc`: he is kept informed); *preferences* say which kinds he wants by mail; what comes too thick
is *gathered* into one mail.
Events in: `flows.TaskOpened` (a handover, too), `flows.RunApproved`, `flows.RunRejected`, `flows.MembersCopied`.
Events out: none.
"""
