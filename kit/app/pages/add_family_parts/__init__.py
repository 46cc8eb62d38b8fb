"""The forms that families are made of: a child, a carer, a place. The family page uses them too."""
