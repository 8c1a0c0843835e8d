"""The Word file that the panel's letters are written on: one for everybody, kept in the store."""

import base64
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.db.models import PanelTemplate, Professional
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.person.letters import LARGEST_TEMPLATE, LetterTemplate
from coordinator.domain.roles import Right


def read_letter_template(desk: Desk) -> LetterTemplate | None:
    """Give what letters are written on, without its content; nothing is a plain one."""
    with desk.read() as look:
        rows = look.directory.templates()
        if not rows:
            return None
        who = look.get(Professional, rows[0].chosen_by_id).name
        return LetterTemplate(rows[0].name, rows[0].chosen_on, who)


def letter_template_content(desk: Desk) -> bytes:
    """Give the file; empty is a plain one."""
    with desk.read() as look:
        rows = look.directory.templates()
    return base64.b64decode(rows[0].content) if rows else b""


def keep_letter_template(desk: Desk, *, name: str, content: bytes) -> Done[UUID]:
    """Keep a file as what everybody's letters are written on, in place of the one before.

    That it can be written on is looked at in `papers.letter_template`.

    Raises:
        InvalidFieldsError: `word`: `template-too-large`, `template-not-a-document`: nothing in it.
        NotPermittedError: The role does not change what is the panel's.
    """
    if len(content) > LARGEST_TEMPLATE:
        raise InvalidFieldsError({"word": "template-too-large"})
    if not content:
        raise InvalidFieldsError({"word": "template-not-a-document"})
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for row in tx.directory.templates():
            row.removed = True
        made = tx.add(
            PanelTemplate(
                id=desk.new_id(),
                panel_id=tx.info.panel_id,
                name=name.strip(),
                content=base64.b64encode(content).decode(),
                chosen_on=desk.today(),
                chosen_by_id=desk.sitter.professional,
            )
        )
        tx.journal("panel.template_chosen", record=made.id)
    return Done(made.id, tx.changes)


def drop_letter_template(desk: Desk) -> Done[None]:
    """Write letters on a plain one again.

    Raises:
        NotPermittedError: The role does not change what is the panel's.
    """
    with desk.act(Right.EDIT_DIRECTORY) as tx:
        for row in tx.directory.templates():
            row.removed = True
        tx.journal("panel.template_dropped", record=tx.info.panel_id)
    return Done(None, tx.changes)
