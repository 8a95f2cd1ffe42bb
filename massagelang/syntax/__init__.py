"""Text into a syntax tree: what was written, and what of it could not be read."""
