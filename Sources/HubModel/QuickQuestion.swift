/// A question asked with options instead of a study file.
package struct QuickQuestion: Sendable {
    /// FILE or FILE:LAYER, from the working folder.
    package var areas: String
    /// Column of the areas that counts people.
    package var weight: String
    /// FILE or FILE:LAYER.
    package var sites: String
    /// Hubs.
    package var count: Int
    /// `COLUMN>=50%`, or a test of a column and a share: `decile<=1 >=50%`.
    package var share: String?
    package var name: String
    package var areasKey: String?
    package var sitesKey: String?
    package var sitesName: String?
    /// `mean` or `reach`; nil is reach where a limit is given, else mean.
    package var objective: String?
    /// Minutes there and back.
    package var reach: Double?
    package var traveller: String
    /// Of coordinates whose file states none.
    package var crs: String?

    package init(areas: String, weight: String, sites: String, count: Int, name: String, traveller: String) {
        self.areas = areas
        self.weight = weight
        self.sites = sites
        self.count = count
        self.name = name
        self.traveller = traveller
    }
}
