"""Tagged PDF (PDF/UA-1) on ReportLab's document model: a small room of its own.

It knows nothing of leaflets, fonts or pictures, and imports nothing of this package from outside itself. A page is made
of stretches of PDF operators, each owned by a Tag of the structure tree or by an Artifact that means nothing:

    pdf = TaggedPdf(title="Safer sleep", language="en-GB")
    page = pdf.add_page(595, 842)
    root = Tag("Document")
    pdf.mark(page, root.add("H1", title="Safer sleep"), operators, box)
    pdf.mark(page, Artifact.FOOTER, operators)
    written = pdf.finish(root)

ReportLab's own Canvas is not used: it adds an unembedded Helvetica to every page, and writes no structure tree.

    tags    the tree: what marks mean        writer   pages, marked content and the tree itself
    about   title, language, bookmarks       letters  honest ToUnicode maps for embedded fonts
"""
