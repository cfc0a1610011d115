"""The shipped templates of Word files: `uv run python -m tests.papers.make_docx` writes them, a city edits them in Word.

Their tags are Jinja as docxtpl has it: `{{ x }}`, `{%p for ... %}` around paragraphs, `{%tr for ... %}` around rows.
"""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path

from docx import Document
from docx.document import Document as Paper
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

TEMPLATES = Path(__file__).resolve().parents[2] / "planner" / "orders" / "papers" / "templates"
BODY, HEAD = "仿宋", "黑体"
RED = RGBColor(0xC0, 0, 0)
LEFT, CENTER, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
MARKS = "{{ head.exercise_mark }}{% if head.exercise_mark and head.draft_mark %}　{% endif %}{{ head.draft_mark }}"
DEAD = (1980, 1, 1, 0, 0, 0)


def blank(
    margins: tuple[float, float, float, float] = (24, 22, 24, 22), *, wide: bool = False, a3: bool = False
) -> Paper:
    """An empty paper; margins top, bottom, left, right in mm."""
    paper = Document()
    section = paper.sections[0]
    size = (297, 420) if a3 else (210, 297)
    width, height = size[::-1] if wide else size
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, margins)
    style = paper.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(10.5)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), BODY)
    style.paragraph_format.space_after = Pt(0)
    return paper


def say(  # noqa: PLR0913
    place: Paper | _Cell,
    text: str,
    *,
    size: float = 10.5,
    align: WD_ALIGN_PARAGRAPH = LEFT,
    font: str = BODY,
    bold: bool = False,
    colour: RGBColor | None = None,
    pitch: float | None = None,
    indent: bool = False,
    below: float = 0,
) -> Paragraph:
    """A paragraph of one look."""
    line = place.add_paragraph()
    line.alignment = align
    look = line.paragraph_format
    look.space_after = Pt(below)
    if pitch:
        look.line_spacing_rule, look.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(pitch)
    if indent:
        look.first_line_indent = Pt(2 * size)
    run = line.add_run(text)
    run.bold, run.font.size, run.font.name = bold, Pt(size), "Times New Roman"
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), font)  # noqa: SLF001
    if colour is not None:
        run.font.color.rgb = colour
    return line


def fill(cell: _Cell, text: str, *, size: float = 9.5, head: bool = False, align: WD_ALIGN_PARAGRAPH = LEFT) -> None:
    """The text of a cell, a line each."""
    first = True
    for part in text.split("\n"):
        say(cell, part, size=size, font=HEAD if head else BODY, bold=head, align=CENTER if head else align)
        if first:
            cell._element.remove(cell.paragraphs[0]._element)  # noqa: SLF001 - the empty one it is born with
            first = False


def grid(
    paper: Paper, widths: Sequence[float], rows: Sequence[Sequence[str]], *, heads: int = 0, keys: bool = False
) -> None:
    """A table with borders; widths in mm; the first `heads` rows are repeated on each page."""
    table = paper.add_table(rows=0, cols=len(widths))
    table.style, table.alignment, table.autofit = "Table Grid", WD_TABLE_ALIGNMENT.CENTER, False
    for number, texts in enumerate(rows):
        row = table.add_row()
        if number < heads:
            mark = OxmlElement("w:tblHeader")
            mark.set(qn("w:val"), "true")
            row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = Mm(widths[place])
            fill(cell, text, head=number < heads or (keys and place % 2 == 0))


def loop(paper: Paper, widths: Sequence[float], heads: Sequence[str], each: tuple[str, Sequence[str]]) -> None:
    """A table with a header and one row an item of a list."""
    over, cells = each
    width = len(widths)
    begin = [f"{{%tr for {over} %}}", *[""] * (width - 1)]
    end = ["{%tr endfor %}", *[""] * (width - 1)]
    grid(paper, widths, [heads, begin, cells, end], heads=1)


