"""Where pages end: nothing stands alone that is read together, and no header is cut off."""

import re
from dataclasses import replace

import pytest

from coordinator.domain.papers.letter import Letter, LetterPart
from coordinator.domain.papers.office import OfficePart
from coordinator.domain.papers.plan import Plan
from coordinator.exports.composing import PaperKind
from coordinator.exports.worker import lay_out
from tests.exports import examples
from tests.exports.example_basics import imprint
from tests.exports.reading import filled, pages

LINES = range(1, 30)
FEW = 0.2
"""Of a page: seven lines or so."""


def test_a_signature_never_stands_alone_on_a_page() -> None:
    letter = examples.own_letter()
    longer = [
        replace(letter, parts=(*letter.parts, LetterPart("Help", points=("Ring 999.",) * many)))
        for many in LINES
    ]
    ends = [pages(lay_out(PaperKind.OWN_LETTER, one))[-1] for one in longer]
    assert all("Ring 999." in last for last in ends)
    assert all("Aled Hâf" in last for last in ends)


def test_the_last_table_of_a_letter_is_cut_where_its_page_ends() -> None:
    many = tuple(examples.action(at) for at in range(1, 18))
    letter = examples.letter(parts=(LetterPart("Still to be done", actions=many),))
    first, *_others = pages(lay_out(PaperKind.CLOSURE, letter))
    assert "M26-047/1" in first


@pytest.mark.parametrize("is_large", [False, True])
def test_what_will_happen_in_my_plan_stands_above_its_first_line(is_large: bool) -> None:
    plan, kind = examples.own_plan(is_large=is_large), PaperKind.MY_PLAN
    for many in LINES[::3]:
        matters = replace(plan.before[2], sentences=("I like quiet.",) * many)
        longer = replace(plan, before=(*plan.before[:2], matters))
        (page,) = [one for one in pages(lay_out(kind, longer)) if "What will happen" in one]
        assert "Helps me fill in the housing form" in " ".join(page.split())


def test_what_is_said_of_a_table_stands_above_it() -> None:
    office = examples.office()
    lead = replace(office.parts[-1], texts=("As it was recorded.",))
    for many in LINES:
        before = OfficePart("What guards it", points=("A journal.",) * many)
        made = lay_out(PaperKind.AUDIT_LOG, replace(office, parts=(before, lead)))
        (page,) = [one for one in pages(made) if "As it was recorded" in one]
        assert "Looked at this person" in page


@pytest.mark.parametrize(
    ("marking", "reference"),
    [
        ("OFFICIAL-SENSITIVE when completed", "Referral form"),
        ("OFFICIAL-SENSITIVE: PERSONAL", "Record of processing"),
        ("OFFICIAL-SENSITIVE", "Impact assessment: summary"),
    ],
)
def test_what_a_page_is_headed_with_is_not_cut_off_beside_the_marking(
    marking: str, reference: str
) -> None:
    office = examples.office()
    handling = "" if "when completed" in marking else "Named workers only"
    mark = imprint(marking=marking, reference=reference, handling=handling, version="draft")
    page = pages(lay_out(PaperKind.AUDIT_LOG, replace(office, imprint=mark)))[0]
    assert "Porthkerris Complex Needs Panel" in page
    assert "\u2026" not in page


def test_sheets_of_whom_little_may_be_printed_share_a_page() -> None:
    known, bare = examples.case(), replace(examples.case(), is_bare=True)
    people = [replace(bare, reference=f"SC-000{at}") for at in range(3)]
    read = pages(lay_out(PaperKind.PACK, examples.pack(cases=(known, *people))))
    own = [page for page in read if "Left out until" in page]
    assert len(own) == 1
    assert all(one.reference in own[0] for one in people)
    assert known.reference not in own[0]


@pytest.mark.parametrize("kind", [PaperKind.PLAN, PaperKind.HAND_OVER])
def test_no_last_page_holds_a_few_lines_alone(kind: PaperKind) -> None:
    for many in LINES:
        made = lay_out(kind, _longer(kind, many))
        assert filled(made)[-1] > FEW or len(pages(made)) == 1


