"""Times that cannot be, or do not agree: one file a rule (ML3xx)."""
