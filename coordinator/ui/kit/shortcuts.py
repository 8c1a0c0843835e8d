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
    MEETINGS = "Ctrl+3"
    ACTIONS = "Ctrl+4"
    SEARCH_HERE = "Ctrl+F"
    REFRESH = "F5"
    BIGGER = "Ctrl++"
    SMALLER = "Ctrl+-"
    USUAL_SIZE = "Ctrl+0"
    QUIT = "Ctrl+Q"
    ACTION_DONE = "1"
    ACTION_IN_PROGRESS = "2"
    ACTION_NOT_DONE = "3"
    ACTION_COULD_NOT = "4"
    ACTION_NOT_NEEDED = "5"
    ACTION_MORE = "6"
    ACTION_MOVE = "7"
    LINE_UP = "Alt+Up"
    LINE_DOWN = "Alt+Down"
    LINE_AWAY = "Del"
