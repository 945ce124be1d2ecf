"""Figures in, what each states out: what is counted, whose it is and when."""
