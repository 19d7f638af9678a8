#!/usr/bin/env python3
"""Prints national-grid-points.csv: random places in England with an independent transform's National Grid positions.

Needs convertbng 2.0.0 (it carries OSTN15 and shares no code with PROJ), best in a throw-away virtual environment.
"""

import math
import random

from convertbng.cutil import convert_bng

random.seed(2015)
print("longitude,latitude,easting,northing")
count = 0
while count < 60:
    longitude, latitude = round(random.uniform(-5.5, 1.7), 7), round(random.uniform(50.1, 55.7), 7)
    # Roughly England: east of a line from Land's End to the Solway, and north of the Channel.
    if longitude < -5.5 + (latitude - 50.1) * 0.45 or latitude < 50.1 + (longitude + 5.5) * 0.11:
        continue
    (easting,), (northing,) = convert_bng([longitude], [latitude])
    if not math.isnan(easting):
        print(f"{longitude:.7f},{latitude:.7f},{easting:.3f},{northing:.3f}")
        count += 1
