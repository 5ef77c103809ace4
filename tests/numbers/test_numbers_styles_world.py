"""Money as the papers of many countries write it."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("The state will spend Rs 1,00,000 on each school.", "money 100000 INR"),
    ("The scheme will cost Rs 2.5 crore and cover 12 lakh farmers.", "money 25000000 INR; count 1200000 <farmer>"),
    ("Police seized 4 kg of gold worth Rs 1.8 crore.", "mass 4 kilogram; money 18000000 INR"),
    ("A fine of Rs. 500 was imposed on 23 drivers.", "money 500 INR; count 23 <driver>"),
    ("The ministry sanctioned ₹1,250 crore for the road.", "money 1.25e+10 INR"),
    ("About 35 lakh people live within 10 km of the river.", "count 3500000 <person> ~about; length 10 kilometer"),
    ("The film collected Rs 12.3 cr on its first day.", "money 123000000 INR; ordinal 1"),
    ("The stadium cost A$150 million and seats 42,000.", "money 150000000 AUD; count 42000"),
    ("Canberra will contribute A$2.1bn over four years.", "money 2100000000 AUD; duration 4 year"),
    ("Home prices in Vancouver averaged C$1.1 million.", "money 1100000 CAD"),
    ("The Hong Kong firm paid HK$88,000 per square foot.", "rate 88000 HKD/foot**2"),
    ("He owed S$30,000 to two friends.", "money 30000 SGD; count 2 <friend>"),
    ("The Bank of Japan bought ¥1.2 trillion of bonds.", "money 1.2e+12 JPY"),
    ("Petrol costs NZ$2.20 a litre in Auckland.", "rate 2.2 NZD/liter"),
    ("The toll bridge charges RM2.60 per car.", "rate 2.6 MYR/car"),
    ("The airline lost 450 million rand last year.", "money 450000000 ZAR ^down"),
    ("Ghana borrowed 3 billion cedis.", "money 3000000000 GHS"),
    ("Each family received 5,000 pesos.", "money 5000 peso"),
    ("Thai police offered a reward of one million baht.", "money 1000000 THB"),
    ("The ransom was set at 20 million naira.", "money 20000000 NGN"),
    ("Sweden will spend 12 billion kronor on rail.", "money 1.2e+10 SEK"),
    ("The museum paid 350,000 Swiss francs for the sketch.", "money 350000 CHF"),
    ("The lottery prize was 3 million Danish kroner.", "money 3000000 DKK"),
    ("Fuel now costs 12,000 rials a litre.", "rate 12000 IRR/liter"),
    ("A kilogram of rice sells for 90 taka.", "money 90 BDT"),
    ("The wage rose to 15,000 Kenyan shillings a month.", "rate 15000 KES/month ^to"),
    ("He earned $NZ80,000 and paid $A3,000 in tax.", "money 80000 NZD; money 3000 AUD"),
    ("US$1 buys about 7.8 Hong Kong dollars.", "money 1 USD; money 7.8 HKD ~about"),
    ("The plant cost 500 million zlotys (€115 million).", "money 500000000 PLN; money 115000000 EUR"),
    ("Tickets are priced at AED 250.", "money 250 AED"),
    ("A ride costs CHF 4.20.", "money 4.2 CHF"),
    ("Rent is EUR 900 a month.", "rate 900 EUR/month"),
    ("The bail was USD 50,000.", "money 50000 USD"),
    ("The 1,000-km highway will cost $3 billion.", "length 1000 kilometer; money 3000000000 USD"),
    ("South Korea set aside 2.5 trillion won.", "money 2.5e+12 KRW"),
    ("It cost 40 Egyptian pounds.", "money 40 EGP"),
    ("Prices start at 1.5 million Vietnamese dong.", "money 1500000 VND"),
    ("Chile's mine cost 800 million Chilean pesos.", "money 800000000 CLP"),
    ("He was fined 30,000 roubles.", "money 30000 RUB"),
    ("The loan is worth 10bn yuan ($1.4bn).", "money 1e+10 CNY; money 1400000000 USD"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
