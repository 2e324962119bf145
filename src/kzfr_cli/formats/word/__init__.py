"""Word (Office Open XML): handouts and plans on paper, with real styles, notes and links."""
