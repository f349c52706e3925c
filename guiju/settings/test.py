"""Settings of the tests: own folder for keys and files, a database chosen by GUIJU_TEST_DB, nothing slow on purpose."""

import os
import tempfile
import uuid
from pathlib import Path

# Before base is read: a test never opens the database, the keys or the evidence of the checkout it runs in. The folder
# is only named here; the pytest plugin makes it and removes it (mypy reads these settings too, and ends without a word).
_FOLDER = Path(tempfile.gettempdir()) / f"guiju-test-{uuid.uuid4().hex}"
os.environ["GUIJU_HOME"] = str(_FOLDER)
os.environ["GUIJU_SECRET_KEY"] = uuid.uuid4().hex
if os.environ.get("GUIJU_TEST_DB", "sqlite") == "sqlite":
    os.environ["GUIJU_DATABASE_URL"] = f"sqlite:///{_FOLDER}/guiju.sqlite3"
elif not os.environ.get("GUIJU_DATABASE_URL", "").startswith("postgres"):
    raise RuntimeError(
        "GUIJU_TEST_DB=postgres 需要一个测试用的 PostgreSQL：python -m tools.private_postgres -- pytest …"
    )

from guiju.settings.base import *  # noqa: E402, F403
from guiju.settings.base import INSTALLED_APPS as _INSTALLED_APPS  # noqa: E402

# An invented mechanism that the tests of the kernel run on.
INSTALLED_APPS = [*_INSTALLED_APPS, "tests.example_mechanism"]

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Without STATIC_ROOT WhiteNoise has no collected files to scan for every test client.
STATIC_ROOT = None  # type: ignore[assignment]
WHITENOISE_AUTOREFRESH = True
AXES_ENABLED = False
