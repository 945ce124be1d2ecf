"""A report, organisation, round or period in, its summary out, every point cited."""
