"""The commands: arguments, then load, compare, view, render."""
