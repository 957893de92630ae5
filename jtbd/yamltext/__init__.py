"""Strict YAML text: what is read means the same to every YAML reader, and what is written does too."""

from jtbd.yamltext.document import Document, Finding, NodePath, Plain, Reading, path_text
from jtbd.yamltext.reader import MOST_BYTES, read, scan
from jtbd.yamltext.writer import write

__all__ = ["MOST_BYTES", "Document", "Finding", "NodePath", "Plain", "Reading", "path_text", "read", "scan", "write"]
