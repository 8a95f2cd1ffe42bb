"""How things are said: numbers, places, tools, hows, acts and whole routines as sentences."""
