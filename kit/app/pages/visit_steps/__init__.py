"""The steps of a visit, and the parts they are made of. A step shows a VisitView and asks for changes of its draft."""
