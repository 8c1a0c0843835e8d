"""What a panel of each kind arrives with: texts, deadlines, agenda, form, phrases and more.

One file a kind in `resources/reference/kinds`; what a file leaves out is that of the blank kind.
The steps of an escalation (`ladder.toml`) and of the disengagement protocol (`protocol.toml`) are
the same for all.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from coordinator.domain.lists.panel import Topic
from coordinator.domain.panel.settings import Details
from coordinator.reference.panels import ladder, protocol
from coordinator.reference.resources import resource

FIRST_KIND = "complex_needs"
"""The kind of a panel that never said what it is."""
BLANK_KIND = "blank"


@dataclass(frozen=True, slots=True)
class ShippedLine:
    """One line as it is shipped; `name` tells it from the others of its topic."""

    topic: Topic
    name: str
    text: str
    details: Details


@dataclass(frozen=True, slots=True)
class PanelKind:
    """A kind of panel with what it brings, in a few words and line by line."""

    key: str
    brings: str
    lines: tuple[ShippedLine, ...]

    def of(self, topic: Topic) -> tuple[ShippedLine, ...]:
        """Give the lines of one topic, in their order."""
        return tuple(line for line in self.lines if line.topic is topic)


@cache
def panel_kind(key: str) -> PanelKind:
    """Give a kind; one without a file of its own brings what a blank panel has."""
    blank, own = _read(BLANK_KIND), _read(key)
    read = blank | {name: value for name, value in own.items() if name not in _TABLES}
    for table in _TABLES:
        read[table] = blank.get(table, {}) | own.get(table, {})
    return PanelKind(key, read["brings"], tuple(_lines(read)))


_TABLES = ("texts", "times", "features")


def _read(key: str) -> dict[str, Any]:
    path = resource("reference", "kinds", f"{key}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _lines(read: Mapping[str, Any]) -> Iterator[ShippedLine]:
    for key, text in read["texts"].items():
        yield ShippedLine(Topic.TEXTS, key, text.strip("\n"), {"key": key})
    for key, number in read["times"].items():
        yield ShippedLine(Topic.TIMES, key, "", {"key": key, "number": number})
    for key, is_on in read["features"].items():
        yield ShippedLine(Topic.FEATURES, key, "", {"key": key, "on": is_on})
    for topic, rows in _rows(read).items():
        for at, (text, details) in enumerate(rows):
            yield ShippedLine(topic, str(at), text, details)


def _rows(read: Mapping[str, Any]) -> Mapping[Topic, list[tuple[str, Details]]]:
    return {
        Topic.AGENDA: [
            (row.get("text", ""), _but(row, "text") | {"title": row.get("title", "")})
            for row in read["agenda"]
        ],
        Topic.CRITERIA: [(row["text"], _but(row, "text")) for row in read["criteria"]],
        Topic.REFERRAL_FORM: [(row["text"], _but(row, "text")) for row in read["form"]],
        Topic.PHRASES: [
            (text, {"agency_kind": agency or None, "action_kind": action or None})
            for text, agency, action in read["phrases"]
        ],
        Topic.LADDER: [
            (step.receiver, {"aim": step.aim, "working_days": step.working_days})
            for step in ladder()
        ],
        Topic.BARRIERS: [("", {"category": category}) for category in read["barriers"]],
        Topic.PROTOCOL: [(step.text, {"days": step.days}) for step in protocol()],
        Topic.RETENTION: [
            (row["text"], {"months": row["months"], "start": row["from"], "end": row["then"]})
            for row in read["retention"]
        ],
    }


def _but(row: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != name}
