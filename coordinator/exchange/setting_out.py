"""A store of one's own away from a panel, ready to swap cards: the first step there."""

from pathlib import Path

from coordinator.casework.away.identity import ensure_own_card, names_for_a_card
from coordinator.casework.away.starting import start_away_store
from coordinator.casework.stores.founding import Founding
from coordinator.casework.stores.opening import Office, Source


def make_away_store(
    folder: Path, founding: Founding, *, name: str, agency: str, source: Source | None = None
) -> tuple[Office, str]:
    """Make a store for somebody who takes work away, with their own card in it.

    Returns:
        The open office, and the recovery code: shown once, kept nowhere.

    Raises:
        InvalidFieldsError: `name` or `agency` is `required` or `too-long`; no store is made, whose
            recovery code nobody would be told.
        CoordinatorError: As `start_away_store` and `ensure_own_card`.
    """
    names_for_a_card(name, agency)
    office, code = start_away_store(folder, founding, source=source)
    try:
        ensure_own_card(office.desk, name=name, agency=agency)
    except BaseException:
        office.close(back_up=False)
        raise
    return office, code
