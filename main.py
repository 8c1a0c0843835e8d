"""Start the program from a checkout: `python main.py` is `coordinator`."""

from multiprocessing import freeze_support

if __name__ == "__main__":
    # First of all: packaged as one program, it starts itself anew to lay out a paper, and such a
    # start does that alone; without this it would open a second window instead.
    freeze_support()

    from coordinator.app import main

    main()
