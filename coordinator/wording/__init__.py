"""Every sentence, date and name as it is shown: for windows, command line and papers alike."""
