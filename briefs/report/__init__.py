"""Reports for counsel: JSON for programs, one readable page, and the words of the terminal."""
