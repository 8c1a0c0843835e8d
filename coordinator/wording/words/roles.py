"""Words for roles and what each may do; a right reads after *may not*."""

from collections.abc import Mapping
from enum import StrEnum

from coordinator.domain.roles import (
    Right,
    Role,
)
from coordinator.wording.translation import N_

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Role: {
        Role.COORDINATOR: N_("Coordinator"),
        Role.CHAIR: N_("Chair"),
        Role.LEAD_PROFESSIONAL: N_("Lead professional"),
        Role.REPRESENTATIVE: N_("Agency representative"),
        Role.COMMISSIONER: N_("Commissioner"),
        Role.AUDITOR: N_("Auditor"),
    },
    Right: {
        Right.SEE_PEOPLE: N_("See people"),
        Right.SEE_RESTRICTED: N_("See restricted entries"),
        Right.EDIT_PEOPLE: N_("Change what is recorded about people"),
        Right.REFER: N_("Make a referral"),
        Right.DECIDE: N_("Decide for the panel"),
        Right.EDIT_PLAN: N_("Change a plan"),
        Right.AGREE_PLAN: N_("Agree a plan"),
        Right.UPDATE_ACTIONS: N_("Update actions"),
        Right.LOG_CONTACTS: N_("Log contacts"),
        Right.RUN_MEETINGS: N_("Run meetings"),
        Right.APPROVE_MINUTES: N_("Approve minutes"),
        Right.EXPORT: N_("Make papers"),
        Right.EDIT_DIRECTORY: N_("Change the directory"),
        Right.IMPORT: N_("Bring in files"),
        Right.MANAGE_USERS: N_("Manage users"),
        Right.SETTLE: N_("Settle disagreements"),
        Right.READ_AUDIT: N_("Read the audit trail"),
        Right.SEE_FIGURES: N_("See the figures by agency"),
        Right.SEE_PROMISES: N_("See how an agency's actions went while one is agreed"),
        Right.READ_OWN_TRAIL: N_("Read what they did themselves"),
        Right.EXTRACT_AUDIT: N_("Take an extract of the audit log"),
        Right.SEE_COUNTS: N_("See counts, small numbers hidden"),
        Right.OWN_CARD: N_("Change their own card in the directory"),
        Right.KEEP_CONTACTS: N_("Keep the contacts work packs are exchanged with"),
        Right.CHECK_WORDS: N_("Check the words of contacts, and revoke them"),
        Right.OWN_WAY_IN: N_("Change their own passphrase"),
        Right.PROPOSE_ERASING: N_("Propose that a record is erased"),
        Right.CONFIRM_ERASING: N_("Agree that a record be erased"),
    },
}
