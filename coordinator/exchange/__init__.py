"""Work that leaves for another install and comes back: contact cards, work packs, hand-backs."""
