internal import HubModel
internal import Spatial

/// Study → region: joins, places and checks everything the study names, in the order in which one needs the other.
struct RegionBuilder {
    let study: Study
    let files: DataFiles
    let travellers: TravellerCatalogue

    func build() throws -> PreparedStudy {
        var log = BuildLog()
        let projector = try Projector(study: study)
        let outlineReader = OutlineReader(files: files, projector: projector)
        let areaLayer = try files.layer(study.areas.source, role: "areas")
        let selection = try AreaSelection(
            study.areas, layer: areaLayer, projector: projector, outlineReader: outlineReader)
        let frame = try AreaFrame(study.areas, layer: areaLayer, selection: selection)
        selection.note(in: &log, buffer: study.areas.buffer)
        files.note(
            study.areas.source, role: "areas", vintage: study.areas.vintage, read: frame.layer.count,
            dropped: [
                (
                    frame.layer.count - frame.codes.count,
                    study.areas.within == nil ? Wording.failsWhere : Wording.liesElsewhere
                )
            ])
        let tables = AreaTables(study: study, frame: frame, files: files)
        let areas = try AreaBuilder(tables: tables, projector: projector, outlineReader: outlineReader)
            .build(log: &log)
        let positions = AreaPositions(frame: frame, study: study.areas, checks: study.checks)
        try positions.check(areas.areas, outlines: areas.outlines)

        let demandBuilder = try DemandBuilder(tables: tables, log: &log)
        let travel = try study.services.map { try travellers.settings(for: $0.travel) }
        let extent = Extent(areas: areas.areas, outlines: areas.outlines)
        let scale = PeopleScale(
            areas: areas.areas, attributes: areas.attributes,
            neighbourhoods: try scaledPlaces(extent, outlineReader))
        let demand = try zip(study.services, travel).map {
            try demandBuilder.build($0, travel: $1, factors: scale.factors($0, log: &log), log: &log)
        }
        let groups = try GroupBuilder(tables: tables, demand: demand.map(\.demand)).build(log: &log)
        let places = try self.places(study.neighbourhoods, "neighbourhoods", extent, outlineReader, &log)
        let sites = try SiteBuilder(
            study: study, files: files, projector: projector,
            areas: SiteAreas(
                areas: areas.areas, outlines: areas.outlines, isAcross: frame.isAcross, zone: selection.zone,
                checks: study.checks),
            areaVintage: study.areas.vintage, neighbourhoods: places
        ).build(log: &log)
        try positions.check(areas.areas, sites: sites.sites)
        let districts = study.neighbourhoods?.district.flatMap { areas.attributes[$0.text] }
        let neighbourhoods =
            try districts.map {
                try PlaceDistricts(districts: $0, areas: areas.areas, sites: sites.sites).told(of: places)
            } ?? places
        let ruleBuilder = RuleBuilder(
            study: study, tables: tables, files: files, outlineReader: outlineReader, areas: areas.areas,
            areaOutlines: areas.outlines, extent: extent, sites: sites.sites, siteAttributes: sites.attributes,
            thresholds: ThresholdTests(tables: tables)
        )
        let (rules, evidence) = try ruleBuilder.build(log: &log)
        let deprived = try ruleBuilder.deprivedAreas()
        var request = try RequestBuilder(
            study: study, sites: sites.sites, siteAttributes: sites.attributes, areas: areas.areas,
            areaAttributes: areas.attributes, neighbourhoods: neighbourhoods, rules: rules
        ).build()
        if let ties = study.ties { request.ties = ties.settings }
        if let voices = study.voices {
            request = try VoiceBuilder(
                voices: voices, services: study.services, sites: sites.sites, areas: areas.areas,
                neighbourhoods: neighbourhoods
            ).adding(to: request, files: files, log: &log)
        }
        let journeys = try study.journeys.map {
            try JourneysBuilder(journeys: $0, files: files, projector: projector).build(log: &log)
        }
        let backdrop = try self.places(study.backdrop, "backdrop", extent, outlineReader, &log)
        try tables.readUnused()
        tables.noteOutside()
        try tables.noteUses()
        for sentence in projector.sentences { log.note(sentence) }

        var region = Region(
            name: study.name, crs: projector.target.definition, areas: areas.areas,
            areaAttributes: areas.attributes, areaOutlines: areas.outlines,
            services: zip(study.services, demand).map(Self.service), demand: demand.map(\.demand), sites: sites.sites,
            siteAttributes: sites.attributes, neighbourhoods: neighbourhoods, rules: rules, deprivedAreas: deprived,
            deprivedTitle: study.deprived?.title, groups: groups, suppressBelow: study.suppressBelow,
            backdrop: backdrop, inputs: files.inputs, findings: log.findings + tables.log.findings)
        if frame.isAcross.contains(true) {
            region.isAcross = frame.isAcross
            let own = zip(areas.outlines, frame.isAcross).filter { !$1 }.map(\.0)
            if !own.isEmpty { region.border = try Geometry.union(own) }
        }
        region.tellsCars = study.households != nil
        region.deprivationDeciles = try ruleBuilder.deprivationDeciles()
        return PreparedStudy(
            region: region, request: request, travel: travel, journeys: journeys ?? TravelRequest(),
            authors: study.authors, evidence: evidence)
    }

    /// Places in or by the study's areas.
    private func places(
        _ outlines: StudyOutlines?, _ role: String, _ extent: Extent, _ reader: OutlineReader, _ log: inout BuildLog
    ) throws -> [Neighbourhood] {
        guard let outlines else { return [] }
        let all = try reader.read(outlines, role: role, log: &log)
        let places = all.filter { extent.touches($0.outline) }
        files.noteAlso(
            outlines.source, role: role, rows: all.count - places.count, why: "lie away from the study's areas")
        if places.isEmpty {
            log.warn("None of the \(role) in '\(outlines.source.file)' lies by the study's areas.")
        }
        return places
    }

    /// Neighbourhoods where people are scaled by them, and none otherwise: what was noticed is told when they are read for
    /// good.
    private func scaledPlaces(_ extent: Extent, _ reader: OutlineReader) throws -> [Neighbourhood] {
        guard study.services.contains(where: { $0.scale.contains { $0.within != nil } }) else { return [] }
        guard let outlines = study.neighbourhoods else { return [] }
        var unheard = BuildLog()
        return try reader.read(outlines, role: "neighbourhoods", log: &unheard).filter { extent.touches($0.outline) }
    }

    private static func service(_ service: StudyService, _ demand: DemandBuilder.Built) -> Service {
        Service(
            id: service.id, title: service.title, people: service.people, opens: service.opens,
            closes: service.closes, reachLimit: service.reachWithin, outOfReachLimit: service.outOfReachBeyond,
            weightTitle: demand.weightTitle, isNeedWeighted: demand.isNeedWeighted,
            parameters: service.parameters)
    }
}
