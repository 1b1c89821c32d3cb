"""Checks on the written file, not on the intention: what it cites, what it must not hold, what --final still needs."""
