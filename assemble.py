"""The door: python assemble.py build case.yaml"""

from briefs.cli import main

if __name__ == "__main__":
    main()
