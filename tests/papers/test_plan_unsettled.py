"""A plan on paper says which of its texts two people wrote differently, until it is settled."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.need_to_know.bases import record_basis
from coordinator.casework.need_to_know.field_guards import set_part_sensitivity
from coordinator.casework.packs.paper_reads import read_audience
from coordinator.casework.plans.reading import read_plan
from coordinator.casework.plans.writing import edit_plan
from coordinator.casework.records.disagreements import read_disagreements, settle_disagreement
from coordinator.domain.need_to_know.restrictions import Part
from coordinator.domain.outcomes import RecordKind
from coordinator.domain.person.case_sheets import WHOLE_PANEL, Audience
from coordinator.domain.states import Sensitivity
from coordinator.exchange.away import apply_pack, make_hand_back, make_take_away, open_take_away
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from coordinator.papers.plans import plan_model
from tests.casework.need_to_know.test_sharing import COMPLETE
from tests.exchange.away_stores import Both, both_stores
from tests.exports.reading import words
from tests.stores import Clock

WORDS = (
    "Not settled. Two people wrote different things, and which of them holds is not settled:"
    " How to work with me."
)


@pytest.fixture
def both(tmp_path: Path, clock: Clock) -> Iterator[Both]:
    """Both wrote how to work with Kezia, neither knowing of the other; the lead is back."""
    made = both_stores(tmp_path / "stores", clock)
    person = made.kept.kezia
    record_basis(made.hub.desk, person, **COMPLETE)
    pack = make_take_away(made.hub.desk, made.lead, tmp_path).result.path
    made.away, _done = open_take_away(made.away, pack)
    for desk, text in ((made.away.desk, "With the dog"), (made.hub.desk, "Before noon")):
        plan = read_plan(desk, person)
        edit_plan(desk, plan.id, seen=plan.revision, how_to_work=text)
    apply_pack(made.hub, make_hand_back(made.away.desk, tmp_path).result.path)
    yield made
    made.close()


def printed(desk: Desk, both: Both, kind: PaperKind, audience: Audience = WHOLE_PANEL) -> str:
    return " ".join(words(lay_out(kind, plan_model(desk, both.kept.kezia, audience))).split())


@pytest.mark.parametrize("kind", [PaperKind.PLAN, PaperKind.PLAN_PAGE])
def test_what_says_two_things_is_named_until_it_is_settled(both: Both, kind: PaperKind) -> None:
    desk = both.hub.desk
    assert WORDS in printed(desk, both, kind)
    (row,) = read_disagreements(desk).rows
    value = row.values[0].value
    settle_disagreement(desk, row.record, row.field, value, seen=row.revision)
    assert "Not settled" not in printed(desk, both, kind)


def test_whoever_may_not_have_the_text_is_not_told_that_it_says_two_things(both: Both) -> None:
    desk = both.hub.desk
    homes = read_audience(desk, "Kerrow Homes")
    assert WORDS in printed(desk, both, PaperKind.PLAN, homes)
    part = Part(RecordKind.PLAN, both.kept.plan, "how_to_work")
    set_part_sensitivity(desk, part, Sensitivity.RESTRICTED, seen=0)
    assert "Not settled" not in printed(desk, both, PaperKind.PLAN, homes)
    assert WORDS in printed(desk, both, PaperKind.PLAN)
