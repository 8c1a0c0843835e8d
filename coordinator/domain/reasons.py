"""What is allowed only with a reason."""

from collections.abc import Iterable, Mapping

from coordinator.domain.errors import ReasonNeededError
from coordinator.domain.texts import is_blank


def need_reason(reason: str, prompt: str) -> None:
    """Ask why, when nobody said.

    Raises:
        ReasonNeededError: The reason is empty; `prompt` names what asks for it.
    """
    need_reasons((prompt,), {prompt: reason})


def need_reasons(prompts: Iterable[str], reasons: Mapping[str, str]) -> None:
    """Ask why for each prompt that has no answer yet, all at once.

    Raises:
        ReasonNeededError: Some prompts have no reason.
    """
    open_prompts = tuple(p for p in prompts if is_blank(reasons.get(p, "")))
    if open_prompts:
        raise ReasonNeededError(open_prompts)
