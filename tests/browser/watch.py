"""What a page must never do while anybody uses it: fail, break the content policy, open a dialog, ask a stranger."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Request, Response, WebError

TELL_VIOLATIONS = """
addEventListener('securitypolicyviolation', (event) =>
  console.error(`content policy: ${event.effectiveDirective} refused ${event.blockedURI} at ${event.sourceFile}`),
);
"""
OWN = ("data", "blob", "about")
LOADING = "Failed to load resource"
"""The browser's own line for every answer of 400 and above; answers are looked at one by one here instead."""


class Watch:
    def __init__(self, context: BrowserContext, origin: str, cloud: str) -> None:
        self.faults: list[str] = []
        self.allows_failing = False
        """A test may play a server that fails, or a network that is lost."""
        self.allows_leaving = False
        """A test may go away from what was not saved."""
        self._hosts = {urlsplit(origin).netloc, urlsplit(cloud).netloc}
        context.add_init_script(TELL_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("dialog", self._dialog)
        context.on("request", self._request)
        context.on("response", self._response)

    def told(self) -> list[str]:
        """What there was since it was asked last."""
        faults, self.faults = self.faults, []
        return faults

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and LOADING not in message.text:
            self.faults.append(f"console: {message.text}")

    def _error(self, error: WebError) -> None:
        self.faults.append(f"script: {error.error}")

    def _dialog(self, dialog: Dialog) -> None:
        if dialog.type == "beforeunload" and self.allows_leaving:
            dialog.accept()
            return
        self.faults.append(f"dialog: {dialog.type} {dialog.message}")
        dialog.dismiss()

    def _request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in OWN and parts.netloc not in self._hosts:
            self.faults.append(f"request to a stranger: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 500 and not self.allows_failing:
            self.faults.append(f"answer {response.status}: {response.request.method} {response.url}")
