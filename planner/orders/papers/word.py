"""Papers as Word files: a docxtpl template, its tags made Jinja once, rendered and zipped with fixed dates."""

import re
import zipfile
from collections.abc import Iterable
from dataclasses import asdict
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from jinja2 import Environment, Template, TemplateError
from markupsafe import Markup

from planner.errors import FindingsError, finding
from planner.orders.papers.folder import TemplateFolder
from planner.orders.papers.qr import qr_png
from planner.orders.papers.typeset import Told, chunks

__all__ = ["paper_docx", "volume_docx"]

BODY, RELATIONS, TYPES = "word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
FIXED_DATE = (1980, 1, 1, 0, 0, 0)
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Signs that XML cannot hold; a cell of a list may bring them along."""
QR_WIDTH = 828_000
"""23 mm in the unit of DrawingML, 360,000 a centimetre."""
IMAGE_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:extent cx="{width}" cy="{width}"/><wp:docPr id="{number}" name="QR {number}"/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">'
    '<pic:nvPicPr><pic:cNvPr id="{number}" name="qr{number}.png"/><pic:cNvPicPr/></pic:nvPicPr>'
    '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' r:embed="rIdQr{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
    '<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{width}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
    "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
)


def paper_docx(template: str, facts: object, folder: TemplateFolder) -> bytes:
    """One paper as a Word file; the same facts give the same bytes.

    Args:
        template: name of the .docx file.

    Raises:
        FindingsError: where the template does not work.
    """
    codes: list[bytes] = []
    model = _Model(template, folder)
    return model.bound(model.body(asdict(facts), codes), codes)  # type: ignore[call-overload]


def volume_docx(template: str, papers: Iterable[object], folder: TemplateFolder, told: Told | None = None) -> bytes:
    """Many papers of one kind as one Word file, each on a page of its own.

    Args:
        template: name of a .docx file that lays out the list `papers`.
    """
    items: list[dict[str, Any]] = []
    for chunk in chunks(papers):
        items += [asdict(item) for item in chunk]
        if told is not None:
            told(len(items))
    codes: list[bytes] = []
    model = _Model(template, folder)
    return model.bound(model.body({"papers": items}, codes), codes)


class _Model:
    """A template with its tags made Jinja."""

    def __init__(self, name: str, folder: TemplateFolder) -> None:
        self._name, self._path = name, folder.find(name)
        try:
            with zipfile.ZipFile(self._path) as held:
                tagged = DocxTemplate(self._path).patch_xml(held.read(BODY).decode())
            self._template: Template = Environment(autoescape=True).from_string(tagged)
        except (TemplateError, OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
            raise self._broken(error) from error

    def body(self, content: dict[str, Any], codes: list[bytes]) -> str:
        """The body with its tags filled; QR codes are added to `codes`."""

        def qr(text: str) -> Markup:
            codes.append(qr_png(text))
            return Markup(DRAWING.format(number=len(codes), width=QR_WIDTH))  # nosec B704  # noqa: S704 - made of numbers alone

        try:
            return CONTROLS.sub("", self._template.render(content, qr=qr))
        except TemplateError as error:
            raise self._broken(error) from error

    def bound(self, body: str, codes: list[bytes]) -> bytes:
        """The file around a body."""
        written = BytesIO()
        with zipfile.ZipFile(self._path) as source, zipfile.ZipFile(written, "w") as target:
            for name in source.namelist():
                _put(target, name, self._part(name, source.read(name), body, len(codes)))
            for number, code in enumerate(codes, start=1):
                _put(target, f"word/media/qr{number}.png", code)
        return written.getvalue()

    def _part(self, name: str, content: bytes, body: str, codes: int) -> bytes:
        if name == BODY:
            return body.encode()
        if name == RELATIONS:
            drawn = "".join(
                f'<Relationship Id="rIdQr{number}" Type="{IMAGE_TYPE}" Target="media/qr{number}.png"/>'
                for number in range(1, codes + 1)
            )
            return content.replace(b"</Relationships>", drawn.encode() + b"</Relationships>")
        if name == TYPES and b'Extension="png"' not in content:
            return content.replace(b"</Types>", b'<Default Extension="png" ContentType="image/png"/></Types>')
        return content

    def _broken(self, error: Exception) -> FindingsError:
        return FindingsError((finding("papers.template.broken", value=error, file=self._name),))


def _put(target: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, date_time=FIXED_DATE)
    info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
    target.writestr(info, content)
