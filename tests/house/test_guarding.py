"""Every entry about somebody says how far it may travel, or its parts do, or why it need not."""

import ast
from collections.abc import Iterator
from pathlib import Path

from coordinator.casework.need_to_know import field_guards
from coordinator.db.holding_back import guarded_models
from coordinator.db.models import Record
from coordinator.db.types import Words
from coordinator.domain.need_to_know.field_guards import GOES_WITH, GUARDABLE
from coordinator.domain.outcomes import RecordKind
from tests.house.tree import ROOT

_K = RecordKind
NEED_NOT = {
    _K.ACTION_MOVE: "goes no further than the action whose day was moved",
    _K.ESCALATION_ENTRY: "goes no further than the escalation in whose thread it stands",
    _K.GAP_BARRIER: "ties a barrier to a gap, and is seen where both are",
    _K.OUTREACH_LINE: "where to look is blank with the whereabouts it is written from",
    _K.PLAN_VERSION: "keeps what is restricted in a part of its own, `restricted_content`",
    _K.OWN_PLAN: "is the person's own, written from what goes to everybody",
    _K.EXCLUSION: "is about who must not be told: it never leaves the panel",
    _K.EXCLUDED_WORKER: "is about who must not be told: it never leaves the panel",
    _K.FIELD_GUARD: "says how far a part travels, and is seen by who may have that part",
    _K.DISCLOSURE: "is the panel's log, read by those who work with the whole panel",
    _K.DISCLOSED_PERSON: "is the panel's log, read by those who work with the whole panel",
    _K.RETENTION_HOLD: "is how long the panel keeps a record: no part of the plan",
    _K.ACCESS_REQUEST: "is the person's request, for those who may have restricted entries",
    _K.ACCESS_DECISION: "is the officer's decision, for those who may have restricted entries",
    _K.THEME_LINK: "is a count of an issue: it never leaves the panel",
    _K.DEATH_NOTICE: "is whom the panel tells of a death, and whether they were told",
}

NEEDS_ALL = {
    ("called.py", "Person"): "how texts name somebody who is erased",
    ("places.py", "Person"): "how many are tagged with a place; a small count is hidden",
    ("people.py", "Person"): "telephone and address that are hidden in texts; never shown",
}
"""What reads a table past the look, and why it has to."""


def _models() -> dict[str, type[Record]]:
    found = (mapper.class_ for mapper in Record.registry.mappers)
    return {one.__name__: one for one in found if issubclass(one, Record)}


def test_every_entry_about_somebody_can_be_held_back_or_says_why_it_need_not() -> None:
    whole = {model.kind for model in guarded_models()}
    about = {one.kind for one in _models().values() if "person_id" in one.__table__.c}
    open_to_all = about - whole - GUARDABLE.keys()
    assert open_to_all == NEED_NOT.keys()


def test_every_part_that_can_be_held_back_is_a_column_and_offered_where_that_is_said() -> None:
    models = {one.kind: one for one in _models().values()}
    for kind, fields in GUARDABLE.items():
        assert set(fields) <= {*models[kind].__table__.c.keys()}, kind
    for (kind, field), also in GOES_WITH.items():
        assert field in GUARDABLE[kind]
        column = models[kind].__table__.c[also]
        assert column.nullable or isinstance(column.type, Words)
    assert {one.kind for one in field_guards.HOLDING_PARTS} == GUARDABLE.keys()


def _columns_asked_for() -> Iterator[tuple[Path, ast.AST, str]]:
    models = {name: one.kind for name, one in _models().items() if one.kind in GUARDABLE}
    for path in (ROOT / "coordinator").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        seen = {
            id(part) for node in ast.walk(tree) if _is_as_seen(node) for part in ast.walk(node)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Attribute) or not isinstance(node.value, ast.Name):
                continue
            model = node.value.id
            if model in models and id(node) not in seen:
                also = {GOES_WITH.get((models[model], one)) for one in GUARDABLE[models[model]]}
                if node.attr in {*GUARDABLE[models[model]], *also, "__table__"}:
                    yield path, node, model


def _is_as_seen(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "as_seen"


def test_a_part_that_can_be_held_back_is_asked_for_as_its_readers_may_see_it() -> None:
    past = [(path.name, model) for path, _node, model in _columns_asked_for()]
    assert sorted(past) == sorted(NEEDS_ALL)
