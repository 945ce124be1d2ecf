"""English questions and names in, Chinese ones out."""
