"""Why something leaves: the coordinator's work is to send papers, the chair says why they do."""

from coordinator.casework.desk import Desk
from coordinator.domain.errors import ReasonNeededError
from coordinator.domain.outcomes import Done
from coordinator.domain.roles import Right, Role
from coordinator.domain.texts import is_blank

_SAID = "paper.reason_given"


def check_may_leave(desk: Desk, reason: str) -> None:
    """Let the chair make papers with a reason only: with the paper, or once for the sitting.

    Raises:
        ReasonNeededError: `chair-exports`.
    """
    if is_blank(reason) and (prompts := leaving_prompts(desk)):
        raise ReasonNeededError(prompts)


def leaving_prompts(desk: Desk) -> tuple[str, ...]:
    """Say the same as prompts, for what asks for several reasons at once."""
    return ("chair-exports",) if is_reason_wanted(desk) else ()


def is_reason_wanted(desk: Desk) -> bool:
    """Whether this sitter has to say why before anything leaves."""
    return desk.sitter.role is Role.CHAIR and (_SAID, None) not in desk.opened


def say_why_papers_leave(desk: Desk, *, reason: str) -> Done[None]:
    """Keep in the journal why papers are made in this sitting.

    Raises:
        NotPermittedError: The role makes no papers.
        ReasonNeededError: There is none.
    """
    if is_blank(reason):
        raise ReasonNeededError(("chair-exports",))
    with desk.act(Right.EXPORT) as tx:
        tx.journal(_SAID, record=tx.info.panel_id, reason=reason)
    desk.opened.add((_SAID, None))
    return Done(None, tx.changes)
