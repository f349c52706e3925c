"""What a page must never do while somebody works on it: script errors, CSP messages, broken files, server errors."""

from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response

PAGES = ("document", "xhr", "fetch")  # these may answer 4xx: a refusal is a page too
LOAD_FAILURE = "Failed to load resource"  # the console's copy of what `response` tells with more detail


class PageWatch:
    """Collects the faults of one page; the journey fails at its end if there are any."""

    def __init__(self, page: Page) -> None:
        self.faults: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", self._script_error)
        page.on("response", self._response)
        page.on("requestfailed", self._no_answer)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and LOAD_FAILURE not in message.text:
            self.faults.append(f"console {message.type}: {message.text}")

    def _script_error(self, error: Error) -> None:
        self.faults.append(f"script error: {error}")

    def _response(self, response: Response) -> None:
        allowed = 499 if response.request.resource_type in PAGES else 399
        if response.status > allowed:
            self.faults.append(f"{response.status} {response.request.resource_type} {response.url}")

    def _no_answer(self, request: Request) -> None:
        # A page left while it still loads, and a download, abort their request; that is the browser's manner.
        # Without a line nothing is answered: only a journey that takes the line away meets that.
        if request.failure not in ("net::ERR_ABORTED", "net::ERR_INTERNET_DISCONNECTED"):
            self.faults.append(f"{request.failure}: {request.url}")
