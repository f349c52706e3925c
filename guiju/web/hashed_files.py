"""Static files whose names hold a hash of their content: a browser keeps each for good and asks for it once."""

from __future__ import annotations

from django.contrib.staticfiles.storage import HashedFilesMixin
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """As WhiteNoise's, except that source maps are left alone: the front-end packages name theirs and we ship none."""

    patterns = tuple(
        (files, tuple(rule for rule in rules if "sourceMappingURL" not in (rule if isinstance(rule, str) else rule[0])))
        for files, rules in HashedFilesMixin.patterns
    )
