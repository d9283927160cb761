"""The refusals of the directory; their words stand in `messages.json`."""

from ...kernel.errors import Conflict, Denied, FieldError, Invalid, QuotaExceeded


class DirectoryInvalid(Invalid):
    """The input names something that is not there, or that cannot stand where it was put; see its fields."""

    code = "directory_invalid"


class DisposableAddress(Invalid):
    code = "disposable_address"

    def __init__(self) -> None:
        super().__init__(fields=[FieldError.of("/email", self.code)])


class MemberExists(Conflict):
    """The mailbox belongs to a member, perhaps to one who left and can be reactivated."""

    code = "member_exists"

    def __init__(self) -> None:
        super().__init__(fields=[FieldError.of("/email", self.code)])


class AlreadyInvited(Conflict):
    code = "already_invited"

    def __init__(self) -> None:
        super().__init__(fields=[FieldError.of("/email", self.code)])


class InvitationClosed(Conflict):
    """Revoked, replaced by a newer mail, accepted, or too old."""

    code = "invitation_closed"


class CompanyReadOnly(Denied):
    """Its trial is over, so nobody can join."""

    code = "company_read_only"


class SeatsExhausted(QuotaExceeded):
    code = "seats_exhausted"


class TooMany(QuotaExceeded):
    """`maximum` departments, roles or positions are there already."""

    code = "directory_too_many"


class LastAdministrator(Conflict):
    """A company without an administrator could never get one again."""

    code = "last_administrator"


class SuccessorNeeded(Conflict):
    """`count` open to-dos would be left without anyone."""

    code = "successor_needed"


class MemberInactive(Conflict):
    code = "member_inactive"


class MemberActive(Conflict):
    code = "member_active"


class BeyondOwnRights(Denied):
    """Nobody gives or takes a right that he does not hold himself: else `roles.manage` would be everything."""

    code = "beyond_own_rights"


class NamesYourself(Denied):
    """Nobody makes themself an approver: a head, somebody's manager, a successor, the holder of a role. Who may read
    all records anyway may.
    """

    code = "names_yourself"


class RootDepartment(Conflict):
    code = "root_department"


class DepartmentNotEmpty(Conflict):
    code = "department_not_empty"


class RoleBuiltin(Conflict):
    code = "role_builtin"


class RoleInUse(Conflict):
    code = "role_in_use"


class InUse(Conflict):
    """Definitions name it. Params: `name`, and `uses` with every place (`domain/uses.py`)."""

    code = "in_use"


class PositionInUse(Conflict):
    code = "position_in_use"
