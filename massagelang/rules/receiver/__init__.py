"""Who is worked on: conditions, age, pregnancy, and what the routine says to leave alone (ML4xx); one file a rule."""
