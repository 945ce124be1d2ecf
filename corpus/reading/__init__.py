"""Files in, their text out: the only home of the libraries that read documents."""
