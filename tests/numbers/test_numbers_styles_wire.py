"""Wire copy of the 1980s: "shr", "cts", "mln dlrs", "pct", fractions of eighths."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("Shr 42 cts vs 38 cts", "money 42 USD_cent; money 38 USD_cent"),
    ("Net 3.2 mln vs 2.9 mln", "count 3200000; count 2900000"),
    ("Revs 145.6 mln vs 130.2 mln", "count 145600000; count 130200000"),
    ("Oper shr 1.12 dlrs vs 98 cts", "money 1.12 USD; money 98 USD_cent"),
    ("Oper net 1.2 bln vs 870 mln", "count 1200000000; count 870000000"),
    ("The company said it would pay 3.2 mln dlrs for the plant.", "money 3200000 USD"),
    (
        "Profits rose 25 pct to 50 mln dlrs from 40 mln.",
        "percent 25 percent ^up; money 50000000 USD ^to; money 40000000 USD ^from",
    ),
    ("The bank cut its prime rate to 7-1/4 pct from 7-1/2 pct.", "percent 7.25 percent ^to; percent 7.5 percent ^from"),
    ("The stock was up 1-3/8 to 42-1/2 in early trading.", "count 1.375 ^up; count 42.5 ^to"),
    ("Shares of the retailer fell 3/8 to 17-7/8.", "count 0.375 ^down; count 17.875 ^to"),
    ("Qtly div 12 cts vs 10 cts prior", "money 12 USD_cent; money 10 USD_cent"),
    ("Pay April 15, record March 31", "date; date"),
    ("The bond carries a 9-3/8 pct coupon and matures in 1997.", "percent 9.375 percent; year 1997"),
    ("Wheat futures closed 2-1/4 cts lower at 2.86-1/2 dlrs a bushel.", "money 2.25 USD_cent ^down; rate 2.865 USD/bushel"),
    ("Crude rose 35 cts to 18.60 dlrs a barrel.", "money 35 USD_cent ^up; rate 18.6 USD/oil_barrel ^to"),
    ("OPEC agreed a ceiling of 15.8 mln barrels per day.", "rate 15800000 oil_barrel/day"),
    ("The dollar fell to 141.25 yen from 142.10.", "money 141.25 JPY ^to; money 142.1 JPY ^from"),
    ("The central bank bought 1.5 bln stg of bills at 9-15/16 pct.", "money 1500000000 GBP; percent 9.9375 percent"),
    ("Money supply M3 grew at a seasonally adjusted annual rate of 8.4 pct.", "percent 8.4 percent"),
    ("It expects to report a loss of about 1.05 dlrs a share.", "rate 1.05 USD/share ~about"),
    ("The company has about 12.4 mln shares outstanding.", "count 12400000 <share> ~about"),
    ("Avg shrs 11.2 mln vs 10.8 mln", "count 11200000; count 10800000"),
    ("Copper cathodes were down 12 stg a tonne at 915.", "rate 12 GBP/tonne ^down; count 915"),
    ("Sugar exports totalled 240,000 tonnes, against 310,000 tonnes a year earlier.", "mass 240000 tonne; mass 310000 tonne"),
    ("The issue was priced at 101-3/4 pct to yield 8.92 pct.", "percent 101.75 percent; percent 8.92 percent"),
    ("Gold was fixed at 402.50 dlrs an ounce, up from 399.75.", "rate 402.5 USD/ounce; rate 399.75 USD/ounce ^from"),
    ("The deal is worth 1.1 bln marks, or 610 mln dlrs.", "money 1100000000 DEM; money 610000000 USD"),
    ("The Bundesbank left the discount rate at three pct.", "percent 3 percent"),
    ("Exports rose 6.2 pct in February to 22.4 bln marks.", "percent 6.2 percent ^up; money 2.24e+10 DEM ^to"),
    ("Nine mths net 9.1 mln vs 7.7 mln", "duration 9 month; count 9100000; count 7700000"),
    ("Full-year pretax profit was 83.4 mln stg vs 71.2 mln.", "money 83400000 GBP; money 71200000 GBP"),
    ("The surplus narrowed to 4.2 bln Swiss francs from 5.1 bln.", "money 4200000000 CHF ^to; money 5100000000 CHF ^from"),
    ("A basket of currencies lost 2-1/2 points.", "count 2.5 <point> ^down"),
    ("It sold 500 mln dlrs of 30-year bonds.", "money 500000000 USD; duration 30 year"),
    (
        "The yield on the 10-year note slipped 4 basis points to 6.41 percent.",
        "duration 10 year; percent-point 4 basis_point ^down; percent 6.41 percent ^to",
    ),
    ("He put the cost at 200 mln French francs.", "money 200000000 FRF"),
    ("Loans totalled 1,250,000 dlrs.", "money 1250000 USD"),
    ("Corn was 3/4 cent to 1-1/2 cents a bushel higher.", "rate 0.75..1.5 USD_cent/bushel"),
    ("Output reached 610,000 bpd in the first quarter of 1987.", "rate 610000 oil_barrel/day ^to; date"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
