"""Work off the window's thread: asked for, answered, kept, and left alone when nobody waits."""
