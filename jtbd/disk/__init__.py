"""What is done to files on a disk as people have it: shares without locks, scanners that hold a file for a moment."""
