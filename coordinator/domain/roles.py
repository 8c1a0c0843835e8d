"""The six roles and what each may do.

Inside one local file a role prevents mistakes; it is not a wall, because whoever can open the file
has its key. Separation is made by what is put into the file a person is given.
"""

from enum import StrEnum

from coordinator.domain.errors import NotPermittedError


class Role(StrEnum):
    """Who somebody is to the panel. Stored; never renamed."""

    COORDINATOR = "coordinator"
    CHAIR = "chair"
    LEAD_PROFESSIONAL = "lead_professional"
    REPRESENTATIVE = "representative"
    COMMISSIONER = "commissioner"
    AUDITOR = "auditor"


class Right(StrEnum):
    """One kind of thing a person may do or see. An act asks for exactly one."""

    SEE_PEOPLE = "see_people"
    SEE_RESTRICTED = "see_restricted"
    EDIT_PEOPLE = "edit_people"
    REFER = "refer"
    DECIDE = "decide"
    EDIT_PLAN = "edit_plan"
    AGREE_PLAN = "agree_plan"
    UPDATE_ACTIONS = "update_actions"
    LOG_CONTACTS = "log_contacts"
    RUN_MEETINGS = "run_meetings"
    APPROVE_MINUTES = "approve_minutes"
    EXPORT = "export"
    EDIT_DIRECTORY = "edit_directory"
    IMPORT = "import"
    MANAGE_USERS = "manage_users"
    SETTLE = "settle"
    READ_AUDIT = "read_audit"
    SEE_FIGURES = "see_figures"
    SEE_PROMISES = "see_promises"
    PROPOSE_ERASING = "propose_erasing"
    CONFIRM_ERASING = "confirm_erasing"
    READ_OWN_TRAIL = "read_own_trail"
    EXTRACT_AUDIT = "extract_audit"
    SEE_COUNTS = "see_counts"
    OWN_CARD = "own_card"
    KEEP_CONTACTS = "keep_contacts"
    CHECK_WORDS = "check_words"
    OWN_WAY_IN = "own_way_in"


_EVERYBODY = (Right.SEE_COUNTS, Right.OWN_WAY_IN)
_NOT_THE_COORDINATOR = {Right.APPROVE_MINUTES, Right.SEE_PROMISES, Right.CONFIRM_ERASING}
_COORDINATOR = frozenset(Right) - _NOT_THE_COORDINATOR
_CHAIR = frozenset(Right) - {Right.IMPORT, Right.KEEP_CONTACTS}

# Source: the panel's role table (people, restricted entries, plans, packs, contacts, audit trail).
_RIGHTS: dict[Role, frozenset[Right]] = {
    Role.COORDINATOR: _COORDINATOR,
    Role.CHAIR: _CHAIR,
    Role.LEAD_PROFESSIONAL: frozenset(
        {
            Right.SEE_PEOPLE,
            Right.REFER,
            Right.EDIT_PEOPLE,
            Right.EDIT_PLAN,
            Right.UPDATE_ACTIONS,
            Right.LOG_CONTACTS,
            Right.EXPORT,
            Right.READ_OWN_TRAIL,
            Right.OWN_CARD,
            *_EVERYBODY,
        }
    ),
    Role.REPRESENTATIVE: frozenset(
        {
            Right.SEE_PEOPLE,
            Right.REFER,
            Right.UPDATE_ACTIONS,
            Right.LOG_CONTACTS,
            Right.OWN_CARD,
            *_EVERYBODY,
        }
    ),
    Role.COMMISSIONER: frozenset({Right.OWN_CARD, *_EVERYBODY}),
    Role.AUDITOR: frozenset(
        {
            Right.SEE_PEOPLE,
            Right.READ_AUDIT,
            Right.READ_OWN_TRAIL,
            Right.EXTRACT_AUDIT,
            Right.SEE_FIGURES,
            *_EVERYBODY,
        }
    ),
}


WORKS_FOR_AGENCY = frozenset({Role.LEAD_PROFESSIONAL, Role.REPRESENTATIVE})
"""Roles that read for their agency: what it may have, they may have."""


def may(role: Role, right: Right) -> bool:
    """Whether this role has this right at all; `need_to_know.may_see` narrows it to records."""
    return right in _RIGHTS[role]


def check(role: Role, right: Right) -> None:
    """Refuse what the role may not do.

    Raises:
        NotPermittedError: The role does not have the right.
    """
    if not may(role, right):
        raise NotPermittedError(role=role, right=right)


def sees_whole_panel(role: Role) -> bool:
    """Whether this role works with everybody on the caseload, not with its own people only."""
    return role in {Role.COORDINATOR, Role.CHAIR, Role.AUDITOR}
