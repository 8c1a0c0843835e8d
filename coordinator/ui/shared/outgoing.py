"""What forms ask before something goes to somebody outside: to whom, how, why no less. No Qt."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from coordinator.domain.disclosing.sendings import Prompt, Sending, SendingFacts, usual_channel
from coordinator.domain.lists.sharing import Channel
from coordinator.ui.kit.asks import Ask, Kind
from coordinator.wording.labels import label
from coordinator.wording.packs import why_all_the_same
from coordinator.wording.translation import _

_FILES = (Channel.SECURE_MAIL, Channel.SEALED_PACK, Channel.PRINTED)
REASON = "reason "
"""Begins the name of each entry that asks why something goes out all the same."""


def to_whom(facts: SendingFacts, written_to: str = "") -> Iterator[Ask]:
    """Ask who at the agency it is for; one who is there alone, or is written to, is chosen."""
    if not facts.people:
        return
    nobody = (None, _("Nobody in particular"))
    name = written_to.partition(", ")[0]  # what may follow is their agency or post
    named = [one.id for one in facts.people if one.name in {written_to, name} and one.name]
    alone = [one.id for one in facts.people] if len(facts.people) == 1 else []
    first = next(iter(named or alone), None)
    listed = tuple((one.id, one.name) for one in facts.people)
    yield Ask("recipient", _("To whom there"), Kind.CHOICE, first, (nobody, *listed))


def how(facts: SendingFacts, *, own: bool = False) -> Ask:
    """Ask how a file goes; where the agency has secure e-mail, that is chosen."""
    first = usual_channel(has_secure_email=facts.has_secure_email, is_locked=False)
    listed = tuple((one, label(one)) for one in _FILES)
    chosen = Channel.PRINTED if own else first
    return Ask("channel", _("How it goes"), Kind.CHOICE, chosen, ((None, ""), *listed))


def why_no_less(words: str) -> Ask:
    """Ask why no less would do; the panel's own words stand there."""
    return Ask("proportionality", _("Why no less would do"), Kind.TEXT, words)


def why_they(facts: SendingFacts, today: date) -> Iterator[Ask]:
    """Ask why it goes although something is not as usual: about the agency, or whom it is for."""
    for name, (prompts, keys) in _reasons(facts).items():
        yield Ask(
            name,
            _("Why all the same"),
            Kind.TEXT,
            "",
            hint=why_all_the_same(prompts, facts.agreement_until, today),
            only_for=("recipient", frozenset(keys)) if facts.people else None,
        )


def _reasons(facts: SendingFacts) -> dict[str, tuple[tuple[Prompt, ...], list[UUID | None]]]:
    """Give the entries that ask for a reason: after what, and for which recipients."""
    asked: dict[tuple[Prompt, ...], list[UUID | None]] = {}
    for key in (None, *(one.id for one in facts.people)):
        if prompts := facts.prompts_for(key):
            asked.setdefault(prompts, []).append(key)
    return {f"{REASON}{place}": one for place, one in enumerate(asked.items())}


def _reason_of(said: Mapping[str, Any], facts: SendingFacts) -> str:
    """Name the entry that asks why it goes to whom it is for; empty where nothing asks."""
    to = said.get("recipient")
    return next((name for name, (_why, keys) in _reasons(facts).items() if to in keys), "")


def sending_in(
    said: Mapping[str, Any], facts: SendingFacts, channel: Channel | None = None
) -> Sending:
    """Give what was said in a form.

    Args:
        said: The answers; what was typed for another recipient before is none.
        facts: What the form was asked from.
        channel: How it goes, where that is not asked.
    """
    return Sending(
        proportionality=str(said.get("proportionality") or ""),
        channel=channel or said.get("channel"),
        recipient=said.get("recipient"),
        reason=str(said.get(_reason_of(said, facts)) or ""),
    )


def unsaid(said: Mapping[str, Any], facts: SendingFacts) -> dict[str, str]:
    """Name the reason that is missing, as a form shows faults."""
    name = _reason_of(said, facts)
    return {} if not name or str(said.get(name) or "").strip() else {name: "required"}
