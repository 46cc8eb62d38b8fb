"""The parts of a carer's page: needs with their six stages, what is known of them, and the forms behind both."""
