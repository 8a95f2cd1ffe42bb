"""One module for each output format; all of them read the plan, never the text that was written."""
