"""The register of themes: what is said of an issue, its bands, and where it is seen, by count.

Nobody is named in one. The overall is what a person entered, with their reason; nothing here works
one out.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.edits import put
from coordinator.casework.need_to_know.naming import refuse_names, rows_naming_nobody
from coordinator.casework.need_to_know.sharing import shown_person
from coordinator.casework.panel.lines import check_switched_on, features
from coordinator.db.models import Gap, Professional, Theme, ThemeLink
from coordinator.db.transaction import Reading, Transaction
from coordinator.domain.errors import DuplicateRecordError
from coordinator.domain.learning import themes as rules
from coordinator.domain.learning.themes import (
    Banding,
    LinkRow,
    NewTheme,
    ThemePage,
    ThemeRow,
    in_register_order,
)
from coordinator.domain.lists.panel import Feature
from coordinator.domain.outcomes import Done
from coordinator.domain.reasons import need_reason
from coordinator.domain.roles import Right, may
from coordinator.domain.small_numbers import told

_TEXTS = ("title", "description", "unknowns", "overall_reason")
"""Where nobody may be named."""


def add_theme(desk: Desk, new: NewTheme) -> Done[UUID]:
    """Put an issue of the area on the register; how grave it is follows by itself.

    Raises:
        InvalidFieldsError: As for `check_theme`, or somebody on file is named.
        GuardError: `themes-off`: the panel keeps no register.
    """
    with desk.act(Right.DECIDE) as tx:
        check_switched_on(tx, Feature.THEMES)
        rules.check_theme(new, desk.today())
        _refuse(desk, tx, _said(new), nobody_is_meant=new.nobody_is_meant)
        made = tx.add(Theme(id=desk.new_id(), **_said(new)))
        tx.journal("theme.added", record=made.id)
    return Done(made.id, tx.changes)


def change_theme(desk: Desk, theme_id: UUID, new: NewTheme, *, seen: int) -> Done[int]:
    """Say anew what an issue is and what we do not know of it; gives the new revision.

    Raises:
        InvalidFieldsError: As for `add_theme`.
        GuardError: `theme-ended`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError: No such theme.
    """
    with desk.act(Right.DECIDE) as tx:
        theme = _standing(tx, theme_id)
        keeps_its_day = new.review_on == theme.review_on
        rules.check_theme(new, theme.review_on or desk.today() if keeps_its_day else desk.today())
        _refuse(desk, tx, _said(new), nobody_is_meant=new.nobody_is_meant)
        put(tx, theme, seen=seen, fields=_said(new))
        tx.journal("theme.changed", record=theme.id)
    return Done(theme.revision, tx.changes)


def band_theme(desk: Desk, theme_id: UUID, banding: Banding, *, seen: int) -> Done[int]:
    """Enter the three bands and the overall of an issue, with why; gives the new revision.

    Raises:
        InvalidFieldsError: A band, the overall or its reason is missing, or names somebody.
        GuardError: `theme-ended`.
        StaleRecordError: Somebody else changed the same field meanwhile.
        MissingRecordError: No such theme.
    """
    with desk.act(Right.DECIDE) as tx:
        theme = _standing(tx, theme_id)
        rules.check_banding(banding)
        why = {"overall_reason": banding.overall_reason}
        _refuse(desk, tx, why, nobody_is_meant=banding.nobody_is_meant)
        fields = {
            "to_public": banding.to_public,
            "to_partnership": banding.to_partnership,
            "mitigation": banding.mitigation,
            "overall": banding.overall,
            "overall_reason": banding.overall_reason.strip(),
            "banded_on": desk.today(),
            "banded_by_id": desk.sitter.professional,
        }
        put(tx, theme, seen=seen, fields=fields)
        tx.journal("theme.banded", record=theme.id)
    return Done(theme.revision, tx.changes)


def end_theme(desk: Desk, theme_id: UUID, *, reason: str) -> Done[None]:
    """Take an issue off the register; it stays to be read.

    Raises:
        ReasonNeededError: `theme-ended`.
        InvalidFieldsError: The reason names somebody.
        GuardError: `theme-ended`.
        MissingRecordError: No such theme.
    """
    with desk.act(Right.DECIDE) as tx:
        need_reason(reason, "theme-ended")
        theme = _standing(tx, theme_id)
        refuse_names(desk, tx, {"reason": reason}, nobody_is_meant=False)
        theme.ended_on, theme.end_reason = desk.today(), reason.strip()
        tx.journal("theme.ended", record=theme.id, reason=reason)
    return Done(None, tx.changes)


def count_in_theme(desk: Desk, person_id: UUID, *, theme_id: UUID) -> Done[UUID]:
    """Say that an issue is seen with somebody: they are counted there, never named, never scored.

    Raises:
        DuplicateRecordError: `theme-link`: they are counted there already.
        GuardError: `theme-ended`.
        MissingRecordError, WithheldError: No such person or theme, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        shown_person(desk, tx, person_id)
        theme = _standing(tx, theme_id)
        _once(theme.id, tx.learning.links(person=person_id))
        case = tx.actions.open_case(person_id)
        made = _link(desk, theme, person_id=person_id, case_id=case)
        tx.add(made)
        tx.journal("theme.counted", record=theme.id, scope=person_id)
    return Done(made.id, tx.changes)


