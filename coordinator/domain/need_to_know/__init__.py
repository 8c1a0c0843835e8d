"""May this reader see this entry, this word, this name?"""
