"""What is laid out on pages: PDFs and pictures go in, paragraphs and rows of tables come out."""
