"""The version of plancmp, the one place it is written (reading package metadata costs 35 ms at start-up)."""

VERSION = "0.1.0"
