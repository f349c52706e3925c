"""Building the wheel: the rulepacks, which lie beside the package in a checkout, go inside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

RULEPACKS = Path("rulepacks")


class BuildWithRulepacks(build_py):
    """`build_py` that puts `rulepacks/` at `guiju/rulepacks/`; an editable installation reads those of the checkout."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for source, target in self._rulepacks().items():
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        return [*super().get_outputs(include_bytecode), *([] if self.editable_mode else self._rulepacks().values())]

    def _rulepacks(self) -> dict[str, str]:
        """Each file of a rulepack and where it goes."""
        target = Path(self.build_lib) / "guiju"
        return {str(path): str(target / path) for path in sorted(RULEPACKS.rglob("*.yaml"))}
