"""The report on learning and gaps as it leaves: nobody named, small numbers hidden."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from coordinator.casework.actions.outcomes import set_outcome
from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_worker
from coordinator.casework.learning.notes import note_learning, share_learning
from coordinator.casework.learning.reviews import add_recommendation, begin_review, move_review
from coordinator.casework.learning.themes import (
    add_theme,
    band_theme,
    count_gap_in_theme,
    count_in_theme,
)
from coordinator.casework.stuck.gaps import raise_gap
from coordinator.db.models import Theme, ThemeLink
from coordinator.domain.accountability import Period
from coordinator.domain.actions.rules import Outcome
from coordinator.domain.errors import GuardError, InvalidFieldsError, NotPermittedError
from coordinator.domain.learning.notes import NewNote, Sharing, Subject
from coordinator.domain.learning.reviews import NewRecommendation, NewReview
from coordinator.domain.learning.themes import Banding, NewTheme
from coordinator.domain.lists.learning import (
    Harm,
    LearningTag,
    Mitigation,
    Overall,
    ReviewKind,
    SharedWith,
)
from coordinator.domain.lists.panel import Feature
from coordinator.domain.papers.learning import LearningPaper
from coordinator.domain.roles import Right, Role
from coordinator.domain.small_numbers import LEAST_TOLD
from coordinator.domain.states import ActionStatus, ReviewStatus, Sensitivity
from coordinator.domain.stuck.gaps import NewGap
from coordinator.exports.composing import PaperKind
from coordinator.exports.files.learning_sheet import learning_sheet
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.casework.entries_on_file import a_person
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.gaps import a_register
from tests.stores import COORDINATOR, NURSE, POLICE, TODAY, Clock, sitting
from tests.switched import switch_on

BANDS = Banding(
    Harm.HIGH, Harm.SIGNIFICANT, Mitigation.SOME_LIMITS, Overall.STANDARD, "Two flats were taken"
)
WEEK = TODAY + timedelta(days=7)
ASK = NewRecommendation("Hospitals tell us a week before.", NURSE, WEEK, measure="A letter")


def report(desk: Desk, period: Period | None = None) -> LearningPaper:
    (draft,) = draft_papers(desk, Order(PaperKind.LEARNING, Path(), period=period))
    assert isinstance(draft.model, LearningPaper)
    return draft.model


def printed(desk: Desk) -> str:
    return " ".join(words(lay_out(PaperKind.LEARNING, report(desk))).split())


def sheet_of(paper: LearningPaper) -> str:
    book = load_workbook(io.BytesIO(learning_sheet(paper)))
    rows = (row for page in book for row in page.iter_rows(values_only=True))
    return " ".join(str(cell) for row in rows for cell in row)


def people(desk: Desk, count: int) -> Iterator[UUID]:
    for at in range(count):
        yield a_person(desk, f"Tamsin{at}", f"Bolitho{at}")


def noted(desk: Desk, happened: str, sharing: Sharing | None, **about: UUID) -> None:
    made = note_learning(desk, Subject(**about), NewNote(happened, tag=LearningTag.WORKED)).result
    if sharing is not None:
        share_learning(desk, made, sharing, seen=1)


def test_a_theme_is_told_with_its_bands_the_overall_its_reason_and_counts(desk: Desk) -> None:
    switch_on(desk, Feature.THEMES)
    theme = add_theme(desk, NewTheme("Cuckooing", unknowns="How many flats")).result
    band_theme(desk, theme, BANDS, seen=1)
    for one in people(desk, 6):
        count_in_theme(desk, one, theme_id=theme)
    gap = raise_gap(desk, NewGap("No help with locks", nobody_is_meant=True)).result
    count_gap_in_theme(desk, gap, theme_id=theme)
    (line,) = report(desk).themes
    assert (line.overall, line.people, line.gaps) == ("Standard", 6, 1)
    text = printed(desk)
    for part in (
        "Cuckooing What we do not know: How many flats",
        "Overall: Standard",
        "Risk to the public: High",
        "Risk to the partnership: Significant",
        "Ability to mitigate: Some limitations",
        "Why: Two flats were taken",
    ):
        assert part in text
    assert "Aled" not in text  # who entered it


def test_a_panel_without_a_register_of_themes_has_no_section_of_them(desk: Desk) -> None:
    assert "heme" not in printed(desk)
    switch_on(desk, Feature.THEMES)
    assert "How grave a theme is was entered by people" in printed(desk)
    assert "Themes of the area No theme is on the register." in printed(desk)


def test_only_what_is_shared_further_is_told_and_as_it_was_written_for_others(
    desk: Desk,
) -> None:
    noted(desk, "Only among us.", None)
    noted(desk, "With a name in it.", Sharing(SharedWith.BOARD, "We asked once."))
    noted(desk, "Nor this.", Sharing(SharedWith.PARTNERSHIP, "We rang first."))
    text = printed(desk)
    assert "What worked: We asked once." in text
    assert "We rang first." in text
    for inside in ("Only among us", "With a name", "Nor this"):
        assert inside not in text + sheet_of(report(desk))


def test_what_a_name_came_into_later_is_hidden(desk: Desk) -> None:
    switch_on(desk, Feature.THEMES)
    noted(desk, "Inside.", Sharing(SharedWith.BOARD, "Kezia Trelawny asked for it."))
    add_theme(desk, NewTheme("Kezia Trelawny and others"))
    review = begin_review(desk, NewReview(ReviewKind.GROUP, "Four people")).result
    named = NewRecommendation("Ring Kezia Trelawny.", NURSE, TODAY, measure="Kezia Trelawny")
    add_recommendation(desk, review, named)
    a_person(desk)
    paper = report(desk)
    for text in (everything(lay_out(PaperKind.LEARNING, paper)), sheet_of(paper)):
        assert "Trelawny" not in text
        assert text.count("[hidden]") >= 4


def test_a_review_is_told_by_its_number_and_what_it_recommended_alone(
    desk: Desk, clock: Clock
) -> None:
    person = a_person(desk)
    new = NewReview(ReviewKind.PERSON, "How he died", person, found="Letters crossed")
    review = begin_review(desk, new).result
    action = add_recommendation(desk, review, ASK).result
    add_recommendation(desk, review, NewRecommendation("Ring first.", NURSE, TODAY))
    set_outcome(desk, action, Outcome(ActionStatus.DONE, "They do", done_on=TODAY), seen=1)
    clock.move(days=8)
    text = printed(desk)
    for part in (
        "Review L26-001 Begun. 1 of 2 acted on",
        "Hospitals tell us a week before.",
        "Told to be done by: A letter",
        "Kerrow Mental Health",
        "Done",
        "Ring first.",
        "Open, late",
    ):
        assert part in text
    whole = everything(lay_out(PaperKind.LEARNING, report(desk))) + sheet_of(report(desk))
    for inside in ("How he died", "Letters crossed", "KP-0001", "Kasia", "Petroc"):
        assert inside not in whole


def test_a_privileged_review_and_one_of_other_days_are_in_no_line_and_no_count(
    desk: Desk, clock: Clock
) -> None:
    old = begin_review(desk, NewReview(ReviewKind.GROUP, "Long ago", found="It")).result
    add_recommendation(desk, old, ASK)
    move_review(desk, old, ReviewStatus.CLOSED, seen=1)
    clock.move(days=100)
    kept = NewReview(ReviewKind.GROUP, "Kept", sensitivity=Sensitivity.PRIVILEGED)
    later = replace(ASK, due_on=desk.today())
    add_recommendation(desk, begin_review(desk, kept).result, later)
    paper = report(desk)
    assert paper.reviews == ()
    assert {one.label: one.value for one in paper.facts}["Recommended by reviews"] == "0"


def test_somebody_kept_from_the_sitter_is_in_no_telling_and_no_review(desk: Desk) -> None:
    person = a_person(desk)
    noted(desk, "Inside.", Sharing(SharedWith.BOARD, "We asked once."), person_id=person)
    begin_review(desk, NewReview(ReviewKind.PERSON, "A story", person))
    assert (len(report(desk).learnt), len(report(desk).reviews)) == (1, 1)
    exclude_worker(desk, person, professional_id=COORDINATOR, reason="They are related")
    assert (report(desk).learnt, report(desk).reviews) == ((), ())


def test_gaps_are_counted_by_what_they_are_about_and_how_far_they_came(desk: Desk) -> None:
    a_register(desk, list(people(desk, 3)))
    table = report(desk).gaps
    assert table is not None
    assert table.heads[1:] == (
        "Open",
        "With the commissioner",
        "Decided",
        "Closed",
        "Together",
    )
    assert table.rows[-1] == ("Together", 1, 1, 1, 1, 4)
    for column in range(1, 6):
        counts = [row[column] for row in table.rows]
        assert sum(one for one in counts[:-1] if isinstance(one, int)) == counts[-1]
    text = printed(desk)
    assert "A joint visit by the outreach nurse" in text
    assert "D. Penrose" not in text  # a commissioner is somebody, too
    chart = "Gaps by what they are about. Housing: 1 gap"
    assert chart in everything(lay_out(PaperKind.LEARNING, report(desk)))


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(counts=st.lists(st.integers(0, 7), min_size=1, max_size=4))
def test_no_small_number_of_people_stands_anywhere(desk: Desk, counts: list[int]) -> None:
    """People of several themes overlap, and no total of them is told: nothing to take away."""
    somebody = list(people(desk, max(counts)))
    with desk.act(Right.DECIDE) as tx:
        for theme in tx.learning.themes():
            theme.removed = True
        for at, count in enumerate(counts):
            theme = tx.add(Theme(id=desk.new_id(), title=f"Theme {at}"))
            for one in somebody[:count]:
                tx.add(
                    ThemeLink(id=desk.new_id(), theme_id=theme.id, person_id=one, linked_on=TODAY)
                )
        tx.journal("test.arranged")
    told = {one.title: one.people for one in report(desk).themes}
    assert told == {
        f"Theme {at}": f"fewer than {LEAST_TOLD}" if 0 < count < LEAST_TOLD else count
        for at, count in enumerate(counts)
    }
    facts = {one.label for one in report(desk).facts}
    assert not [one for one in facts if "eople" in one]


def test_an_empty_panel_has_a_report_all_the_same(desk: Desk) -> None:
    laid = lay_out(PaperKind.LEARNING, report(desk))
    assert faults(laid) == []
    text = " ".join(words(laid).split())
    for part in (
        "Nothing was told beyond the panel in these days.",
        "No gap is on the register.",
        "No review was under way in these days.",
    ):
        assert part in text


def test_it_looks_back_on_the_days_that_are_asked_for(desk: Desk, clock: Clock) -> None:
    noted(desk, "Inside.", Sharing(SharedWith.BOARD, "We asked once."))
    clock.move(days=120)
    assert report(desk).learnt == ()
    assert len(report(desk, Period(TODAY, TODAY + timedelta(days=1))).learnt) == 1
    with pytest.raises(InvalidFieldsError):
        report(desk, Period(TODAY, TODAY + timedelta(days=500)))


def test_it_is_one_report_with_its_spreadsheet_for_who_sees_figures(
    desk: Desk, tmp_path: Path
) -> None:
    made = make_papers(desk, [Order(PaperKind.LEARNING, tmp_path)])
    assert [path.suffix for path in made] == [".pdf", ".xlsx"]
    with pytest.raises(GuardError):
        make_papers(desk, [Order(PaperKind.LEARNING, tmp_path, agency="Kerrow Police")])
    lead = sitting(desk, NURSE, Role.LEAD_PROFESSIONAL, POLICE)
    with pytest.raises(NotPermittedError):
        list(draft_papers(lead, Order(PaperKind.LEARNING, Path())))
