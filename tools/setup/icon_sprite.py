"""Write one SVG sprite with the icons that the pages name, each as <symbol id="i-NAME">."""

import re
from pathlib import Path

from tools.setup.failure import SetupFailure

SPRITE = '<svg xmlns="http://www.w3.org/2000/svg">\n{symbols}</svg>\n'
SYMBOL = '<symbol id="i-{name}" viewBox="0 0 24 24" {look}>{shapes}</symbol>\n'
LOOKS = {
    "outline": 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"',
    "filled": 'fill="currentColor"',
}


def write_sprite(names_file: Path, icons: Path, target: Path) -> None:
    """Write `target` from the names of `names_file` (one a line, # comments; a missing file means no icons).

    A name is looked for among the outline icons; `NAME-filled` among the filled ones.
    Raises SetupFailure naming every icon that the package does not have.
    """
    names = icon_names(names_file.read_text(encoding="utf-8")) if names_file.is_file() else []
    files = {name: _file_of(name, icons) for name in names}
    missing = [name for name, file in files.items() if not file.is_file()]
    if missing:
        raise SetupFailure(f"{names_file.name} 中的图标不存在：{'、'.join(missing)}；请改用 Tabler Icons 已有的名称。")
    symbols = "".join(symbol(name, file.parent.name, file.read_text(encoding="utf-8")) for name, file in files.items())
    target.write_text(SPRITE.format(symbols=symbols), encoding="utf-8")


def icon_names(text: str) -> list[str]:
    """Return the names in the list, sorted, each once."""
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return sorted({line for line in lines if line})


def symbol(name: str, look: str, svg: str) -> str:
    """Return the <symbol> of one icon file; the invisible 24×24 frame that Tabler draws is left out."""
    inner = re.sub(r"<!--.*?-->", "", svg, flags=re.DOTALL)
    inner = re.sub(r"</?svg\b[^>]*>", "", inner)
    inner = re.sub(r'<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*/>', "", inner)
    return SYMBOL.format(name=name, look=LOOKS[look], shapes=" ".join(inner.split()))


def _file_of(name: str, icons: Path) -> Path:
    if name.endswith("-filled"):
        return icons / "filled" / f"{name.removesuffix('-filled')}.svg"
    return icons / "outline" / f"{name}.svg"
