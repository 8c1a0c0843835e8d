"""What a check of a store may find. Facts only; the sentences are in `wording`."""

from dataclasses import dataclass
from enum import StrEnum


class StoreFaultKind(StrEnum):
    """How a store can fail to be whole."""

    SEAL = "seal"
    PAGES = "pages"
    REFERENCES = "references"
    ROW_UNLIKE_LOG = "row_unlike_log"
    ROW_WITHOUT_LOG = "row_without_log"
    LOG_WITHOUT_ROW = "log_without_row"
    CHANGE_ALTERED = "change_altered"
    CHANGE_WITHOUT_ACT = "change_without_act"
    CHANGE_MISSING = "change_missing"
    CHAIN = "chain"
    USER_WITHOUT_SLOT = "user_without_slot"
    SLOT_WITHOUT_USER = "slot_without_user"
    OLD_KEY_FILE = "old_key_file"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class StoreFault:
    """One thing that is not whole; `place` is a table, a kind of record or an entry number."""

    kind: StoreFaultKind
    place: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check found; a store is whole when there are no faults.

    Disagreements between people are told, and are no fault; so are entries of the journal that
    lost their text by an erasure that the journal tells of.
    """

    faults: tuple[StoreFault, ...]
    records: int
    changes: int
    acts: int
    disagreements: int
    erased: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.faults
