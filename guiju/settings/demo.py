"""Settings of the sample town: invented data, sample accounts shown on the login page, a settable day."""

from guiju.settings.base import *  # noqa: F403
from guiju.settings.base import ENVIRONMENT

GUIJU_DEMO = True
STATIC_ROOT = None  # type: ignore[assignment]  # served as they lie: nothing is collected for a demo
GUIJU_TODAY = ENVIRONMENT.today
