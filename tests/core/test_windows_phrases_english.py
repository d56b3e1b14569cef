"""English calendar phrases as ministries write them; the notation stands in test_windows_phrases."""

from __future__ import annotations

import pytest

from tests.core.test_windows_phrases import check, lines

DAYS = """
January 16, 2009 → 2009-01-16
January 16th, 2009 → 2009-01-16
January 16 2009 → 2009-01-16
Jan. 16, 2009 → 2009-01-16
16 January 2009 → 2009-01-16
16th January 2009 → 2009-01-16
the 16th of January 2009 → 2009-01-16
the 16th of January, 2009 → 2009-01-16
Friday, January 16, 2009 → 2009-01-16
Friday 16 January 2009 → 2009-01-16
Fri. Jan. 16, 2009 → 2009-01-16
FRIDAY, JANUARY 16, 2009 → 2009-01-16
16-Jan-2009 → 2009-01-16
16-Jan-09 → 2009-01-16
Sept. 3, 2009 → 2009-09-03
Sep 3, 2009 → 2009-09-03
May 1st → 2009-05-01
May 1st, 2009 → 2009-05-01
the 3rd of March → 2009-03-03
March third, 2009 → 2009-03-03
the first of March 2009 → 2009-03-01
the twenty-first of March 2009 → 2009-03-21
the thirty-first of March → 2009-03-31
01/28/2009 → 2009-01-28
1/28/09 → 2009-01-28
January 16, 2009 (Friday) → 2009-01-16
January 16, 2009 at 10:00 a.m. (Central Time) → 2009-01-16
10:00 AM, January 16, 2009 → 2009-01-16
on January 16 at 3 pm → 2009-01-16
January 16 of next year → 2009-01-16
January 16 next year → 2009-01-16
next January 16 → 2009-01-16
November 25 of this year → 2008-11-25
November 25 of the current year → 2008-11-25
the 5th of next month → 2008-12-05
the 25th of this month → 2008-11-25
first Monday of March 2009 → 2009-03-02
the last Friday in March 2009 → 2009-03-27
the last day of March 2009 → 2009-03-31
The workshop will be held in Ottawa on March 3, 2009. → 2009-03-03
"""

RANGES = """
March 3-7, 2009 → 2009-03-03/2009-03-07
March 3–7, 2009 → 2009-03-03/2009-03-07
March 3 - 7, 2009 → 2009-03-03/2009-03-07
March 3 to 7, 2009 → 2009-03-03/2009-03-07
March 3 through 7, 2009 → 2009-03-03/2009-03-07
March 3rd to 7th, 2009 → 2009-03-03/2009-03-07
3-7 March 2009 → 2009-03-03/2009-03-07
3 to 7 March 2009 → 2009-03-03/2009-03-07
from 3 to 7 March 2009 → 2009-03-03/2009-03-07
from March 3 to 7, 2009 → 2009-03-03/2009-03-07
from March 3 to March 7, 2009 → 2009-03-03/2009-03-07
from the 3rd to the 7th of March 2009 → 2009-03-03/2009-03-07
between 3 and 7 March 2009 → 2009-03-03/2009-03-07
between March 3 and 7, 2009 → 2009-03-03/2009-03-07
between March 3 and March 7 → 2009-03-03/2009-03-07
between 3 March and 7 April 2009 → 2009-03-03/2009-04-07
March 30 - April 3, 2009 → 2009-03-30/2009-04-03
Monday, March 2 to Friday, March 6, 2009 → 2009-03-02/2009-03-06
March 12 and 13, 2009 → 2009-03-12/2009-03-13
12 & 13 March 2009 → 2009-03-12/2009-03-13
March 3, 4 and 5, 2009 → 2009-03-03/2009-03-05
December 15, 2009 - January 15, 2010 → 2009-12-15/2010-01-15
December 15 to January 15, 2010 → 2009-12-15/2010-01-15
from March to May 2009 → 2009-03-01/2009-05-31
between March and May 2009 → 2009-03-01/2009-05-31
March-May 2009 → 2009-03-01/2009-05-31
March through May 2009 → 2009-03-01/2009-05-31
March and April 2009 → 2009-03-01/2009-04-30
March or April 2009 → ~2009-03-01/2009-04-30
Nov. 2009 – Feb. 2010 → 2009-11-01/2010-02-28
December-January → 2008-12-01/2009-01-31
December 2008 to January 2009 → 2008-12-01/2009-01-31
late March to early April 2009 → 2009-03-21/2009-04-10
late March or early April 2009 → ~2009-03-21/2009-04-10
mid to late March 2009 → 2009-03-11/2009-03-31
mid-to-late March 2009 → 2009-03-11/2009-03-31
the week of March 2 → 2009-03-02/2009-03-06
week of March 2-6, 2009 → 2009-03-02/2009-03-06
01/28/2009 to 01/30/2009 → 2009-01-28/2009-01-30
2009 to 2011 → 2009-01-01/2011-12-31
"""

