"""Find entries by half-remembered words: what a query means, what may answer it, and what speaks for each answer."""
