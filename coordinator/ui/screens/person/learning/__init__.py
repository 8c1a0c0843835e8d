"""What was learnt from somebody's case, on their page."""
