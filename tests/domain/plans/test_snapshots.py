"""A plan written down: its one form, read back whole, and whatever was altered refused."""

import json
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given

from coordinator.domain.errors import StoreDamagedError
from coordinator.domain.plans.rules import SECTIONS
from coordinator.domain.plans.snapshots import (
    ActionLine,
    GoalLine,
    RiskLine,
    Snapshot,
    freeze,
    thaw,
    without_restricted,
)
from coordinator.domain.states import Sensitivity
from tests.domain.plan_examples import SNAPSHOTS

KEY = UUID(int=7)
SMALL = Snapshot(
    text=dict.fromkeys(SECTIONS, "") | {"what_matters": "Łódź, my dog"},
    goals=(GoalLine(KEY, "A room", target_on=date(2027, 1, 31)),),
)


def sorted_apart(snapshot: Snapshot) -> Snapshot:
    """Order what is kept in two places as reading it back does."""
    return replace(
        snapshot,
        actions=tuple(sorted(snapshot.actions, key=lambda a: (a.due_on or date.max, a.id))),
        risks=tuple(sorted(snapshot.risks, key=lambda r: r.id)),
    )


@given(SNAPSHOTS)
def test_what_was_written_down_reads_back_whole(snapshot: Snapshot) -> None:
    found = thaw(freeze(snapshot), with_restricted=True)
    assert sorted_apart(found) == sorted_apart(snapshot)


@given(SNAPSHOTS)
def test_the_open_part_holds_nothing_restricted(snapshot: Snapshot) -> None:
    found = thaw(freeze(snapshot), with_restricted=False)
    assert found == without_restricted(snapshot)
    kept = [action.sensitivity for action in found.actions]
    kept += [risk.sensitivity for risk in found.risks]
    assert set(kept) <= {Sensitivity.STANDARD}


@given(SNAPSHOTS, SNAPSHOTS)
def test_the_fingerprint_is_that_of_the_whole_plan(one: Snapshot, other: Snapshot) -> None:
    same = sorted_apart(one) == sorted_apart(other)
    if freeze(one).fingerprint == freeze(other).fingerprint:
        assert same


def test_the_written_form_does_not_change_from_release_to_release() -> None:
    frozen = freeze(SMALL)
    assert frozen.fingerprint == (
        "220482f9689881261beb62a543f9f39eece0ab2f3ba80fd506147736c1ddaab8"
    )
    assert json.loads(frozen.content)["format"] == 1


def test_what_was_added_later_is_written_only_where_it_says_something() -> None:
    more = replace(
        SMALL,
        text={**SMALL.text, "triggers": "Shouting", "preferred_words": "Never “client”"},
        risks=(RiskLine(KEY, "Falls", what_we_do="Ring her sister"),),
    )
    assert "triggers" not in freeze(SMALL).content
    assert thaw(freeze(more), with_restricted=True) == more
    kept = replace(more, apart=frozenset({"triggers"}))
    told = thaw(freeze(kept), with_restricted=False)
    assert (told.text["triggers"], told.text["preferred_words"]) == ("", "Never “client”")
    assert thaw(freeze(kept), with_restricted=True).text["triggers"] == "Shouting"


@pytest.mark.parametrize("part", ["content", "restricted", "fingerprint"])
def test_an_altered_version_is_refused(part: str) -> None:
    hidden = replace(
        SMALL,
        risks=(RiskLine(KEY, "Hidden", sensitivity=Sensitivity.RESTRICTED),),
        actions=(ActionLine(KEY, "A26-0001", "Ring", sensitivity=Sensitivity.THIRD_PARTY),),
    )
    frozen = freeze(hidden)
    altered = replace(frozen, **{part: getattr(frozen, part).replace("a", "b")})
    with pytest.raises(StoreDamagedError):
        thaw(altered, with_restricted=True)


def test_a_field_added_later_reads_back_as_its_default() -> None:
    raw = json.loads(freeze(SMALL).content)
    del raw["goals"][0]["measure"]
    content = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    from hashlib import sha256

    from coordinator.domain.plans.snapshots import Frozen

    old = Frozen(content, "", sha256(content.encode()).hexdigest())
    assert thaw(old, with_restricted=True) == SMALL
