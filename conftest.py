"""What every test may use: databases that may be committed to (`committed_db`), and the manner of property tests."""

import os

from hypothesis import HealthCheck, settings

pytest_plugins = ["tools.pytest_databases", "tools.pytest_longest_first", "tools.pytest_loud_skips"]

# No deadline: how long an example takes says something about the machine, not about the code.
settings.register_profile("guiju", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("guiju"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "guiju")
