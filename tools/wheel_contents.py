"""Building the wheel: what lies beside the package in a checkout goes inside it: rulepacks, the verifier's sources, the handbook."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools.command.build_py import build_py

RULEPACKS, VERIFIER, DOCS = Path("rulepacks"), Path("verifier/guiju_verify"), Path("docs")


class BuildWithWhatLiesBeside(build_py):
    """`build_py` that puts `rulepacks/`, `verifier/guiju_verify/` and `docs/handbook/` under `guiju/`; an editable one does not."""

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
        beside = [(path, path) for path in [*RULEPACKS.rglob("*.yaml"), *VERIFIER.glob("*.py")]]
        handbook = [path for ending in ("*.md", "*.png") for path in (DOCS / "handbook").rglob(ending)]
        beside += [(path, path.relative_to(DOCS)) for path in handbook]
        return {str(path): str(target / place) for path, place in sorted(beside)}
