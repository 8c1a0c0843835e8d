"""Start the program from a checkout: `python main.py` is `coordinator`."""

from coordinator.app import main

if __name__ == "__main__":
    main()