def title(paper: Paper, text: str, below: str = "") -> None:
    """Number and marks, the title, and what stands under it."""
    say(paper, "{{ head.warning_id }}", size=9.5)
    say(paper, MARKS, size=14, font=HEAD, bold=True, colour=RED, align=RIGHT)
    say(paper, text, size=20, bold=True, align=CENTER, below=4)
    if below:
        say(paper, below, size=11, align=CENTER, below=4)


def proof(paper: Paper, who: str = "head") -> None:
    """The QR code and what it holds."""
    say(paper, f"{{{{r qr({who}.qr_text) }}}}")
    say(paper, "二维码含编号、版本、方案哈希和留痕链头全文，可向发文机关核对真伪。", size=8.5)


AREAS = "{% for item in head.areas %}{{ item.area }}：{{ item.level }}（{{ item.response }}）{% if not loop.last %}；{% endif %}{% endfor %}"


def order() -> Paper:
    """The order of an enterprise; many in one file, each on a page of its own."""
    paper = blank()
    say(paper, "{%p for order in papers %}")
    say(paper, "编号：{{ order.number }}　　版本：{{ order.version }}", size=9.5)
    say(paper, MARKS.replace("head.", "order."), size=14, font=HEAD, bold=True, colour=RED, align=RIGHT)
    say(paper, "{{ order.title }}", size=20, bold=True, align=CENTER, below=6)
    say(paper, "{{ order.addressee }}：", bold=True)
    opening = {
        "if order.kind == 'release'": "第 {{ order.follows }} 号通知所列应急减排措施自{{ order.resumed }}起解除。请在确保安全生产的前提下有序恢复，"
        "恢复时间报{{ order.county }}重污染天气应急指挥部。",
        "elif order.kind == 'change'": "因重污染天气预警调整，自{{ order.start }}起执行{{ order.level }}（{{ order.response }}）。"
        "第 {{ order.follows }} 号通知作如下变更，未列出的措施继续执行，{{ order.end }}。",
        "else": "按照{{ order.city }}重污染天气应急预案，自{{ order.start }}起启动{{ order.level }}（{{ order.response }}），"
        "{{ order.end }}。请按下表落实应急减排措施，并接受核查。",
    }
    say(paper, "".join(f"{{% {test} %}}{text}" for test, text in opening.items()) + "{% endif %}", indent=True, below=4)
    grid(
        paper,
        (26, 58, 26, 54),
        [
            ("企业名称", "{{ order.addressee }}", "信用代码", "{{ order.credit_code }}"),
            ("所属区县", "{{ order.county }}", "绩效等级", "{{ order.grade }}"),
            ("行业（工序）", "{{ order.activity }}", "预警/响应", "{{ order.level }}（{{ order.response }}）"),
            ("企业联系人", "{{ order.contact_name }}", "联系电话", "{{ order.contact_phone }}"),
        ],
        keys=True,
    )
    say(paper, "")
    cells = (
        "{{ row.number }}",
        "{{ row.source }}\n{{ row.activity }}",
        "{% if row.before %}原：{{ row.before }}　现：{% endif %}{{ row.measure }}",
        "{{ row.period }}",
        "{{ row.check }}",
        "{{ row.clauses }}",
    )
    heads = ("序号", "生产线（工序）", "应急减排措施", "执行时间", "核查方式", "依据")
    loop(paper, (10, 30, 50, 28, 32, 14), heads, ("row in order.rows", cells))
    say(paper, "{%p if order.kind != 'release' %}")
    say(paper, "安全生产：{{ order.safety }}", below=4)
    say(paper, "{%p endif %}")
    say(paper, "{%p for clause in order.clauses %}")
    say(paper, "[{{ loop.index }}] {{ clause }}", size=9)
    say(paper, "{%p endfor %}")
    say(paper, "{%p if order.open_count %}")
    say(paper, "上列依据中有{{ order.open_count }}条标注“待确认”，执行前须由发文机关核定。", size=9, colour=RED)
    say(paper, "{%p endif %}")
    proof(paper, "order")
    say(paper, "方案哈希 {{ order.plan_sha256 }}", size=7.5)
    say(paper, "留痕链头 {{ order.trace_sha256 or '—' }}", size=7.5, below=6)
    say(paper, "{{ order.city }}重污染天气应急指挥部办公室（印章）", align=RIGHT)
    say(paper, "{{ order.issued or '　　　　年　　月　　日' }}", align=RIGHT)
    say(paper, "{% if order.signer %}签发：{{ order.signer }}{% endif %}", size=9, align=RIGHT, below=6)
    say(
        paper,
        "回执　编号 {{ order.number }}　企业（盖章）：＿＿＿＿＿＿＿＿　签收人：＿＿＿＿　时间：＿＿＿＿＿",
        size=9,
    )
    say(paper, "□ 已收悉，按通知执行　　□ 有异议，理由：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿", size=9)
    say(paper, "{%p if not loop.last %}")
    paper.add_page_break()
    say(paper, "{%p endif %}")
    say(paper, "{%p endfor %}")
    return paper


