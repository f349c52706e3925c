"""Pytest plugin: what could not be tested on this machine is said in one loud line at the end, not hidden in an `s`."""

import pytest

LOUD = "LOUD: "


def loud_skip(reason: str) -> None:
    """Skip the running test (or module), and have the reason printed at the end of the run."""
    pytest.skip(LOUD + reason, allow_module_level=True)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print each loud reason once, with the number of tests that it skipped."""
    counts: dict[str, int] = {}
    for report in terminalreporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if LOUD in reason:
            text = reason.split(LOUD, 1)[1]
            counts[text] = counts.get(text, 0) + 1
    for text, count in counts.items():
        terminalreporter.write_line(f"!!! 跳过 {count} 项测试：{text}", yellow=True, bold=True)
