"""The people of a company: sign-up, members, invitations, departments, positions, roles and reporting lines.

Words: a *member* is one person in one tenant (his sign-in, the *account*, is identity's and may belong to several);
a *department* stands in one tree under the *root*, and may have a *head*; a *role* grants permissions; a *reporting
line* is who answers for a member, from the named manager, else from the heads up the tree. The *org* is all of it as
one frozen snapshot (`org.py`) that flows ask for approvers. A *first step* is one thing that a new company should do.

Out: MemberInvited, MemberJoined, MemberChanged, MemberDeactivated, MemberReactivated, DepartmentChanged, RoleChanged.
In: none.
"""
