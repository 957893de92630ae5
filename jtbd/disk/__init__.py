"""The only hands on a disk as people have it: shares without locks, scanners that hold a file for a moment.

What others use: `files` (read within bounds, replace, write new, add a line, drop), `folders` (list, make, remove),
`placing` (take away, move), `lock`, `sweeping`. What changes a disk they do by `calls`, and nobody else makes one.
"""
