internal import HubModel

/// The commented study that `hubplan init` writes, for files that the planner names.
package struct StudyTemplate: Sendable {
    /// What the plan is called.
    package var name: String
    /// Files as they shall stand in the study.
    package var areas: String
    package var sites: String
    package var places: String

    package init(
        name: String = "Young Futures hubs for our district", areas: String = "areas.csv", sites: String = "sites.csv",
        places: String = "left_behind_places.gpkg"
    ) {
        self.name = name
        self.areas = areas
        self.sites = sites
        self.places = places
    }

    /// The study file. Text of the planner's is quoted, so that it reads back as it is.
    package var yaml: String {
        """
        # A hubplan study. Change what follows to your own files and columns, then run `hubplan check` on it:
        # it reads everything and tells in sentences what does not fit, without solving.
        # Paths are relative to this file, or to the folder given with --data.
        # An editor that knows schemas completes and checks the fields: take study.schema.json from hubplan's source
        # (folder Sources/Regions/Study) and write as the first line, with the path to it,
        # yaml-language-server: $schema=study.schema.json
        hubplan: 1
        name: \(YAMLText.quoted(name))
        crs: EPSG:27700                # all work is done in this system; it must be in metres

        # The small areas that families live in, one row an area. CSV, GeoPackage, GeoJSON, Shapefile: anything
        # GDAL reads. Codes are text, whatever they look like.
        areas:
          file: \(YAMLText.quoted(areas))
          key: lsoa21_code             # the column of area codes
          vintage: LSOA 2021           # what they are codes of; tables must say the same or name a lookup
          name: lsoa21_name
          # Where people live on average. Left out, the layer's own points or polygons serve.
          point: {x: easting, y: northing, crs: EPSG:27700}
          # Outlines let sites be placed in areas and make the map:
          # outlines: {file: boundaries.gpkg, layer: lsoa21, key: lsoa21_code, vintage: LSOA 2021}
          # Only some of the rows:
          # where: {column: district, equals: E07000062}
          settlement: {column: rural_urban, urban: [urban], rural: [rural]}
          attributes: {district: district}      # columns that limits below can name

        # Further tables are joined by code, and named as TABLE/COLUMN below. Counts of another vintage go through a
        # lookup, which keeps their totals; ranks, deciles and scores cannot.
        # tables:
        #   people: {file: ages.csv, key: lsoa11_code, vintage: LSOA 2011, through: lsoa11to21}
        # lookups:
        #   lsoa11to21:
        #     file: lookup.csv
        #     from: {column: lsoa11_code, vintage: LSOA 2011}
        #     to: {column: lsoa21_code, vintage: LSOA 2021}

        # Families without a car are shown apart, and first.
        households: {total: households, withoutCar: households_without_car}

        services:
          youngFutures:
            title: Young Futures hub
            people: young people aged 10 to 18
            children: {sum: [age_10_to_15, age_16_to_18]}
            # need: {column: income_deprivation, title: income deprivation}    # weights children by a column
            opens: "15:00"
            closes: "20:00"
            count: 4
            objective: reach           # reach: fewest children beyond reachWithin; mean: least mean minutes
            reachWithin: 60            # minutes there and back
            outOfReachBeyond: 150
            share: {rule: leftBehind, atLeast: 50%}      # or 1/2, or "2 hubs"; or aim: asHighAsPossible
            # limits:
            #   - {each: district, atLeast: 1}
            # lockedIn: [school-1001]
            travel: {traveller: youngPersonAlone}
          # A second service is declared in the same way:
          # earlyYears: ...

        # Buildings that could become a hub, and hubs that exist. One entry a layer; `suits` says for which service.
        sites:
          schools:
            file: \(YAMLText.quoted(sites))
            key: id
            prefix: school-            # makes ids of several layers differ
            name: name
            point: {x: easting, y: northing, crs: EPSG:27700}
            # The area each site says it stands in; without it the outlines decide, or the nearest area.
            # areaCode: {column: lsoa21_code, vintage: LSOA 2021}
            where: {column: phase, in: [Secondary, 16 plus]}
            suits: [youngFutures]
          # existingHubs:
          #   file: hubs.csv
          #   ...
          #   status: {column: status}       # open, planned, closed or candidate
          #   gives: {column: services}
        # existing: {keep: [open, planned], countTowards: true, reopen: [closed]}

        # "Doubly disadvantaged" is always a named, dated rule. Several can stand here; each share names one.
        disadvantage:
          leftBehind:
            title: left-behind places
            date: "2020"
            source: where the list comes from
            places:
              kind: places
              polygons: {file: \(YAMLText.quoted(places)), key: code, name: name, vintage: Ward 2017}
            accuracy: 50               # metres; sites nearer to the boundary than this are marked borderline

        # Places by which residents know a site, and what is drawn behind the map:
        # neighbourhoods: {file: wards.gpkg, key: code, name: name}
        # backdrop: {file: districts.gpkg, key: code, name: name}

        """
    }
}
