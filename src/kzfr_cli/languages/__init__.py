"""How each language says a date: one module a language, loaded when it is asked for."""
