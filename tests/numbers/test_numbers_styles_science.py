"""Weather and science: parts per million, light-years, magnitudes, powers of ten."""

from __future__ import annotations

import pytest
from readings import told

TABLE = [
    ("The asteroid is 1.2 km wide and 4.5 million km from Earth.", "length 1.2 kilometer; length 4500000 kilometer"),
    ("Carbon dioxide levels hit 415 parts per million.", "measure 415 ppm ^to"),
    ("The sample held 12 micrograms of lead per litre.", "mass 12 microgram"),
    ("The star lies 4.2 light-years away.", "length 4.2 light_year"),
    ("A magnitude 6.1 earthquake struck at a depth of 10 km.", "measure 6.1 magnitude; length 10 kilometer"),
    ("The quake measured 5.8 on the Richter scale.", "measure 5.8 magnitude"),
    ("Temperatures fell to -12°C overnight.", "temperature -12 degree_Celsius ^to"),
    ("It will be 31 C (88 F) by noon.", "temperature 31 degree_Celsius; temperature 88 degree_Fahrenheit; clock 720"),
    ("The sea has warmed by 0.6 °C since 1970.", "temperature-difference 0.6 delta_degree_Celsius ^up; year 1970"),
    (
        "A rise of 2C (3.6F) would melt the ice.",
        "temperature-difference 2 delta_degree_Celsius ^up; temperature-difference 3.6 delta_degree_Fahrenheit",
    ),
    ("The wavelength is 532 nm.", "length 532 nanometer"),
    ("The cell is about 10 microns across.", "length 10 micrometer ~about"),
    ("The detector found 10^6 photons.", "count 1000000 <photon>"),
    ("The mass is 125.3 ± 0.6 GeV.", "energy 125.3 gigaelectronvolt"),
    ("The fossil is 3.2 million years old.", "age 3200000 year"),
    ("The probe travels at 17 km per second.", "speed 17 kilometer/second"),
    ("Winds of 120 mph (193 km/h) hit the coast.", "speed 120 mile/hour; speed 193 kilometer/hour"),
    ("Gusts reached 75 knots.", "speed 75 knot ^to"),
    ("Rain of 50-70 mm is forecast, with 100 mm on hills.", "length 50..70 millimeter; length 100 millimeter"),
    ("The barometer fell to 985 hPa.", "pressure 985 hectopascal ^to"),
    ("Snow 30 cm deep covered the pitch.", "length 30 centimeter"),
    ("The telescope has a 6.5-metre mirror.", "length 6.5 meter"),
    ("The storm was moving west at 15 kph.", "speed 15 kilometer/hour"),
    ("The genome has 3 billion base pairs.", "count 3000000000 <pair>"),
    ("The vaccine was 95% effective in a trial of 43,000 people.", "percent 95 percent; count 43000 <person>"),
    ("The island is 12 miles long and 3 miles wide.", "length 12 mile; length 3 mile"),
    ("The crater is 180 km across and 20 km deep.", "length 180 kilometer; length 20 kilometer"),
    ("The pH fell from 8.2 to 8.1.", "count 8.2 ^from; count 8.1 ^to"),
    ("Radiation levels reached 400 millisieverts per hour.", "rate 400 millisievert/hour ^to"),
    ("The dam holds 39.3 billion cubic metres of water.", "volume 3.93e+10 meter**3"),
    ("The glacier retreated 1.5 kilometres in 20 years.", "length 1.5 kilometer; duration 20 year"),
    ("About one in 10,000 babies is born with it.", "ratio 0.0001 ~about"),
    ("The satellite weighs 2.3 tonnes and orbits at 705 km.", "mass 2.3 tonne; length 705 kilometer"),
    ("The river rose two and a half metres in 24 hours.", "length 2.5 meter ^up; duration 24 hour"),
    ("The blast was equal to 20 kilotons of TNT.", "mass 20 kilotonne"),
    ("Sea levels could rise by between 26cm and 82cm by 2100.", "length 26..82 centimeter ^up; year 2100"),
    ("The particle moved at 99.9 percent of the speed of light.", "percent 99.9 percent"),
    ("The ice is up to 4km thick.", "length 4 kilometer ~at-most"),
    ("It was 40 below zero.", "count 40"),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_style(text: str, expected: str) -> None:
    assert told(text) == expected
