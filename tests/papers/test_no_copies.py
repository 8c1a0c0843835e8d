"""Papers that no agency has a copy of: what may stand in none of them, with planted words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from coordinator.casework.stores.erasing import erase_record
from coordinator.domain.records.trail import TrailFilter
from coordinator.domain.states import Sensitivity
from coordinator.exports.composing import FOR_NO_AGENCY, OF_THE_OFFICE, PaperKind
from coordinator.exports.worker import Press
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Draft, Order
from coordinator.papers.trail import Form, extract_model, write_extract
from tests.erased import Kept, make_kept
from tests.exports.reading import everything_in
from tests.papers.entries import Entries, leaks, plant_words
from tests.papers.leaving import ask_for_all, paper_texts
from tests.papers.test_own_plans import KINDS as OWN_PLANS
from tests.stores import Clock

_K = PaperKind
NAMING_NOBODY = {_K.AUDIT_LOG, _K.DISCLOSURE_SCHEDULE, _K.LEARNING, *OF_THE_OFFICE}
"""Of the panel's work: no name of anybody it is about, and no word of an entry."""
OF_ERASING = {_K.DISPOSALS, _K.CERTIFICATE}
"""The same, when a record goes."""
FOR_THE_PERSON = {_K.OWN_LETTER}
"""Set sentences: no word of an entry, however far it may go."""
ELSEWHERE = {*OWN_PLANS, _K.ACCESS, _K.ACCESS_LIST, _K.REPORT}
"""Tried in `test_own_plans`, in `test_access` as an officer decides about each entry, and on the
made-up panel in `tests/demo/test_report_told`, where nobody is named."""
_OF_THEM = ("audit-log", "disclosure-schedule", "extract")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """A store with somebody whose time is over."""
    made = make_kept(tmp_path / "kept", Clock())
    yield made
    made.office.close(back_up=False)


def test_each_of_them_is_tried_for_what_it_may_not_hold() -> None:
    tried = [NAMING_NOBODY, OF_ERASING, FOR_THE_PERSON, ELSEWHERE]
    assert {*FOR_NO_AGENCY} == set().union(*tried)
    assert len(FOR_NO_AGENCY) == sum(map(len, tried))


def made_for_nobody(entries: Entries, kinds: set[PaperKind]) -> tuple[Draft, ...]:
    drafts = ask_for_all(entries, "", kinds=kinds).drafts
    assert {one.kind for one in drafts} == kinds
    return drafts


def test_the_panels_own_counts_and_logs_name_nobody_and_hold_no_word(
    entries: Entries, press: Press
) -> None:
    entries.all_standard()
    said = paper_texts(made_for_nobody(entries, NAMING_NOBODY), press)
    trail = extract_model(entries.desk, TrailFilter())
    for form in Form:
        if form is not Form.PDF:
            said[f"extract as {form.value}"] = everything_in(write_extract(trail, form)).casefold()
    assert all("kp-0001" in said[where] for where in said if where.startswith(_OF_THEM))
    assert leaks(entries, entries.words, said) == []
    assert [where for where, text in said.items() if "petroc" in text] == []


@pytest.mark.parametrize("level", Sensitivity)
def test_a_letter_to_the_person_holds_no_word_of_an_entry(
    entries: Entries, press: Press, level: Sensitivity
) -> None:
    entries.set(dict.fromkeys(entries.words, level))
    said = paper_texts(made_for_nobody(entries, FOR_THE_PERSON), press)
    assert leaks(entries, entries.words, said) == []


def test_a_record_that_goes_is_named_by_its_reference_alone(kept: Kept, press: Press) -> None:
    desk, person = kept.office.desk, kept.told.person
    with desk.store.transaction(desk.stamp()) as tx:
        words = [word for _entry, own in plant_words(tx, person) for word in own]
        tx.journal("test.planted")
    made = kept.proposed()
    drafts = [*draft_papers(desk, Order(PaperKind.DISPOSALS, Path("x")))]
    kept.confirmed(made)
    erase_record(kept.office, made)
    drafts += draft_papers(desk, Order(PaperKind.CERTIFICATE, Path("x"), person="KP-0001"))
    said = paper_texts(tuple(drafts), press)
    assert [one.kind for one in drafts] == [PaperKind.DISPOSALS, PaperKind.CERTIFICATE]
    assert all("kp-0001" in text for text in said.values())
    named = ("petroc", "heronwater", str(person), *words)
    assert [(one, where) for where, text in said.items() for one in named if one in text] == []
