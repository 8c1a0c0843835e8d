"""The main window: start-up, unlock, navigation, lock. Knows every screen; no screen knows it."""
