"""No text makes a paper fail, slip out of its margins or lose a letter in silence."""

import random

import pytest

from coordinator.exports.composing import Model, PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples, hostile, reading
from tests.exports.structure import faults

PAPERS: list[tuple[PaperKind, Model]] = [
    (PaperKind.AGENDA, examples.agenda()),
    (PaperKind.PACK, examples.pack(cases=(examples.case(),))),
    (PaperKind.MINUTES, examples.approved_minutes()),
    (PaperKind.TRACKER, examples.tracker(6)),
    (PaperKind.PLAN, examples.plan()),
    (PaperKind.PLAN_PAGE, examples.plan()),
    (PaperKind.REFERRAL_FORM, examples.referral_form()),
    (PaperKind.AUDIT_LOG, examples.office()),
    (PaperKind.COVER, examples.cover()),
    (PaperKind.ESCALATION, examples.escalation()),
    (PaperKind.ESCALATION, examples.answered_escalation()),
    (PaperKind.GAPS, examples.gap_register()),
    (PaperKind.OUTREACH, examples.outreach()),
    (PaperKind.OUTREACH, examples.outreach(30)),
    (PaperKind.TONIGHT, examples.tonight()),
    (PaperKind.ACCOUNTABILITY, examples.accountability(3)),
    (PaperKind.DEMAND, examples.demand(3)),
    (PaperKind.REPORT, examples.quarter()),
    (PaperKind.LEARNING, examples.learning()),
    (PaperKind.CERTIFICATE, examples.certificate()),
    (PaperKind.DISPOSALS, examples.disposal_list()),
    (PaperKind.MY_PLAN, examples.own_plan()),
    (PaperKind.MY_PLAN_LARGE, examples.own_plan(is_large=True)),
    (PaperKind.JOURNEY, examples.journey()),
    (PaperKind.CLOSURE, examples.letter()),
]
MARGIN = 34.0  # the narrower of the two side margins, less the overhang of a letter


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize(("kind", "model"), PAPERS, ids=[str(kind) for kind, _ in PAPERS])
def test_hostile_text_in_every_field_still_gives_a_sound_paper(
    kind: PaperKind, model: Model, seed: int
) -> None:
    paper = lay_out(kind, hostile.spoiled(model, random.Random(f"{kind}{seed}")))
    assert faults(paper) == []
    assert not set(reading.words(paper)) & {"\x00", "\ufffe", "\uffff"}
    for (width, height), (left, bottom, right, top) in reading.boxes(paper):
        assert left > MARGIN - 4
        assert right < width - MARGIN + 4
        assert bottom > 15
        assert top < height - 10


@pytest.mark.parametrize("empty", ["", " ", "\x00", "\u200b\u202e"])
def test_a_person_without_any_name_or_reference_still_has_heading_and_link(empty: str) -> None:
    case = examples.case(empty, initials=empty, name=empty)
    assert faults(lay_out(PaperKind.PACK, examples.pack(cases=(case,)))) == []
    person = examples.discussed(empty, initials=empty, name=empty)
    assert faults(lay_out(PaperKind.MINUTES, examples.minutes(people=(person,)))) == []


def test_markup_is_printed_as_it_was_typed() -> None:
    typed = "He said <b>no</b> & \"<img src='/etc/passwd'>\" {name} %s \\(x)"
    paper = lay_out(PaperKind.PLAN, examples.plan(formulation=typed))
    assert typed in reading.words(paper)


@pytest.mark.parametrize(
    "name",
    ["Kernow Tŷ Gŵyr", "Żaneta Dębska-Łąk", "Ελένη", "Олена", "Nguyễn Thị Ngọc", "Zoë Ní Éanaí"],
)
def test_names_of_many_alphabets_read_back_as_written(name: str) -> None:
    paper = lay_out(PaperKind.PLAN, examples.plan(name=name))
    assert name in reading.words(paper)


def test_a_letter_no_font_has_is_shown_as_a_box_and_told_as_it_is() -> None:
    paper = lay_out(PaperKind.PLAN, examples.plan(unknowns="Known as 陈伟 here"))
    assert "陈伟" in reading.everything(paper) or "\u25a1\u25a1" in reading.words(paper)
    assert faults(paper) == []


def test_emoji_read_back_as_themselves() -> None:
    paper = lay_out(
        PaperKind.PLAN, examples.plan(unknowns="A dog \U0001f436 and a smile \U0001f600")
    )
    assert "\U0001f436" in reading.words(paper)
    assert "\U0001f600" in reading.words(paper)


def test_words_at_line_ends_do_not_run_together() -> None:
    sentence = " ".join(["together"] * 300)
    paper = lay_out(PaperKind.PLAN, examples.plan(formulation=sentence))
    assert "togethertogether" not in reading.words(paper)


def test_ten_thousand_words_in_one_cell_run_over_pages_as_one_row() -> None:
    long = " ".join(f"w{n}" for n in range(10_000))
    paper = lay_out(PaperKind.MINUTES, examples.minutes(could_not=(examples.action(note=long),)))
    assert faults(paper) == []
    read = reading.words(paper)
    assert all(f"w{n} " in read for n in (0, 1234, 4321, 9998))


def test_a_three_hundred_letter_word_is_cut_not_overprinted() -> None:
    paper = lay_out(
        PaperKind.TRACKER, examples.tracker(1, actions=(examples.action(owner="W" * 300),))
    )
    for (width, _), (_, _, right, _) in reading.boxes(paper):
        assert right < width - 30
