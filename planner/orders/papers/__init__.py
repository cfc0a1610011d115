"""The papers of a plan or warning: records of what they say, as PDF, docx, CSV or CAP by replaceable templates.

Takes PlanProblem, Plan, order records, AirWarning, OrderMeta and Phrasebook, gives records and bytes;
templates and fonts are its own files. Imports episode, compare, plan, problem, errors, terms.
"""

from planner.orders.papers.bundles import Bundle, cover_facts, orders_by_county, orders_by_department
from planner.orders.papers.cap import CapMessage, CapWords, cap_identifier, cap_xml
from planner.orders.papers.facts import IssuedOrder, OrderFacts, OrderSetting, SourcePlan
from planner.orders.papers.folder import TemplateFolder
from planner.orders.papers.letterhead import Letterhead, read_letterhead
from planner.orders.papers.moments import moment_text
from planner.orders.papers.order_csv import orders_csv, orders_table
from planner.orders.papers.order_facts import draft_orders, order_facts, source_plan
from planner.orders.papers.report_facts import (
    AirDay,
    AmountRow,
    BoardFacts,
    CountyRow,
    DailyFacts,
    EvaluationFacts,
    HoursRow,
    board_facts,
    public_list_facts,
)
from planner.orders.papers.typeset import Told, bind_pdf, paper_images, paper_pdf, volume_pdf
from planner.orders.papers.warning_facts import ForecastRow
from planner.orders.papers.warning_papers import (
    WarningCase,
    approval_facts,
    notice_facts,
    opinion_facts,
    signer_text,
    warning_head,
)
from planner.orders.papers.word import paper_docx, volume_docx

__all__ = [
    "AirDay",
    "AmountRow",
    "BoardFacts",
    "Bundle",
    "CapMessage",
    "CapWords",
    "CountyRow",
    "DailyFacts",
    "EvaluationFacts",
    "ForecastRow",
    "HoursRow",
    "IssuedOrder",
    "Letterhead",
    "OrderFacts",
    "OrderSetting",
    "SourcePlan",
    "TemplateFolder",
    "Told",
    "WarningCase",
    "approval_facts",
    "bind_pdf",
    "board_facts",
    "cap_identifier",
    "cap_xml",
    "cover_facts",
    "draft_orders",
    "moment_text",
    "notice_facts",
    "opinion_facts",
    "order_facts",
    "orders_by_county",
    "orders_by_department",
    "orders_csv",
    "orders_table",
    "paper_docx",
    "paper_images",
    "paper_pdf",
    "public_list_facts",
    "read_letterhead",
    "signer_text",
    "source_plan",
    "volume_docx",
    "volume_pdf",
    "warning_head",
]
