"""Findings, and what is known of words and findings, set down for people and programs. Returns text; prints nothing."""
