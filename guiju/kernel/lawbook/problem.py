"""One thing that a check of the rulepacks found."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal


@dataclass(frozen=True, order=True)
class Problem:
    """Where it is, what is wrong and what to do. A warning does not stop anything."""

    file: Path
    line: int
    message: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {'提醒' if self.severity == 'warning' else '错误'}：{self.message}"
