"""Questions as values: each says what is asked, and answers with a view. Commands, exports and the
Python interface ask alike.
"""
