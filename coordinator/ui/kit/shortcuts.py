"""Every key of the windows, in one place; F1 shows the actions that carry them."""

from enum import StrEnum


class Key(StrEnum):
    """What is pressed, as Qt writes it."""

    FIND = "Ctrl+K"
    LOCK = "Ctrl+L"
    HELP = "F1"
    BACK = "Alt+Left"
    FORWARD = "Alt+Right"
    THIS_WEEK = "Ctrl+1"
    PEOPLE = "Ctrl+2"
    REFERRALS = "Ctrl+5"
    DIRECTORY = "Ctrl+6"
    KEEP_MINE = "Alt+M"
    TAKE_THEIRS = "Alt+T"
    SEARCH_HERE = "Ctrl+F"
    REFRESH = "F5"
    BIGGER = "Ctrl++"
    SMALLER = "Ctrl+-"
    USUAL_SIZE = "Ctrl+0"
    QUIT = "Ctrl+Q"
    LINE_UP = "Alt+Up"
    LINE_DOWN = "Alt+Down"
