"""The page about the form of packs, and the reader that stands on it."""

import re
from typing import Any

from tests.house.tree import ROOT

PAGE = (ROOT / "docs" / "pack-format.md").read_text(encoding="utf-8")


def names_on_page() -> dict[str, Any]:
    """What the code on the page defines, as it stands there."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)
    return names
