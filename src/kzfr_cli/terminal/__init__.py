"""Everything about a person at a terminal: options, output, prompts, help, completion."""
