"""The library: advice, pictures, rules and numbers, compiled once and read by everyone.

    faults       what is wrong, where, and what to do            manuscript  opens one of our text files with care
    markup       Markdown → plain lines; alone knows `markdown`  reader      lines → blocks, ideas and questions
    pictures     SVG → shapes                                    dashes      dashed lines → short lines
    fields       reads TOML, knows the line of each key          covers      resource.toml
    tables       topics, rules of what is due, search words      directory   the useful numbers
    digest       what makes two texts the same                   packing     blocks and shapes as JSON and back
    gather       resources/ → a Gathering, or every fault        binding     a Gathering → one read-only SQLite file
    build        the two together; whether a file is current     opening     that file, for reading from any thread
    script       a text as its checks read it                    forms       plain forms and syllables of a word
    wordlists    core words, names of things, initials           rules       each rule with its source and examples
    checks       the rules over all texts
    words        how text is folded and asked for                search      asks the index
    shelf        the `Library` port over all of it

`shelf` is opened before the first window and imports neither `markdown` nor anything else that only `build` needs.
"""
