"""Settings that every installation shares. The environment is described in `environment.py`."""

import datetime as dt
import os

from guiju.mechanisms import INSTALLED_MECHANISMS
from guiju.settings.environment import kept_secret, read_environment

ENVIRONMENT = read_environment()
GUIJU_HOME = ENVIRONMENT.home
GUIJU_KEYS = GUIJU_HOME / "keys"
GUIJU_EVIDENCE = GUIJU_HOME / "evidence"
GUIJU_RULEPACKS = ENVIRONMENT.rulepacks
GUIJU_TODAY: str | None = None
GUIJU_DEMO = False
GUIJU_OIDC = ENVIRONMENT.oidc

SECRET_KEY = os.environ.get("GUIJU_SECRET_KEY") or kept_secret(GUIJU_KEYS / "session.key")
DEBUG = False
ALLOWED_HOSTS = ENVIRONMENT.hosts
DATABASES = {"default": ENVIRONMENT.database}
ATOMIC_REQUESTS = False
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "guiju.kernel.ledger",
    "guiju.kernel.lawbook",
    "guiju.kernel.organisation",
    "guiju.kernel.matters",
    "guiju.kernel.terms",
    "guiju.kernel.evidence",
    "guiju.kernel.documents",
    "guiju.kernel.disclosure",
    "guiju.kernel.procedure",
    "guiju.kernel.indicators",
    *INSTALLED_MECHANISMS,
    "guiju.mechanisms",
    "guiju.reports",
    "guiju.exchange",
    "guiju.exchange.returns",
    "guiju.exchange.outlines",
    "guiju.exchange.superiors_forms",
    "guiju.exchange.reconciling",
    "guiju.exchange.handovers",
    "guiju.exchange.numbers",
    "guiju.exchange.papers",
    "guiju.web",
    "guiju.web.entrance",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "guiju.web.device.DeviceMiddleware",
    "guiju.web.wechat.WeChatMiddleware",
    "guiju.web.failures.ByButtonOnlyMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "guiju.web.urls"
WSGI_APPLICATION = "guiju.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "guiju.web.shell.shell",
            ],
        },
    },
]

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = GUIJU_HOME / "static"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False

LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "today"
LOGOUT_REDIRECT_URL = "login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "guiju.web.accounts.AccountBackend"]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_CALLABLE = "guiju.web.desk.login.locked_out"
AXES_DISABLE_ACCESS_LOG = True  # who was logged in from when to when is nobody's business
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 12 * 3600
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