def count_gap_in_theme(desk: Desk, gap_id: UUID, *, theme_id: UUID) -> Done[UUID]:
    """Say that a gap is part of an issue.

    Raises:
        DuplicateRecordError: `theme-link`: it is counted there already.
        GuardError: `theme-ended`.
        MissingRecordError: No such gap or theme.
    """
    with desk.act(Right.DECIDE) as tx:
        gap, theme = tx.get(Gap, gap_id), _standing(tx, theme_id)
        _once(theme.id, tx.learning.links(gap=gap.id))
        made = _link(desk, theme, gap_id=gap.id)
        tx.add(made)
        tx.journal("theme.counted", record=theme.id)
    return Done(made.id, tx.changes)


def take_off_theme(desk: Desk, link_id: UUID) -> Done[None]:
    """Say that somebody, or a gap, is not part of an issue after all.

    Raises:
        MissingRecordError, WithheldError: It is not counted there, or not theirs to see.
    """
    with desk.act(Right.DECIDE) as tx:
        link = tx.get(ThemeLink, link_id)
        if link.person_id is not None:
            shown_person(desk, tx, link.person_id)
        link.removed = True
        tx.journal("theme.uncounted", record=link.theme_id, scope=link.person_id)
    return Done(None, tx.changes)


def read_themes(desk: Desk) -> ThemePage:
    """Show the register, the gravest first; small numbers hidden where `ThemeRow` says."""
    with desk.read(Right.SEE_COUNTS) as look:
        whole = may(desk.sitter.role, Right.SEE_RESTRICTED)
        return ThemePage(
            _rows(look, whole=whole),
            desk.today(),
            Feature.THEMES in features(look),
            may(desk.sitter.role, Right.DECIDE),
        )


def read_theme_register(desk: Desk) -> ThemePage:
    """Show the register as it may leave the panel: small numbers hidden, whoever asks.

    Words that meanwhile tell of somebody on file beyond doubt are taken out of the texts.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        rows = tuple(one for one in _rows(look, whole=False) if one.ended_on is None)
        clean = rows_naming_nobody(desk, look, rows, _TEXTS)
        return ThemePage(clean, desk.today(), Feature.THEMES in features(look), may_edit=False)


def find_themes_of(desk: Desk, person_id: UUID) -> tuple[LinkRow, ...]:
    """List the issues somebody is counted in, for those who run the panel.

    Raises:
        MissingRecordError, WithheldError: No such person, or not theirs to see.
    """
    with desk.read(Right.DECIDE) as look:
        shown_person(desk, look, person_id)
        return _links(look.learning.links(person=person_id))


def find_themes_of_gap(desk: Desk, gap_id: UUID) -> tuple[LinkRow, ...]:
    """List the issues a gap is part of.

    Raises:
        MissingRecordError: No such gap.
    """
    with desk.read(Right.SEE_COUNTS) as look:
        look.get(Gap, gap_id)
        return _links(look.learning.links(gap=gap_id))


def _links(found: Any) -> tuple[LinkRow, ...]:
    return tuple(LinkRow(link.id, theme.id, theme.title, link.linked_on) for link, theme in found)


def _rows(look: Reading, *, whole: bool) -> tuple[ThemeRow, ...]:
    themes = look.learning.themes()
    ids = [one.id for one in themes]
    people, gaps = look.learning.people_of_themes(ids), look.learning.gaps_of_themes(ids)
    by = look.get_many(Professional, [one.banded_by_id for one in themes if one.banded_by_id])
    rows = [
        _row(one, people.get(one.id, 0), gaps.get(one.id, 0), by, whole=whole) for one in themes
    ]
    return tuple(sorted(rows, key=in_register_order))


def _row(
    one: Theme, people: int, gaps: int, by: Mapping[UUID, Professional], *, whole: bool
) -> ThemeRow:
    who = by.get(one.banded_by_id) if one.banded_by_id else None
    return ThemeRow(
        one.id,
        one.revision,
        one.title,
        one.description,
        one.unknowns,
        one.to_public,
        one.to_partnership,
        one.mitigation,
        one.overall,
        one.overall_reason,
        one.banded_on,
        who.name if who else "",
        one.review_on,
        one.ended_on,
        one.end_reason,
        people if whole else told(people),
        gaps,
    )


def _standing(tx: Transaction, theme_id: UUID) -> Theme:
    theme = tx.get(Theme, theme_id)
    rules.check_stands(theme.ended_on)
    return theme


def _once(theme_id: UUID, links: Iterable[tuple[ThemeLink, Theme]]) -> None:
    for link, theme in links:
        if theme.id == theme_id:
            raise DuplicateRecordError("theme-link", link.id)


def _link(desk: Desk, theme: Theme, **of: UUID | None) -> ThemeLink:
    return ThemeLink(id=desk.new_id(), theme_id=theme.id, linked_on=desk.today(), **of)


def _said(new: NewTheme) -> dict[str, Any]:
    return {
        "title": new.title.strip(),
        "description": new.description.strip(),
        "unknowns": new.unknowns.strip(),
        "review_on": new.review_on,
    }


def _refuse(
    desk: Desk, tx: Transaction, said: Mapping[str, Any], *, nobody_is_meant: bool
) -> None:
    texts = {name: str(said[name]) for name in _TEXTS if name in said}
    refuse_names(desk, tx, texts, nobody_is_meant=nobody_is_meant)
