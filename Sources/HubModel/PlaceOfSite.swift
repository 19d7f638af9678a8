/// The place that residents would name for a site: its neighbourhood, or its area where the study has none there.
package enum PlaceOfSite: Hashable, Sendable {
    /// Index into `Region.neighbourhoods`.
    case neighbourhood(UInt32)
    /// Index into `Region.areas`.
    case area(UInt32)

    package init(_ site: CandidateSite) {
        self = site.neighbourhood.map { .neighbourhood($0) } ?? .area(site.area)
    }
}
