import pytest

from pytest_numcheck.articles.read import read_text
from pytest_numcheck.base.lexicon import default_lexicon
from pytest_numcheck.links.find import find_links
from pytest_numcheck.links.prose.view import View
from pytest_numcheck.numbers.read import read_numbers


def _view(text):
    lexicon = default_lexicon()
    return View(read_numbers(read_text(text), lexicon), lexicon)


def _items(text):
    view = _view(text)
    return [(view.mention(k.roles["count"][0]).text, len(k.roles["items"])) for k in find_links(view).by_kind["items"]]


@pytest.mark.parametrize(("text", "expected"), [
    ("Cole won the title four times, in 1998, 2001, 2004 and 2007, and retired at 38.", ("four", 4)),
    ("A three-time champion, winning in 1998, 2001 and 2004, Ekman now coaches 14 juniors.", ("three", 3)),
    ("She won in 1988, 1991 and 1995, making her the second woman to win it three times.", ("three", 3)),
    ("There are four reasons. First, the soil is thin. Second, it has not rained. Third, nobody digs.", ("four", 3)),
    ("The four dead were identified as Jan Rood, 34; Piet Maas, 41; his wife, Els Maas, 39; and Wim Kok, 12.", ("four", 4)),
    ("Three people died: Ann Pell, a nurse from Leeds, Roy Dunn, who was 64, and Tom Fry, her cousin.", ("Three", 3)),
    ("The firm will shut four plants in Ohio, in Dayton, Toledo and Lima, with the loss of 900 jobs.", ("four", 3)),
    ("Five steps can save a lawn. Cut it high. Water it twice a week. Feed it in May. That is all.", ("Five", 3)),
    ("Huron, Erie and Ontario, the three lakes that froze, thawed after 40 days.", ("three", 3)),
    ("A baker with 19 ovens will sell pies at four grounds in Chile, in Arica, Talca and Temuco.", ("four", 3)),
    ("The four were identified as Ian Hume, 39, of Perth; Roy Tait, 32, of Elgin; and Neil Bain, 28, of Oban.", ("four", 3)),
    ("The yes side had four wins, taking 53% in Ayr, 57% in Wick and 51% in Nairn.", ("four", 3)),
    ("The lab weighs four names for it: borium, nilium and carium, which are Latin.", ("four", 3)),
    ("The ship calls at Oslo, Bergen and Hull. All three ports have cut their fees.", ("three", 3)),
])
def test_a_list_and_its_count_from_further_off(text, expected):
    assert _items(text) == [expected]


@pytest.mark.parametrize("text", [
    "She has won it five times, most recently in 2001, 2004 and 2005.",
    "They won it four times, in 1998, 2001, 2004 and again in 2007.",
    "He took five wickets. The full squad is: Ann Pell, Bea Cole, Cat Dunn, Dee Fry, Eve Hall, Fay Jones and Gay King.",
    "She was helped by the number 10 and 11 batters, Ann Pell and Roy Dunn.",
    "The party had four wins, taking 53% in Ayr and 57% in Wick.",
    "Made by teams in Japan, Peru and Mali, the four new drugs are dear.",
    "Two aides went: Ann Pell, Leeds, Roy Dunn, Hull, and Tom Fry.",
    "The court would have 15 judges: five lawyers, five clerks and five laymen.",
    "Teams in Japan, Russia and Spain have found four. The four elements are heavy.",
    "Four people died. They are Ann Pell, 61, and Tom Fry, 22. The other two have not been named.",
    "Two men died. They were named as Ann Pell, Roy Dunn and others.",
])
def test_lists_that_cannot_be_counted(text):
    assert _items(text) == []


@pytest.mark.parametrize(("text", "expected"), [
    ("Retired miner, 83, keeps pony\n\nNorman Telfer, 38, has won the day.", [("83", "38", "inferred")]),
    ("Rail strike enters third week\n\nTrains stood idle in the fifth week of a walkout.", [("third", "fifth", "inferred")]),
    ("Storm leaves 24,000 in the dark\n\nSome 42,000 homes had no power at dawn.", [("24,000", "42,000", "inferred")]),
    ("Boy, 9, saves man\n\nNed Fox, 9, dragged a man of 61 from a canal.", [("9", "9", "inferred")]),
    ("Boy, 9, saves man\n\nJohn Fox, 61, was dragged from a canal.", []),
])
def test_the_number_of_a_headline(text, expected):
    view = _view(text)
    found = [(view.mention(k.roles["a"][0]).text, view.mention(k.roles["b"][0]).text, k.confidence)
             for k in find_links(view).by_kind["same-fact"]]
    assert found == expected
