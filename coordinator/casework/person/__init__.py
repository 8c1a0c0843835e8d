"""One person in one look: the page, the journey, letters, what keeps them from falling between."""
