"""Every rule key that stands in the code has its sentence."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import coordinator
from coordinator.wording.refusals import (
    entries,
    guards,
    rules,
)

PACKAGE = Path(coordinator.__file__).parent


@cache
def trees() -> list[tuple[str, ast.Module]]:
    return [
        (str(path.relative_to(PACKAGE)), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    ]


def raised(kind: str) -> Iterator[tuple[str, ast.Call]]:
    for where, tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == kind:
                yield where, node


def literals(call: ast.Call) -> Iterator[str]:
    for given in (*call.args, *(keyword.value for keyword in call.keywords)):
        for node in ast.walk(given):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_guard_has_a_sentence() -> None:
    keys = {(where, key) for where, call in raised("GuardError") for key in literals(call)}
    assert [found for found in sorted(keys) if found[1] not in guards.GUARDS] == []


def test_every_kind_that_may_stand_once_only_has_a_sentence() -> None:
    keys = {(where, key) for where, c in raised("DuplicateRecordError") for key in literals(c)}
    assert [found for found in sorted(keys) if found[1] not in entries.DUPLICATES] == []


def test_every_prompt_for_a_reason_has_a_sentence() -> None:
    keys = {(where, key) for where, call in raised("ReasonNeededError") for key in literals(call)}
    keys |= {
        (where, key)
        for where, call in raised("need_reason")
        for key in literals(call)
        if key == key.lower()
    }
    assert [found for found in sorted(keys) if found[1] not in entries.PROMPTS] == []


def test_every_rule_for_a_field_has_a_sentence() -> None:
    keys = {
        (where, value.value)
        for where, call in raised("InvalidFieldsError")
        for given in call.args
        for node in ast.walk(given)
        if isinstance(node, ast.Dict)
        for value in node.values
        if isinstance(value, ast.Constant)
    }
    keys |= set(gathered())
    assert [found for found in sorted(keys) if found[1] not in entries.FIELDS] == []


def gathered() -> Iterator[tuple[str, str]]:
    """Find `wrong["field"] = "rule"`, the way acts gather what is wrong with several fields."""
    for where, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.value, ast.Constant):
                continue
            target = node.targets[0]
            if isinstance(target, ast.Subscript) and getattr(target.value, "id", "") == "wrong":
                yield where, str(node.value.value)


def test_fields_are_named_as_a_form_names_them() -> None:
    assert rules.field_words("due_on", "in-the-past") == "Due date is in the past."
    assert rules.field_words("review_on", "required") == "Review is needed."
    assert rules.field_words("usual_places", "too-long") == "Usual places is too long."
