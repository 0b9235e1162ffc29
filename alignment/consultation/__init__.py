"""Consultation: a language model is asked as second reader; what it proposes is proved, and a person decides."""
