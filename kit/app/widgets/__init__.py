"""The parts that pages are made of. They know the theme and nothing about families."""
