"""Papers as Word files, reopened and read."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from planner.episode import ActKind
from planner.errors import FindingsError
from planner.orders.papers import (
    TemplateFolder,
    approval_facts,
    board_facts,
    cover_facts,
    notice_facts,
    opinion_facts,
    orders_by_county,
    paper_docx,
    public_list_facts,
    volume_docx,
)
from tests.orders.papers.made import SHIPPED, case, drafts, facts, letterhead, told


def text_of(content: bytes) -> str:
    paper = docx.Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in paper.paragraphs), *cells])


def test_a_volume_of_orders_holds_rows_and_codes_of_each() -> None:
    paper = docx.Document(BytesIO(volume_docx("order.docx", [facts(), facts(number="b")], SHIPPED)))
    assert len(paper.tables) == 4
    assert len(paper.inline_shapes) == 2
    assert paper.tables[1].rows[1].cells[2].text == "停产（1#线）"


def test_a_draft_says_so_and_a_signed_order_does_not() -> None:
    assert "草案·未签发" in text_of(volume_docx("order.docx", [facts()], SHIPPED))
    assert "草案" not in text_of(volume_docx("order.docx", told(drafts()), SHIPPED))


def test_an_exercise_is_told_on_the_notice() -> None:
    content = paper_docx("notice.docx", notice_facts(case(ActKind.ISSUE, is_exercise=True), ()), SHIPPED)
    assert "演练" in text_of(content)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (ActKind.ISSUE, "决定自2026年12月1日12时起启动重污染天气橙色预警，实施Ⅱ级应急响应，解除时间另行通知"),
        (ActKind.ADJUST, "由橙色预警（Ⅱ级应急响应）调整为红色预警（Ⅰ级应急响应）"),
        (ActKind.LIFT, "起解除红色预警，终止Ⅰ级应急响应"),
    ],
)
def test_a_notice_says_what_is_decided(kind: ActKind, words: str) -> None:
    assert words in text_of(paper_docx("notice.docx", notice_facts(case(kind), told(drafts())), SHIPPED))


def test_the_approval_form_names_signer_channel_and_what_is_owed() -> None:
    said = text_of(paper_docx("approval.docx", approval_facts(case(ActKind.ISSUE)), SHIPPED))
    assert "王明远（副市长）" in said
    assert "书面签字补签期限" in said


def test_the_approval_form_of_a_proposal_has_no_signer() -> None:
    assert approval_facts(case(ActKind.PROPOSE)).signer == ""


def test_the_public_list_holds_no_contact_and_no_meter() -> None:
    orders = (facts(contact_name="王五", contact_phone="13800000000"),)
    said = text_of(paper_docx("public_list.docx", public_list_facts(orders, ("办公室", "")), SHIPPED))
    assert "甲厂" in said
    assert "王五" not in said
    assert "电表" not in said


def test_opinion_cover_and_board_can_be_read_again() -> None:
    cover = cover_facts(orders_by_county(told(drafts()), letterhead())[0], letterhead())
    made = [
        paper_docx("opinion.docx", opinion_facts(case(ActKind.PROPOSE)), SHIPPED),
        paper_docx("cover.docx", cover, SHIPPED),
        volume_docx("board.docx", [board_facts((facts(),), ("办公室", "12345"))], SHIPPED),
    ]
    assert all(word in text_of(item) for item, word in zip(made, ("会商意见", "交办单", "12345"), strict=True))


def test_markup_in_a_name_stays_text() -> None:
    said = text_of(volume_docx("order.docx", [facts(addressee="<w:p/>&{{ 1 + 1 }}\x0b厂")], SHIPPED))
    assert "<w:p/>&{{ 1 + 1 }}厂" in said


def test_a_file_that_is_no_word_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "order.docx").write_bytes(b"no zip")
    with pytest.raises(FindingsError, match=r"papers\.template\.broken"):
        volume_docx("order.docx", [facts()], TemplateFolder(own=tmp_path))
