"""The settings: what each means, and which of its values holds."""
