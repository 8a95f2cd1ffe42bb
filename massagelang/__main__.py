"""`python -m massagelang` is `mass`."""

from massagelang.cli import main

if __name__ == "__main__":
    main(prog_name="mass")
