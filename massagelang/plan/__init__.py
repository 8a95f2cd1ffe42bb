"""The plan: what a routine means. Made from the syntax tree; rules and renderers read nothing else."""
