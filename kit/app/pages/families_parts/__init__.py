"""The parts of the page of all families: its rows and the list that shows them."""
