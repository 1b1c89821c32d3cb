"""The door: python assemble.py build case.yaml"""

from briefs.cli import run

if __name__ == "__main__":
    run()