def notice() -> Paper:
    """The notice in the layout of GB/T 9704: pitch 28 pt, body 16 pt, title 22 pt."""
    paper = blank((37, 35, 28, 26))

    def body(text: str, *, head: bool = False) -> None:
        say(paper, text, size=16, pitch=28, indent=True, font=HEAD if head else BODY)

    say(paper, MARKS, size=14, font=HEAD, bold=True, colour=RED, align=RIGHT)
    say(paper, "{{ head.authority }}文件", size=28, bold=True, colour=RED, align=CENTER, below=24)
    say(paper, "{{ document_prefix }}〔{{ year }}〕　　号", size=16, pitch=28, align=CENTER, below=24)
    say(paper, "{{ head.authority }}", size=22, bold=True, pitch=32, align=CENTER)
    say(paper, "{{ title }}", size=22, bold=True, pitch=32, align=CENTER, below=24)
    say(paper, "{{ addressees }}：", size=16, pitch=28)
    say(paper, "{%p if head.kind == 'lift' %}")
    body(
        "根据空气质量监测和预测会商意见，我市空气质量将持续改善，经研究，决定自{{ changed }}起解除{{ head.level }}，终止{{ head.response }}。"
        "有关事项通知如下。"
    )
    body("一、解除应急减排措施", head=True)
    body(
        "各县（区）、各有关部门立即将解除通知传达到每一家企业、工地和运输单位，并告知恢复时间。"
        "企业恢复生产应确保安全，不得超标排放。"
    )
    body("二、做好总结评估", head=True)
    body("各县（区）、各有关部门对本次预警期间减排措施落实情况进行总结评估，评估材料报{{ head.office }}。")
    say(paper, "{%p else %}")
    body(
        "{% if head.kind == 'adjust' %}根据空气质量预测会商意见，经研究，决定自{{ head.start }}起，将重污染天气预警由{{ previous }}调整为"
        "{{ head.level }}（{{ head.response }}），{{ head.end }}。{% else %}根据空气质量预测会商意见，预计我市将出现重污染天气过程，"
        "首要污染物（成因）为{{ head.cause }}。经研究，决定自{{ head.start }}起启动重污染天气{{ head.level }}，实施{{ head.response }}，"
        "{{ head.end }}。{% endif %}有关事项通知如下。"
    )
    body("一、预警范围和级别", head=True)
    body(AREAS + "。")
    body("二、应急减排措施", head=True)
    body(
        "严格按照《{{ head.plan_name }}》和应急减排清单，落实工业源、扬尘源、移动源减排措施。{% if enterprises %}本次"
        "{{ '变更' if head.kind == 'adjust' else '下达' }}企业应急减排通知{{ enterprises }}份，涉及生产线和设施{{ lines }}处；"
        "扬尘源、移动源等{{ others }}处。{% endif %}各企业按照应急减排通知逐条生产线（工序）执行，确保安全生产。"
    )
    body("三、健康防护和信息公开", head=True)
    body("及时发布预警信息和健康防护提示，提醒儿童、老年人和呼吸道、心脑血管疾病患者减少户外活动，倡导公众绿色出行。")
    body("四、督查核查和信息报送", head=True)
    body(
        "各县（区）、各有关部门采取现场检查、用电监控、在线监测等方式核查措施落实情况，实行重污染天气每日一报。"
        "{% if head.kind == 'adjust' %}此前通知与本通知不一致的，以本通知为准。{% endif %}"
    )
    say(paper, "{%p endif %}")
    body("联系单位：{{ head.office }}")
    body("联系电话：{{ head.duty_phone or '＿＿＿＿＿＿＿＿' }}")
    say(paper, "", size=16, pitch=28)
    say(paper, "{{ head.authority }}　　", size=16, pitch=28, align=RIGHT)
    say(paper, "{{ issued or '　　　年　　月　　日' }}　　", size=16, pitch=28, align=RIGHT, below=24)
    say(paper, "抄送：{{ copies_to | join('，') }}。", size=14, pitch=24)
    say(paper, "{{ head.office }}　　{{ issued or '　　　年　　月　　日' }}印发", size=14, pitch=24)
    return paper


