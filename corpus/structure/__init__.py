"""A report's text in, its title, date, issuer, headings, sentences and passages out."""
