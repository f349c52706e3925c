"""guiju verifier: the offline verifier as one file, for whoever is to check the record without this program."""

from __future__ import annotations

import argparse
import io
import zipapp
import zipfile
from pathlib import Path
from typing import Any

from guiju.settings.environment import ROOT

NAME = "guiju_verify.pyz"
INTERPRETER = "/usr/bin/env python3"
# zipapp's own entry would throw the exit code away.
ENTRY = "import sys\n\nfrom guiju_verify import main\n\nsys.exit(main())\n"
BEGINNING_OF_TIME = (1980, 1, 1, 0, 0, 0)
READABLE = 0o644 << 16


def add_to(subparsers: Any) -> None:
    parser = subparsers.add_parser("verifier", help="写出离线核验程序，一个文件，交给核验的人")
    parser.add_argument("--out", type=Path, required=True, metavar="文件夹")
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    path = write_verifier(options.out)
    print(f"离线核验程序已写到 {path}。有 Python 3.8 以上的机器都能运行：python3 {NAME} archive 核验包.zip")
    print("它是一个 ZIP，解开就能读到全部源码。请同检查点和公钥分开交付，或者当面交付。")
    return 0


def write_verifier(folder: Path) -> Path:
    """Write the verifier into a folder, which is made where it is missing; returns the file."""
    folder.mkdir(parents=True, exist_ok=True)
    path, unfinished = folder / NAME, folder / f"{NAME}.part"
    unfinished.write_bytes(verifier_file())
    unfinished.replace(path)
    return path


def verifier_file() -> bytes:
    """The verifier's modules as one Python archive: the same sources are the same bytes on every machine and day."""
    sources, packed, made = _sources(), io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as file:
        _add(file, "__main__.py", ENTRY.encode())
        for path in sorted(sources.glob("*.py")):
            _add(file, f"{sources.name}/{path.name}", path.read_bytes())
    packed.seek(0)
    zipapp.create_archive(packed, made, INTERPRETER)
    return made.getvalue()


def _sources() -> Path:
    """The package of the verifier: inside the installed program, else beside it in the checkout."""
    installed = Path(__file__).resolve().parents[1] / "verifier" / "guiju_verify"
    return installed if installed.is_dir() else ROOT / "verifier" / "guiju_verify"


def _add(file: zipfile.ZipFile, name: str, data: bytes) -> None:
    about = zipfile.ZipInfo(name, BEGINNING_OF_TIME)
    about.create_system, about.external_attr = 3, READABLE
    file.writestr(about, data)
