"""Settings of a town's own installation behind a TLS proxy."""

from guiju.settings.base import *  # noqa: F403

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
SECURE_HSTS_SECONDS = 31_536_000

# `guiju serve` collects the files under hashed names when it starts; a page never names one that was not collected.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "guiju.web.hashed_files.HashedFiles"},
}
WHITENOISE_USE_FINDERS = False
