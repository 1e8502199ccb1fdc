"""The model: its tokenizer, shape, losses, batches, training and export."""
