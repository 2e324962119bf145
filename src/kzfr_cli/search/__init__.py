"""Find entries by half-remembered words in four languages and three scripts."""
