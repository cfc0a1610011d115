"""Right, unread and wrong, strictly."""

from planner.measures import LabelledPhrase, Meaning, Verdict, compare_phrase


def verdict(phrase: str, **label: object) -> Verdict:
    """The verdict on a phrase with one label."""
    meaning = Meaning(**label)  # type: ignore[arg-type]
    return compare_phrase(LabelledPhrase(phrase=phrase, meanings=(meaning,))).verdict


def test_a_reading_that_agrees_in_every_key_is_right() -> None:
    assert verdict("限产30%", kind="limit_share", share_cut=0.3) is Verdict.RIGHT


def test_another_share_is_wrong() -> None:
    assert verdict("限产30%", kind="limit_share", share_cut=0.7) is Verdict.WRONG


def test_another_kind_is_wrong() -> None:
    assert verdict("限产30%", kind="halt", share_cut=0.3) is Verdict.WRONG


def test_a_number_that_the_label_lacks_contradicts_it() -> None:
    assert verdict("限产30%", kind="limit_share") is Verdict.WRONG


def test_a_missing_bound_is_wrong() -> None:
    assert verdict("限产30%", kind="limit_share", share_cut=0.3, rounding="at least") is Verdict.WRONG


def test_a_basis_that_the_label_names_must_be_ours() -> None:
    assert verdict("限产30%", kind="limit_share", share_cut=0.3, count_or_capacity="count") is Verdict.WRONG


def test_two_spellings_of_one_stage_agree() -> None:
    assert verdict("停止使用国四及以下货车", kind="truck_ban", vehicles="below 国五") is Verdict.RIGHT


def test_a_window_must_agree() -> None:
    phrase = "每日22时至次日6时停产"
    assert verdict(phrase, kind="on_off_cycle", hours="22:00-06:00 daily off") is Verdict.RIGHT
    assert verdict(phrase, kind="on_off_cycle", hours="20:00-06:00 daily off") is Verdict.WRONG


def test_what_is_not_read_is_unread() -> None:
    assert verdict("限产20%或停产", kind="limit_share", share_cut=0.2) is Verdict.UNREAD


def test_all_of_several_labels_must_be_met() -> None:
    both = (Meaning(kind="halt", share_cut=1.0), Meaning(kind="truck_ban", vehicles="all"))
    assert compare_phrase(LabelledPhrase(phrase="停产；停止公路运输", meanings=both)).verdict is Verdict.RIGHT
    assert compare_phrase(LabelledPhrase(phrase="停产", meanings=both)).verdict is Verdict.WRONG
