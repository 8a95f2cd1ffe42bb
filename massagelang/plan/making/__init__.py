"""A syntax tree into a plan: words looked up, sides resolved, hands followed, line by line."""
