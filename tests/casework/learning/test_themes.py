"""Themes are of the area: three bands, an overall somebody entered, and nobody is scored."""

from uuid import UUID

import pytest

from coordinator.casework.actions.barriers import identify_barrier
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency, exclude_worker
from coordinator.casework.learning.themes import (
    add_theme,
    band_theme,
    change_theme,
    count_gap_in_theme,
    count_in_theme,
    end_theme,
    find_themes_of,
    find_themes_of_gap,
    read_theme_register,
    read_themes,
    take_off_theme,
)
from coordinator.casework.people.entering import register_person
from coordinator.casework.stuck.gap_reads import find_gaps
from coordinator.casework.stuck.gaps import link_barrier, raise_gap
from coordinator.db.models import Record
from coordinator.db.types import State
from coordinator.domain.actions.barriers import NewBarrier
from coordinator.domain.errors import (
    DuplicateRecordError,
    GuardError,
    InvalidFieldsError,
    NotPermittedError,
)
from coordinator.domain.learning.themes import Banding, NewTheme
from coordinator.domain.lists.barriers import BarrierCategory
from coordinator.domain.lists.learning import Harm, Mitigation, Overall
from coordinator.domain.lists.panel import Feature
from coordinator.domain.roles import Role
from coordinator.domain.small_numbers import Hidden
from coordinator.domain.stuck.gaps import NewGap
from tests.casework.entries_on_file import a_person
from tests.stores import HEALTH, NURSE, OFFICER, POLICE, sitting
from tests.switched import switch_off, switch_on

NEW = NewTheme("Exploitation by county lines", unknowns="How many under 25")
BANDS = Banding(
    Harm.HIGH, Harm.SIGNIFICANT, Mitigation.SIGNIFICANT_LIMITS, Overall.STANDARD, "Better data"
)


@pytest.fixture
def theme(desk: Desk) -> UUID:
    switch_on(desk, Feature.THEMES)
    return add_theme(desk, NEW).result


def test_a_panel_that_keeps_no_register_shows_none_and_takes_nothing_in(desk: Desk) -> None:
    assert not read_themes(desk).is_shown
    with pytest.raises(GuardError) as refused:
        add_theme(desk, NEW)
    assert refused.value.guard == "themes-off"


def test_switched_on_it_looks_as_if_it_had_always_been_there(desk: Desk) -> None:
    switch_on(desk, Feature.THEMES)
    assert read_themes(desk).is_shown
    add_theme(desk, NEW)
    assert [row.title for row in read_themes(desk).rows] == [NEW.title]


def test_the_overall_is_what_somebody_entered_whatever_the_bands_are(
    desk: Desk, theme: UUID
) -> None:
    band_theme(desk, theme, BANDS, seen=1)
    (row,) = read_themes(desk).rows
    assert (row.overall, row.overall_reason, row.banded_by) == (
        Overall.STANDARD,
        "Better data",
        "Aled Hâf",
    )


def test_no_overall_is_worked_out_from_the_bands(desk: Desk, theme: UUID) -> None:
    bands = Banding(Harm.HIGH, Harm.HIGH, Mitigation.SIGNIFICANT_LIMITS, None, "Why")
    with pytest.raises(InvalidFieldsError) as refused:
        band_theme(desk, theme, bands, seen=1)
    assert refused.value.fields == {"overall": "required"}
    assert read_themes(desk).rows[0].overall is None


def test_bands_and_overall_come_with_a_reason(desk: Desk, theme: UUID) -> None:
    with pytest.raises(InvalidFieldsError) as refused:
        band_theme(desk, theme, Banding(None, None, None, Overall.HIGH), seen=1)
    assert refused.value.fields == dict.fromkeys(
        ("to_public", "to_partnership", "mitigation", "overall_reason"), "required"
    )


def test_nobody_has_a_band_or_an_overall() -> None:
    """A theme is of the area. No record about a person holds any of its values."""
    scored = {
        model.__tablename__
        for model in Record.__subclasses__()
        for column in model.__table__.columns
        if isinstance(column.type, State) and column.type.words in (Harm, Mitigation, Overall)
    }
    assert scored == {"theme"}
    theme = next(model for model in Record.__subclasses__() if model.__tablename__ == "theme")
    assert not {"person_id", "case_id"} & set(theme.__table__.columns.keys())


