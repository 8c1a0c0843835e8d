"""The blank referral form, with the questions the panel asks."""

from coordinator.casework.desk import Desk
from coordinator.casework.directory.page import read_directory
from coordinator.casework.packs.paper_reads import read_panel_face
from coordinator.casework.panel.settings import read_settings
from coordinator.domain.lists.panel import TextKey, TimeKey, Topic
from coordinator.domain.panel.settings import criteria_of, days_of, questions_of
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.referral_form import ReferralForm
from coordinator.domain.person.case_sheets import Audience
from coordinator.wording.dates import working_days
from coordinator.wording.labels import label
from coordinator.wording.translation import _


def referral_form_model(desk: Desk, _audience: Audience) -> ReferralForm:
    """Read the form: it is the same for everybody, since it says nothing about anybody."""
    panel, lines = read_panel_face(desk), read_settings(desk).lines
    texts = {line.key: line.text for line in lines[Topic.TEXTS]}
    ahead = days_of(lines[Topic.TIMES])[TimeKey.REFERRALS_IN]
    return ReferralForm(
        imprint=Imprint(
            panel=panel.name,
            reference=_("Referral form"),
            issued_on=desk.today(),
            marking=_("{marking} when completed", marking=label(panel.marking)),
        ),
        purpose=texts[TextKey.PURPOSE],
        intro=texts[TextKey.FORM_INTRO],
        criteria=tuple(one.words for one in criteria_of(lines[Topic.CRITERIA])),
        questions=questions_of(lines[Topic.REFERRAL_FORM]),
        send_to=_coordinator(desk),
        send_by=_("{days} before the meeting", days=working_days(ahead)) if ahead else "",
    )


def _coordinator(desk: Desk) -> str:
    found = read_directory(desk)
    who = next((p for p in found.professionals if p.id == found.panel.coordinator_id), None)
    return ", ".join(filter(None, (who.name, who.agency, who.email, who.phone))) if who else ""
