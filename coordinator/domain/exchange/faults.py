"""Why a pack or a contact card is not taken. Each has its sentence in `coordinator.wording`."""

from enum import StrEnum, unique


@unique
class PackFault(StrEnum):
    """What is wrong with a pack, in the order it is looked for."""

    NOT_FOR_US = "not_for_us"
    """Sealed for somebody else, or so damaged that nobody can tell."""
    DAMAGED = "damaged"
    NEWER_FORMAT = "newer_format"
    SENDER_UNKNOWN = "sender_unknown"
    FORGED = "forged"
    MALFORMED = "malformed"
    SENDER_REVOKED = "sender_revoked"
    PASSED_ON = "passed_on"
    OTHER_PANEL = "other_panel"
    SEEN_BEFORE = "seen_before"
    EXPIRED = "expired"
    FROM_THE_FUTURE = "from_the_future"
    TOO_LARGE = "too_large"
    LARGER_THAN_LISTED = "larger_than_listed"
    FILE_ALTERED = "file_altered"
    TRAILING = "trailing"


@unique
class CardFault(StrEnum):
    """What is wrong with a contact card."""

    DAMAGED = "damaged"
    NEWER_FORMAT = "newer_format"
    FORGED = "forged"
    OLDER_KEY = "older_key"
    """Its sealing key was given up: a newer one is on file."""
    REVOKED = "revoked"
    OTHER_IDENTITY = "other_identity"
    """Another person, or the same after a loss: the words have to be read again."""
