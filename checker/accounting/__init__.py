"""Whether a source's sentence accounts for all that another sentence says: sentences in, what is left over out."""
