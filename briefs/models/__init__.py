"""What the records hold: the case file, the law library, matches and the brief; frozen data without any logic."""
