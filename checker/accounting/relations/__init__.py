"""Who does what, and why: what ties the things together that a sentence tells, which must be the source's own tie."""
