/// Everything known about the places of a study, checked and joined. Nothing in it changes after it is built.
///
/// Areas are in the order of their codes and sites in the order of their ids, so indices are stable.
package struct Region: Sendable {
    package var name: String
    /// The projected coordinate system all points are in, such as `EPSG:27700`.
    package var crs: String
    package var areas: [Area]
    /// Text columns of the areas that the study asks for: "district", "region"; each with one value an area.
    package var areaAttributes: [String: [String]]
    /// Outline of each area for the map; empty, or one an area (an empty outline where none was found).
    package var areaOutlines: [Outline]
    package var services: [Service]
    /// For service s, two demand points an area: index 2a without a car, 2a + 1 with one.
    package var demand: [[DemandPoint]]
    package var sites: [CandidateSite]
    /// Text columns of the sites that the study asks for; each with one value a site.
    package var siteAttributes: [String: [String]]
    package var neighbourhoods: [Neighbourhood]
    package var rules: [DisadvantageRule]
    /// The deprivation test alone, for "deprived only" in tables: one value an area; nil when the study has none.
    package var deprivedAreas: [Bool]?
    /// What "deprived" means there, in words.
    package var deprivedTitle: String?
    /// The tenth of deprivation that each area is in, 1 the most deprived; nil where the study does not tell.
    package var deprivationDeciles: [UInt8]?
    package var groups: [PopulationGroup]
    /// One value an area: whether it lies across the border of the place that the study is for; empty where none does.
    package var isAcross: [Bool] = []
    /// The edge of that place; nil where no area lies across it, or areas have no outlines.
    package var border: Outline?
    /// Whether the study tells households with a car from those without; where it does not, all demand stands as without.
    package var tellsCars = true
    /// Counts of groups from 1 up to, not including, this one are told nowhere; 0 or 1 tells all.
    package var suppressBelow: Int
    /// Outlines drawn behind the map: districts, regions.
    package var backdrop: [Neighbourhood]
    package var inputs: [InputFile]
    package var findings: [Finding]

    package init(
        name: String, crs: String, areas: [Area], areaAttributes: [String: [String]] = [:],
        areaOutlines: [Outline] = [], services: [Service], demand: [[DemandPoint]], sites: [CandidateSite],
        siteAttributes: [String: [String]] = [:], neighbourhoods: [Neighbourhood] = [],
        rules: [DisadvantageRule] = [], deprivedAreas: [Bool]? = nil, deprivedTitle: String? = nil,
        groups: [PopulationGroup] = [], suppressBelow: Int = PopulationGroup.suppressBelow,
        backdrop: [Neighbourhood] = [], inputs: [InputFile] = [],
        findings: [Finding] = []
    ) {
        self.name = name
        self.crs = crs
        self.areas = areas
        self.areaAttributes = areaAttributes
        self.areaOutlines = areaOutlines
        self.services = services
        self.demand = demand
        self.sites = sites
        self.siteAttributes = siteAttributes
        self.neighbourhoods = neighbourhoods
        self.rules = rules
        self.deprivedAreas = deprivedAreas
        self.deprivedTitle = deprivedTitle
        self.groups = groups
        self.suppressBelow = suppressBelow
        self.backdrop = backdrop
        self.inputs = inputs
        self.findings = findings
    }
}
