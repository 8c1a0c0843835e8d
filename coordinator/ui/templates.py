"""The file on this computer that Word documents are written on."""

from pathlib import Path

from coordinator.domain.errors import InvalidFieldsError


def read_template(path: str) -> bytes:
    """Read the template; nothing for a plain one.

    Raises:
        InvalidFieldsError: `word`: `template-gone`, or it cannot be written on.
    """
    from coordinator.exports.word_files import LARGEST_TEMPLATE, check_template

    if not path:
        return b""
    try:
        with Path(path).open("rb") as file:
            content = file.read(LARGEST_TEMPLATE + 1)
    except OSError as error:
        raise InvalidFieldsError({"word": "template-gone"}) from error
    check_template(content)
    return content
