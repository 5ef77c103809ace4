import pytest
from readings import mentions, only, said


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("It lies 45km away.", "length", 45, "kilometer"),
        ("It lies two hundred kilometres away.", "length", 200, "kilometer"),
        ("A five-foot fence fell.", "length", 5, "foot"),
        ("He is 5 feet 6 inches tall.", "length", 5.5, "foot"),
        ("He is 6ft 3in tall.", "length", 6.25, "foot"),
        ("He is 5'6\" tall.", "length", 5.5, "foot"),
        ("It covers 40,000 square miles.", "area", 40000, "mile**2"),
        ("It covers 3 sq km.", "area", 3, "kilometer**2"),
        ("It covers 24,703m2.", "area", 24703, "meter**2"),
        ("It covers six hectares.", "area", 6, "hectare"),
        ("It holds 96 litres.", "volume", 96, "liter"),
        ("It holds 500 cubic metres.", "volume", 500, "meter**3"),
        ("It weighs 2kg.", "mass", 2, "kilogram"),
        ("He weighs 12st 7lb.", "mass", 12.5, "stone"),
        ("It weighs 1.2bn more tonnes.", "mass", 1.2e9, "tonne"),
        ("It drove at 60 mph.", "speed", 60, "mile/hour"),
        ("It drove at 60 miles per hour.", "speed", 60, "mile/hour"),
        ("It drove at 60 miles an hour.", "speed", 60, "mile/hour"),
        ("It drove at 8 m/s.", "speed", 8, "meter/second"),
        ("It sailed at 20 knots.", "speed", 20, "knot"),
        ("It yields 100MWh.", "energy", 100, "megawatt_hour"),
        ("It yields 580 megawatts.", "power", 580, "megawatt"),
        ("Pressure fell to 940 millibars.", "pressure", 940, "millibar"),
        ("It stores 16 gigabytes.", "data", 16, "gigabyte"),
        ("It was 1,000°C inside.", "temperature", 1000, "degree_Celsius"),
        ("It was 28° Celsius inside.", "temperature", 28, "degree_Celsius"),
        ("It was 98.6 degrees Fahrenheit inside.", "temperature", 98.6, "degree_Fahrenheit"),
        ("It was minus 40C inside.", "temperature", -40, "degree_Celsius"),
        ("It was -15C inside.", "temperature", -15, "degree_Celsius"),
        ("It turned 45 degrees left.", "angle", 45, "degree"),
        ("A magnitude 6.1 quake struck.", "measure", 6.1, "magnitude"),
        ("It walked half a mile.", "length", 0.5, "mile"),
    ],
)
def test_measures(text, kind, value, unit):
    m = only(text)
    assert (m.kind, m.unit) == (kind, unit)
    assert m.value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    ["It warmed by 2C.", "It warmed by about 2C.", "It is 2C warmer now.", "A rise of 2C is likely.", "A 2C rise is likely."],
)
def test_a_difference_of_temperature(text):
    m = only(text)
    assert (m.kind, m.unit, m.shift) == ("temperature-difference", "delta_degree_Celsius", 0)


def test_both_sides_of_a_converted_difference():
    assert [m.kind for m in mentions("It warmed by 2C (3.6F).")] == ["temperature-difference"] * 2
    assert [m.kind for m in mentions("It was 30C (86F).")] == ["temperature"] * 2


def test_degrees_that_do_not_say_whose():
    m = only("The temperature reached 98 degrees.")
    assert (m.kind, m.unit, m.alternatives) == ("temperature", "degree", ("degree_Celsius", "degree_Fahrenheit"))


def test_ambiguous_gallons():
    assert only("It holds 50 gallons.").alternatives == ("imperial_gallon",)


def test_a_unit_said_once():
    assert said("The tile is 43 by 33cm.") == [("43", 43, "centimeter"), ("33cm", 33, "centimeter")]
    assert said("It used 6.05 hectares (14.95 acres), up from 2.48 (6.12 acres).")[2] == ("2.48", 2.48, "hectare")


@pytest.mark.parametrize(
    "text", ["Gate 4C is shut.", "They made three cup finals.", "He has two second-half goals.", "It has 5 bit players."]
)
def test_no_measure(text):
    assert said(text, "temperature", "volume", "duration", "data") == []
