"""Of when a statement is: a question and a statement in, how surely it is of the time that is asked for out."""
