from datetime import datetime

from vi_events.edition.dates import hour, long_date, moment, same_day


def ms(*when: int) -> int:
    return int(datetime(*when).timestamp() * 1000)  # type: ignore[misc,arg-type]


def test_a_day_and_an_hour_are_said_as_in_french() -> None:
    assert moment(ms(2027, 1, 14, 14, 0)) == "le 14 janvier à 14\u202fh\u202f00"
    assert moment(ms(2027, 12, 1, 8, 5)) == "le 1er décembre à 8\u202fh\u202f05"
    assert hour(ms(2027, 2, 5, 0, 30)) == "0\u202fh\u202f30"
    assert long_date("2018-02-01") == "jeudi 1er février 2018"


def test_a_day_ends_at_midnight() -> None:
    assert same_day(ms(2027, 1, 14, 0, 0), ms(2027, 1, 14, 23, 59))
    assert not same_day(ms(2027, 1, 14, 23, 59), ms(2027, 1, 15, 0, 0))
