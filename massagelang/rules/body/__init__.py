"""Where on the body, with what and how firmly: one file a rule (ML4xx)."""
