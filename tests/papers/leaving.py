"""Everything that can be made for one agency: papers, what goes beside them, and texts.

What is refused is kept with its reason, so that nothing is missing unseen.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from coordinator.casework.directory.agency_passwords import ensure_agency_passwords
from coordinator.casework.packs.recipients import read_pack_preview
from coordinator.domain.errors import GuardError, MissingRecordError, WithheldError
from coordinator.domain.lists.sharing import Channel
from coordinator.domain.papers.learning import LearningPaper
from coordinator.domain.papers.money import MoneyPaper
from coordinator.domain.papers.own_plan import OwnPlanPaper
from coordinator.domain.papers.tracker import Tracker
from coordinator.domain.person.case_sheets import Audience
from coordinator.domain.progress import Unwatched
from coordinator.exports.composing import EDITABLE, OF_ONE, PaperKind, compose
from coordinator.exports.documents.own_plan_text import own_plan_text
from coordinator.exports.files.learning_sheet import learning_sheet
from coordinator.exports.files.money_sheet import money_sheet
from coordinator.exports.files.tracker_sheet import tracker_sheet
from coordinator.exports.files.word import word_document
from coordinator.exports.naming import file_name
from coordinator.exports.worker import Press
from coordinator.papers.copies import CopyOut, read_copies
from coordinator.papers.drafting import draft_papers
from coordinator.papers.orders import Draft, Order
from coordinator.papers.pack_keeping import PackSending, keep_packs
from coordinator.papers.recipient_packs import draft_packs, lay_out_packs
from coordinator.papers.requests import draft_requests, send_requests
from coordinator.papers.returns import Wanted, draft_returns, keep_returns, write_out
from coordinator.ui.shared.chasing import Chase, read_agreed, read_chases
from tests.casework.test_nothing_leaks import words_in
from tests.exports.reading import everything, everything_in
from tests.papers.entries import Entries
from tests.stores import TODAY

OURS, THEMSELVES = "the panel's own", "for the person themselves"
"""What is made whichever agency was chosen, and goes to no agency."""
_ENDED = (PaperKind.CLOSURE, PaperKind.NOT_FOR_US)
_ANSWER_BY = TODAY + timedelta(days=5)


@dataclass(frozen=True)
class Left:
    """What came of asking for every kind of paper.

    Attributes:
        outcomes: For whom each was made, or by which rule it was refused.
        drafts: What was made for an agency, or for the panel where none was chosen, as it was
            read: facts, not pages.
    """

    outcomes: Mapping[PaperKind, str]
    drafts: tuple[Draft, ...]


def ask_for_all(
    entries: Entries,
    agency: str,
    folder: Path = Path("x"),
    kinds: Collection[PaperKind] = tuple(PaperKind),
) -> Left:
    """Ask for each kind of paper for one agency; letters that end a case come once it ended."""
    outcomes: dict[PaperKind, str] = {}
    drafts: list[Draft] = []
    for kind in kinds:
        if kind not in _ENDED:
            outcomes[kind] = _ask(entries, kind, agency, folder, drafts)
    if ending := [kind for kind in _ENDED if kind in kinds]:
        with entries.ended():
            for kind in ending:
                outcomes[kind] = _ask(entries, kind, agency, folder, drafts)
    return Left(outcomes, tuple(drafts))


def _ask(entries: Entries, kind: PaperKind, agency: str, folder: Path, drafts: list[Draft]) -> str:
    whose = "KP-0001" if kind in OF_ONE - {PaperKind.ESCALATION} else ""
    order = Order(kind, folder, agency=agency, meeting="last", on=TODAY, person=whose)
    try:
        made = list(draft_papers(entries.desk, order))
    except (WithheldError, MissingRecordError, GuardError) as refused:
        return _why(refused)
    drafts += (one for one in made if one.audience.name == agency or not agency)
    return " and ".join(dict.fromkeys(_for_whom(one.audience) for one in made))


def _why(refused: Exception) -> str:
    if isinstance(refused, GuardError):
        return f"refused: {refused.guard}"
    if isinstance(refused, MissingRecordError):
        return f"refused: no {refused.what}"
    return "refused: withheld"


def _for_whom(audience: Audience) -> str:
    if audience.agency is not None:
        return f"for {audience.name}"
    return THEMSELVES if audience.name else OURS


def facts_of(left: Left) -> dict[str, str]:
    """Give all that was read for papers, before any page is laid out."""
    found: dict[str, str] = {}
    for draft in left.drafts:
        said = " ".join((*words_in(draft.model), draft.subject, draft.name)).casefold()
        found[draft.kind] = found.get(draft.kind, "") + said
    return found


def pack_facts(entries: Entries, recipient: UUID) -> str:
    """Give the same of what one recipient would get in their pack; nothing where it is refused."""
    rows = read_pack_preview(entries.desk, entries.coming).rows
    if not any(row.to.key == recipient and row.refused is None for row in rows):
        return ""
    (content,) = draft_packs(entries.desk, entries.coming, [recipient]).contents
    return " ".join(words_in(content.model)).casefold()


def paper_texts(drafts: tuple[Draft, ...], press: Press) -> dict[str, str]:
    """Give all that stands anywhere in the files of papers: pages, what goes with them, name."""
    found = {}
    for draft in drafts:
        marking = draft.model.imprint.marking
        name = file_name(draft.subject, draft.name, TODAY, marking, "pdf")
        text = f"{everything(press.lay_out(draft.kind, draft.model))} {name}"
        if isinstance(draft.model, Tracker):
            text += everything_in(tracker_sheet(draft.model))
        if isinstance(draft.model, LearningPaper):
            text += everything_in(learning_sheet(draft.model))
        if isinstance(draft.model, MoneyPaper):
            text += everything_in(money_sheet(draft.model))
        if isinstance(draft.model, OwnPlanPaper):
            text += everything_in(own_plan_text(draft.model))
        if draft.kind in EDITABLE:
            text += everything_in(word_document(compose(draft.kind, draft.model), b""))
        found[f"{draft.kind.value} {name}"] = text.casefold()
    return found


def other_texts(entries: Entries, agency: UUID, name: str, folder: Path) -> dict[str, str]:
    """Give what else one agency is sent: packs with their e-mails, sheets to fill in, texts."""
    found = {path.name: text for path, text in _files(entries, agency, folder)}
    asked: dict[str, Iterable[Chase | CopyOut]] = {
        "chase": read_chases(entries.desk),
        "agreed": read_agreed(entries.desk, entries.told.meeting),
        "copy": read_copies(entries.desk, entries.told.person),
    }
    for key, texts in asked.items():
        for one in texts:
            if one.agency == name:
                found[key] = one.text
    return {key: f"{key} {text}".casefold() for key, text in found.items()}


def _files(entries: Entries, agency: UUID, folder: Path) -> Iterator[tuple[Path, str]]:
    desk = entries.desk
    returns = draft_returns(desk, Wanted(agency=agency, all_open=True))
    sheets = write_out(returns, Unwatched())
    folder.mkdir(parents=True, exist_ok=True)
    for path in keep_returns(desk, returns, sheets, folder).result:
        yield path, everything_in(path.read_bytes())
    asked = draft_requests(desk, entries.coming, [agency], _ANSWER_BY)
    mail = " ".join(str(one.message) for one in asked)
    if asked:
        how = Channel.SECURE_MAIL
        sent = send_requests(
            desk, entries.coming, asked, answer_by=_ANSWER_BY, how=how, folder=folder
        )
        for path in sent.result:
            yield path, everything_in(path.read_bytes()) + mail
    yield from _packs(entries, agency, folder)


def _packs(entries: Entries, agency: UUID, folder: Path) -> Iterator[tuple[Path, str]]:
    desk = entries.desk
    rows = read_pack_preview(desk, entries.coming).rows
    keys = [row.to.key for row in rows if row.to.agency == agency and row.refused is None]
    if not keys:
        return
    order = draft_packs(desk, entries.coming, keys)
    passwords = ensure_agency_passwords(desk, [agency]).result
    made = lay_out_packs(order, passwords)
    said = PackSending(dict.fromkeys(keys, "Agreed by telephone"), mail=True, calendar=True)
    for path in keep_packs(desk, order, made, folder, said).result:
        content = path.read_bytes()
        is_pdf = path.suffix == ".pdf"
        text = everything(content, passwords[agency]) if is_pdf else everything_in(content)
        yield path, text
