"""Every rule key that stands in the code has its sentence."""

import ast
from collections.abc import Iterator
from pathlib import Path

import coordinator
from coordinator.wording import rules

PACKAGE = Path(coordinator.__file__).parent


def raised(kind: str) -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == kind:
                yield str(path.relative_to(PACKAGE)), node


def literals(call: ast.Call) -> Iterator[str]:
    for given in (*call.args, *(keyword.value for keyword in call.keywords)):
        for node in ast.walk(given):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_guard_has_a_sentence() -> None:
    keys = {(where, key) for where, call in raised("GuardError") for key in literals(call)}
    assert [found for found in sorted(keys) if found[1] not in rules.GUARDS] == []


def test_every_kind_that_may_stand_once_only_has_a_sentence() -> None:
    keys = {(where, key) for where, c in raised("DuplicateRecordError") for key in literals(c)}
    assert [found for found in sorted(keys) if found[1] not in rules.DUPLICATES] == []


def test_every_prompt_for_a_reason_has_a_sentence() -> None:
    keys = {(where, key) for where, call in raised("ReasonNeededError") for key in literals(call)}
    assert [found for found in sorted(keys) if found[1] not in rules.PROMPTS] == []


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
    assert [found for found in sorted(keys) if found[1] not in rules.FIELDS] == []


def test_fields_are_named_as_a_form_names_them() -> None:
    assert rules.field_words("due_on", "in-the-past") == "Due date is in the past."
    assert rules.field_words("review_on", "required") == "Review is needed."
    assert rules.field_words("usual_places", "too-long") == "Usual places is too long."
