"""What was done, in words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from coordinator.domain.states import (
    ActionStatus,
    DecisionStatus,
    GoalStatus,
    ItemStatus,
    OfferStatus,
)
from coordinator.wording.acts import ACTS, act_words
from tests.house.tree import PACKAGE

NAME = re.compile(r"[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*")
MADE_OF = {
    "action.{}": [one.value for one in ActionStatus],
    "offer.{}": [one.value for one in OfferStatus],
    "item.{}": [one.value for one in ItemStatus],
    "goal.{}": [one.value for one in GoalStatus],
    "decision.{}": [one.value for one in DecisionStatus],
    "housing.{}": ["offered", "accepted", "withdrawn"],
    "protocol.{}": ["back_in_touch", "completed", "stopped"],
    "contact_card.{}": ["new", "new_key"],
    "review.{}": ["reopened", "reported", "closed"],
    "{}.removed": ["alias", "identifier"],
    "{}.added": ["warning", "risk"],
    "{}.reviewed": ["warning", "risk"],
    "{}.ended": ["warning", "risk"],
}
"""Names put together from a state or a kind, with what may stand in them."""


def _journalled() -> set[str]:
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        found |= set(_names_in(path))
    return found


def _names_in(path: Path) -> Iterator[str]:
    """Every constant that looks like the name of an act, in modules that write the journal."""
    text = path.read_text(encoding="utf-8")
    if ".journal(" not in text or path.parts[-2] == "db":
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if NAME.fullmatch(node.value):
                yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (
                part.value if isinstance(part, ast.Constant) else "{}" for part in node.values
            )
            shape = "".join(str(part) for part in parts)
            if NAME.fullmatch(shape.replace("{}", "x")):
                yield from (shape.format(one) for one in MADE_OF[shape])


def test_every_act_the_program_writes_has_a_line_of_its_own() -> None:
    written = _journalled()
    assert {"person.died", "warning.ended", "goal.achieved", "basis.recorded"} <= written
    assert sorted(written - set(ACTS)) == []


def test_an_act_without_a_line_is_told_by_what_it_changed() -> None:
    assert act_words("", ["goal", "plan"]) == "Changed: goal, plan"
    assert act_words("", ["nothing we know"]) == "Something was changed"
    assert act_words("", ["goal", "plan", "case", "risk", "contact"]).startswith("Changed several")
