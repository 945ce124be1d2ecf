"""What holds other files: mails and archives go in, the files that stand in them come out."""