def facts(paper: Paper, pairs: Sequence[tuple[str, str]]) -> None:
    """A table of names and values."""
    grid(paper, (34, 130), pairs, keys=True)


def opinion() -> Paper:
    """The consultation opinion."""
    paper = blank()
    title(paper, "{{ head.city }}重污染天气会商意见")
    facts(
        paper,
        [
            ("会商时间", "{{ held }}"),
            ("参加单位", "生态环境、气象部门及专家组："),
            ("记录人", "{{ recorder }}"),
            ("会商意见", "{{ opinion }}"),
            ("首要污染物或成因", "{{ head.cause }}"),
            (
                "建议",
                "{% if head.level %}{{ head.act }}{{ head.level }}（{{ head.response }}）；"
                + AREAS
                + "；{{ head.start }}起，{{ head.end }}{% endif %}\n{{ proposal }}",
            ),
            ("依据", "{{ clause or '《' ~ head.plan_name ~ '》预警分级标准' }}"),
        ],
    )
    say(paper, "")
    cells = ("{{ row.day }}", "{{ row.aqi }}", "{{ row.category }}", "{{ row.primary }}")
    loop(paper, (40, 40, 40, 44), ("日期", "AQI", "级别", "首要污染物"), ("row in forecast", cells))
    say(paper, "")
    say(paper, "专家组组长：＿＿＿＿＿＿　　生态环境部门：＿＿＿＿＿＿　　气象部门：＿＿＿＿＿＿", below=6)
    proof(paper)
    return paper


def approval() -> Paper:
    """The approval form."""
    paper = blank()
    title(paper, "重污染天气预警信息{{ head.act }}审批表")

    def box(kind: str, label: str) -> str:
        return f"{{{{ '■' if head.kind == '{kind}' else '□' }}}} {label}　　"

    facts(
        paper,
        [
            ("事项", box("issue", "发布") + box("adjust", "调整") + box("lift", "解除")),
            ("预警级别、响应级别", "{{ head.level }}　{{ head.response }}"),
            ("范围", AREAS),
            ("起止时间", "{% if head.start %}{{ head.start }}起，{{ head.end }}{% endif %}"),
            ("成因", "{{ head.cause }}"),
            ("会商意见", "{{ opinion }}\n{{ consulted }}"),
            ("拟办意见", "{{ proposal }}\n{{ proposed_by }}　{{ proposed }}"),
            ("审核意见", "{{ review }}\n{{ reviewed_by }}　{{ reviewed }}"),
            (
                "签发（{{ office_needed }}）",
                "{% if signer %}{{ signer }}（{{ signer_office }}）　{{ channel }}签发　{{ signed }}"
                "{% if paper_due %}　书面签字补签期限：{{ paper_due }}　补签：＿＿＿＿＿＿{% endif %}"
                "{% else %}签名：＿＿＿＿＿＿　时间：＿＿＿＿＿＿{% endif %}",
            ),
            ("发布", "{{ issued_by }}　{{ issued }}"),
        ],
    )
    say(paper, "签发权限和办理时限按照《{{ head.plan_name }}》执行。", size=9.5, below=6)
    proof(paper)
    return paper


