"""The parts of the caseload page: family rows, bars of mothers beside fathers, gaps as sentences."""