PARTS = """
March 2009 → 2009-03-01/2009-03-31
March, 2009 → 2009-03-01/2009-03-31
in March → 2009-03-01/2009-03-31
in the month of March 2009 → 2009-03-01/2009-03-31
May 2009 → 2009-05-01/2009-05-31
in May → 2009-05-01/2009-05-31
Jan-09 → 2009-01-01/2009-01-31
mid-March 2009 → 2009-03-11/2009-03-20
mid March → 2009-03-11/2009-03-20
the middle of March 2009 → 2009-03-11/2009-03-20
early March 2009 → 2009-03-01/2009-03-10
in early March → 2009-03-01/2009-03-10
the beginning of March 2009 → 2009-03-01/2009-03-10
late March 2009 → 2009-03-21/2009-03-31
the end of March 2009 → 2009-03-21/2009-03-31
end of the month → 2008-11-21/2008-11-30
first half of January → 2009-01-01/2009-01-15
second half of January 2009 → 2009-01-16/2009-01-31
the second fortnight of January 2009 → 2009-01-16/2009-01-31
first half of Q1 2009 → 2009-01-01/2009-02-15
second half of the first quarter of 2009 → 2009-02-16/2009-03-31
Feb 15, 09 → 2009-02-15/2009-02-15
March 3, 17 → ?
first week of February 2009 → 2009-02-01/2009-02-07
the 2nd week of February 2009 → 2009-02-08/2009-02-14
the last week of March 2009 → 2009-03-25/2009-03-31
the fourth week of March 2009 → 2009-03-22/2009-03-28
Holy Week 2011 → 2011-04-17/2011-04-24
the week before Holy Week → ?
within no more than sixty days → ../2009-01-18
within forty-five days → ../2009-01-03
first week in March → 2009-03-01/2009-03-07
Q1 2009 → 2009-01-01/2009-03-31
Q1/2009 → 2009-01-01/2009-03-31
2009 Q1 → 2009-01-01/2009-03-31
Q4 → 2008-10-01/2008-12-31
Q1-Q2 2009 → 2009-01-01/2009-06-30
1Q 2009 → 2009-01-01/2009-03-31
H2 2009 → 2009-07-01/2009-12-31
first quarter of 2009 → 2009-01-01/2009-03-31
the 2nd quarter of 2009 → 2009-04-01/2009-06-30
third quarter 2009 → 2009-07-01/2009-09-30
last quarter of 2009 → 2009-10-01/2009-12-31
first and second quarters of 2009 → 2009-01-01/2009-06-30
first half of 2009 → 2009-01-01/2009-06-30
second half of 2009 → 2009-07-01/2009-12-31
the second semester of 2009 → 2009-07-01/2009-12-31
first quarter of next year → 2009-01-01/2009-03-31
2009 → 2009-01-01/2009-12-31
during 2009 → 2009-01-01/2009-12-31
throughout 2009 → 2009-01-01/2009-12-31
"""

