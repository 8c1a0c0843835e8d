"""Needs and enquiries about past harm put on file about somebody, for tests about everything."""

from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.needs.enquiries import note_enquiry
from coordinator.casework.needs.profile import record_needs
from coordinator.domain.lists.people import EnquiryAnswer, NeedDomain, NeedSeverity
from coordinator.domain.needs.enquiries import Enquiry
from coordinator.domain.needs.rules import Finding, NeedsRound
from coordinator.domain.states import Sensitivity
from tests.stores import TODAY

NOT_NOW = Enquiry(EnquiryAnswer.NOT_APPROPRIATE, TODAY)


def found(area: NeedDomain) -> NeedsRound:
    """Give a round of one area."""
    return NeedsRound((Finding(area, NeedSeverity.HIGH),), TODAY)


def note_needs(
    desk: Desk,
    person: UUID,
    words: str,
    sensitivity: Sensitivity = Sensitivity.STANDARD,
    area: NeedDomain = NeedDomain.FAMILY,
) -> dict[str, UUID]:
    """Note a need, and that past harm was not asked about, in words that may travel so far."""
    one = (Finding(area, NeedSeverity.HIGH, note=words),)
    needs = record_needs(desk, person, NeedsRound(one, desk.today(), words, sensitivity)).result
    asked = Enquiry(NOT_NOW.enquiry, TODAY, None, words, words, words, sensitivity)
    return {"need_id": needs[0], "enquiry_id": note_enquiry(desk, person, asked).result}
