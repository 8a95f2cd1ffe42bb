"""What the giver's hands do: one file a rule (ML2xx)."""
