from dataclasses import replace

import numpy as np

from bot.nlp.tagger.linking import BUCKETS, FARTHEST_SOURCE, Vectors, distance_buckets, find_speakers, link_spans


def vectors(words: int, pairs: dict[tuple[int, int], float], *, alone: float = -20.0) -> Vectors:
    """Of ``words`` words; ``pairs`` (word, cue's word): their score; ``alone``: of having no partner."""
    query, key = np.zeros((words, 128), dtype=np.float32), np.zeros((words, 128), dtype=np.float32)
    for number, ((word, cue), score) in enumerate(pairs.items()):
        query[word, number] = score
        key[cue, number] = 1.0
    no = np.full(words, alone, dtype=np.float32)
    bias = np.zeros(BUCKETS, dtype=np.float32)
    return Vectors(query, key, no, no, bias, bias)


def test_one_source_may_serve_two_cues() -> None:
    # "He said X and warned Y"
    table = vectors(5, {(0, 1): 9, (0, 3): 9, (2, 1): 9, (4, 3): 9})
    joined = link_spans([(0, 1)], [(1, 2), (3, 4)], [(2, 3), (4, 5)], table)
    assert [(one.source, one.content) for one in joined] == [((0, 1), ((2, 3),)), ((0, 1), ((4, 5),))]


def test_an_interrupted_quotation_is_one_content_in_two_pieces() -> None:
    # "X," he said, "Y"
    joined = link_spans([(1, 2)], [(2, 3)], [(0, 1), (3, 4)], vectors(4, {(1, 2): 9, (0, 2): 9, (3, 2): 8}))
    assert [one.content for one in joined] == [((0, 1), (3, 4))]


def test_a_further_content_has_to_be_surely_the_cue_s() -> None:
    # "X," he said. Y went on: 1.2 above nothing is a probability of .77, 1.0 one of .73
    for liking, contents in ((1.2, ((0, 1), (3, 4))), (1.0, ((0, 1),))):
        table = vectors(4, {(1, 2): 9, (0, 2): 9, (3, 2): liking}, alone=0.0)
        assert [one.content for one in link_spans([(1, 2)], [(2, 3)], [(0, 1), (3, 4)], table)] == [contents]


def test_two_contents_that_like_one_cue_are_shared_out() -> None:
    table = vectors(4, {(0, 1): 9, (3, 1): 8, (3, 2): 7})
    joined = link_spans([], [(1, 2), (2, 3)], [(0, 1), (3, 4)], table)
    assert [(one.cue, one.content) for one in joined] == [((1, 2), ((0, 1),)), ((2, 3), ((3, 4),))]


def test_a_cue_without_content_makes_no_attribution() -> None:
    assert link_spans([(0, 1)], [(1, 2)], [], vectors(3, {(0, 1): 9})) == []
    joined = link_spans([(0, 1)], [(1, 2)], [(2, 3)], vectors(3, {(0, 1): 9}, alone=5.0))
    assert [one.cue for one in joined] == [(1, 2)]  # first every cue takes one content, however little they like it


def test_no_source_is_better_than_a_wrong_or_a_distant_one() -> None:
    joined = link_spans([(0, 1)], [(1, 2)], [(2, 3)], vectors(3, {(0, 1): -30, (2, 1): 9}))
    assert joined[0].source is None
    far = FARTHEST_SOURCE + 2
    joined = link_spans(
        [(0, 1)], [(far, far + 1)], [(far + 1, far + 2)], vectors(far + 2, {(0, far): 9, (far + 1, far): 9})
    )
    assert joined[0].source is None


def test_a_leaning_decides_for_a_source_but_is_not_believed() -> None:
    # standing alone is a little likelier; leaning against it, the cue takes the source with the probability it has
    table = vectors(3, {(0, 1): 1.0}, alone=2.0)
    assert link_spans([(0, 1)], [(1, 2)], [(2, 3)], table)[0].source is None
    (joined,) = link_spans([(0, 1)], [(1, 2)], [(2, 3)], replace(table, none_leaning=-4.0))
    assert joined.source == (0, 1)
    assert joined.source_probability < 0.5


def test_buckets_of_distance() -> None:
    words = np.array([0, 9, 10, 11, 13, 400], dtype=np.int32)
    assert distance_buckets(words, 10).tolist() == [16 - 6, 15, 17, 18, 20, 33]


def test_the_words_that_name_a_cue_s_speaker_have_the_probability() -> None:
    table = vectors(6, {(0, 4): 5, (2, 4): 4})
    bias = np.zeros(BUCKETS, dtype=np.float32)
    told = find_speakers((4, 5), table.query, table.key, np.full(6, -20, dtype=np.float32), bias)
    assert len(told) == 7
    assert told.sum() == np.float32(1) or abs(told.sum() - 1) < 1e-5
    assert told[0] > told[2] > 0.2 > told[1]
    nobody = find_speakers((4, 5), table.query, table.key, np.full(6, 20, dtype=np.float32), bias)
    assert nobody[-1] > 0.99
