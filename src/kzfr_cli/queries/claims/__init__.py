"""Check what a text claims about dates, anniversaries and figures: read, find, link, judge."""
