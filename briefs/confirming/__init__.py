"""Confirming: a lawyer reads our proposition beside the paragraph of the judgment, and says yes or no."""
