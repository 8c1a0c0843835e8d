"""My plan as a file: what is not for the person is nowhere in it, and a draft never leaves."""

import hashlib
from pathlib import Path
from uuid import UUID

import pypdfium2  # type: ignore[import-untyped]
import pytest

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.reading import check_paper, find_disclosures
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.casework.voice.own_plans import (
    begin_own_plan,
    give_own_plan,
    sign_off_own_plan,
    write_own_plan,
)
from coordinator.domain.disclosing.log import DisclosureFilter
from coordinator.domain.errors import GuardError
from coordinator.domain.lists.plans import OwnPlanVariant
from coordinator.domain.papers.own_plan import OwnPlanPaper
from coordinator.domain.voice.own_plans import Giving, Part
from coordinator.exports.composing import PaperKind
from coordinator.exports.documents.own_plan_text import own_plan_text
from coordinator.exports.worker import lay_out
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import keep_paper, keep_sheet, record_printing
from coordinator.papers.orders import Draft, Order
from tests.casework.own_plans import SECRETS, planned
from tests.exports import examples, reading
from tests.exports.structure import faults
from tests.stores import TODAY

KINDS = (PaperKind.MY_PLAN, PaperKind.MY_PLAN_LARGE, PaperKind.MY_PLAN_PLAIN)


@pytest.fixture
def person(desk: Desk) -> UUID:
    found = planned(desk)
    begin_own_plan(desk, found)
    view = read_own_plan(desk, found)
    write_own_plan(desk, view.id or found, seen=view.revision, part=Part.CALLED, lines=["Kez"])
    return found


def sign(desk: Desk, person: UUID) -> None:
    view = read_own_plan(desk, person)
    sign_off_own_plan(desk, view.id or person, seen=view.revision)


def made(desk: Desk, kind: PaperKind) -> tuple[Draft, bytes]:
    (draft,) = draft_papers(desk, Order(kind, Path(), person="KP-0001"))
    return draft, lay_out(kind, draft.model)


def test_no_form_of_it_holds_a_secret_a_name_or_a_marking_and_all_are_tagged(
    desk: Desk, person: UUID
) -> None:
    sign(desk, person)
    for kind in KINDS:
        draft, paper = made(desk, kind)
        assert isinstance(draft.model, OwnPlanPaper)
        said = reading.everything(paper).casefold()
        text = reading.everything_in(own_plan_text(draft.model)).casefold()
        assert "my dog comes first." in text
        kept = (*SECRETS, "trelawny", "official", "KP-0001", "Porthkerris", "draft.")
        assert [one for one in kept if one.casefold() in said + text] == []
        assert faults(paper) == []
        for words in ("private: belongs to kez", "my dog comes first.", "116 123", "999", "111"):
            assert words in said


def test_nothing_in_it_is_smaller_than_fourteen_points_and_twenty_in_large_print() -> None:
    for plan, least in ((examples.own_plan(), 14.0), (examples.own_plan(is_large=True), 20.0)):
        document = pypdfium2.PdfDocument(lay_out(PaperKind.MY_PLAN, plan))
        sizes = set()
        for page in document:
            for thing in page.get_objects():
                if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_TEXT:
                    size = pypdfium2.raw.c_float()
                    pypdfium2.raw.FPDFTextObj_GetFontSize(thing.raw, size)
                    sizes.add(round(size.value, 1))
        document.close()
        assert min(sizes) >= least


def test_a_picture_says_what_it_shows_and_the_plain_form_has_none() -> None:
    kinds = reading.kinds(lay_out(PaperKind.MY_PLAN, examples.own_plan(deeds=())))
    plain = examples.own_plan(has_pictures=False, deeds=())
    assert "Figure" in kinds
    assert "Figure" not in reading.kinds(lay_out(PaperKind.MY_PLAN_PLAIN, plain))


def test_a_draft_can_be_looked_at_but_is_not_saved_printed_or_given(
    desk: Desk, person: UUID, tmp_path: Path
) -> None:
    (draft,) = draft_papers(desk, Order(PaperKind.MY_PLAN, tmp_path, person="KP-0001"))
    paper = lay_out(draft.kind, draft.model)
    assert "Draft." in reading.words(paper)
    for leave in (
        lambda: keep_paper(desk, draft, paper, tmp_path),
        lambda: keep_sheet(desk, draft, tmp_path),
        lambda: record_printing(desk, draft, paper),
    ):
        with pytest.raises(GuardError) as refused:
            leave()
        assert refused.value.guard == "own-plan-not-signed"
    assert list(tmp_path.glob("*my-plan*")) == []
    assert find_disclosures(desk, DisclosureFilter(person=person)).rows == ()


def test_what_was_laid_out_before_the_sign_off_was_taken_away_stays_here(
    desk: Desk, person: UUID, tmp_path: Path
) -> None:
    sign(desk, person)
    (draft,) = draft_papers(desk, Order(PaperKind.MY_PLAN, tmp_path, person="KP-0001"))
    paper = lay_out(draft.kind, draft.model)
    view = read_own_plan(desk, person)
    write_own_plan(desk, view.id or person, seen=view.revision, part=Part.I_DO, lines=["I eat."])
    with pytest.raises(GuardError):
        keep_paper(desk, draft, paper, tmp_path)


def test_the_copy_that_was_made_is_the_one_the_person_was_given(
    desk: Desk, person: UUID, tmp_path: Path
) -> None:
    sign(desk, person)
    (draft,) = draft_papers(desk, Order(PaperKind.MY_PLAN, tmp_path, person="KP-0001"))
    path = keep_paper(desk, draft, lay_out(draft.kind, draft.model), tmp_path)
    text = keep_sheet(desk, draft, tmp_path)
    assert path.name == f"KP-0001_my-plan_{TODAY.isoformat()}.pdf"
    assert text is not None
    assert "[ ] Rhys Roskilly. Help with the housing form." in text.read_text(encoding="utf-8")
    view = read_own_plan(desk, person)
    giving = Giving(TODAY, OwnPlanVariant.EASY_READ)
    give_own_plan(desk, view.id or person, seen=view.revision, giving=giving)
    found = check_paper(desk, hashlib.sha256(path.read_bytes()).hexdigest())
    assert sorted(row.what for row in found.rows) == ["", "Given into their hands"]