def test_people_and_gaps_are_counted_once_each_and_named_nowhere(desk: Desk, theme: UUID) -> None:
    people = [register_person(desk, given_name="Tomos").result for _each in range(4)]
    for one in people:
        count_in_theme(desk, one, theme_id=theme)
    gap = raise_gap(desk, NewGap("No help with debts")).result
    count_gap_in_theme(desk, gap, theme_id=theme)
    with pytest.raises(DuplicateRecordError):
        count_in_theme(desk, people[0], theme_id=theme)
    (row,) = read_themes(desk).rows
    assert (row.people, row.gaps) == (4, 1)
    assert "Tomos" not in repr(row)
    assert [one.title for one in find_themes_of_gap(desk, gap)] == [NEW.title]
    (link,) = find_themes_of(desk, people[0])
    take_off_theme(desk, link.id)
    assert read_themes(desk).rows[0].people == 3


def test_small_numbers_are_hidden_from_who_does_not_run_the_panel_and_from_every_paper(
    desk: Desk, theme: UUID
) -> None:
    for _each in range(4):
        person = register_person(desk, given_name="Tomos").result
        count_in_theme(desk, person, theme_id=theme)
    there = sitting(desk, OFFICER, Role.COMMISSIONER, POLICE)
    assert read_themes(there).rows[0].people is Hidden.SMALL
    assert read_theme_register(desk).rows[0].people is Hidden.SMALL
    count_in_theme(desk, register_person(desk, given_name="Jory").result, theme_id=theme)
    assert read_themes(there).rows[0].people == 5


def test_whom_a_reader_must_not_be_told_of_counts_like_the_rest_in_themes_and_gaps(
    desk: Desk, theme: UUID
) -> None:
    """One figure for all: two side by side would tell of whom one reader may not know."""
    gap = raise_gap(desk, NewGap("No help with debts")).result
    people = [a_person(desk, one) for one in ("Tomos", "Jory", "Wenna", "Lowen", "Bryher")]
    for person in people:
        count_in_theme(desk, person, theme_id=theme)
        blocked = NewBarrier(BarrierCategory.HOUSING_COUPLES_PETS, person_id=person)
        link_barrier(desk, identify_barrier(desk, blocked).result, gap_id=gap)
    there = sitting(desk, OFFICER, Role.REPRESENTATIVE, POLICE)

    def figures(reader: Desk) -> tuple[object, object]:
        return read_themes(reader).rows[0].people, find_gaps(reader)[0].affected

    assert figures(desk) == figures(there) == (5, 5)
    exclude_agency(desk, people[0], agency_id=POLICE, reason="Her brother works there")
    exclude_worker(desk, people[0], professional_id=NURSE, reason="They know each other")
    for reader in (desk, there, sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH)):
        assert figures(reader) == (5, 5)


def test_who_is_counted_where_is_for_those_who_run_the_panel(desk: Desk, theme: UUID) -> None:
    person = register_person(desk, given_name="Tomos").result
    count_in_theme(desk, person, theme_id=theme)
    with pytest.raises(NotPermittedError):
        find_themes_of(sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, HEALTH), person)


@pytest.mark.parametrize("field", ["title", "description", "unknowns"])
def test_nobody_is_named_in_a_theme(desk: Desk, theme: UUID, field: str) -> None:
    register_person(desk, given_name="Tomos", family_name="Penhallow")
    said = {"title": "A", field: "What Tomos Penhallow said"}
    with pytest.raises(InvalidFieldsError) as refused:
        change_theme(desk, theme, NewTheme(**said), seen=1)  # type: ignore[arg-type]
    assert refused.value.fields == {field: "names-somebody"}


def test_what_meanwhile_names_somebody_is_taken_out_of_the_register_that_leaves(
    desk: Desk, theme: UUID
) -> None:
    change_theme(desk, theme, NewTheme("A", "Around Wenna Trelawny's house"), seen=1)
    register_person(desk, given_name="Wenna", family_name="Trelawny")
    assert "Wenna" not in read_theme_register(desk).rows[0].description
    assert "Wenna" in read_themes(desk).rows[0].description


def test_a_theme_taken_off_stays_to_be_read_and_changes_no_more(desk: Desk, theme: UUID) -> None:
    end_theme(desk, theme, reason="Nothing seen for a year")
    (row,) = read_themes(desk).rows
    assert row.end_reason == "Nothing seen for a year"
    assert read_theme_register(desk).rows == ()
    with pytest.raises(GuardError):
        band_theme(desk, theme, BANDS, seen=row.revision)


def test_what_is_on_file_is_shown_when_the_register_is_switched_off(
    desk: Desk, theme: UUID
) -> None:
    switch_off(desk, Feature.THEMES)
    assert read_themes(desk).is_shown
