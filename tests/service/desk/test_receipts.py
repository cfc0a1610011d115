"""Receipts: all or none, the newest counts, and who is still to be called."""

from planner.episode import Role
from planner.service.desk import CallRow, Person, Receipt, WarningDesk, latest_orders
from planner.service.desk_files import call_csv
from tests.service.desk.made import NOW, WANG, issued, terms


def receipt(owner: str, state: str = "acknowledged", **more: object) -> Receipt:
    return Receipt(owner=owner, state=state, at=NOW, **more)


def codes(findings: object) -> list[str]:
    return [item.code for item in findings]


def test_who_acknowledged_is_not_called_any_more(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    owners = [item.owner for item in latest_orders(desk.view(number).orders)]
    assert [row.owner for row in desk.call_sheet(number, {})] == owners
    told = (receipt(owners[0]), receipt(owners[1], "contested", reason="设备检修"), receipt(owners[2], "delivered"))
    assert desk.enter_receipts(number, told, WANG, NOW) == ()
    sheet = desk.call_sheet(number, {owners[1]: ("虚构", "张", "000-1")})
    assert [(row.owner, row.state) for row in sheet][:2] == [(owners[1], "contested"), (owners[2], "delivered")]
    assert (sheet[0].name, sheet[0].contact_phone) == ("虚构", "000-1")


def test_receipts_are_kept_all_or_none_and_everything_wrong_is_told(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    owner = desk.view(number).orders[0].owner
    bad = (receipt(owner), receipt("nobody"), receipt(owner, "lost"), receipt(owner, "contested"))
    found = codes(desk.enter_receipts(number, bad, WANG, NOW))
    assert found == ["warning.receipt.unknown", "warning.receipt.state", "warning.receipt.no_reason"]
    assert desk.receipts(number) == ()


def test_a_county_enters_its_own_receipts_only(desk: WarningDesk, yellow: int) -> None:
    number = issued(desk, yellow, terms())
    order = desk.view(number).orders[0]
    stranger = Person(name="郑", role=Role.PLANNER, county_code="140406")
    assert codes(desk.enter_receipts(number, (receipt(order.owner),), stranger, NOW)) == ["warning.role.county"]
    viewer = Person(name="冯", role=Role.VIEWER)
    assert codes(desk.enter_receipts(number, (receipt(order.owner),), viewer, NOW)) == ["warning.role.denied"]
    assert [item.outcome for item in desk.trace()[-2:]] == ["refused", "refused"]


def test_a_call_sheet_holds_no_formula() -> None:
    row = CallRow(
        county_code="1", owner="E", name="=1+1", order_number="n", kind="start", state="", contact_phone="+86"
    )
    text = call_csv([row])
    assert ",'=1+1,," in text
    assert ",'+86," in text
