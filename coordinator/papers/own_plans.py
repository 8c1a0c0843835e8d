"""My plan, read as it was signed off and put into the form the person gets."""

from collections.abc import Iterator
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.voice.own_plan_reads import read_own_plan
from coordinator.domain.errors import MissingRecordError
from coordinator.domain.lists.plans import OwnPlanVariant
from coordinator.domain.papers.imprint import Imprint
from coordinator.domain.papers.own_plan import (
    Explained,
    OwnPlanPaper,
    OwnSection,
    Picture,
)
from coordinator.domain.voice.easy_read import hard_words_in
from coordinator.domain.voice.own_plans import OwnPlanState, OwnPlanView, Part
from coordinator.wording.easy_words import HARD_WORDS, explained
from coordinator.wording.own_plans import ring_now, title_of, what_this_is, who_sees_it
from coordinator.wording.translation import _

_BEFORE = {
    Part.MATTERS: Picture.HEART,
    Part.GOOD_AT: Picture.STAR,
    Part.HELPS: Picture.THUMB_UP,
    Part.NOT_HELPS: Picture.CROSS,
    Part.GOALS: Picture.FLAG,
}
_AFTER = {
    Part.I_DO: Picture.PERSON,
    Part.SIGNS: Picture.WARNING,
    Part.THEN: Picture.ARROW,
    Part.RING: Picture.PHONE,
    Part.MONEY: Picture.MONEY,
    Part.TALK: Picture.CALENDAR,
}


def own_plan_model(desk: Desk, person: UUID, variant: OwnPlanVariant) -> OwnPlanPaper:
    """Read My plan of a person as it is printed; a draft says that it is one.

    Raises:
        MissingRecordError: No such person, or nobody has begun one.
        WithheldError: Not theirs to see.
    """
    view = read_own_plan(desk, person)
    if view.id is None:
        raise MissingRecordError(what="own_plan", key=str(person))
    is_signed = view.state is not OwnPlanState.DRAFT
    on = view.signed_on if is_signed and view.signed_on else desk.today()
    called = view.called or view.reference
    mark = Imprint(
        panel=_("My plan"),
        reference="",
        issued_on=on,
        handling=_("Private: belongs to {name}", name=called),
    )
    return OwnPlanPaper(
        imprint=mark,
        called=called,
        made_on=on,
        lead=view.lead,
        lead_phone=view.lead_phone,
        signed_by=view.signed_by if is_signed and view.signed_by != view.lead else "",
        is_signed=is_signed,
        is_large=variant is OwnPlanVariant.LARGE_PRINT,
        has_pictures=variant is not OwnPlanVariant.PLAIN,
        before=(*_about(view), *_sections(view, _BEFORE)),
        deeds=view.deeds,
        after=tuple(_sections(view, _AFTER)),
        ring=ring_now(),
        hard=_hard(view),
        view=view.view,
    )


def _about(view: OwnPlanView) -> Iterator[OwnSection]:
    yield OwnSection(_("What this is"), Picture.PAPER, what_this_is())
    yield OwnSection(_("Who sees it"), Picture.EYE, who_sees_it(view.lead))


def _sections(view: OwnPlanView, pictures: dict[Part, Picture]) -> Iterator[OwnSection]:
    for part, picture in pictures.items():
        if sentences := view.words.get(part, ()):
            yield OwnSection(title_of(part), picture, sentences)


def _hard(view: OwnPlanView) -> tuple[Explained, ...]:
    texts = [line for lines in view.words.values() for line in lines]
    return tuple(Explained(word, explained(word)) for word in hard_words_in(texts, HARD_WORDS))