def _longer(kind: PaperKind, many: int) -> Plan | Letter:
    if kind is PaperKind.PLAN:
        return replace(examples.plan(), unknowns="Where the key is.\n" * many)
    letter = examples.letter()
    known = LetterPart("What was promised", points=("The nurse rings first.",) * many)
    return replace(letter, parts=(*letter.parts, known))


@pytest.mark.parametrize("people", [1, 14, 20, 26, 32, 45, 60, 80])
def test_the_contents_of_a_pack_never_end_in_a_few_lines(people: int) -> None:
    cases = [replace(examples.case(f"SC-{at:04}"), is_bare=True) for at in range(people)]
    statement = "What is said here stays here. " * 60
    made = lay_out(PaperKind.PACK, replace(examples.pack(cases=tuple(cases)), statement=statement))
    (agenda, *_others) = (at for at, page in enumerate(pages(made)) if "1. Welcome" in page)
    assert agenda <= 3
    assert all(part > FEW for part in filled(made)[:agenda])


def test_the_agenda_of_a_pack_does_not_end_in_a_few_lines() -> None:
    for many in LINES[::3]:
        agenda = replace(examples.agenda(), reviews=(examples.item("TG (SC-0142)"),) * many)
        for kind, model in (
            (PaperKind.AGENDA, agenda),
            (PaperKind.PACK, replace(examples.pack(cases=()), agenda=agenda)),
        ):
            made = lay_out(kind, model)
            (last, *_before) = (
                at for at, page in reversed([*enumerate(pages(made))]) if "Deadlines." in page
            )
            assert filled(made)[last] > FEW


def test_a_sheet_under_the_heading_of_its_section_has_one_side() -> None:
    for many in range(0, 40, 2):
        long = replace(examples.case(), last_decision="We look again together. " * many)
        made = pages(lay_out(PaperKind.PACK, examples.pack(cases=(long,))))
        (first,) = (
            at
            for at, page in enumerate(made)
            if page.startswith("P") and "People" in page and "Strengths" in page
        )
        assert "The question for the panel." in made[first]
        assert "We look" not in made[first + 1]


def test_those_of_whom_little_may_be_printed_stand_together_and_so_does_what_follows() -> None:
    known, bare = examples.case(), replace(examples.case("SC-0001"), is_bare=True)
    whole = examples.pack(cases=(bare, known, replace(bare, reference="SC-0003")))
    waits = tuple(replace(one, is_bare=True) for one in whole.referrals[:1])
    made = lay_out(PaperKind.PACK, replace(whole, referrals=waits, closures=()))
    (shared,) = (page for page in pages(made) if "Left out until" in page)
    for told in ("SC-0001", "SC-0003", "New referrals", waits[0].reference, "Escalations"):
        assert told in shared
    assert known.reference not in shared


def test_a_decision_stands_on_the_page_of_whom_it_is_about() -> None:
    one = examples.discussed()
    short = replace(
        one,
        summary="",
        notes=(),
        risks=(),
        strengths=(),
        leads=(),
        offers=(),
        actions=(),
        comms="",
        decisions=(replace(one.decisions[0], dissent=""),),
    )
    people = tuple(replace(short, reference=f"SC-900{at}") for at in range(6))
    for above in LINES[::2]:
        minutes = examples.minutes(people=people, statement="Said at length. " * above * 4)
        for page in pages(lay_out(PaperKind.MINUTES, minutes)):
            told = re.findall(r"SC-900\d|Decision\.", page)
            assert told[:1] != ["Decision."]


def test_what_is_said_of_figures_never_begins_a_page() -> None:
    for many in LINES:
        for page in pages(lay_out(PaperKind.REPORT, examples.quarter(many))):
            assert "As they stand now" not in page or "Phase" in page
            assert "Not ranked" not in page or "Agency" in page


def test_how_a_report_counts_is_read_on_one_page() -> None:
    for many in LINES[:20]:
        report = replace(examples.quarter(6), method=("One.",) * many, limits=("Two.",) * many)
        made = pages(lay_out(PaperKind.REPORT, report))
        assert sum("One." in page or "Two." in page for page in made) == 1


def test_what_a_tool_came_to_stands_above_its_items() -> None:
    for many in LINES:
        made = pages(lay_out(PaperKind.ASSESSMENTS, examples.assessments(many)))
        for page in made:
            assert "Vulnerability factors" not in page or "Item 0" in page.split("Vulnerab")[1]