OPEN = """
by COB Friday, January 16, 2009 → ../2009-01-16
30 days from today → 2008-12-19
up to and including 30 January 2009 → ../2009-01-30
not later than close of business on 30 January 2009 → ../2009-01-30
later this year → ?
by January 16, 2009 → ../2009-01-16
by 16 January → ../2009-01-16
by Friday, January 16, 2009 → ../2009-01-16
no later than March 4 → ../2009-03-04
not later than March 4, 2009 → ../2009-03-04
on or before March 4, 2009 → ../2009-03-04
March 4, 2009 at the latest → ../2009-03-04
before January 30, 2009 → ../2009-01-29
prior to January 30, 2009 → ../2009-01-29
before the end of March → ../2009-03-31
before March 2009 → ../2009-02-28
by the end of March → ../2009-03-31
by end of March 2009 → ../2009-03-31
by mid-March 2009 → ../2009-03-20
by the end of the year → ../2008-12-31
by the end of 2009 → ../2009-12-31
by the end of the first quarter of 2009 → ../2009-03-31
by March 2009 → ../2009-03-31
by Friday → ../2008-11-21
until March 31, 2009 → ../2009-03-31
up to March 31, 2009 → ../2009-03-31
through March 31, 2009 → ../2009-03-31
deadline: March 4, 2009 → ../2009-03-04
due by March 4, 2009 → ../2009-03-04
due March 4, 2009 → ../2009-03-04
as of April 1, 2009 → 2009-04-01/..
starting April 1, 2009 → 2009-04-01/..
beginning in April 2009 → 2009-04-01/..
effective April 1, 2009 → 2009-04-01/..
from April 1, 2009 onwards → 2009-04-01/..
April 2009 onward → 2009-04-01/..
since April 2008 → 2008-04-01/..
after March 15, 2009 → 2009-03-16/..
not before March 15, 2009 → 2009-03-15/..
no earlier than March 15, 2009 → 2009-03-15/..
within 15 days → ../2008-12-04
within two weeks → ../2008-12-03
"""

RELATIVE = """
today → 2008-11-19
March 3: draft → 2009-03-03
March 3-5: draft → 2009-03-03/2009-03-05
May 12 10:00 → 2009-05-12
has been moved up to January 2010 → 2010-01-01/2010-01-31
up to January 2010 → ../2010-01-31
rescheduled to Feb 8-9 → 2009-02-08/2009-02-09
moved from January 10 to February 8-9 → ?
in the course of the month → 2008-11-01/2008-11-30
[2009-03-10] we sent it on Friday → 2009-03-06
[2009-03-10] we will send it on Friday → 2009-03-13
[2009-03-10] the meeting on Friday → unknown
[2009-03-10] The workshop was planned for February and will be held in April → ?
the week after next → 2008-12-01/2008-12-05
the month after next → 2009-01-01/2009-01-31
the week after the meeting → unknown
a week after next Monday → ?
COB Friday, November 21 → ../2008-11-21
close of business on November 21 → ../2008-11-21
EOD 21 November 2008 → ../2008-11-21
the dates will be communicated in due course → undecided
tomorrow → 2008-11-20
the day after tomorrow → 2008-11-21
yesterday → 2008-11-18
this week → 2008-11-17/2008-11-21
next week → 2008-11-24/2008-11-28
last week → 2008-11-10/2008-11-14
this month → 2008-11-01/2008-11-30
next month → 2008-12-01/2008-12-31
this year → 2008-01-01/2008-12-31
next year → 2009-01-01/2009-12-31
in two weeks → 2008-12-03
in 15 days → 2008-12-04
in a month → 2008-12-19
two weeks ago → 2008-11-05
3 days ago → 2008-11-16
next Monday → 2008-11-24
this Friday → 2008-11-21
Friday next week → 2008-11-28
next quarter → 2009-01-01/2009-03-31
by the end of next week → ../2008-11-28
by the end of this week → ../2008-11-21
"""

