"""An official document's raw text in, a plan out; what was not understood is reported."""
