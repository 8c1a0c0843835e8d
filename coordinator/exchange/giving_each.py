"""A pack for each of several receivers in a row: those made stay, whatever stops the rest."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from coordinator.casework.desk import Desk
from coordinator.domain.disclosing.sendings import Sending
from coordinator.domain.errors import CancelledError, CoordinatorError, ExportTargetError
from coordinator.domain.exchange.scopes import Terms
from coordinator.domain.outcomes import Changes, Done
from coordinator.domain.progress import Progress
from coordinator.exchange.away import MadePack, make_take_away


@dataclass(frozen=True, slots=True)
class GivenEach:
    """What came of it, by contact in the order asked.

    Attributes:
        made: Whose pack was made.
        refused: For whom none could be made, and what refused it.
        left: Who was not come to: somebody stopped it, or the folder takes no more.
    """

    made: tuple[tuple[str, MadePack], ...]
    refused: tuple[tuple[str, CoordinatorError], ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """Told in packs; within a pack asks only whether to go on."""

    progress: Progress
    done: int
    total: int

    def step(self, _done: int, _total: int) -> None:
        self.progress.step(self.done, self.total)


def give_each(
    desk: Desk,
    contacts: Sequence[str],
    folder: Path,
    *,
    terms: Terms,
    sending: Sending,
    progress: Progress,
) -> Done[GivenEach]:
    """Make a take-away for each of these contacts, as `make_take_away`.

    What refuses one pack keeps none of the others. Stopped, the pack at hand is not made, and
    nothing is raised: those before it have left, and whoever stopped it is to hear which.

    Raises:
        ExportTargetError: Nothing can be written there, and nothing was.
    """
    made: list[tuple[str, MadePack]] = []
    refused: list[tuple[str, CoordinatorError]] = []
    changes = Changes()
    for place, contact in enumerate(contacts):
        going = _Asked(progress, place, len(contacts))
        try:
            done = make_take_away(
                desk, contact, folder, terms=terms, sending=sending, progress=going
            )
        except CancelledError:
            break
        except ExportTargetError:
            if not made:
                raise
            break
        except CoordinatorError as error:
            refused.append((contact, error))
            continue
        made.append((contact, done.result))
        changes = Changes(
            changes.kinds | done.changes.kinds, changes.records | done.changes.records
        )
    left = tuple(contacts[len(made) + len(refused) :])
    return Done(GivenEach(tuple(made), tuple(refused), left), changes)
