"""Choosing the file that Word documents are written on: looked through before it is kept."""

from pathlib import Path
from uuid import UUID

from coordinator.casework.desk import Desk
from coordinator.casework.panel.letter_template import (
    keep_letter_template,
    letter_template_content,
)
from coordinator.domain.errors import InvalidFieldsError
from coordinator.domain.outcomes import Done
from coordinator.domain.person.letters import LARGEST_TEMPLATE
from coordinator.exports.files.word_files import check_template


def choose_letter_template(desk: Desk, file: Path) -> Done[UUID]:
    """Keep a Word file as what everybody's letters are written on.

    Raises:
        InvalidFieldsError: `word`: `template-gone`, or it cannot be written on.
        NotPermittedError: The role does not change what is the panel's.
    """
    try:
        with file.open("rb") as source:
            content = source.read(LARGEST_TEMPLATE + 1)
    except OSError as error:
        raise InvalidFieldsError({"word": "template-gone"}) from error
    check_template(content)
    return keep_letter_template(desk, name=file.name, content=content)


def template_to_write_on(desk: Desk) -> bytes:
    """Give the panel's template, looked through again; empty is a plain one.

    Raises:
        InvalidFieldsError: `word`: it cannot be written on: it came from elsewhere.
    """
    content = letter_template_content(desk)
    if content:
        check_template(content)
    return content
