"""What an administrator does on the screen: departments, invitations, places in the company, a form."""

from .screen import Screen


def add_department(screen: Screen, name: str) -> None:
    screen.navigate("departments")
    screen.press("directory:departments.add")
    screen.write(screen.words("directory:departments.name"), name)
    screen.press("directory:departments.add")
    screen.sees(name)


def set_head(screen: Screen, department: str, head: str) -> None:
    words = screen.words
    screen.navigate("departments")
    screen.press("directory:departments.editOf", name=department)
    label = f"{words('directory:departments.head')} ({words('components:form.optional')})"
    screen.choose(label, head)
    screen.press("components:form.save")
    screen.sees(words("directory:departments.headIs", name=head))


def invite(screen: Screen, *, name: str, email: str, department: str = "") -> None:
    screen.navigate("members")
    screen.press("directory:invite.open")
    screen.write(screen.words("directory:invite.email"), email)
    screen.write(screen.words("directory:invite.name"), name)
    if department:
        screen.choose(screen.words("directory:place.department"), department)
    screen.press("directory:invite.submit")
    screen.says("directory:invite.sent", name=name)


def set_manager(screen: Screen, member: str, manager: str) -> None:
    screen.navigate("members")
    screen.hand.press(screen.page.get_by_role("table").get_by_role("link").filter(has_text=member))
    screen.sees_title(member)
    screen.choose(screen.words("directory:place.manager"), manager)
    screen.press("components:form.save")
    screen.says("components:form.saved")
