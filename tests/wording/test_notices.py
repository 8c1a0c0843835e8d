"""Every failure has words: what happened and what to do next, without personal data."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from coordinator.domain import errors
from coordinator.domain.cell_faults import CellFault
from coordinator.domain.exchange.faults import CardFault, PackFault
from coordinator.domain.kept_posts import KeptPost
from coordinator.domain.lists.plans import ActionKind
from coordinator.domain.roles import Right, Role
from coordinator.domain.states import ActionStatus, CaseStatus
from coordinator.wording.refusals.notices import notice_for
from coordinator.wording.refusals.pack_faults import CARDS, PACKS

SOME_ID = UUID("01890000-0000-7000-8000-000000000001")


def tree(kind: type[errors.CoordinatorError]) -> Iterator[type[errors.CoordinatorError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from tree(below)


FACTS: dict[type[errors.CoordinatorError], tuple[Any, ...]] = {
    errors.InvalidFieldsError: ({"due_on": "in-the-past", "why_now": "required"},),
    errors.TransitionError: (CaseStatus.CLOSED, CaseStatus.PAUSED),
    errors.GuardError: ("open-safety-actions", 2),
    errors.ReasonNeededError: (("no-offer", "not-told"),),
    errors.SameWorkerError: ("Kasia Nowak", (KeptPost(SOME_ID, "Kasia Dębska", "Kerrow Homes"),)),
    errors.NotPermittedError: (Role.AUDITOR, Right.EDIT_PLAN),
    errors.WithheldError: (SOME_ID,),
    errors.KeptFromReceiverError: (SOME_ID,),
    errors.StaleRecordError: (SOME_ID, 3, 5, {"text": "Something private"}),
    errors.DuplicateRecordError: ("live-plan", SOME_ID),
    errors.MissingRecordError: ("meeting", "M24-017"),
    errors.SeveralFitError: ("agency", "Kerrow", ("Kerrow Homes", "Kerrow Police")),
    errors.WeakPassphraseError: ("short",),
    errors.StoreBusyError: (4711,),
    errors.StorePlaceError: ("cloud",),
    errors.StoreNewerError: (3, 7),
    errors.BackupError: ("check",),
    errors.SheetError: (Path("people.xlsx"), "no-name-column", ("Colour",)),
    errors.SheetCellsError: (
        Path("update.xlsx"),
        (CellFault("Actions", "I7", "not-a-date"),),
    ),
    errors.ExportTargetError: (Path("papers/plan.pdf"),),
    errors.ExportFontError: ("Body",),
    errors.ChangeDamagedError: ("id",),
    errors.PackRefusedError: (PackFault.FORGED,),
    errors.CardRefusedError: (CardFault.FORGED,),
}


def example(kind: type[errors.CoordinatorError]) -> errors.CoordinatorError:
    """Make one of `kind`; facts nobody gave above are the letter x."""
    needed = len(getattr(kind, "__dataclass_fields__", ()))
    return kind(*FACTS.get(kind, ("x",) * needed))


@pytest.mark.parametrize("kind", list(tree(errors.CoordinatorError)))
def test_every_class_of_the_error_tree_has_words_of_its_own(
    kind: type[errors.CoordinatorError],
) -> None:
    assert kind in notice_for.registry, f"{kind.__name__} would be told in the words of another"
    notice = notice_for(example(kind))
    for sentence in (notice.what, notice.next):
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert sentence[-1] in ".?"
        assert "{" not in sentence
        assert len(sentence) < 200


def test_facts_are_told_in_the_words_of_the_panel() -> None:
    told = {kind: notice_for(kind(*facts)).text for kind, facts in FACTS.items()}
    assert "2 safety actions are still open." in told[errors.GuardError]
    assert "from 'closed' to 'paused'" in told[errors.TransitionError]
    assert "Due date is in the past." in told[errors.InvalidFieldsError]
    assert "The role 'auditor' does not include: change a plan." in told[errors.NotPermittedError]
    assert "no meeting 'M24-017'" in told[errors.MissingRecordError]
    assert "process 4711" in told[errors.StoreBusyError]
    assert "Columns: Colour." in told[errors.SheetError]


def test_what_was_written_by_the_other_side_is_never_part_of_the_sentence() -> None:
    stale = errors.StaleRecordError(SOME_ID, 1, 2, {"formulation": "Something private"})
    assert "private" not in notice_for(stale).text


def test_a_search_for_a_name_is_not_repeated_back() -> None:
    assert "Trelawny" not in notice_for(errors.MissingRecordError("person", "Trelawny")).text
    assert "SC-0142" in notice_for(errors.MissingRecordError("person", "SC-0142")).text


def test_what_a_person_has_none_of_is_not_called_a_record_to_look_up() -> None:
    for kind, told in (("own_plan", "Nobody has begun My plan"), ("plan", "There is no plan")):
        for key in (str(SOME_ID), ""):
            assert notice_for(errors.MissingRecordError(kind, key)).what.startswith(told)
    assert "no person 'PK-0042'" in notice_for(errors.MissingRecordError("person", "PK-0042")).text
    assert "named" in notice_for(errors.MissingRecordError("person", "")).what


def test_one_record_in_the_way_is_told_in_the_singular() -> None:
    assert notice_for(errors.GuardError("open-safety-actions", 1)).what == (
        "A safety action is still open."
    )


@pytest.mark.parametrize(
    "error",
    [
        errors.GuardError("a-key-nobody-wrote-words-for"),
        errors.InvalidFieldsError({"odd_field": "odd-rule"}),
        errors.DuplicateRecordError("odd"),
        errors.ReasonNeededError(("odd",)),
        errors.WeakPassphraseError("odd"),
        errors.StorePlaceError("odd"),
        errors.SheetError(Path("x"), "odd"),
        errors.MissingRecordError("oddity", "x"),
        errors.TransitionError(ActionKind.HEALTH, ActionStatus.DONE),
    ],
)
def test_a_key_without_words_is_still_told_in_plain_sentences(
    error: errors.CoordinatorError,
) -> None:
    notice = notice_for(error)
    assert notice.what
    assert notice.next
    assert "odd-rule" not in notice.text
    assert "nobody" not in notice.text


def test_a_fault_of_ours_shows_nothing_of_its_message() -> None:
    assert "Trelawny" not in notice_for(ValueError("Kezia Trelawny")).text


def test_every_fault_of_a_pack_or_a_card_has_its_sentences() -> None:
    assert set(PACKS) == set(PackFault)
    assert set(CARDS) == set(CardFault)
