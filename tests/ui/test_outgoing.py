"""What forms ask before something goes out: the reason that counts is that of its recipient."""

from uuid import UUID

import pytest

from coordinator.domain.disclosing.sendings import Addressee, Prompt, SendingFacts
from coordinator.domain.lists.sharing import Channel
from coordinator.ui.shared.outgoing import sending_in, to_whom, unsaid

RHYS, ENYS, WELLA = UUID(int=1), UUID(int=2), UUID(int=3)
FACTS = SendingFacts(
    "What the meeting needs",
    (
        Addressee(RHYS, "Rhys Roskilly", (Prompt.CONFIDENTIALITY_NOT_SIGNED,)),
        Addressee(ENYS, "Enys Carne", (Prompt.AGREEMENT_EXPIRED,)),
        Addressee(WELLA, "Wella Tonkin", ()),
    ),
)
TYPED = {"reason 0": "He signs on Monday", "reason 1": ""}


def test_a_reason_typed_for_somebody_else_before_is_none() -> None:
    assert sending_in({**TYPED, "recipient": RHYS}, FACTS).reason == "He signs on Monday"
    assert sending_in({**TYPED, "recipient": ENYS}, FACTS).reason == ""
    assert sending_in({**TYPED, "recipient": WELLA}, FACTS).reason == ""


def test_only_the_reason_for_whom_it_is_for_is_missing() -> None:
    assert unsaid({**TYPED, "recipient": ENYS}, FACTS) == {"reason 1": "required"}
    assert unsaid({**TYPED, "recipient": RHYS}, FACTS) == {}
    assert unsaid({**TYPED, "recipient": WELLA}, FACTS) == {}


def test_how_it_goes_is_what_was_chosen_unless_it_is_not_asked() -> None:
    said = {"recipient": WELLA, "channel": Channel.SECURE_MAIL, "proportionality": "So"}
    assert sending_in(said, FACTS).channel is Channel.SECURE_MAIL
    assert sending_in(said, FACTS, Channel.PRINTED).channel is Channel.PRINTED


@pytest.mark.parametrize(
    ("written_to", "chosen"),
    [
        ("Rhys Roskilly", RHYS),
        ("Rhys Roskilly, Kerrow Homes", RHYS),
        ("Rhys Roskilly-Carne", None),
        ("Wella Tonkin Homes", None),
        ("", None),
    ],
)
def test_whom_a_letter_is_written_to_is_chosen_and_nobody_whose_name_only_begins_so(
    written_to: str, chosen: UUID | None
) -> None:
    (ask,) = to_whom(FACTS, written_to)
    assert ask.value == chosen
