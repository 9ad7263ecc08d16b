"""Linear assignment for small, dense problems (the Hungarian method with potentials, one augmenting path per row).

SciPy has the same, but importing it costs a worker some 40 MB and half of the model's loading time; a window has a
dozen contents.
"""

import numpy as np
import numpy.typing as npt


def assign(gain: npt.NDArray[np.float64]) -> list[int]:
    """For each row of ``gain`` (rows, columns) its assigned column, maximising the sum of gains.

    Each column is assigned at most once; surplus rows get -1. Time: rows² x columns, vectorised over columns. Source of
    the method: Kuhn 1955, Munkres 1957, in Lawler's form.
    """
    rows, columns = gain.shape
    if rows == 0 or columns == 0:
        return [-1] * rows
    if rows > columns:
        given = [-1] * rows
        for column, row in enumerate(assign(gain.T)):
            given[row] = column
        return given
    u = np.zeros(rows + 1)
    v = np.zeros(columns + 1)
    owner = np.zeros(columns + 1, dtype=np.int64)  # the row (from 1) of each column (from 1); 0: none
    cost = -gain
    for row in range(1, rows + 1):
        owner[0] = row
        least = np.full(columns + 1, np.inf)
        way = np.zeros(columns + 1, dtype=np.int64)
        used = np.zeros(columns + 1, dtype=bool)
        column = 0
        while True:
            used[column] = True
            holder = int(owner[column])
            reduced = cost[holder - 1] - u[holder] - v[1:]
            better = ~used[1:] & (reduced < least[1:])
            least[1:][better] = reduced[better]
            way[1:][better] = column
            free = np.where(used, np.inf, least)
            column_next = int(np.argmin(free[1:])) + 1
            delta = free[column_next]
            u[owner[used]] += delta
            v[used] -= delta
            least[~used] -= delta
            column = column_next
            if owner[column] == 0:
                break
        while column:
            owner[column] = owner[way[column]]
            column = int(way[column])
    given = [-1] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            given[int(owner[column]) - 1] = column - 1
    return given
