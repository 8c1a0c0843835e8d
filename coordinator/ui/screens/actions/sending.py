"""What goes out from Actions: returns sheets, recorded and saved; texts to be copied. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.disclosing.sendings import read_own_words
from coordinator.domain.actions.rows import ActionRow
from coordinator.domain.disclosing.sendings import SendingFacts
from coordinator.domain.errors import InvalidFieldsError
from coordinator.papers.copies import read_copies_of_action
from coordinator.papers.returns import (
    Going,
    ReturnDraft,
    Wanted,
    draft_returns,
    keep_returns,
    write_out,
)
from coordinator.ui.kit.asks import Ask, Kind, Question
from coordinator.ui.lanes.jobs import Jobs
from coordinator.ui.shared.asking import Answered, Asking, Values
from coordinator.ui.shared.chasing import Chase
from coordinator.ui.shared.copying import as_texts
from coordinator.ui.shared.outgoing import REASON, how, why_no_less
from coordinator.wording.packs import why_all_the_same
from coordinator.wording.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class Ready:
    """Sheets that were read and wait for what the log wants to know."""

    drafts: tuple[ReturnDraft, ...] = field(repr=False)
    own_words: str
    today: date


class Sending:
    """Makes the sheets of one or all agencies."""

    def __init__(
        self, jobs: Jobs, toast: Callable[[str, Callable[[], object] | None], None]
    ) -> None:
        self._jobs, self._toast = jobs, toast

    def make(self, folder: Path, said: Mapping[str, Any], asking: Asking) -> None:
        """Make the sheets a form asks for, once it was said why they go out."""
        wanted = Wanted(said["agency"], said["all_open"])
        self._jobs.query(
            partial(_ready, wanted=wanted), partial(self._ask, folder, asking), replaces="sheets"
        )

    def _ask(self, folder: Path, asking: Asking, ready: Ready) -> None:
        if not ready.drafts:
            self._toast(_("Nothing is due that any agency could be asked about."), None)
            return
        asking.hear(_question(ready, folder), partial(self._hear, folder, ready))

    def _hear(self, folder: Path, ready: Ready, said: Values, form: Answered) -> None:
        if missing := {name: "required" for name, value in said.items() if not _is_said(value)}:
            form.refused(InvalidFieldsError(missing))
            return
        self._jobs.apart(
            _("The sheets are written"),
            partial(write_out, ready.drafts),
            partial(self._keep, folder, ready.drafts, _going(ready, said), form),
            refused=form.refused,
        )

    def _keep(
        self,
        folder: Path,
        drafts: Sequence[ReturnDraft],
        going: Going,
        form: Answered,
        contents: Sequence[bytes],
    ) -> None:
        act = partial(keep_returns, drafts=drafts, contents=contents, folder=folder, going=going)
        self._jobs.command(act, then=partial(self._tell, form), refused=form.refused)

    def _tell(self, form: Answered, paths: Sequence[Path]) -> None:
        form.done()
        count = len(paths)
        told = ngettext("{count} returns sheet saved.", "{count} returns sheets saved.", count)
        self._toast(told, None)


def _ready(desk: Desk, wanted: Wanted) -> Ready:
    return Ready(draft_returns(desk, wanted), read_own_words(desk), desk.today())


def _question(ready: Ready, folder: Path) -> Question:
    count = len(ready.drafts)
    go = ngettext("Make {count} sheet", "Make {count} sheets", count)
    reasons = [
        Ask(
            REASON + draft.number,
            draft.audience.name,
            Kind.TEXT,
            "",
            hint=why_all_the_same(facts.prompts, facts.agreement_until, ready.today),
        )
        for draft in ready.drafts
        if (facts := draft.facts).prompts
    ]
    open_ones = [one.audience.name for one in ready.drafts if not one.facts.has_secure_email]
    asks = [*reasons, why_no_less(ready.own_words)]
    if open_ones:
        asked = how(SendingFacts(""))
        hint = _("For {names}: no secure e-mail is recorded.", names=", ".join(open_ones))
        asks.append(replace(asked, hint=hint))
    told = _("Into {folder}. Every copy is recorded.", folder=folder)
    return Question(go, tuple(asks), go, about=told)


def _is_said(value: Any) -> bool:
    return bool(value.strip()) if isinstance(value, str) else value is not None


def _going(ready: Ready, said: Values) -> Going:
    reasons: dict[UUID, str] = {
        draft.audience.agency: str(said[REASON + draft.number])
        for draft in ready.drafts
        if draft.audience.agency is not None and REASON + draft.number in said
    }
    return Going(said["proportionality"], reasons, said.get("channel"))


def write_copies(jobs: Jobs, show: Callable[[Sequence[Chase]], None], row: ActionRow) -> None:
    """Write how an action stands, for agencies' own systems."""
    read = partial(read_copies_of_action, action_id=row.id)
    jobs.query(read, lambda found: show(as_texts(found)), replaces="copies")
