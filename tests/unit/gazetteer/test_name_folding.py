import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.gazetteer.name_matching import fold_name, split_names


@pytest.mark.parametrize(
    ("speaker", "names"),
    [
        ("Ana Brod", ("Ana Brod",)),
        ("Ana Brod; Bo Cid", ("Ana Brod", "Bo Cid")),
        ("Ana Brod; Ana Brod", ("Ana Brod",)),
        ("; Ana Brod; ", ("Ana Brod",)),
        ("A;B", ("A;B",)),
    ],
)
def test_a_speaker_is_split_into_names(speaker: str, names: tuple[str, ...]) -> None:
    assert split_names(speaker) == names


@pytest.mark.parametrize(
    "pair",
    [
        ("Ana BROD", "ana brod"),
        ("Zoë Müller-Ünal", "Zoe Muller Unal"),
        ("J. K. Örn", "J K Orn"),
        ("Straße", "STRASSE"),
        ("O’Hara", "O'Hara"),
    ],
)
def test_spellings_that_differ_in_form_alone_fold_alike(pair: tuple[str, str]) -> None:
    assert fold_name(pair[0]) == fold_name(pair[1])


@pytest.mark.parametrize("pair", [("Ana Brod", "Anna Brod"), ("***", "---"), ("Кид", "Кит"), ("王毅", "王义")])
def test_other_names_do_not(pair: tuple[str, str]) -> None:
    assert fold_name(pair[0]) != fold_name(pair[1])


@given(st.text(min_size=1))
def test_a_fold_is_never_empty_and_stays_itself(name: str) -> None:
    folded = fold_name(name)
    assert folded
    assert fold_name(folded) == folded
