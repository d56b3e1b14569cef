"""A work programme as the group's papers write it: tables → activities → what would change.

``reading.read`` turns a paper (``values.Paper``) into drafts and doubts; ``compare.plan`` sets
them beside what is on record.  Words of headings and actors are data (``rules/programme.yaml``).
"""
