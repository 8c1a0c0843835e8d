"""People, actions or counts to be brought in, whichever: one preview, one act."""

from dataclasses import dataclass, field
from datetime import date

from coordinator.casework.desk import Desk
from coordinator.casework.imports.importing_actions import (
    ActionsPreview,
    import_actions,
    preview_actions,
)
from coordinator.casework.imports.importing_demand import (
    DemandPreview,
    import_demand,
    preview_demand,
)
from coordinator.casework.imports.importing_people import (
    PeoplePreview,
    import_people,
    preview_people,
)
from coordinator.casework.imports.mappings import KeptMapping
from coordinator.casework.stores.opening import Office
from coordinator.domain.outcomes import Done
from coordinator.domain.progress import Progress
from coordinator.domain.returns.imports import ActionChoices, Imported
from coordinator.sheets.actions import ActionRow
from coordinator.sheets.demand import DemandRow
from coordinator.sheets.people import PersonRow
from coordinator.sheets.reading import SheetRead


@dataclass(frozen=True, slots=True)
class PeopleToBring:
    """People of one sheet, as somebody wants them; see `import_people`."""

    sheet: SheetRead[PersonRow] = field(repr=False)
    source: str
    on_caseload: bool = False
    mapping: KeptMapping | None = None


@dataclass(frozen=True, slots=True)
class ActionsToBring:
    """Actions of one sheet, as somebody wants them; see `import_actions`."""

    sheet: SheetRead[ActionRow] = field(repr=False)
    source: str
    choices: ActionChoices = field(default_factory=ActionChoices)
    mapping: KeptMapping | None = None


@dataclass(frozen=True, slots=True)
class DemandToBring:
    """Counts of one list, as somebody wants them; see `import_demand`."""

    sheet: SheetRead[DemandRow] = field(repr=False)
    source: str
    as_at: date | None = None
    mapping: KeptMapping | None = None


ToBring = PeopleToBring | ActionsToBring | DemandToBring
Preview = PeoplePreview | ActionsPreview | DemandPreview


def preview(desk: Desk, wanted: ToBring) -> Preview:
    """Say what bringing a sheet in would do; nothing is written.

    Raises:
        NotPermittedError: The role may not import.
    """
    match wanted:
        case PeopleToBring():
            return preview_people(desk, wanted.sheet, wanted.source)
        case ActionsToBring():
            return preview_actions(desk, wanted.sheet, choices=wanted.choices)
        case DemandToBring():
            return preview_demand(desk, wanted.sheet, wanted.source)


def bring_in(
    office: Office, wanted: ToBring, *, progress: Progress | None = None
) -> Done[Imported]:
    """Bring a sheet in as one act, after a verified backup.

    Raises:
        NotPermittedError: The role may not import.
        BackupError, StoreError, CancelledError: Nothing was written.
    """
    match wanted:
        case PeopleToBring(sheet, source, on_caseload, mapping):
            return import_people(
                office,
                sheet,
                source,
                on_caseload=on_caseload,
                mapping=mapping,
                progress=progress,
            )
        case ActionsToBring(tracker, source, choices, mapping):
            return import_actions(
                office, tracker, source, choices=choices, mapping=mapping, progress=progress
            )
        case DemandToBring(listed, source, as_at, mapping):
            return import_demand(
                office, listed, source, as_at=as_at, mapping=mapping, progress=progress
            )