def public_list() -> Paper:
    """The public list."""
    paper = blank((20, 18, 18, 18), wide=True)
    say(paper, MARKS.replace("head.", ""), size=14, font=HEAD, bold=True, colour=RED, align=RIGHT)
    say(paper, "{{ city }}重污染天气应急减排措施公开清单", size=20, bold=True, align=CENTER)
    say(paper, "{{ level }}（{{ response }}）　自{{ start }}起，{{ end }}", size=11, align=CENTER, below=4)
    names = ("number", "county", "name", "activity", "grade", "source", "measure", "period")
    heads = ("序号", "区县", "企业（单位）", "行业（工序）", "绩效等级", "生产线（工序）", "减排措施", "执行时间")
    cells = tuple(f"{{{{ row.{name} }}}}" for name in names)
    loop(paper, (11, 20, 46, 32, 18, 34, 66, 34), heads, ("row in rows", cells))
    say(paper, "")
    say(
        paper,
        "发布单位：{{ office }}　　监督电话：{{ supervision_phone or '＿＿＿＿＿＿' }}　　发布日期：{{ issued or '＿＿＿＿＿＿' }}",
    )
    return paper


def board() -> Paper:
    """The notice board, A3."""
    paper = blank((18, 18, 20, 20), wide=True, a3=True)
    say(paper, "{%p for board in papers %}")
    say(paper, MARKS.replace("head.", "board.order."), size=16, font=HEAD, bold=True, colour=RED, align=RIGHT)
    say(paper, "重污染天气应急减排公示牌", size=40, bold=True, align=CENTER, below=10)
    grid(
        paper,
        (40, 150, 40, 148),
        [
            ("企业名称", "{{ board.order.addressee }}", "信用代码", "{{ board.order.credit_code }}"),
            ("所属区县", "{{ board.order.county }}", "绩效等级", "{{ board.order.grade }}"),
        ],
        keys=True,
    )
    say(paper, "{%p for item in board.levels %}")
    say(paper, "{{ item.level }}　{{ item.response }}", size=20, font=HEAD, bold=True, align=CENTER)
    cells = ("{{ row.number }}", "{{ row.source }}", "{{ row.measure }}")
    loop(paper, (30, 100, 248), ("序号", "生产线（工序）", "应急减排措施"), ("row in item.rows", cells))
    say(paper, "{%p endfor %}")
    say(paper, "责任人：＿＿＿＿＿＿＿＿　　联系电话：＿＿＿＿＿＿＿＿＿＿", size=18)
    say(paper, "监督电话：{{ board.supervision_phone or '＿＿＿＿＿＿' }}　　监督单位：{{ board.office }}", size=18)
    say(paper, "{{r qr(board.order.qr_text) }}", align=RIGHT)
    say(paper, "{%p if not loop.last %}")
    paper.add_page_break()
    say(paper, "{%p endif %}")
    say(paper, "{%p endfor %}")
    return paper


def daily() -> Paper:
    """The daily report."""
    paper = blank()
    title(paper, "{{ head.city }}重污染天气每日一报", "第 {{ issue }} 期　{{ day }}")
    facts(
        paper,
        [("预警", "{{ head.level }}（{{ head.response }}）　{{ head.start }}起，{{ head.end }}"), ("范围", AREAS)],
    )
    say(paper, "一、通知送达与核查（家）", font=HEAD, bold=True)
    names = ("county", "ordered", "acknowledged", "contested", "checked", "broken")
    heads = ("区县", "已下达", "已签收", "有异议", "已核查", "未落实")
    cells = tuple(f"{{{{ row.{name} }}}}" for name in names)
    loop(paper, (44, 24, 24, 24, 24, 24), heads, ("row in counties + (total,)", cells))
    say(paper, "二、空气质量预测与实况（AQI）", font=HEAD, bold=True)
    air = ("{{ row.day }}", "{{ row.forecast }}", "{{ row.measured }}")
    loop(paper, (60, 52, 52), ("日期", "预测", "实况"), ("row in air", air))
    for heading, name in (("三、当日变化", "changes"), ("四、其他情况", "remarks")):
        say(paper, heading, font=HEAD, bold=True)
        say(paper, f"{{%p for item in {name} %}}")
        say(paper, "{{ item }}", indent=True)
        say(paper, "{%p endfor %}")
        say(paper, f"{{% if not {name} %}}无。{{% endif %}}", indent=True)
    say(paper, "{{ head.office }}", align=RIGHT)
    proof(paper)
    return paper


