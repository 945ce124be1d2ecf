"""Text in, the organisations that it names out, and whether two names are one."""
