"""Setting up the tools the panel scores with: shipped ones, own ones, editions, endings."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from coordinator.casework.assessments.reading import read_assessments, read_tools
from coordinator.casework.assessments.tools import add_tool, change_tool, end_tool, take_up_tool
from coordinator.casework.desk import Desk
from coordinator.db.models import AssessmentTool, ToolItem
from coordinator.domain.assessments.rules import Band, Item, Tool
from coordinator.domain.errors import (
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
    ReasonNeededError,
)
from coordinator.domain.lists.assessments import ToolKind
from coordinator.domain.roles import Role
from coordinator.domain.states import Sensitivity
from coordinator.wording.refusals.rules import field_words
from tests.requests import known_case
from tests.scored import FACTORS, ITEMS, NEEDS, led, needs, score, tool
from tests.stores import HEALTH, NURSE, sitting

OWN = Tool("Sleep", items=(Item("", "Hours", 10),), bands=(Band("Little", 0, 5),))


def test_two_tools_come_with_the_program_and_nothing_is_written_to_say_so(desk: Desk) -> None:
    score_tool, factors = tool(desk), tool(desk, FACTORS)
    assert [one.key for one in score_tool.tool.items] == ITEMS
    assert (score_tool.tool.least, score_tool.tool.most) == (0, 48)
    stepped = {one.key: (one.highest, one.step) for one in score_tool.tool.items}
    assert stepped.pop("risk_to_others") == stepped.pop("risk_from_others") == (8, 2)
    assert set(stepped.values()) == {(4, 1)}
    assert "South West London" in score_tool.tool.acknowledgement
    assert factors.tool.kind is ToolKind.CHECKLIST
    assert factors.tool.owner == ""
    assert all(one.is_shipped and one.can_score for one in (score_tool, factors))
    with desk.store.reading() as look:
        assert look.session.query(AssessmentTool).count() == 0


def test_no_wording_of_an_owner_is_shipped(desk: Desk) -> None:
    assert not any(item.guide for row in read_tools(desk).tools for item in row.tool.items)
    assert not any(row.tool.bands for row in read_tools(desk).tools)


def test_the_panel_pastes_the_words_it_is_licensed_to_use(desk: Desk) -> None:
    row = tool(desk)
    first = replace(row.tool.items[0], guide="0 is what our licence says")
    said = replace(row.tool, items=(first, *row.tool.items[1:]))
    assert change_tool(desk, row.id, said, seen=row.revision).result == row.id
    assert tool(desk).tool == said
    assert not tool(desk).is_shipped
    assert len(read_tools(desk).tools) == 2


def test_a_tool_of_the_panels_own_has_items_of_its_own_keys(desk: Desk) -> None:
    key = add_tool(desk, OWN).result
    row = tool(desk, "Sleep")
    (item,) = row.tool.items
    assert (row.id, item.words, bool(item.key)) == (key, "Hours", True)
    added = replace(row.tool, items=(item, Item("", "Dreams", 2)))
    change_tool(desk, key, added, seen=row.revision)
    first, second = tool(desk, "Sleep").tool.items
    assert first == item
    assert second.key not in {"", item.key}
    change_tool(desk, key, replace(row.tool, items=(second,), bands=()), seen=row.revision)
    assert tool(desk, "Sleep").tool.items == (second,)
    assert tool(desk, "Sleep").tool.bands == ()


def test_no_two_tools_that_are_scored_with_are_called_the_same(desk: Desk) -> None:
    def refused(act: Callable[[], object]) -> None:
        with pytest.raises(InvalidFieldsError) as error:
            act()
        assert error.value.fields == {"name": "tool-exists"}
        assert "call this otherwise" in field_words("name", "tool-exists")

    sleep = add_tool(desk, OWN).result
    refused(lambda: add_tool(desk, replace(OWN, name=" sleep ")))
    refused(lambda: add_tool(desk, replace(OWN, name="needs  SCORE")))
    row = tool(desk, "Sleep")
    refused(lambda: change_tool(desk, sleep, replace(row.tool, name=NEEDS), seen=row.revision))
    change_tool(desk, sleep, replace(row.tool, name="SLEEP"), seen=row.revision)
    end_tool(desk, sleep, reason="Nobody used it")
    again = add_tool(desk, OWN).result
    with pytest.raises(GuardError) as error:
        take_up_tool(desk, sleep)
    assert error.value.guard == "tool-name-taken"
    end_tool(desk, again, reason="The other one goes on")
    take_up_tool(desk, sleep)


def test_an_edition_in_use_is_followed_under_its_own_name(desk: Desk) -> None:
    score(desk, known_case(desk), needs(3))
    row = tool(desk)
    change_tool(desk, row.id, replace(row.tool, period="the past week"), seen=row.revision)
    assert tool(desk).edition == 2


def test_one_that_was_used_is_followed_and_stays_readable(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(3, 2))
    old = tool(desk)
    assert old.is_used
    gone = replace(old.tool, items=old.tool.items[1:])
    new = change_tool(desk, old.id, gone, seen=old.revision).result

    assert new != old.id
    rows = {row.id: row for row in read_tools(desk).tools if row.tool.name == NEEDS}
    assert (rows[new].edition, rows[new].is_current, rows[new].tool.items) == (2, True, gone.items)
    assert (rows[old.id].is_current, rows[old.id].tool) == (False, old.tool)
    (history,) = read_assessments(desk, person).histories
    (scored,) = history.scored
    assert scored.tool.tool == old.tool
    assert history.tool.id == new
    with pytest.raises(GuardError, match="tool-followed"):
        change_tool(desk, old.id, gone, seen=old.revision)
    again = replace(gone, period="the past week")
    assert change_tool(desk, new, again, seen=rows[new].revision).result == new


def test_one_in_use_that_only_its_scorer_may_see_is_followed_all_the_same(desk: Desk) -> None:
    person = known_case(desk)
    score(desk, person, needs(3), sensitivity=Sensitivity.RESTRICTED)
    nurse = led(desk, person)
    assert tool(nurse).is_used
    assert read_assessments(nurse, person).histories == ()


def test_one_that_ended_is_not_scored_with_until_it_is_taken_up(desk: Desk) -> None:
    row = tool(desk)
    with pytest.raises(ReasonNeededError):
        end_tool(desk, row.id, reason=" ")
    with pytest.raises(GuardError, match="tool-stands"):
        take_up_tool(desk, row.id)
    end_tool(desk, row.id, reason="No licence any more")
    assert tool(desk).end_reason == "No licence any more"
    person = known_case(desk)
    for refused in (
        lambda: score(desk, person, needs(3)),
        lambda: end_tool(desk, row.id, reason="again"),
        lambda: change_tool(desk, row.id, row.tool, seen=1),
    ):
        with pytest.raises(GuardError, match="tool-ended"):
            refused()
    take_up_tool(desk, row.id)
    score(desk, person, needs(3))
    assert tool(desk).is_used


@pytest.mark.parametrize(
    ("said", "field", "rule"),
    [
        (Tool(" "), "name", "required"),
        (Tool("A", owner="A trust"), "acknowledgement", "required"),
        (Tool("A", items=(Item("", " ", 3),)), "item_words", "required"),
        (Tool("A", items=(Item("", "B", 3, -1),)), "lowest", "negative"),
        (Tool("A", items=(Item("", "B", 3, 3),)), "highest", "not-above-lowest"),
        (Tool("A", items=(Item("", "B", 2000),)), "highest", "out-of-range"),
        (Tool("A", items=(Item("", "B", 8, 0, 3),)), "step", "off-step"),
        (Tool("A", items=(Item("", "B", 8, 0, 0),)), "step", "off-step"),
        (Tool("A", items=(Item("", "B", 8),) * 61), "items", "too-many"),
        (Tool("A", ToolKind.CHECKLIST, bands=(Band("C", 0, 1),)), "bands", "bands-unfit"),
        (replace(OWN, bands=(Band(" ", 0, 5),)), "band_name", "required"),
        (replace(OWN, bands=(Band("C", 5, 3),)), "band_highest", "before-lowest"),
        (replace(OWN, bands=(Band("C", 5, 11),)), "band_highest", "beyond-total"),
        (
            replace(OWN, bands=(Band("C", 0, 5), Band("D", 5, 9))),
            "band_lowest",
            "bands-overlap",
        ),
    ],
)
def test_a_tool_that_cannot_be_scored_with_is_told_at_the_field(
    desk: Desk, said: Tool, field: str, rule: str
) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        add_tool(desk, said)
    assert refused.value.fields[field] == rule
    row = tool(desk)
    with pytest.raises(InvalidFieldsError):
        change_tool(desk, row.id, said, seen=1)
    assert tool(desk) == row


@pytest.mark.parametrize(
    "name",
    [
        "ACE",
        "ACE score",
        "ACEs",
        "Adverse Childhood Experiences",
        "ace questionnaire",
        "A.C.E. score",
        "ACE-10",
        "WHO ACE-IQ",
        "Childhood adversity",
        "ACE: score",
        "ACE total",
        "A C E",
        "ACE-Q",
        "ACE (10 items)",
        "ACE assessment",
        "Number of ACE",
        "Adverse experiences in childhood",
    ],
)
def test_nobodys_past_adversity_is_added_up(desk: Desk, name: str) -> None:
    for kind in ToolKind:
        with pytest.raises(InvalidFieldsError) as refused:
            add_tool(desk, replace(OWN, name=name, kind=kind, bands=()))
        assert refused.value.fields["name"] == "past-adversity"
    with pytest.raises(InvalidFieldsError):
        change_tool(desk, tool(desk).id, replace(OWN, name=name), seen=tool(desk).revision)


def test_a_tool_that_has_the_letters_in_its_name_is_none_of_these(desk: Desk) -> None:
    add_tool(desk, replace(OWN, name="Addenbrooke's Cognitive Examination (ACE-III)"))
    add_tool(desk, replace(OWN, name="Place and pace"))


def test_a_tool_without_items_is_kept_and_not_scored_with(desk: Desk) -> None:
    add_tool(desk, Tool("Empty"))
    assert not tool(desk, "Empty").can_score
    with pytest.raises(GuardError, match="tool-empty"):
        score(desk, known_case(desk), {}, name="Empty")


def test_who_may_not_change_the_directory_sets_up_no_tool(desk: Desk) -> None:
    nurse = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)
    row = tool(nurse)
    for refused in (
        lambda: add_tool(nurse, OWN),
        lambda: change_tool(nurse, row.id, OWN, seen=1),
        lambda: end_tool(nurse, row.id, reason="no"),
        lambda: take_up_tool(nurse, row.id),
    ):
        with pytest.raises(NotPermittedError):
            refused()
    assert not read_tools(nurse).may_edit


def test_what_is_written_down_of_a_shipped_tool_has_the_same_ids_everywhere(desk: Desk) -> None:
    shipped = tool(desk)
    score(desk, known_case(desk), needs(3))
    assert tool(desk).id == shipped.id
    with desk.store.reading() as look:
        items = look.session.query(ToolItem).all()
        assert {one.tool_id for one in items} == {shipped.id}
        assert all(one.id.version == 5 for one in items)
