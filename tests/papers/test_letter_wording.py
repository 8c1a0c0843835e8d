"""The panel's own words in its letters: plain checks, and the same on page and in document."""

import io
from pathlib import Path
from uuid import UUID

import docx
import pytest

from coordinator.casework.cases.phases import close_case
from coordinator.casework.desk import Desk
from coordinator.casework.leads.agreeing import agree_lead, hand_over
from coordinator.casework.panel.settings import change_line, read_text, read_topic
from coordinator.casework.people.entering import register_person
from coordinator.casework.referrals.asking import (
    accept_referral,
    answer_not_for_us,
    draft_referral,
    screen_referral,
    submit_referral,
)
from coordinator.domain.cases.rules import Closing
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.lists.panel import TextKey, Topic
from coordinator.domain.lists.reasons import CloseReason, NotAcceptedReason
from coordinator.domain.panel.letter_texts import FIELDS, LONGEST_LETTER
from coordinator.domain.states import Answer
from coordinator.exports.composing import PaperKind, compose
from coordinator.exports.files.word import word_document
from coordinator.papers.drafting import draft_papers
from coordinator.papers.making import make_papers
from coordinator.papers.orders import Order
from tests.exports.reading import words
from tests.exports.structure import faults
from tests.requests import based
from tests.stores import NURSE, WORKER

HOSTILE = "<b>{day}</b> & {panel}\n</para><img src='file:///etc/passwd'/>\n=1+1 {panel"


def say(desk: Desk, key: TextKey, text: str) -> None:
    line = next(one for one in read_topic(desk, Topic.TEXTS) if one.key == key)
    change_line(desk, Topic.TEXTS, line.id, seen=line.revision, text=text)


def refer(desk: Desk, given: str, family: str) -> UUID:
    person = register_person(
        desk, given_name=given, family_name=family, children_affected=Answer.NO
    ).result
    based(desk, person)
    said = {"why_now": "Evicted", "offer": "Weekly visits go on."}
    referral = draft_referral(desk, person, referrer_id=NURSE, **said).result
    submit_referral(desk, referral)
    screen_referral(desk, referral)
    return referral


def taken_on(desk: Desk, chair: Desk) -> UUID:
    case = accept_referral(chair, refer(desk, "Kezia", "Trelawny"), reason="One plan.").result
    agree_lead(chair, case, WORKER, person_told=Answer.YES)
    return case


def printed(desk: Desk, folder: Path, kind: PaperKind, person: str) -> str:
    (path,) = make_papers(desk, [Order(kind, folder, person=person)])
    assert faults(path.read_bytes()) == []
    return " ".join(words(path.read_bytes()).split())


def test_the_panels_own_words_stand_on_the_page_and_in_the_document_alike(
    desk: Desk, chair: Desk, tmp_path: Path
) -> None:
    case = taken_on(desk, chair)
    refer(desk, "Petroc", "Angwin")
    own = "{panel} said yes on {day}.\nBring <i>tea</i> & Petroc Angwin.\n\nRing us."
    say(desk, TextKey.LETTER_TAKEN_ON, own)
    page = printed(desk, tmp_path, PaperKind.ACCEPTED, "KP-0001")
    (draft,) = draft_papers(desk, Order(PaperKind.ACCEPTED, tmp_path, person="KP-0001"))
    document = docx.Document(io.BytesIO(word_document(compose(draft.kind, draft.model))))
    written = " ".join(" ".join(one.text for one in document.paragraphs).split())
    for told in (page, written):
        assert "Kerrow Complex Needs Panel said yes on Thu 19 November 2026." in told
        assert "Bring <i>tea</i> & " in told
        assert "Ring us." in told
        assert "Angwin" not in told  # the panel's own words name nobody in a letter either
        assert "Thank you for this referral" not in told

    closing = Closing(because=CloseReason.GOALS_MET, note="A door.", person_told=Answer.YES,
                      remaining_risk="Debt", risk_held_by="Tenancy", learning="Early")  # fmt: skip
    close_case(chair, case, closing)
    say(desk, TextKey.LETTER_CLOSED, "Come back to {panel}.\nAny day.")
    closed = printed(desk, tmp_path, PaperKind.CLOSURE, "KP-0001")
    assert "Come back to Kerrow Complex Needs Panel." in closed
    assert "Any day." in closed


