"""A Word file as a package of parts: bytes go in, and come out again with every part that was not replaced as it was."""

import zipfile
from io import BytesIO
from posixpath import dirname, join, normpath, relpath, split
from typing import Any, Final

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap, qn
from lxml import etree  # type: ignore[import-untyped]

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_EXTENDED: Final = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"
_NEW: Final = (1980, 1, 1, 0, 0, 0)
"""The date of parts that are added, so that the same draft gives the same file."""


class WordPackage:
    """The parts of a Word file by name; ``main`` is the name of the document's own part."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(BytesIO(data)) as package:
            self._entries = [(info, package.read(info)) for info in package.infolist()]
        self._parts = {info.filename: part for info, part in self._entries}
        self._replaced: dict[str, bytes] = {}
        self.main = self._related("", RELATIONSHIP_TYPE.OFFICE_DOCUMENT) or "word/document.xml"

    def tree(self, name: str) -> Any:
        """Return the root element of a part, read anew at each call."""
        return etree.fromstring(self._replaced.get(name, self._parts[name]), _parser())

    def replace(self, name: str, root: Any) -> None:
        """Put ``root`` in a part's place."""
        tree = root.getroottree()
        self._replaced[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)

    def comments(self) -> tuple[str, Any]:
        """Return name and root of the part that holds the document's comments; a new one where there is none."""
        name = self._related(self.main, RELATIONSHIP_TYPE.COMMENTS)
        if name:
            return name, self.tree(name)
        name = join(dirname(self.main), "comments.xml")
        while name in self._parts:
            name = name.removesuffix(".xml") + "-hedui.xml"
        return name, etree.Element(qn("w:comments"), nsmap={"w": nsmap["w"]})

    def extended_comments(self) -> list[Any]:
        """Return what is told of the comments' threads, an element each; none where the document tells nothing."""
        name = self._related(self.main, _EXTENDED)
        return list(self.tree(name)) if name in self._parts else []

    def core_properties(self) -> Any | None:
        """Return the root of the part that says who saved the file when, None where there is none."""
        name = self._related("", RELATIONSHIP_TYPE.CORE_PROPERTIES)
        return self.tree(name) if name in self._parts else None

    def put_comments(self, name: str, root: Any) -> None:
        """Put the comments ``root`` into the part ``name``; a new one is related to the document."""
        self.replace(name, root)
        if name not in self._parts:
            types = self.tree(_TYPES)
            attributes = {"PartName": f"/{name}", "ContentType": CONTENT_TYPE.WML_COMMENTS}
            etree.SubElement(types, f"{{{_CONTENT_TYPES}}}Override", attributes)
            self.replace(_TYPES, types)
            self._relate(name, RELATIONSHIP_TYPE.COMMENTS)

    def file(self) -> bytes:
        """Return the package as the bytes of a file: the parts in their order, then those that were added."""
        stream = BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for info, part in self._entries:
                kept = zipfile.ZipInfo(info.filename, info.date_time)
                kept.external_attr = info.external_attr
                stored = info.compress_type == zipfile.ZIP_STORED
                kept.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
                package.writestr(kept, self._replaced.get(info.filename, part))
            for name in self._replaced.keys() - self._parts.keys():
                added = zipfile.ZipInfo(name, _NEW)
                added.compress_type = zipfile.ZIP_DEFLATED
                package.writestr(added, self._replaced[name])
        return stream.getvalue()

    def _related(self, source: str, sort: str) -> str:
        """Return the name of the part that ``source`` ("" for the package) is related to in that way, "" for none."""
        relations = _relations_name(source)
        if relations not in self._parts:
            return ""
        for relation in self.tree(relations):
            if relation.get("Type") == sort and relation.get("TargetMode") != "External":
                target = relation.get("Target", "")
                return normpath(join("/", dirname(source), target)).lstrip("/")
        return ""

    def _relate(self, name: str, sort: str) -> None:
        """Relate the document to the part ``name``."""
        relations = _relations_name(self.main)
        known = relations in self._parts
        root = self.tree(relations) if known else etree.Element(f"{{{_RELATIONS}}}Relationships")
        taken = {relation.get("Id") for relation in root}
        number = next(count for count in range(1, len(taken) + 2) if f"rIdHedui{count}" not in taken)
        attributes = {
            "Id": f"rIdHedui{number}",
            "Type": sort,
            "Target": relpath(name, dirname(self.main) or "."),
        }
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", attributes)
        self.replace(relations, root)


def _relations_name(source: str) -> str:
    folder, name = split(source)
    return join(folder, "_rels", f"{name}.rels")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
