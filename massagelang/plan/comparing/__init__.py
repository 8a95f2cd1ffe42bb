"""Two plans compared by what they do."""
