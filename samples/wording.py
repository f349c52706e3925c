"""The invented subjects and titles with which the sheets are filled, read once from wording.yaml."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml


@cache
def wording() -> dict[str, Any]:
    """Everything of wording.yaml."""
    return yaml.safe_load(Path(__file__).with_name("wording.yaml").read_text(encoding="utf-8"))  # type: ignore[no-any-return]