def test_the_person_and_the_next_lead_read_the_panels_own_words_too(
    desk: Desk, chair: Desk, tmp_path: Path
) -> None:
    case = taken_on(desk, chair)
    refer(desk, "Petroc", "Angwin")
    hand_over(chair, case, NURSE, note="All well.", person_told=Answer.YES)
    shipped = printed(desk, tmp_path, PaperKind.OWN_LETTER, "KP-0001")
    assert "Together you make one plan." in shipped
    say(desk, TextKey.LETTER_OWN, "We are {panel}.\nWe ring you.\nPetroc Angwin helps.")
    theirs = printed(desk, tmp_path / "own", PaperKind.OWN_LETTER, "KP-0001")
    assert "Dear Kezia, We are Kerrow Complex Needs Panel. Since" in theirs
    assert "We ring you." in theirs
    assert "Angwin" not in theirs
    assert "Together you make" not in theirs
    assert "You can complain." in theirs  # their rights are not the panel's to leave out
    note = printed(desk, tmp_path, PaperKind.HAND_OVER, "KP-0001")
    assert "The lead was handed to you on Thu 19 November 2026." in note
    say(desk, TextKey.LETTER_HAND_OVER, "From {panel}, {day}.\nAsk Petroc Angwin.")
    note = printed(desk, tmp_path / "own", PaperKind.HAND_OVER, "KP-0001")
    assert "From Kerrow Complex Needs Panel, Thu 19 November 2026." in note
    assert "What happens next" in note
    assert "Angwin" not in note


def test_one_line_has_no_points_and_as_shipped_is_a_letter(
    desk: Desk, chair: Desk, tmp_path: Path
) -> None:
    taken_on(desk, chair)
    shipped = read_text(desk, TextKey.LETTER_TAKEN_ON)
    say(desk, TextKey.LETTER_TAKEN_ON, "Yes.")
    assert "What happens next" not in printed(desk, tmp_path, PaperKind.ACCEPTED, "KP-0001")
    say(desk, TextKey.LETTER_TAKEN_ON, shipped)
    told = printed(desk, tmp_path / "again", PaperKind.ACCEPTED, "KP-0001")
    assert "What happens next" in told
    assert "on its caseload since Thu 19 November 2026." in told


def test_words_with_something_unknown_in_braces_or_too_long_are_not_kept(desk: Desk) -> None:
    for wrong in ("Dear {name}", "{", "on {day", "{ day }", "{day.year}", "{0}", "}{", HOSTILE):
        with pytest.raises(InvalidFieldsError) as refused:
            say(desk, TextKey.LETTER_TAKEN_ON, wrong)
        assert refused.value.fields == {"text": "unknown-in-braces"}
    for wrong, rule in (
        ("Since {day}", "unknown-in-braces"),
        ("x" * (LONGEST_LETTER + 1), "too-long"),
        (" ", "required"),
    ):
        with pytest.raises(InvalidFieldsError) as refused:
            say(desk, TextKey.LETTER_CLOSED, wrong)
        assert refused.value.fields == {"text": rule}
    say(desk, TextKey.STATEMENT, "Braces {mean} nothing here")
    assert {one for one in FIELDS if not read_text(desk, one)} == set()


def test_hostile_words_of_the_panel_are_words(desk: Desk, chair: Desk, tmp_path: Path) -> None:
    referral = refer(desk, "Petroc", "Angwin")
    because = NotAcceptedReason.OTHER_FORUM
    answer_not_for_us(chair, referral, because=because, reason="Elsewhere.", destination="MARAC")
    say(desk, TextKey.LETTER_NOT_FOR_US, HOSTILE.removesuffix(" {panel"))
    told = printed(desk, tmp_path, PaperKind.NOT_FOR_US, "KP-0001")
    assert "<b>Thu 19 November 2026</b> & Kerrow Complex Needs Panel" in told
    assert "</para><img src='file:///etc/passwd'/>" in told
    assert "=1+1" in told
