"""Write what a text should say, in its own language and form: only what is wrong is changed."""
