"""Graph → file, one module a format; `EXPORTERS` is the table of them."""
