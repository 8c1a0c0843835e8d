"""Where the program runs: folders, locks, limits of this computer, settings of this device."""
