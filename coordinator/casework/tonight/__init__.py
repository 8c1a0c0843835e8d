"""Who holds somebody until the next panel."""
