"""The command line: arguments in, a compared result out, rendered."""
