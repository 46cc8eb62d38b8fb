"""How long things take: one module for each thing that is measured, one table for all."""
