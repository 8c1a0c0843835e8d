"""Papers: made, looked at before they are saved, saved with or without a password."""
