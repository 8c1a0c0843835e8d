"""The panel's money: what is asked and waits, what was given, what is left."""
