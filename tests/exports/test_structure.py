"""Every paper is tagged as PDF/UA-1 asks, and the checker sees what is wrong."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from coordinator.exports.composing import OF_THE_OFFICE, Model, PaperKind, laid_out_from
from coordinator.exports.worker import lay_out
from tests.exports import examples
from tests.exports.structure import faults

FULL: list[tuple[PaperKind, Model]] = [
    (PaperKind.AGENDA, examples.agenda()),
    (PaperKind.PACK, examples.pack()),
    (PaperKind.MINUTES, examples.minutes()),
    (PaperKind.MINUTES, examples.approved_minutes()),
    (PaperKind.TRACKER, examples.tracker(60)),
    (PaperKind.PLAN, examples.plan()),
    (PaperKind.PLAN_PAGE, examples.plan()),
    (PaperKind.REFERRAL_FORM, examples.referral_form()),
    (PaperKind.COVER, examples.cover()),
    (PaperKind.ESCALATION, examples.escalation()),
    (PaperKind.ESCALATION, examples.answered_escalation()),
    (PaperKind.GAPS, examples.gap_register()),
    (PaperKind.PLACES, examples.place_register()),
    (PaperKind.PLACES, examples.place_register(30)),
    (PaperKind.OUTREACH, examples.outreach()),
    (PaperKind.OUTREACH, examples.outreach(60)),
    (PaperKind.OUTREACH, examples.outreach(150)),
    (PaperKind.TONIGHT, examples.tonight()),
    (PaperKind.TONIGHT, examples.tonight(60, days=14)),
    (PaperKind.ACCOUNTABILITY, examples.accountability()),
    (PaperKind.DEMAND, examples.demand()),
    (PaperKind.REPORT, examples.quarter()),
    (PaperKind.REPORT, examples.quarter(40)),
    (PaperKind.LEARNING, examples.learning()),
    (PaperKind.LEARNING, examples.learning(60)),
    (PaperKind.ACCESS, examples.access()),
    (PaperKind.ACCESS_LIST, examples.access_list()),
    (PaperKind.DISCLOSURE_SCHEDULE, examples.schedule()),
    (PaperKind.CERTIFICATE, examples.certificate()),
    (PaperKind.DISPOSALS, examples.disposal_list(40)),
    (PaperKind.AUDIT_LOG, examples.office(90)),
    (PaperKind.MY_PLAN, examples.own_plan()),
    (PaperKind.MY_PLAN, examples.long_own_plan()),
    (PaperKind.MY_PLAN_LARGE, examples.own_plan(is_large=True)),
    (PaperKind.MY_PLAN_LARGE, examples.long_own_plan(is_large=True)),
    (PaperKind.MY_PLAN_PLAIN, examples.own_plan(has_pictures=False, is_signed=False)),
    (PaperKind.JOURNEY, examples.journey()),
    (PaperKind.JOURNEY, examples.crowded_journey()),
    (PaperKind.CLOSURE, examples.letter()),
    (PaperKind.OWN_LETTER, examples.own_letter()),
]


LIKE_ANOTHER: dict[PaperKind, PaperKind] = {
    **dict.fromkeys(OF_THE_OFFICE, PaperKind.AUDIT_LOG),
    PaperKind.JOURNEY_LEARNING: PaperKind.JOURNEY,
    PaperKind.ACCEPTED: PaperKind.CLOSURE,
    PaperKind.NOT_FOR_US: PaperKind.CLOSURE,
    PaperKind.HAND_OVER: PaperKind.CLOSURE,
}
"""Kinds laid out by the same composer, from the same sort of facts, as one that is looked at."""


def test_every_kind_of_paper_is_looked_at_or_laid_out_like_one_that_is() -> None:
    looked_at = {kind for kind, _model in FULL}
    assert looked_at | LIKE_ANOTHER.keys() == {*PaperKind}
    assert looked_at.isdisjoint(LIKE_ANOTHER)
    for kind, other in LIKE_ANOTHER.items():
        assert other in looked_at
        assert laid_out_from(kind) == laid_out_from(other)


@pytest.mark.parametrize(("kind", "model"), FULL, ids=lambda value: str(value)[:9])
def test_a_paper_with_every_section_has_no_fault(kind: PaperKind, model: Model) -> None:
    assert faults(lay_out(kind, model)) == []


@pytest.mark.parametrize(("kind", "model"), examples.bare(), ids=lambda value: str(value)[:9])
def test_a_paper_about_which_nothing_is_known_has_no_fault(kind: PaperKind, model: Model) -> None:
    assert faults(lay_out(kind, model)) == []


@pytest.fixture(scope="module")
def paper() -> bytes:
    return lay_out(PaperKind.PACK, examples.pack(cases=(examples.case(),)))


def _first(pdf: pikepdf.Pdf, kind: str) -> pikepdf.Object:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/S") == Name("/" + kind):
            return thing
    raise AssertionError(kind)


def _drop(pdf: pikepdf.Pdf, key: str) -> None:
    del pdf.Root[key]


def _no_title_shown(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences = Dictionary()


def _other_metadata(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part", b"pdfuaid:pert")
    pdf.Root.Metadata.write(packet)


def _no_title(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes().replace(b"dc:title", b"dc:other")
    pdf.Root.Metadata.write(packet)


def _no_scope(pdf: pikepdf.Pdf) -> None:
    del _first(pdf, "TH")["/A"]


def _no_alternative(pdf: pikepdf.Pdf) -> None:
    element = _first(pdf, "P")
    element.S = Name.Figure


def _no_link_words(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def _no_link_place(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/StructParent"]


def _no_link_target(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Dest"]


def _heading_jump(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "H2").S = Name.H4


def _item_as_paragraph(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "LI").S = Name.P


def _short_row(pdf: pikepdf.Pdf) -> None:
    row = _first(pdf, "TR")
    row.K = Array(list(row.K)[:-1])


def _headless_table(pdf: pikepdf.Pdf) -> None:
    for cell in _first(pdf, "Table").K[0].K:
        cell.S = Name.TD


def _turned_round(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K[0]
    top.K = Array(list(reversed(list(top.K))))


def _other_parent(pdf: pikepdf.Pdf) -> None:
    _first(pdf, "LBody").P = pdf.Root.StructTreeRoot.K[0]


def _tab_by_rows(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Tabs = Name.R


def _page_without_place(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/StructParents"]


def _stream(pdf: pikepdf.Pdf, old: bytes, new: bytes) -> None:
    page = pdf.pages[0]
    contents = page.Contents.read_bytes()
    assert old in contents
    page.Contents.write(contents.replace(old, new, 1))


def _untagged_text(pdf: pikepdf.Pdf) -> None:
    _stream(pdf, b"/H1 <</MCID 0>> BDC", b"/Span BMC")


def _decoration_without_a_word(pdf: pikepdf.Pdf) -> None:
    _stream(pdf, b"/Artifact BMC", b"/Span BMC")


def _left_open(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Contents.write(page.Contents.read_bytes() + b"\n/Artifact BMC\n")


def _number_twice(pdf: pikepdf.Pdf) -> None:
    _stream(pdf, b"<</MCID 1>>", b"<</MCID 0>>")


def _parent_tree_shifted(pdf: pikepdf.Pdf) -> None:
    marked = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    marked[0], marked[1] = marked[1], marked[0]


def _font_not_embedded(pdf: pikepdf.Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/FontFile2" in thing:
            del thing["/FontFile2"]


MUTANTS: list[tuple[str, Callable[[pikepdf.Pdf], None]]] = [
    ("no language", lambda pdf: _drop(pdf, "/Lang")),
    ("not marked as tagged", lambda pdf: _drop(pdf, "/MarkInfo")),
    ("the title is not shown", _no_title_shown),
    ("not declared as PDF/UA-1", _other_metadata),
    ("no title in the metadata", _no_title),
    ("no structure tree", lambda pdf: _drop(pdf, "/StructTreeRoot")),
    ("TH: no scope", _no_scope),
    ("Figure: no alternative text", _no_alternative),
    ("a link without words", _no_link_words),
    ("a link that is not in the parent tree", _no_link_place),
    ("a link without a target", _no_link_target),
    ("heading jumps from 1 to 4", _heading_jump),
    ("L: has a P as child", _item_as_paragraph),
    ("Table: rows of different lengths", _short_row),
    ("Table: no header row", _headless_table),
    ("read out of order", _turned_round),
    ("a child names another parent", _other_parent),
    ("Tab does not follow the structure", _tab_by_rows),
    ("not in the parent tree", _page_without_place),
    ("outside content and decoration", _untagged_text),
    ("outside content and decoration", _decoration_without_a_word),
    ("content is left open", _left_open),
    ("content 0 stands twice", _number_twice),
    ("is wrong in the parent tree", _parent_tree_shifted),
    ("is not embedded", _font_not_embedded),
]


@pytest.mark.parametrize(("fault", "spoil"), MUTANTS, ids=[name for name, _ in MUTANTS])
def test_the_checker_sees_a_spoiled_paper(
    paper: bytes, fault: str, spoil: Callable[[pikepdf.Pdf], None]
) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        spoil(pdf)
        pdf.save(target)
    assert any(fault in found for found in faults(target.getvalue())), fault


def test_the_checker_finds_nothing_in_a_paper_that_was_only_saved_again(paper: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        pdf.Root.PageLayout = String("")
        del pdf.Root["/PageLayout"]
        pdf.save(target)
    assert faults(target.getvalue()) == []
