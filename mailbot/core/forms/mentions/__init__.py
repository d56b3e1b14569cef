"""What sentences mention, put together: the last way to read a letter, where no other rule reads all of it.

A secretary reads "La extensión de nuestra oficina es la 115, siempre al 2299-0000" without knowing the phrase: a
number, an extension, "nuestra".  Here every number, address, name, post and office of a sentence is a mention; words
near it say of which kind it is (``ways``, ``places``), whether it is the old one, and whose (``people``, ``holders``).
``sense`` leaves out sentences about other things.  All of it is asked (``Doubt.one_reading``), and where two mentions
could be meant, none is proposed.
"""
