"""Pytest plugin: tests marked `long` (more than about five seconds) begin first, so that no worker waits for them last.

Without it they came last of all: pytest-django puts tests without its own mark, such as those of `committed_db`, behind
the others.
"""

import pytest


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", "long: takes more than about five seconds and therefore begins first")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move the long ones to the front; the others keep their order."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)
