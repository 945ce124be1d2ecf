"""A claimed and a stated figure in, how far they agree in quantity, words and slots out."""
