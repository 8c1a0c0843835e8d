"""An agreed version of a plan told as an entry: its texts and lines, and which lines it holds."""

import json
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

from coordinator.domain.plans.rules import SECTIONS

PARTS: Mapping[str, tuple[str, ...]] = {
    "goals": ("own_words", "panel_words", "baseline", "measure", "status_note"),
    "offers": ("agency", "what", "amount", "conditions"),
    "actions": ("number", "text", "owner", "agency"),
    "risks": ("text", "to_whom", "triggers", "controls"),
    "strengths": ("text", "strength", "evidence"),
}
"""The lists of a version, and what of a line is told; the first that is said stands first."""


def version_values(content: str, restricted: str) -> tuple[tuple[str, str], ...]:
    """Give what a version says: each section, then a value for each line of each list."""
    return tuple(_values(content, restricted))


def lines_in(content: str, restricted: str) -> frozenset[UUID]:
    """Give which goals, offers, actions, risks and strengths a version holds."""
    raws = _raws(content, restricted)
    return frozenset(
        UUID(hex=line["id"]) for raw in raws for part in PARTS for line in raw.get(part, ())
    )


def _values(content: str, restricted: str) -> Iterator[tuple[str, str]]:
    raws = _raws(content, restricted)
    for raw in raws:
        said = raw.get("text", {})
        yield from ((name, said[name]) for name in SECTIONS if said.get(name))
        if lead := raw.get("lead"):
            yield "lead", ", ".join(filter(None, (lead["name"], lead.get("agency", ""))))
    for part, columns in PARTS.items():
        for raw in raws:
            for line in raw.get(part, ()):
                yield part, "; ".join(str(line[one]) for one in columns if line.get(one))


def _raws(content: str, restricted: str) -> list[dict[str, Any]]:
    return [json.loads(one) for one in (content, restricted) if one]
