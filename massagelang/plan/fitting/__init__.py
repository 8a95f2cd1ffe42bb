"""A routine of another length: which numbers change, which parts go, and the text that comes of it."""
