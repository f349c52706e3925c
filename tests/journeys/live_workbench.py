"""The workbench on a free port of this machine, in a thread of the test, on the test's own database."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.core.handlers.wsgi import WSGIHandler
from django.core.servers.basehttp import ThreadedWSGIServer, WSGIRequestHandler


class SilentRequestHandler(WSGIRequestHandler):
    """Answers as Django's own does and writes no line for each request."""

    def log_message(self, format: str, *args: object) -> None:
        """Write nothing."""


@dataclass(frozen=True)
class Workbench:
    """A running workbench; `address` is http://127.0.0.1:PORT."""

    address: str

    def url(self, path: str) -> str:
        """Return the full address of a path such as /login/."""
        return self.address + path


@contextmanager
def running_workbench() -> Iterator[Workbench]:
    """Serve the project until the end of the block; each request has a thread that closes its connections."""
    server = ThreadedWSGIServer(("127.0.0.1", 0), SilentRequestHandler)
    server.set_app(WSGIHandler())
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield Workbench(f"http://127.0.0.1:{server.server_address[1]}")
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
