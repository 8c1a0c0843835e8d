"""What a person's page says when they have died."""

from PySide6.QtWidgets import QWidget

from coordinator.domain.people.deaths import DeathCard, NoticeRow
from coordinator.ui.kit.boxes import card, flow
from coordinator.ui.kit.labels import label
from coordinator.ui.screens.person.death_questions import REVIEWS
from coordinator.ui.screens.person.opened import OpenedPerson
from coordinator.ui.screens.person.parts import Wished, entry, link, titled
from coordinator.ui.screens.person.steps import Step
from coordinator.wording import dates
from coordinator.wording.translation import _, ngettext


def death_cards(opened: OpenedPerson, wished: Wished) -> list[QWidget]:
    """Say that they have died, who has to hear of it, and what may still be written."""
    found = opened.death
    if found is None:
        return []
    day = dates.plain_day(found.died_on)
    told = _("{name} died on {day}. {source}.", name=_called(opened), day=day,
             source=found.source or _("Who told the panel is not recorded"))  # fmt: skip
    stays = _(
        "What is kept stays as it is. Nobody is chased about it. What may still be written: who"
        " is told, why the record is kept, and what has to be put right."
    )
    lines = [_notice(one, opened, wished) for one in found.notices]
    return [
        card(
            titled(_("They have died")),
            label(told, wraps=True),
            label(_reviewed(found), wraps=True),
            label(stays, "quiet", wraps=True),
            label(_to_tell(found), "quiet", wraps=True),
            *lines,
            flow(*_links(opened, wished)),
        )
    ]


def _called(opened: OpenedPerson) -> str:
    name = opened.page.person.name
    return name.preferred or name.given or opened.page.person.reference


def _reviewed(found: DeathCard) -> str:
    if found.review:
        return _("Review that follows: {review}", review=found.review)
    listed = ", ".join(_(one) for one in REVIEWS)
    return _("No review is noted. To think of: {reviews}.", reviews=listed)


def _to_tell(found: DeathCard) -> str:
    if not found.notices:
        return _("Nobody is noted yet who has to hear of it.")
    if not found.to_tell:
        return _("Everybody noted was told.")
    return ngettext("{count} is still to be told.", "{count} are still to be told.",
                    found.to_tell)  # fmt: skip


def _notice(one: NoticeRow, opened: OpenedPerson, wished: Wished) -> QWidget:
    if one.told_on is not None:
        day = dates.day(one.told_on, opened.today)
        return entry(one.who, (_("Told {day} by {who}", day=day, who=one.told_by), one.note))
    told = link(_("They were told"), wished, Step.TOLD, one, of=one.who)
    return entry(one.who, (one.phone,), *((told,) if Step.TELL in opened.steps else ()))


def _links(opened: OpenedPerson, wished: Wished) -> list[QWidget]:
    wanted = (
        (_("Note whom to tell"), Step.TELL),
        (_("Put something right"), Step.PUT_RIGHT),
        (_("How long this is kept"), Step.RETENTION),
    )
    return [
        link(words, wished, step, of=_("They have died"))
        for words, step in wanted
        if step in opened.steps
    ]
