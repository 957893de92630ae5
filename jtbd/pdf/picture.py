"""A picture for print, its letters apart: they are set by the page itself, in the fonts that all else is set in.

Inside a picture typst looks for letters by other rules, and refuses a whole PDF/A for one mark that it does not find.
"""

from __future__ import annotations

from typing import Any, Final
from xml.etree import ElementTree as ET

_SVG: Final = "http://www.w3.org/2000/svg"
_ALIGNED: Final = {"start": "left", "middle": "center", "end": "right"}


def taken_apart(svg: str) -> dict[str, Any]:
    """Return a picture of this program as plain data: the drawing without its texts, and each text with its place.

    Args:
        svg: from `jtbd.figures`, whose texts have their place, colour and anchor themselves, their size from a group.

    Returns:
        `svg`, its `width` and `height` in pixels, and `labels`: `text`, `x` and `y` of where its baseline starts, is
        centred or ends (`align`), `fill`, `bold`, and `size`, in pixels.

    """
    ET.register_namespace("", _SVG)
    root = ET.fromstring(svg)  # noqa: S314 - written here, not read from a stranger
    for told in ("title", "desc"):  # the page has an alternative text of its own
        for found in root.findall(f"{{{_SVG}}}{told}"):
            root.remove(found)
    labels = []
    for group in root.iter(f"{{{_SVG}}}g"):
        for text in group.findall(f"{{{_SVG}}}text"):
            labels.append(
                {
                    "text": text.text or "",
                    "x": float(text.attrib["x"]),
                    "y": float(text.attrib["y"]),
                    "align": _ALIGNED[text.attrib["text-anchor"]],
                    "fill": text.attrib["fill"],
                    "bold": text.attrib["font-weight"] == "bold",
                    "size": float(group.attrib["font-size"]),
                }
            )
            group.remove(text)
    return {
        "svg": ET.tostring(root, encoding="unicode"),
        "width": float(root.attrib["width"]),
        "height": float(root.attrib["height"]),
        "labels": labels,
    }
