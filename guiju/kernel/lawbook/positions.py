"""In which line of a YAML file something stands."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Step = str | int


def compose(path: Path) -> yaml.Node | None:
    """The tree of a YAML file with its positions; None of an empty file. Raises yaml.YAMLError."""
    node: yaml.Node | None = yaml.compose(path.read_text("utf-8"), Loader=_Loader)
    return node


def line_of(root: yaml.Node | None, steps: Sequence[Step]) -> int:
    """The line (from 1) of the innermost thing on the way that exists in the file."""
    node, line = root, 1
    for step in steps:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                break
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
        else:
            break
    return line


def doubled_keys(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    """Line and name of each key that stands twice in one mapping: YAML would silently keep the last."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                yield key.start_mark.line + 1, key.value
            seen.add(key.value)
            yield from doubled_keys(value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from doubled_keys(item)
