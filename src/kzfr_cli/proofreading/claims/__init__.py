"""The kinds of claims, one a file: each finds its claims in a text and judges them."""
