"""One module per output format; each turns a result into a string and prints nothing."""
