"""What is written but does nothing, or reads as something else: one file a rule (ML6xx)."""
