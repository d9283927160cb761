"""Identity: who somebody is. Accounts, passwords, sessions, one-time links and the mails that carry them.

Words: an *account* is one person by e-mail, across companies; a *membership* ties it to a member of one tenant; the
*login* of a member says whether he may be signed in at all; a *session* is one signed-in device; a *link* is mailed and
works once. Accounts and links stand in the system's partition, logins and sessions in the tenant's.
Events out: MailRequested. Events in: its own MailRequested, which sends the mail.
"""
