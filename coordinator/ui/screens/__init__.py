"""One folder per screen: view, presenter, screen. A screen knows no other screen."""
