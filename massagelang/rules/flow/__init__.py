"""The order and balance of a routine: one file a rule (ML5xx)."""
