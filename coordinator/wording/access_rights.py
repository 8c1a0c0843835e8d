"""What somebody who sees what is held is told of their rights.

Source: UK GDPR Articles 12 to 22 and 77; Data Protection Act 2018, section 165; the
commissioner's own addresses as on ico.org.uk.
"""

from coordinator.domain.papers.imprint import Fact
from coordinator.wording.translation import _


def rights() -> tuple[Fact, ...]:
    """Tell the rights, one at a time, in plain words."""
    return (
        Fact(
            _("What may not be here"),
            _(
                "The law lets an officer leave out what is about other people, what could"
                " seriously harm somebody, and legal advice. Nothing in this paper says whether"
                " that was done. You can ask for the decision to be looked at again."
            ),
        ),
        Fact(
            _("If something is wrong"),
            _(
                "Tell us, and it is put right; everybody who was told the wrong thing is told as"
                " well. If we do not agree, what you say is kept beside it."
            ),
        ),
        Fact(
            _("If you want it erased, or used less"),
            _(
                "You can ask for it to be erased, to be kept but not used, and you can object to"
                " how it is used. We answer within a month, and say why if we cannot."
            ),
        ),
        Fact(
            _("Decisions by a computer"),
            _("No decision about you is made by a computer alone. People decide, in meetings."),
        ),
        Fact(
            _("If you want to complain"),
            _(
                "Tell the panel first: your lead professional or the coordinator. You can also"
                " complain at any time to the Information Commissioner:"
                " ico.org.uk/make-a-complaint, or by the telephone number that is given there."
            ),
        ),
    )
