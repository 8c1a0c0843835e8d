"""The assessment tools a panel begins with: structure and acknowledgement, no owner's wording."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from coordinator.domain.assessments.rules import Item, Tool
from coordinator.domain.lists.assessments import ToolKind
from coordinator.reference.resources import resource


@cache
def shipped_tools() -> Mapping[str, Tool]:
    """Give them by the keys that name them for ever, in the order they are offered."""
    path = resource("reference", "tools.toml")
    read = tomllib.loads(path.read_text(encoding="utf-8"))
    return {key: _tool(one) for key, one in read.items()}


def _tool(read: Mapping[str, Any]) -> Tool:
    return Tool(
        name=read["name"],
        kind=ToolKind(read["kind"]),
        items=tuple(_item(*one) for one in read["items"]),
        owner=read.get("owner", ""),
        acknowledgement=read.get("acknowledgement", ""),
        period=read.get("period", ""),
    )


def _item(key: str, words: str, lowest: int, highest: int, step: int) -> Item:
    return Item(key, words, highest, lowest, step)
