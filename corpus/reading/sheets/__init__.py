"""Tables in files of their own: workbooks and separated values go in, lines with tabs come out."""
