"""check, new, export: arguments in, text and exit status out."""
