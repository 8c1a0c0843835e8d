"""Who holds tonight on paper: a word and a shape for each evening, and no more than is theirs."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.exclusions import exclude_agency
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.packs.paper_reads import read_audience_of
from coordinator.casework.tonight.holding import add_coming_move, say_who_holds
from coordinator.casework.tonight.reading import held_by
from coordinator.domain.lists.outreach import ComingMoveKind, DayPart
from coordinator.domain.papers.tonight import TonightPaper
from coordinator.domain.person.case_sheets import WHOLE_PANEL
from coordinator.domain.tonight import NewHolding, NewMove, PartState
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from coordinator.papers.tonight import tonight_model
from tests.casework.outreach.test_outreach import somebody
from tests.exports.reading import everything, words
from tests.exports.structure import faults
from tests.papers.test_outreach import with_basis
from tests.stores import OFFICER, POLICE, TODAY, WORKER, Clock

EVENING, NIGHT = (DayPart.EVENING,), (DayPart.NIGHT,)
SATURDAY = TODAY + timedelta(days=2)


@pytest.fixture
def people(desk: Desk) -> dict[str, UUID]:
    return {name: with_basis(desk, name) for name in ("Ann", "Ben", "Cat")}


def paper(desk: Desk, agency: UUID | None = None) -> TonightPaper:
    return tonight_model(desk, read_audience_of(desk, agency) if agency else WHOLE_PANEL)


def who(found: TonightPaper) -> list[str]:
    return sorted(one.person for one in found.lines)


def test_each_evening_and_the_weekend_say_who_is_there_or_that_it_is_nobody(
    desk: Desk, people: dict[str, UUID]
) -> None:
    say_who_holds(desk, people["Ann"], NewHolding(EVENING, TODAY, SATURDAY, worker_id=OFFICER))
    say_who_holds(desk, people["Ann"], NewHolding(NIGHT, SATURDAY, SATURDAY, by="her sister"))
    tomorrow = TODAY + timedelta(days=1)
    add_coming_move(desk, people["Ann"], NewMove(ComingMoveKind.PRISON_RELEASE, tomorrow, "10:00"))
    (line,) = (one for one in paper(desk).lines if one.person == "AT (KP-0001)")
    assert line.tonight is not None
    assert (line.tonight.words, line.tonight.state) == (
        "Dylan Ashdown (Kerrow Police)",
        PartState.PROMISED,
    )
    assert [one.words for one in line.held] == [
        "Evening, Fri 20 to Sat 21: Dylan Ashdown (Kerrow Police)",
        "Evening, Sun 22 to Wed 25: nobody",
        "Day, Sat 21 to Sun 22: nobody",
        "Night, Sat 21: her sister",
    ]
    (ahead,) = line.ahead
    assert ahead.words.endswith("Release from prison, 10:00")
    assert (ahead.met, ahead.is_met) == ("Nobody is named to be there", False)


def test_a_release_of_a_day_gone_by_that_nobody_spoke_of_is_told_as_past(
    desk: Desk, clock: Clock, people: dict[str, UUID]
) -> None:
    add_coming_move(desk, people["Ann"], NewMove(ComingMoveKind.PRISON_RELEASE, TODAY))
    clock.at += timedelta(days=3)
    (line,) = (one for one in paper(desk).lines if one.ahead)
    assert line.ahead[0].words == "Thu 19 Nov, and nothing said since: Release from prison"
    assert line.ahead[0].met == "Nobody was named to be there"


def test_an_agency_gets_whom_it_holds_and_nobody_it_must_not_know(
    desk: Desk, people: dict[str, UUID]
) -> None:
    for name in ("Ann", "Cat"):
        say_who_holds(desk, people[name], NewHolding(EVENING, TODAY, worker_id=OFFICER))
    say_who_holds(desk, people["Ben"], NewHolding(EVENING, TODAY, worker_id=WORKER))
    assert held_by(desk, POLICE) == {people["Ann"], people["Cat"]}
    exclude_agency(desk, people["Cat"], agency_id=POLICE, reason="They asked for it")
    assert len(who(paper(desk))) == 3
    theirs = paper(desk, POLICE)
    assert who(theirs) == ["AT (KP-0001)"]
    assert theirs.told.startswith("1 person has")
    assert held_by(desk, POLICE) == {people["Ann"]}


def test_who_else_is_named_in_typed_words_is_not_told_to_an_agency(
    desk: Desk, people: dict[str, UUID]
) -> None:
    say_who_holds(desk, people["Ann"], NewHolding(EVENING, TODAY, worker_id=OFFICER))
    say_who_holds(desk, people["Ann"], NewHolding(NIGHT, TODAY, by="Cat Trelawny"))
    move = NewMove(ComingMoveKind.OTHER, TODAY, place="Ben Trelawny's flat", met_by="Cat")
    add_coming_move(desk, people["Ann"], move)
    (theirs,) = paper(desk, POLICE).lines
    assert theirs.held[-1].words.endswith(": [name hidden]")
    assert theirs.ahead[0].words.endswith("Other, [name hidden]'s flat")
    assert theirs.ahead[0].met == "[name hidden] is there"
    own = paper(desk).lines
    assert any("Cat Trelawny" in line.words for one in own for line in one.held)


def test_nobody_is_told_by_a_reference_either(desk: Desk, people: dict[str, UUID]) -> None:
    exclude_agency(desk, people["Ben"], agency_id=POLICE, reason="He asked")
    say_who_holds(desk, people["Ann"], NewHolding(EVENING, TODAY, worker_id=OFFICER))
    tomorrow = TODAY + timedelta(days=1)
    move = NewMove(ComingMoveKind.PRISON_RELEASE, tomorrow, place="Flat above KP-0002")
    add_coming_move(desk, people["Ann"], move)
    (line,) = paper(desk, POLICE).lines
    assert line.person == "AT (KP-0001)"
    assert "Flat above" in line.ahead[0].words
    assert "KP-0002" not in line.ahead[0].words


def test_without_a_basis_only_the_shapes_and_their_word_are_printed(desk: Desk) -> None:
    person = somebody(desk, "Dee")
    record_basis(desk, person, gateway=None)
    say_who_holds(desk, person, NewHolding(EVENING, TODAY, by="her sister", what="Wants tea"))
    add_coming_move(desk, person, NewMove(ComingMoveKind.PRISON_RELEASE, SATURDAY))
    (line,) = paper(desk).lines
    assert (line.is_bare, line.held, line.ahead, line.lead) == (True, (), (), "")
    assert line.tonight is not None
    assert line.tonight.words == "promised"


def test_its_file_is_tagged_names_nobody_and_says_nobody_in_words(
    desk: Desk, people: dict[str, UUID], tmp_path: Path
) -> None:
    (path,) = make_papers(desk, [Order(PaperKind.TONIGHT, tmp_path)])
    content = path.read_bytes()
    assert path.name == "KP_tonight_2026-11-19_OFFICIAL-SENSITIVE.pdf"
    assert faults(content) == []
    assert "Tonight: nobody" in words(content)
    assert "3 people have an evening or a weekend with nobody." in words(content)
    assert "Trelawny" not in everything(content)


def test_nobody_on_the_caseload_is_said_on_the_paper(desk: Desk) -> None:
    assert "Nobody to show" in words(lay_out(PaperKind.TONIGHT, paper(desk)))
