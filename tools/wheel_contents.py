"""Building the wheel: what lies beside the package in a checkout goes inside it: rulepacks and the verifier's sources."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

RULEPACKS, VERIFIER = Path("rulepacks"), Path("verifier/guiju_verify")


class BuildWithWhatLiesBeside(build_py):
    """`build_py` that puts `rulepacks/` and `verifier/guiju_verify/` under `guiju/`; an editable one leaves them."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            for source, target in self._beside().items():
                Path(target).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        return [*super().get_outputs(include_bytecode), *([] if self.editable_mode else self._beside().values())]

    def _beside(self) -> dict[str, str]:
        """Each file and where it goes."""
        target = Path(self.build_lib) / "guiju"
        return {str(path): str(target / path) for path in sorted([*RULEPACKS.rglob("*.yaml"), *VERIFIER.glob("*.py")])}
