"""Charts as pictures: the progress of indicators as bars (PNG, the same bytes for the same numbers).

matplotlib is loaded when the first chart is drawn: it takes longer to load than the rest of mailbot.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from mailbot.core.values import Attachment

NAME = "indicators.png"
WIDE, ROW, LEAST = 6.4, 0.42, 1.2  # inches
DOTS = 150  # an inch
REACHED, BELOW, GRID = "#1f6f4a", "#12355b", "#c3ccd6"


def progress_chart(rows: Sequence[tuple[str, int]]) -> Attachment | None:
    """Return bars of (label, whole percent of the target), the first on top; None without rows.

    Values beyond 0 and 100 are drawn to the edge and written beside their bar.
    """
    if not rows:
        return None
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with rc_context({"font.family": "DejaVu Sans", "font.size": 10}):  # it comes with matplotlib
        figure = Figure(figsize=(WIDE, max(LEAST, ROW * len(rows) + 0.6)), dpi=DOTS, layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        places = range(len(rows))
        lengths = [min(max(share, 0), 100) for _, share in rows]
        axes.barh(places, lengths, color=[REACHED if share >= 100 else BELOW for _, share in rows], height=0.62)
        for place, (_, share) in enumerate(rows):
            axes.text(lengths[place] + 1.5, place, f"{share} %", va="center")
        axes.set_yticks(places, [label for label, _ in rows])
        axes.invert_yaxis()
        axes.set_xlim(0, 115)
        axes.set_xticks([0, 25, 50, 75, 100], ["0 %", "25 %", "50 %", "75 %", "100 %"])
        axes.axvline(100, color=GRID, linewidth=1)
        for side in ("top", "right", "left"):
            axes.spines[side].set_visible(False)
        axes.tick_params(left=False)
        made = io.BytesIO()
        figure.savefig(made, format="png", metadata={"Software": None})
    return Attachment(NAME, "image/png", made.getvalue())
