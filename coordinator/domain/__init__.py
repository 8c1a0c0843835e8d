"""The words of the field as values and rules: no SQL, no files, no clock, no window."""
