"""How the kit looks: tokens, the theme that holds them, fonts, icons and painted marks."""
