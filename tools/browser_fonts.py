"""Fonts of the browser that tests and screenshots use: the packaged Chinese ones only, so that pictures agree everywhere."""

import importlib.util
from pathlib import Path

PACKAGE = "pylopdf_fonts_zh_cn"
SANS, SERIF = "Noto Sans SC", "Noto Serif SC"
CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
{aliases}</fontconfig>
"""
ALIAS = '  <alias binding="strong"><family>{family}</family><prefer><family>{font}</family></prefer></alias>\n'
# What our pages ask for, and the generic families; everything else falls to the only fonts there are.
ALIASES = {"sans-serif": SANS, "system-ui": SANS, "monospace": SANS, "serif": SERIF, "SimSun": SERIF, "FangSong": SERIF}


def write_fontconfig(folder: Path) -> Path:
    """Write a fontconfig file into `folder` and return it; the browser is started with FONTCONFIG_FILE naming it.

    Raises LookupError when the font package is not installed.
    """
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise LookupError(f"{PACKAGE} is not installed: make setup")
    aliases = "".join(ALIAS.format(family=family, font=font) for family, font in ALIASES.items())
    file = folder / "fonts.conf"
    text = CONFIGURATION.format(fonts=Path(spec.origin).parent, cache=folder / "cache", aliases=aliases)
    file.write_text(text, encoding="utf-8")
    return file
