"""Medicine, recipes, property, law, military, farming and energy."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("His blood sugar was 180 mg/dL.", "rate 180 milligram/deciliter"),
    ("Patients took 20 mg of the drug twice a day.", "mass 20 milligram"),
    ("The dose is 5ml three times daily.", "volume 5 milliliter; rate 3 time/day"),
    ("Her blood pressure was 140/90.", ""),
    ("The baby weighed 6lb 4oz.", "mass 6.25 pound"),
    ("He lost four stone in a year.", "mass 4 stone ^down"),
    ("She is 5ft 6in and weighs nine stone.", "length 5.5 foot; mass 9 stone"),
    ("The trial found a 30% lower risk of stroke.", "percent 30 percent ^down"),
    ("Six in 10 patients recovered.", "ratio 0.6"),
    ("The mortality rate was 4.5 deaths per 1,000 live births.", "rate 4.5 death/1000"),
    ("Life expectancy rose to 81.", "age 81 year"),
    ("Bake at 180C for 25 minutes.", "temperature 180 degree_Celsius; duration 25 minute"),
    ("Add 200g flour, 3 eggs and 2 tbsp of milk.", "mass 200 gram; count 3 <egg>; volume 2 tablespoon"),
    ("Stir in a cup and a half of sugar.", "volume 1.5 cup"),
    ("Simmer for 10-15 minutes.", "duration 10..15 minute"),
    ("Use 1½ cups of stock and ¼ teaspoon of salt.", "volume 1.5 cup; volume 0.25 teaspoon"),
    ("The four-bedroom house has 2,400 sq ft of space.", "count 4 <bedroom>; area 2400 foot**2"),
    ("The flat, at 850 square feet, is listed for $1.2 million.", "area 850 foot**2; money 1200000 USD"),
    ("The site covers 6.5 acres.", "area 6.5 acre"),
    ("The 40-storey tower will hold 320 flats.", "count 40 <storey>; count 320 <flat>"),
    ("He was jailed for 12 years and six months.", "duration 150 month"),
    ("The judge awarded $2.5 million in damages.", "money 2500000 USD"),
    ("Section 5 of the 1986 act allows a fine of up to £1,000.", "year 1986; money 1000 GBP ~at-most"),
    ("He faces 14 counts of fraud.", "count 14 <count>"),
    ("She was convicted on three of five charges.", "count 3 <charge>; count 5 <charge>"),
    ("A jury of seven women and five men found him guilty.", "count 7 <woman>; count 5 <man>"),
    ("The court ruled 5-4 in favour.", "score 5..4"),
    ("He served two 18-month terms.", "count 2 <term>; duration 18 month"),
    ("The brigade has 3,500 troops and 90 tanks.", "count 3500 <troop>; count 90 <tank>"),
    ("Two F-16s dropped four 500-pound bombs.", "count 2 <f-16>; count 4 <bomb>; mass 500 pound"),
    ("The ship fired 155mm shells from 20 miles offshore.", "length 155 millimeter; length 20 mile"),
    ("A roadside bomb killed three soldiers and wounded 12.", "count 3 <soldier>; count 12 <soldier>"),
    ("The farm has 240 hectares of wheat.", "area 240 hectare"),
    ("Yields averaged 48 bushels an acre.", "rate 48 bushel/acre"),
    ("The herd of 300 cows gives 9,000 litres a day.", "count 300 <cow>; rate 9000 liter/day"),
    ("Wheat rose 6 cents to $5.42 a bushel.", "money 6 USD_cent ^up; rate 5.42 USD/bushel ^to"),
    ("The plant will produce 3.4 million tonnes a year.", "rate 3400000 tonne/year"),
    ("The wind farm has a capacity of 630MW.", "power 630 megawatt"),
    ("The battery stores 129 MWh.", "energy 129 megawatt_hour"),
    ("Output fell to 2.1 million bpd.", "rate 2100000 oil_barrel/day ^to"),
    ("The field holds 3.5 trillion cubic feet of gas.", "volume 3.5e+12 foot**3"),
    ("The pipeline can carry 27 bcm a year.", "rate 2.7e+10 meter**3/year"),
    ("Power costs 14.5 cents per kilowatt-hour.", "rate 14.5 USD_cent/kilowatt_hour"),
    ("The car does 48 mpg.", "rate 48 mile/gallon"),
    ("It emits 99 g/km of CO2.", "rate 99 gram/kilometer"),
    ("The engine makes 210 hp.", "power 210 horsepower"),
    ("The refinery handles 400,000 barrels a day.", "rate 400000 oil_barrel/day"),
    ("The reactor has run at 80 percent of capacity.", "percent 80 percent"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
