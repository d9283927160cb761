"""The people of a company: sign-up, members, invitations, departments, positions, roles and reporting lines.

Words: a *member* is one person in one tenant (his sign-in, the *account*, is identity's and may belong to several);
a *department* stands in one tree under the *root*, and may have *heads*; a member is in one or several, the first of
them the main one; a *role* grants permissions; a *reporting line* is who answers for a member, from the named manager,
else from the main heads up the tree; a *delegation* says who decides while a member is away; the *calendar* says which
days are worked. The *org* is all of it but the calendar as one frozen snapshot (`org.py`) that flows ask for
approvers. A *first step* is one thing that a new company should do.

Out: MemberInvited, MemberJoined, MemberChanged, MemberDeactivated, MemberReactivated, DepartmentChanged, RoleChanged.
In: none.
"""
