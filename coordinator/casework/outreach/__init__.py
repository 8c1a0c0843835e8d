"""Today's outreach: who is to be found, the sheets, what came of it, who is missing."""
