"""Small things a reader stumbles over: how figures, lines and half a list are written."""

from coordinator.casework.packs.paper_reads import find_meeting, read_audience
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import Press
from coordinator.papers.agendas import agenda_model
from coordinator.papers.minutes import minutes_model
from coordinator.papers.packs import pack_model
from coordinator.papers.plans import plan_model
from coordinator.papers.trackers import tracker_model
from coordinator.wording.office import kept_for
from tests.exports.reading import words
from tests.papers.conftest import Held


def test_a_share_has_no_gap_before_its_sign(held: Held) -> None:
    shares = [
        one.value for one in tracker_model(held.desk, WHOLE_PANEL).totals if "%" in one.value
    ]
    assert shares
    assert [one for one in shares if not one[:-1].isdigit()] == []


def test_what_changed_is_told_in_lines_that_begin_as_sentences_do(held: Held) -> None:
    plan = plan_model(held.desk, held.person, WHOLE_PANEL)
    said = [one.text for one in plan.since_agreed]
    for meeting in ("M26-001", "M26-002"):
        pack = pack_model(held.desk, find_meeting(held.desk, meeting).id, WHOLE_PANEL)
        said += [line for case in pack.cases for line in case.changes]
    assert said
    assert [one for one in said if one[0].islower()] == []


def test_a_copy_of_a_part_says_so_and_never_that_nobody_was_discussed(
    held: Held, press: Press
) -> None:
    police = read_audience(held.desk, "Kerrow Police")
    told = minutes_model(held.desk, held.first, police)
    assert told.is_part
    assert agenda_model(held.desk, held.first, police).is_part
    whole = minutes_model(held.desk, held.first, WHOLE_PANEL)
    assert len(told.people) < len(whole.people)
    read = words(press.lay_out(PaperKind.MINUTES, told))
    assert "Discussed, in this copy" in read
    assert "Nobody was discussed" not in read
    assert not whole.is_part
    assert "People discussed" in words(press.lay_out(PaperKind.MINUTES, whole))


def test_how_long_something_is_kept_is_told_in_years_where_it_is_years() -> None:
    assert (kept_for(72), kept_for(12), kept_for(18)) == ("6 years", "1 year", "18 months")
