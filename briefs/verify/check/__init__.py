"""Compares a citation with what is known: what agrees, what differs, what cannot be told, whether it stands."""
