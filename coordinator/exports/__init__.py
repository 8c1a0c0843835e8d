"""The document engine and one module per paper. It knows read models, never the store."""
