"""Read the texts that are proof-read as their readers see them, each character with its place in
the source."""
