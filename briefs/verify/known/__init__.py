"""What a citation is held against: library, register and exported lists, as one index."""
