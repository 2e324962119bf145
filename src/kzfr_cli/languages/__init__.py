"""All that the program must know of French, English, Russian and Kazakh, and nothing of the database."""