def evaluation() -> Paper:
    """The evaluation report."""
    paper = blank()
    title(paper, "{{ head.city }}重污染天气应急响应评估报告")
    hours = "{% for row in hours %}第{{ row.version }}版：执行{{ row.hours }}小时{% if not loop.last %}；{% endif %}{% endfor %}"
    facts(
        paper,
        [
            ("预警", "{{ head.level }}（{{ head.response }}）"),
            ("范围", AREAS),
            ("响应时间", "{{ since }}至{{ until }}"),
            ("通知版本", hours),
            ("停产时长", "各生产线合计{{ standstill }}小时，计入秋冬季管控台账"),
        ],
    )
    parts = (
        ("一、减排量：下达与实际", "全市", "(total,)"),
        ("二、按区县", "区县", "counties"),
        ("三、按行业", "行业", "industries"),
    )
    for heading, name, rows in parts:
        say(paper, heading, font=HEAD, bold=True)
        amounts = [
            f"{{{{ row.ordered[{place}] }}}}{{% if row.achieved[{place}] %}}（实际{{{{ row.achieved[{place}] }}}}）{{% endif %}}"
            for place in range(4)
        ]
        heads = (name, *(f"{{{{ pollutants[{place}] }}}}（kg）" for place in range(4)), "成本（元）")
        loop(paper, (34, 26, 26, 26, 26, 26), heads, (f"row in {rows}", ("{{ row.name }}", *amounts, "{{ row.cost }}")))
    say(paper, "四、评估意见", font=HEAD, bold=True)
    say(paper, "{%p for item in remarks %}")
    say(paper, "{{ item }}", indent=True)
    say(paper, "{%p endfor %}")
    say(paper, "{{ head.office }}", align=RIGHT)
    proof(paper)
    return paper


def cover() -> Paper:
    """The cover of a bundle."""
    paper = blank()
    say(paper, MARKS.replace("head.", ""), size=14, font=HEAD, bold=True, colour=RED, align=RIGHT)
    say(paper, "应急减排通知交办单", size=20, bold=True, align=CENTER)
    say(paper, "{{ level }}（{{ response }}）", size=11, align=CENTER, below=6)
    say(paper, "{{ addressee }}：", bold=True)
    say(
        paper,
        "现将应急减排通知{{ rows | length }}份交你单位，请立即送达、督促执行并收回回执。执行时间：自{{ start }}起，{{ end }}。",
        indent=True,
        below=4,
    )
    names = ("place", "addressee", "credit_code", "county", "number", "measures")
    heads = ("序号", "企业（单位）", "统一社会信用代码", "区县", "通知编号", "措施（项）")
    cells = tuple(f"{{{{ row.{name} }}}}" for name in names)
    loop(paper, (11, 46, 36, 20, 40, 14), heads, ("row in rows", cells))
    say(paper, "方案哈希 {{ plan_sha256 }}", size=8)
    say(paper, "{{ office }}", align=RIGHT)
    say(paper, "{{ issued or '　　　　年　　月　　日' }}", align=RIGHT)
    return paper


def write(name: str, paper: Paper) -> None:
    """The template without its own dates, so that making it again changes nothing."""
    held = io.BytesIO()
    properties = paper.core_properties
    properties.author, properties.title = "planner", name
    paper.save(held)
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(TEMPLATES / f"{name}.docx", "w") as target:
        for item in sorted(source.namelist()):
            info = zipfile.ZipInfo(item, date_time=DEAD)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, source.read(item))


if __name__ == "__main__":
    for make in (order, notice, opinion, approval, public_list, board, daily, evaluation, cover):
        write(make.__name__, make())
