"""What the blank referral form prints."""

from dataclasses import dataclass

from coordinator.domain.panel.settings import FormQuestion
from coordinator.domain.papers.imprint import Imprint


@dataclass(frozen=True, slots=True)
class ReferralForm:
    """The panel's own questions, with room to answer by hand.

    Attributes:
        purpose: Who the panel is for.
        intro: How to fill it in.
        criteria: To tick, in the panel's words.
        send_to: Who it goes back to.
        send_by: How many working days before the meeting.
    """

    imprint: Imprint
    purpose: str = ""
    intro: str = ""
    criteria: tuple[str, ...] = ()
    questions: tuple[FormQuestion, ...] = ()
    send_to: str = ""
    send_by: str = ""