UNDATED = """
ongoing → continuous
On-going → continuous
continuous → continuous
Permanent → continuous
throughout the year → continuous
all year round → continuous
year-round → continuous
ongoing from March 2009 → continuous , 2009-03-01/..
at each meeting → recurring meeting
after every GRCM meeting → recurring meeting
every meeting → recurring meeting
every six months → recurring 6 months
every 3 months → recurring 3 months
each quarter → recurring 3 months
quarterly → recurring 3 months
quarterly from March 2009 → recurring 3 months, 2009-03-01/..
twice a year → recurring 6 months
three times a year → recurring 4 months
once a year → recurring year
once a month → recurring month
every year → recurring year
annually → recurring year
monthly → recurring month
every month during 2009 → recurring month, 2009-01-01/2009-12-31
every other week → recurring 2 weeks
every Monday → recurring week
every first Monday → recurring month
the first Monday of every month → recurring month
every March → recurring year
on the 15th of each month → recurring month
periodically → recurring
to be determined → undecided
TBD → undecided
T.B.D. → undecided
to be defined → undecided
to be announced → undecided
date to be agreed → undecided
not yet determined → undecided
pending → undecided
until further notice → undecided
Technical Secretariat → unknown
as soon as possible → unknown
before the next meeting → unknown
N/A → unknown
"""

TENTATIVE = """
March 2009 (TBC) → ~2009-03-01/2009-03-31
March 3, 2009 (to be confirmed) → ~2009-03-03
tentatively March 3-5, 2009 → ~2009-03-03/2009-03-05
Tentative: May 2009 → ~2009-05-01/2009-05-31
probably in May 2009 → ~2009-05-01/2009-05-31
May 2009, venue to be confirmed → 2009-05-01/2009-05-31
"""

SEVERAL = """
March 3, 2009; May 5, 2009 → 2009-03-03 & 2009-05-05
March 3 and May 5, 2009 → 2009-03-03 & 2009-05-05
1. February 2009⏎2. March 2009 → 2009-02-01/2009-02-28 & 2009-03-01/2009-03-31
March 3 and 17, 2009 → 2009-03-03 & 2009-03-17
Draft by January 16, 2009; final version in March 2009 → ../2009-01-16 & 2009-03-01/2009-03-31
March and September 2009 → 2009-03-01/2009-03-31 & 2009-09-01/2009-09-30
first and third quarters of 2009 → 2009-01-01/2009-03-31 & 2009-07-01/2009-09-30
"""

QUESTIONS = """
03/04/2009 → ?
by 3/4/09 → ?
Monday, January 16, 2009 → ?
January 16, 2009 (Monday) → ?
February 30, 2009 → ?
March 7 to March 3, 2009 → ?
March 12 or 13, 2009 → ?
early next year → ?
early 2009 → ?
late next year → ?
mid-2009 → ?
at the end of the year → ?
next Friday → ?
moved from March to May 2009 → ?
May instead of March 2009 → ?
not in March 2009 → ?
two weeks before March 3, 2009 → ?
within 10 working days → ?
summer 2009 → ?
FY2009 → ?
fiscal year 2009 → ?
March 2009 and 2010 → ?
"""

NO_DATES = """
We may meet → unknown
two March meetings → 2009-03-01/2009-03-31
once March ends → ?
Resolution 15/2009 → unknown
section 5/2009 → unknown
+1 613-555-0110 → unknown
3 of the 11 countries → unknown
34 officials from nine countries → unknown
2009 participants → unknown
April Smith, Ottawa → unknown
at 10:22 → unknown
march forward → unknown
A 3 day workshop in March 2009 → 2009-03-01/2009-03-31
"""

TABLES = (DAYS, RANGES, PARTS, OPEN, RELATIVE, UNDATED, TENTATIVE, SEVERAL, QUESTIONS, NO_DATES)


@pytest.mark.parametrize(("text", "today", "notation"), [line for table in TABLES for line in lines(table)])
def test_phrase(text: str, today: str, notation: str) -> None:
    check(text, today, notation)
