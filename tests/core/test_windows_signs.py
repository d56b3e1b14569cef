"""Signs that say the same as words: "Jan. & Feb.", "Mes: abril", "semana 9-13 de marzo", "30 jun/10 jul"."""

from __future__ import annotations

import pytest

from tests.core.test_windows_phrases import check, lines

TODAY = "2009-01-06"
SIGNS = """
Jan. & Feb. 2009 → 2009-01-01/2009-02-28
12 jun & 13 jun 2009 → 2009-06-12/2009-06-13
Mes: Abr. Año: 2009 → 2009-04-01/2009-04-30
Mes: abril Año: 2009 → 2009-04-01/2009-04-30
Month: March Year: 2009 → 2009-03-01/2009-03-31
semana 9 al 13 de marzo de 2009 → 2009-03-09/2009-03-13
Semana 9-13 mzo. 2009 → 2009-03-09/2009-03-13
week 9-13 March 2009 → 2009-03-09/2009-03-13
segunda semana de marzo de 2009 → 2009-03-08/2009-03-14
30 jun/10 jul 2009 → 2009-06-30/2009-07-10
30 de junio/10 de julio de 2009 → 2009-06-30/2009-07-10
30 jun / 10 jul → 2009-06-30/2009-07-10
15 agto. 2009 → 2009-08-15
12 septbre. 2009 → 2009-09-12
exposición de 10/15 minutos por país → unknown
grupos de 5/13 personas → unknown
"""


@pytest.mark.parametrize(("text", "today", "notation"), lines(SIGNS))
def test_signs(text: str, today: str, notation: str) -> None:
    check(text, TODAY if today == "2008-11-19" else today, notation)
