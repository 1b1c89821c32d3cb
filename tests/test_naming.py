"""Who gave an assurance or a warrant, named as the case file has it, reads as English inside a sentence."""

import pytest

from briefs.compose.naming import in_sentence

NAMED = [
    ("an embassy, with its state and seat", "Embassy of China in Warsaw", "the Embassy of China in Warsaw"),
    ("an article that is there already", "the Embassy", "the Embassy"),
    ("nothing that was typed is altered", "The Embassy", "The Embassy"),
    ("a body in small letters", "district public security bureau", "the district public security bureau"),
    ("an office", "Deputy Minister of Justice", "the Deputy Minister of Justice"),
    ("an office before a name", "Ambassador LI Wei", "Ambassador LI Wei"),
    ("a name before an office", "LI Wei, Ministry of Justice", "LI Wei, Ministry of Justice"),
    ("a person", "Mr X", "Mr X"),
    ("a person without a title", "Wang Wei", "Wang Wei"),
    ("a body that a possessive determines", "China's embassy", "China's embassy"),
    ("the people in the name of a court", "People's Procuratorate of Fujian", "the People's Procuratorate of Fujian"),
    ("a working group", "UN Working Group on Arbitrary Detention", "the UN Working Group on Arbitrary Detention"),
    ("an organisation that goes without", "Human Rights Watch", "Human Rights Watch"),
    ("another script", "中华人民共和国大使馆", "中华人民共和国大使馆"),
    ("an abbreviation", "MPS", "MPS"),
    ("nothing", None, None),
]


@pytest.mark.parametrize(("name", "typed", "said"), NAMED, ids=[row[0] for row in NAMED])
def test_the_article(name, typed, said):
    assert in_sentence(typed) == said
    assert typed is None or in_sentence(typed).endswith(typed)
