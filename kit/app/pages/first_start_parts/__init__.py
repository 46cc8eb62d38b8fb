"""The steps of the first start. Each takes the focus, and says a mistake beside its field."""
