"""Word (Office Open XML): hand-outs and plans on paper, with real styles, notes and links."""
