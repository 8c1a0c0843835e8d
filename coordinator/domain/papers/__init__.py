"""Read models of the papers: everything a paper prints, already filtered for who receives it."""
